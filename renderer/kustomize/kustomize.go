// Package kustomize renders a folder with a kustomization as `kustomize build` does.
package kustomize

import (
	"fmt"
	"path"
	"slices"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/openapi"

	"seccomp-gate/renderer/protocol"
)

// run is one kustomization being rendered.
type run struct {
	tree protocol.Tree
	req  protocol.Request
	fs   *overlay
	// beyond is the problem with a file that the restriction refuses, where the rest was built without it; nil where there is none.
	beyond *protocol.Problem
}

// Render builds the kustomization in req.Path. Without manifests there is at least one blocking problem.
func Render(root string, req protocol.Request) (string, []protocol.Problem) {
	req.Path = path.Clean(req.Path)
	r := &run{tree: protocol.Tree(root), req: req, fs: newOverlay()}
	folder, err := r.tree.Disk(req.Path)
	if err != nil {
		return "", []protocol.Problem{{
			Kind: protocol.Refused, Path: req.Path, Message: err.Error(), Remedy: "name a folder inside the repository", Blocking: true,
		}}
	}
	if !r.fs.IsDir(folder) {
		return "", []protocol.Problem{{
			Kind: protocol.MissingFile, Path: req.Path, Message: fmt.Sprintf("there is no folder %q", req.Path),
			Remedy: "commit it, or correct the path", Blocking: true,
		}}
	}
	if req.Edits != nil {
		if problem := r.edit(folder); problem != nil {
			return "", []protocol.Problem{*problem}
		}
	}
	manifests, problems := r.render(folder)
	if manifests == "" {
		problems = withoutRest(problems)
	}
	return manifests, problems
}

func (r *run) render(folder string) (string, []protocol.Problem) {
	seen := scan(r.tree, r.fs, folder)
	if containsRemote(seen.found) {
		// Kustomize has no switch against reaching for the network, so it is not even started
		return "", append(seen.found, problemsOf(slices.Concat(seen.absent, seen.contents))...)
	}
	remarks, charts := r.inflate(seen)
	absences := slices.Concat(seen.absent, charts)
	all := slices.Concat(absences, seen.contents)
	if slices.ContainsFunc(remarks, stops) {
		return "", append(remarks, problemsOf(all)...)
	}
	if problem := r.leaveOut(slices.Concat(seen.absent, seen.contents)); problem != nil {
		return "", append(remarks, *problem)
	}
	if seen.broken {
		// Kustomize would build all that comes before, and then stop
		return "", append(seen.found, problemsOf(all)...)
	}
	resources, missed, err := r.buildWithout(folder, seen, absences)
	if err != nil && slices.ContainsFunc(remarks, isBlocking) {
		// Patches of what was left out for what a chart demands find nothing, which says nothing new
		return "", append(remarks, problemsOf(all)...)
	}
	switch {
	case err != nil && len(seen.found) > 0:
		return "", append(seen.found, problemsOf(all)...)
	case err != nil && len(all) > 0:
		return "", append(remarks, r.without(all, err)...)
	case err != nil:
		return "", append(remarks, explain(r.tree, r.req.Path, err))
	}
	if r.beyond != nil {
		remarks = append(remarks, *r.beyond)
	}
	remarks = append(remarks, seen.old...)
	remarks = append(remarks, r.described(seen, absences, missed)...)
	remarks = append(remarks, r.untold(seen)...)
	if problem := r.finish(resources); problem != nil {
		return "", append(remarks, *problem)
	}
	manifests, err := print(resources)
	if err != nil {
		return "", append(remarks, explain(r.tree, r.req.Path, err))
	}
	return string(manifests), remarks
}

// finish does what Flux does to what was built.
func (r *run) finish(resources resmap.ResMap) *protocol.Problem {
	if problem := r.substitute(resources); problem != nil {
		return problem
	}
	if r.byFlux() {
		if err := label(resources, *r.req.Edits); err != nil {
			problem := explain(r.tree, r.req.Path, err)
			return &problem
		}
	}
	return nil
}

// build makes the resources. Where nothing but the restriction keeps Kustomize from it, they are made without, to be looked at beside the
// problem.
func (r *run) build(folder string, seen *scanner) (resmap.ResMap, error) {
	resources, err := r.buildLean(folder, seen)
	if err == nil || r.isLifted() || !isRestricted(r.tree, folder, err) {
		return resources, err
	}
	problem := explain(r.tree, r.req.Path, err)
	problem.Message += "; what there would be without that was looked at"
	r.beyond = &problem
	if resources, failure := r.buildLean(folder, seen); failure == nil {
		return resources, nil
	}
	r.beyond = nil
	return nil, err
}

// isLifted says whether files beside the folder of a kustomization may be read.
func (r *run) isLifted() bool {
	return r.beyond != nil || r.req.LoadRestrictor == protocol.RestrictNone || r.byFlux()
}

func (r *run) byFlux() bool { return r.req.Edits != nil && r.req.Edits.By == protocol.ByFlux }

// buildLean makes the resources, with req.Lean without the schemas of definitions first. It falls back to the true bytes on any error:
// that one is then the one to report.
func (r *run) buildLean(folder string, seen *scanner) (resmap.ResMap, error) {
	if r.req.Lean && !seen.definitionsRead {
		r.fs.serve = seen.lean
		resources, err := r.buildOnce(folder, seen)
		r.fs.serve = nil
		if err == nil {
			return resources, nil
		}
	}
	return r.buildOnce(folder, seen)
}

func (r *run) buildOnce(folder string, seen *scanner) (resmap.ResMap, error) {
	if seen.openAPI {
		// Kustomize keeps a schema of a kustomization for the builds after it, and mixes it with that of those before it.
		openapi.ResetOpenAPI()
		defer openapi.ResetOpenAPI()
		if r.byFlux() {
			openapi.Schema() // Flux adds the schema to the built-in one; the command replaces that
		}
	}
	options := krusty.MakeDefaultOptions() // plugins are disabled in it
	// What the kustomize command passes, and not what the library defaults to (kubernetes-sigs/kustomize:
	// kustomize/commands/build/reorderoutput.go).
	options.Reorder = krusty.ReorderOptionUnspecified
	if r.isLifted() {
		options.LoadRestrictions = types.LoadRestrictionsNone
	}
	return krusty.MakeKustomizer(options).Run(r.fs, folder)
}

func isBlocking(problem protocol.Problem) bool { return problem.Blocking }

// stops says whether there is nothing to build with: a chart that refuses to render may be rendered in spite of it.
func stops(problem protocol.Problem) bool { return problem.Blocking && problem.Demands == "" }

// withoutRest takes back that charts were rendered in spite of what they demand.
func withoutRest(problems []protocol.Problem) []protocol.Problem {
	for i := range problems {
		problems[i].Rest, problems[i].Demands = "", ""
	}
	return problems
}

package helm

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"

	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/kustomize/kyaml/kio"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"

	"seccomp-gate/renderer/protocol"
)

// fileOf is the annotation by which Helm finds out which file a post-rendered document came from.
const fileOf = "postrenderer.helm.sh/postrender-filename"

// postRender gives the files to Kustomize as Helm 4 does in the name of Flux (helm/helm: pkg/action/action.go, renderResources;
// fluxcd/helm-controller: internal/postrender/kustomize.go).
func (j *job) postRender(files map[string]string) (map[string]string, *protocol.Problem) {
	if len(j.req.PostRenderers) == 0 {
		return files, nil
	}
	switch j.req.PostRenderStrategy {
	case "", protocol.PostRenderCombined:
		return j.throughRenderers(files, "")
	case protocol.PostRenderSeparate, protocol.PostRenderNoHooks:
		return j.postRenderApart(files)
	default:
		problem := j.failed("", "the strategy of post-rendering %q is not known", j.req.PostRenderStrategy)
		problem.Remedy = "use one of combined, separate, nohooks"
		return nil, problem
	}
}

// postRenderApart sends hooks in a stream of their own, or past the renderers.
func (j *job) postRenderApart(files map[string]string) (map[string]string, *protocol.Problem) {
	hooks, manifests, err := releaseutil.SortManifests(files, nil, releaseutil.InstallOrder)
	if err != nil {
		return nil, j.explainManifest(err)
	}
	hookFiles, otherFiles := map[string]string{}, map[string]string{}
	for _, hook := range hooks {
		appendTo(hookFiles, hook.Path, hook.Manifest)
	}
	for _, manifest := range manifests {
		appendTo(otherFiles, manifest.Name, manifest.Content)
	}
	var problem *protocol.Problem
	if j.req.PostRenderStrategy == protocol.PostRenderSeparate && len(hookFiles) > 0 {
		if hookFiles, problem = j.throughRenderers(hookFiles, "hooks-"); problem != nil {
			return nil, problem
		}
	}
	if len(otherFiles) > 0 {
		if otherFiles, problem = j.throughRenderers(otherFiles, "manifests-"); problem != nil {
			return nil, problem
		}
	}
	for name, text := range otherFiles {
		appendTo(hookFiles, name, text)
	}
	return hookFiles, nil
}

func appendTo(files map[string]string, name, text string) {
	if have, ok := files[name]; ok {
		text = have + "\n---\n" + text
	}
	files[name] = text
}

// throughRenderers sends all documents as one stream through one renderer after another, and takes it apart again.
// generated is part of the names of the files in which documents are that a renderer made.
func (j *job) throughRenderers(files map[string]string, generated string) (map[string]string, *protocol.Problem) {
	stream, err := merge(files)
	if err != nil {
		return nil, j.explainManifest(err)
	}
	for i, edits := range j.req.PostRenderers {
		what := fmt.Sprintf("post-renderer %d of %d", i+1, len(j.req.PostRenderers))
		if refused := outsideOf(edits); refused != "" {
			problem := j.failed("", "%s names the file %q, which a post-renderer cannot read", what, refused)
			problem.Kind, problem.Remedy = protocol.Refused, "write the patch inline"
			return nil, problem
		}
		if stream, err = runKustomize(stream, edits); err != nil {
			problem := j.failed("", "%s cannot be applied to what chart %q renders: %v", what, j.chart.Name(), err)
			problem.Remedy = "correct the patches of the post-renderer, or the chart"
			return nil, problem
		}
	}
	files, err = takeApart(stream, generated)
	if err != nil {
		return nil, j.failed("", "what the post-renderers leave of chart %q cannot be read: %v", j.chart.Name(), err)
	}
	return files, nil
}

// merge writes the documents of all files one after another, each marked with its file.
func merge(files map[string]string) (string, error) {
	var all []*kyaml.RNode
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(path.Base(name), "_") || strings.TrimSpace(files[name]) == "" {
			continue
		}
		documents := releaseutil.SplitManifests(files[name])
		keys := slices.Collect(maps.Keys(documents))
		sort.Sort(releaseutil.BySplitManifestsOrder(keys))
		for _, key := range keys {
			nodes, err := kio.ParseAll(documents[key])
			if err != nil {
				return "", fmt.Errorf("YAML parse error on %s: %w", name, err)
			}
			for _, node := range nodes {
				if err := node.PipeE(kyaml.SetAnnotation(fileOf, name)); err != nil {
					return "", fmt.Errorf("YAML parse error on %s: %w", name, err)
				}
			}
			all = append(all, nodes...)
		}
	}
	return kio.StringAll(all)
}

// outsideOf names a file that edits would read: a patch by path or a component; empty when there is none.
func outsideOf(edits protocol.Edits) string {
	for _, patch := range edits.Patches {
		if patch.Path != "" {
			return patch.Path
		}
	}
	if len(edits.Components) > 0 {
		return edits.Components[0]
	}
	return ""
}

// runKustomize builds a kustomization that has the stream as its one resource, in a file system that holds nothing else.
func runKustomize(stream string, edits protocol.Edits) (string, error) {
	const input = "helm-output.yaml"
	kustomization := types.Kustomization{
		TypeMeta:  types.TypeMeta{APIVersion: types.KustomizationVersion, Kind: types.KustomizationKind},
		Resources: []string{input}, Namespace: edits.Namespace, NamePrefix: edits.NamePrefix, NameSuffix: edits.NameSuffix,
		Images: edits.Images, Replicas: edits.Replicas, Patches: edits.Patches, CommonAnnotations: edits.CommonAnnotations,
	}
	if len(edits.CommonLabels) > 0 {
		kustomization.Labels = []types.Label{{
			Pairs: edits.CommonLabels, IncludeSelectors: !edits.LabelWithoutSelector, IncludeTemplates: edits.LabelIncludeTemplates,
		}}
	}
	text, err := json.Marshal(kustomization)
	if err != nil {
		return "", err
	}
	files := filesys.MakeFsInMemory()
	if err := files.WriteFile(input, []byte(stream)); err != nil {
		return "", err
	}
	if err := files.WriteFile("kustomization.yaml", text); err != nil {
		return "", err
	}
	options := &krusty.Options{LoadRestrictions: types.LoadRestrictionsRootOnly, PluginConfig: types.DisabledPluginConfig()}
	resources, err := krusty.MakeKustomizer(options).Run(files, ".")
	if err != nil {
		return "", err
	}
	built, err := resources.AsYaml()
	return string(built), err
}

// takeApart is the inverse of merge. A document that a post-renderer made has no file, and gets a name of Helm's.
func takeApart(stream, generated string) (map[string]string, error) {
	nodes, err := kio.ParseAll(stream)
	if err != nil {
		return nil, err
	}
	documents := map[string][]*kyaml.RNode{}
	for i, node := range nodes {
		meta, err := node.GetMeta()
		if err != nil {
			return nil, err
		}
		name := meta.Annotations[fileOf]
		if name == "" {
			name = fmt.Sprintf("generated-by-postrender-%s%d.yaml", generated, i)
		}
		if err := node.PipeE(kyaml.ClearAnnotation(fileOf)); err != nil {
			return nil, err
		}
		documents[name] = append(documents[name], node)
	}
	files := map[string]string{}
	for name, nodes := range documents {
		if files[name], err = kio.StringAll(nodes); err != nil {
			return nil, err
		}
	}
	return files, nil
}

package kustomize

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/errors"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	"sigs.k8s.io/kustomize/kyaml/yaml/merge2"
	"sigs.k8s.io/yaml"

	"seccomp-gate/renderer/helm"
	"seccomp-gate/renderer/protocol"
	"seccomp-gate/renderer/steady"
)

// renderChart renders one chart of a kustomization (kubernetes-sigs/kustomize:
// api/internal/builtins/HelmChartInflationGenerator.go, api/types/helmchartargs.go).
func (r *run) renderChart(source kustomization, c inflation) (string, []protocol.Problem) {
	failed := func(kind protocol.Kind, message, remedy string) (string, []protocol.Problem) {
		problem := protocol.Problem{Kind: kind, Path: source.file, Message: r.tree.Strip(message), Remedy: remedy, Blocking: true}
		problem.Line, problem.Column = source.position(c.field, c.entry)
		return "", []protocol.Problem{problem}
	}
	what := fmt.Sprintf("chart %q of %s", c.Name, c.field)
	release, err := c.release()
	if err != nil {
		return failed(protocol.RenderFailed, fmt.Sprintf("%s: %v", what, err), "correct the entry")
	}
	place := r.chartPlace(source, c)
	if place == "" {
		if c.Repo == "" {
			return failed(protocol.MissingFile, fmt.Sprintf("%s is not at %q, and no repo is named", what, r.tree.Path(c.home(source)+"/"+c.Name)),
				"commit the chart there, or correct chartHome and name")
		}
		return failed(protocol.RemoteResource, fmt.Sprintf("`%s` of `%s` renders the chart `%s`%s from `%s`, which is not in this repository and is never fetched", c.field, source.file, c.Name, c.versionText(), c.Repo),
			fmt.Sprintf("vendor the chart into `%s`, or keep its package in the chart cache", r.tree.Path(c.home(source)+"/"+c.Name)))
	}
	values, err := r.chartValues(source, c, place)
	if err != nil {
		return failed(protocol.RenderFailed, fmt.Sprintf("the values of %s cannot be merged: %v", what, err), "correct the values")
	}
	manifests, problems := r.template(protocol.Request{
		Chart: place, Release: release, Namespace: c.Namespace, Values: values,
		KubeVersion: orElse(c.KubeVersion, r.req.KubeVersion), APIVersions: c.ApiVersions,
		IncludeCRDs: c.IncludeCRDs, SkipHooks: c.SkipHooks, SkipTests: c.SkipTests, Charts: r.req.Charts,
	})
	if slices.ContainsFunc(problems, isBlocking) {
		for i := range problems {
			problems[i].Decides = "" // patches here have a say, too, in what becomes of the chart's objects
		}
		if slices.ContainsFunc(problems, stops) {
			return "", problems
		}
	}
	text, err := marked(manifests)
	if err != nil && slices.ContainsFunc(problems, isBlocking) {
		return "", withoutRest(problems) // Kustomize reads no object whose name is demanded
	}
	if err != nil {
		_, invalid := failed(protocol.YAML, fmt.Sprintf("what %s renders cannot be read by Kustomize: %v", what, err), "correct the chart or its values")
		return "", append(problems, invalid...)
	}
	return text, problems
}

// template is the only place where Helm is called.
func (r *run) template(req protocol.Request) (string, []protocol.Problem) {
	return helm.Render(string(r.tree), req)
}

func (c inflation) versionText() string {
	if c.Version == "" {
		return ""
	}
	return fmt.Sprintf(" %s", c.Version)
}

// release is the name of the release. Without one `helm template` takes release-name, in spite of --generate-name.
func (c inflation) release() (string, error) {
	switch {
	case c.Name == "":
		return "", errors.Errorf("chart name cannot be empty")
	case strings.HasPrefix(c.Name, "-") || strings.HasPrefix(c.ReleaseName, "-"):
		return "", errors.Errorf("a name must not start with '-'")
	case c.NameTemplate == "":
		return c.ReleaseName, nil
	case c.ReleaseName != "":
		return "", errors.Errorf("cannot set nameTemplate and also releaseName")
	}
	functions := sprig.TxtFuncMap()
	maps.Copy(functions, steady.Functions())
	parsed, err := template.New("name-template").Funcs(functions).Parse(c.NameTemplate)
	if err != nil {
		return "", err
	}
	var name strings.Builder
	if err := parsed.Execute(&name, nil); err != nil {
		return "", err
	}
	return name.String(), nil
}

// home is the folder on disk in which Kustomize looks for the chart's folder.
func (c inflation) home(source kustomization) string {
	home := filepath.Join(source.folder, orElse(c.ChartHome, types.HelmDefaultHome))
	if c.Version != "" && c.Repo != "" {
		return filepath.Join(home, c.Name+"-"+c.Version)
	}
	return home
}

// chartPlace is the path in the tree of the chart: where Kustomize looks, else a stand-in from req.Charts; "" for none.
func (r *run) chartPlace(source kustomization, c inflation) string {
	vendored := r.tree.Path(filepath.Join(c.home(source), c.Name))
	if filepath.IsAbs(vendored) {
		vendored = protocol.Tree(r.fs.places.of(string(r.tree))).Path(filepath.Join(c.home(source), c.Name))
	}
	if disk, err := r.tree.Disk(vendored); err == nil && isFolder(disk) {
		return vendored
	}
	if c.Repo == "" {
		return "" // Kustomize would not look elsewhere either
	}
	return helm.StandIn(string(r.tree), r.req.Charts, c.Name, c.Version)
}

// The ways to put inline values and those of a file together.
const (
	mergeOverride = "override" // inline ones win
	mergeUnder    = "merge"    // those of the file win
	mergeReplace  = "replace"  // inline ones only
)

// chartValues are the values that Kustomize writes to a file for Helm, and over them the additional files, as Helm reads them.
func (r *run) chartValues(source kustomization, c inflation, place string) (map[string]any, error) {
	text, err := r.valuesText(source, c, place)
	if err != nil {
		return nil, err
	}
	values, err := loader.LoadValues(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	for _, name := range c.AdditionalValuesFiles {
		more, err := r.fs.ReadFile(filepath.Join(source.folder, name))
		if err != nil {
			return nil, fmt.Errorf("additional values file %q: %w", name, err)
		}
		parsed, err := loader.LoadValues(bytes.NewReader(more))
		if err != nil {
			return nil, fmt.Errorf("additional values file %q: %w", name, err)
		}
		values = loader.MergeMaps(values, parsed)
	}
	return values, nil
}

func (r *run) valuesText(source kustomization, c inflation, place string) ([]byte, error) {
	strategy := orElse(c.ValuesMerge, mergeOverride)
	if !slices.Contains([]string{mergeOverride, mergeUnder, mergeReplace}, strategy) {
		return nil, fmt.Errorf("valuesMerge must be one of %s, %s, %s, not %q", mergeOverride, mergeUnder, mergeReplace, strategy)
	}
	if len(c.ValuesInline) > 0 && strategy == mergeReplace {
		return yaml.Marshal(c.ValuesInline)
	}
	text, err := r.valuesFile(source, c, place)
	if err != nil || len(c.ValuesInline) == 0 {
		return text, err
	}
	file, err := kyaml.Parse(string(text))
	if err != nil {
		return nil, err
	}
	inline, err := kyaml.FromMap(c.ValuesInline)
	if err != nil {
		return nil, err
	}
	over, under := inline, file
	if strategy == mergeUnder {
		over, under = file, inline
	}
	all, err := merge2.Merge(over, under.Copy(), kyaml.MergeOptions{})
	if err != nil {
		return nil, err
	}
	values, err := all.Map()
	if err != nil {
		return nil, err
	}
	return yaml.Marshal(values)
}

// valuesFile reads the values file of the entry, or the chart's own.
func (r *run) valuesFile(source kustomization, c inflation, place string) ([]byte, error) {
	if c.ValuesFile != "" {
		return r.fs.ReadFile(filepath.Join(source.folder, c.ValuesFile))
	}
	disk, err := r.tree.Disk(place)
	if err != nil {
		return nil, err
	}
	if isFolder(disk) {
		return r.fs.ReadFile(filepath.Join(disk, "values.yaml"))
	}
	loaded, err := loader.LoadFile(disk)
	if err != nil {
		return nil, err
	}
	for _, file := range loaded.Raw {
		if file.Name == "values.yaml" {
			return file.Data, nil
		}
	}
	return nil, fmt.Errorf("%q has no values.yaml, which Kustomize demands", place)
}

package kustomize

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/kio"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	"sigs.k8s.io/yaml"
	goyaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

const (
	builtin            = "builtin" // the apiVersion of Kustomize's own plugins
	inflationGenerator = "HelmChartInflationGenerator"
	// inflatedFolder is added below a kustomization with charts. It holds a component with what they render to: Kustomize
	// takes components right after the generators, where a chart's objects would come (kubernetes-sigs/kustomize:
	// api/internal/target/kusttarget.go, accumulateTarget).
	inflatedFolder = ".seccomp-gate-charts"
)

// mayHaveCharts are the fields that charts can be in, in any case, as encoding/json takes them.
var mayHaveCharts = regexp.MustCompile(`(?i)helmChart|generators|\\`)

// inflation is one chart of a kustomization.
type inflation struct {
	types.HelmGlobals
	types.HelmChart
	field string
	entry *goyaml.Node // where it is declared
}

// inflate replaces the charts of the kustomizations by what Helm renders. Kustomize would run the helm command for it. Charts that
// are elsewhere are left out and returned.
func (r *run) inflate(seen *scanner) ([]protocol.Problem, []absence) {
	var remarks []protocol.Problem
	var absences []absence
	done := map[string]string{}
	for _, at := range seen.visits {
		namespace, again := done[at.folder]
		if again && namespace == at.namespace {
			continue
		}
		done[at.folder] = at.namespace
		problems, absent := r.inflateIn(seen, at, again)
		remarks, absences = append(remarks, problems...), append(absences, absent...)
	}
	return remarks, absences
}

func (r *run) inflateIn(seen *scanner, at visit, again bool) ([]protocol.Problem, []absence) {
	file := r.kustomizationFile(at.folder)
	if file == "" || again && !r.fs.has(filepath.Join(at.folder, inflatedFolder, konfig.DefaultKustomizationFileName())) {
		return nil, nil
	}
	text, err := r.fs.ReadFile(file)
	if err != nil || !again && !mayHaveCharts.Match(text) {
		return nil, nil
	}
	var k types.Kustomization
	if k.Unmarshal(text) != nil {
		return nil, nil // Kustomize says why
	}
	var document goyaml.Node
	if goyaml.Unmarshal(text, &document) != nil || len(document.Content) == 0 {
		return nil, nil
	}
	source := kustomization{folder: at.folder, file: seen.path(file), root: document.Content[0]}
	if r.fs.has(file) {
		source.committed = committed(file)
	}
	if again {
		return []protocol.Problem{{
			Kind: protocol.RenderFailed, Path: source.file, Blocking: true,
			Message: fmt.Sprintf("the charts of this kustomization would render once into namespace %q and once into another, which seccomp-gate cannot do in one build", at.namespace),
			Remedy:  "give each of its charts a namespace, or use the native engine",
		}}, nil
	}
	charts := r.chartsOf(&k, source, at.namespace)
	if len(charts) == 0 {
		return nil, nil
	}
	return r.inflateAll(seen, source, file, k, charts)
}

func (r *run) inflateAll(seen *scanner, source kustomization, file string, k types.Kustomization, charts []inflation) ([]protocol.Problem, []absence) {
	var remarks []protocol.Problem
	var absences []absence
	folder := filepath.Join(source.folder, inflatedFolder)
	// A component must not be empty, and a chart may render to nothing.
	component := types.Kustomization{
		TypeMeta: types.TypeMeta{APIVersion: types.ComponentVersion, Kind: types.ComponentKind},
		MetaData: &types.ObjectMeta{Name: "charts"},
	}
	for i, chart := range charts {
		manifests, problems := r.renderChart(source, chart)
		if containsRemote(problems) {
			absences = append(absences, absence{source.folder, chart.entry, problems[0]})
			continue
		}
		remarks = append(remarks, problems...)
		if manifests == "" {
			continue
		}
		name := fmt.Sprintf("%d-%s.yaml", i, chart.Name)
		r.fs.put(filepath.Join(folder, name), []byte(manifests))
		seen.resources[r.fs.places.of(filepath.Join(folder, name))] = true
		component.Resources = append(component.Resources, name)
	}
	text, err := yaml.Marshal(component)
	if err != nil {
		return append(remarks, *r.cannotEdit(file, err)), absences
	}
	r.fs.put(filepath.Join(folder, konfig.DefaultKustomizationFileName()), text)
	k.HelmCharts, k.HelmGlobals = nil, nil
	k.Components = append([]string{inflatedFolder}, k.Components...)
	if problem := r.write(file, k); problem != nil {
		return append(remarks, *problem), absences
	}
	return remarks, absences
}

// chartsOf collects the charts of a kustomization in the order in which Kustomize inflates them, and takes those that are
// generators out of it.
func (r *run) chartsOf(k *types.Kustomization, source kustomization, namespace string) []inflation {
	entries := append(slices.Clone(source.list("helmCharts")), source.list("helmChartInflationGenerator")...)
	own := len(k.HelmCharts)
	k.FixKustomization()
	namespace = orElse(k.Namespace, namespace)
	var charts []inflation
	for i, chart := range k.HelmCharts {
		one := inflation{HelmChart: chart, field: "helmCharts", entry: entries[i]}
		if i >= own {
			one.field = "helmChartInflationGenerator"
		}
		if k.HelmGlobals != nil {
			one.HelmGlobals = *k.HelmGlobals
		}
		one.Namespace = orElse(chart.Namespace, namespace)
		charts = append(charts, one)
	}
	var rest []string
	for i, generator := range k.Generators {
		found := r.generatorCharts(source, generator)
		if len(found) == 0 {
			rest = append(rest, generator)
			continue
		}
		for _, one := range found {
			one.entry = source.list("generators")[i]
			charts = append(charts, one)
		}
	}
	k.Generators = rest
	return charts
}

// generatorCharts reads an entry of generators, inline or a file. Nothing when not all of it is charts.
func (r *run) generatorCharts(source kustomization, generator string) []inflation {
	text := []byte(generator)
	if !isInline(&goyaml.Node{Kind: goyaml.ScalarNode, Value: generator}) {
		read, err := r.fs.ReadFile(filepath.Join(source.folder, generator))
		if err != nil {
			return nil
		}
		text = read
	}
	documents, err := kio.FromBytes(text)
	if err != nil {
		return nil
	}
	var charts []inflation
	for _, document := range documents {
		if document.GetKind() != inflationGenerator || document.GetApiVersion() != builtin {
			return nil
		}
		var one inflation
		if err := yaml.Unmarshal([]byte(document.MustString()), &one); err != nil {
			return nil
		}
		one.field = "generators"
		charts = append(charts, one)
	}
	return charts
}

// marked reads what Helm printed as Kustomize does, and marks each object as it does: a namespace of the kustomization does
// not apply to them (kubernetes-sigs/kustomize: api/internal/builtins/HelmChartInflationGenerator.go, Generate).
func marked(manifests string) (string, error) {
	factory := resmap.NewFactory(provider.NewDefaultDepProvider().GetResourceFactory())
	resources, err := factory.NewResMapFromBytes([]byte(manifests))
	if err != nil {
		reader := kio.ByteReader{Reader: strings.NewReader(manifests), OmitReaderAnnotations: true}
		nodes, readErr := reader.Read()
		if readErr != nil || len(nodes) == 0 {
			return "", err
		}
		if resources, err = factory.NewResMapFromRNodeSlice(nodes); err != nil {
			return "", err
		}
	}
	for _, resource := range resources.Resources() {
		if err := resource.PipeE(kyaml.SetAnnotation(konfig.HelmGeneratedAnnotation, "true")); err != nil {
			return "", err
		}
	}
	text, err := resources.AsYaml()
	return string(text), err
}

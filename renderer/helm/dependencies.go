package helm

import (
	"fmt"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	yaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

// completeDependencies supplies what the chart and its subcharts declare and charts/ does not hold, and says so for every
// one. Helm refuses absent dependencies of the chart itself, even those that are switched off, and renders without those of
// a subchart (helm/helm: pkg/action/install.go, CheckDependencies). Here one that is switched on and not to be had blocks
// wherever it is, because containers are not seen; one that is switched off is a remark.
func (j *job) completeDependencies(values map[string]any) []protocol.Problem {
	all := j.supplyAbsent(j.chart)
	sortSubcharts(j.chart)
	var problems []protocol.Problem
	if len(all) > 0 {
		tried := j.try(all, values)
		for _, a := range all {
			problems = append(problems, j.describeAbsent(a, tried[a.key()])...)
		}
	}
	return append(problems, j.outdated(j.chart)...)
}

// declaration finds the entry of the dependency: charts of apiVersion v1 may have it in requirements.yaml, which Helm reads
// over Chart.yaml.
func (j *job) declaration(at place, owner *chart.Chart, index int) (file string, line, column int) {
	name := chartFile
	raw := rawFile(owner, chartFile)
	if requirements := rawFile(owner, requirementsFile); requirements != nil {
		if _, list := child(parse(requirements.Data), "dependencies"); list != nil {
			name, raw = requirementsFile, requirements
		}
	}
	if at.archive || raw == nil {
		return at.file(name), 0, 0
	}
	_, list := child(parse(raw.Data), "dependencies")
	if list == nil || list.Kind != yaml.SequenceNode || index >= len(list.Content) {
		return at.file(name), 0, 0
	}
	entry := list.Content[index]
	return at.file(name), entry.Line, entry.Column
}

// outdated remarks on dependencies of which charts/ holds only a version that was not asked for. Helm renders that one as
// if it were not declared at all: under its own name, whatever the condition says (helm/helm:
// pkg/chart/v2/util/dependencies.go, processDependencyEnabled). That is what would be deployed, so it does not block.
func (j *job) outdated(c *chart.Chart) []protocol.Problem {
	var problems []protocol.Problem
	for i, dependency := range c.Metadata.Dependencies {
		var held []string
		matches := false
		for _, have := range c.Dependencies() {
			if _, supplied := j.standIn(have); have.Name() == dependency.Name && !supplied {
				held = append(held, have.Metadata.Version)
				matches = matches || chartutil.IsCompatibleRange(dependency.Version, have.Metadata.Version)
			}
		}
		if matches || len(held) == 0 {
			continue
		}
		problem := protocol.Problem{
			Kind: protocol.MissingDependency,
			Message: fmt.Sprintf("dependency %q of chart %q is declared with version %q, but charts/ holds %s: Helm renders that one, without regard to condition, tags and alias",
				dependency.Name, c.Name(), dependency.Version, strings.Join(held, ", ")),
			Remedy: fmt.Sprintf("run `helm dependency update %s` and commit the result", j.place(c).path),
		}
		problem.Path, problem.Line, problem.Column = j.declaration(j.place(c), c, i)
		problems = append(problems, problem)
	}
	for _, subchart := range c.Dependencies() {
		problems = append(problems, j.outdated(subchart)...)
	}
	return problems
}

package helm

import (
	"fmt"
	"path"
	"slices"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	yaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

// missing is a dependency that a chart declares and charts/ does not hold.
type missing struct {
	owner      *chart.Chart
	dependency *chart.Dependency
	index      int // in the list of the chart
}

// checkDependencies reports every absent dependency of the chart and of its subcharts. Helm refuses only those of the chart
// itself, even when they are switched off, and renders without those of a subchart (helm/helm: pkg/action/install.go,
// CheckDependencies). Here one that is switched on blocks wherever it is, because containers are not seen; one that is
// switched off is a remark.
func (j *job) checkDependencies(values map[string]any) []protocol.Problem {
	absent := findMissing(j.chart)
	var problems []protocol.Problem
	if len(absent) > 0 {
		enabled := j.enabled(absent, values)
		for _, m := range absent {
			problems = append(problems, j.describeMissing(m, enabled[m.key()]))
		}
	}
	return append(problems, j.outdated(j.chart)...)
}

func findMissing(c *chart.Chart) []missing {
	var absent []missing
	for i, dependency := range c.Metadata.Dependencies {
		if !slices.ContainsFunc(c.Dependencies(), func(have *chart.Chart) bool { return have.Name() == dependency.Name }) {
			absent = append(absent, missing{c, dependency, i})
		}
	}
	for _, subchart := range c.Dependencies() {
		absent = append(absent, findMissing(subchart)...)
	}
	return absent
}

// key tells missing dependencies apart: by the chart that declares it and the name it would render under.
func (m missing) key() string {
	name := m.dependency.Alias
	if name == "" {
		name = m.dependency.Name
	}
	return chartKey(m.owner) + " " + name
}

func chartKey(c *chart.Chart) string {
	key := c.Name() + "@" + c.Metadata.Version
	if c.IsRoot() {
		return key
	}
	return chartKey(c.Parent()) + "/" + key
}

const (
	// placeholderOf is an annotation that no chart has: it marks an empty chart, and names the one it was put into.
	placeholderOf      = "seccomp-gate/placeholder-of"
	placeholderVersion = "0.0.0"
)

// enabled asks Helm's own ProcessDependencies which of the absent dependencies are switched on: an empty chart is put in
// place of each in a second copy of the chart, and those that are left in it were on.
func (j *job) enabled(absent []missing, values map[string]any) map[string]bool {
	all := map[string]bool{}
	for _, m := range absent {
		all[m.key()] = true
	}
	disk, err := j.tree.Disk(j.req.Chart)
	if err != nil {
		return all
	}
	trial, err := loader.Load(disk)
	if err != nil {
		return all
	}
	sortSubcharts(trial)
	for _, m := range findMissing(trial) {
		// Helm compares versions too, and the version asked for may be a range that 0.0.0 is not in.
		m.dependency.Version = placeholderVersion
		m.owner.AddDependency(&chart.Chart{Metadata: &chart.Metadata{
			APIVersion: chart.APIVersionV2, Name: m.dependency.Name, Version: placeholderVersion,
			Annotations: map[string]string{placeholderOf: chartKey(m.owner)},
		}})
	}
	if err := chartutil.ProcessDependencies(trial, values); err != nil {
		return all // the render proper fails for the same reason, and says so
	}
	left := map[string]bool{}
	collectPlaceholders(trial, left)
	return left
}

func collectPlaceholders(c *chart.Chart, left map[string]bool) {
	if owner, ok := c.Metadata.Annotations[placeholderOf]; ok {
		left[owner+" "+c.Name()] = true
	}
	for _, subchart := range c.Dependencies() {
		collectPlaceholders(subchart, left)
	}
}

func (j *job) describeMissing(m missing, on bool) protocol.Problem {
	at := j.place(m.owner)
	problem := protocol.Problem{Kind: protocol.MissingDependency, Blocking: on}
	problem.Path, problem.Line, problem.Column = j.declaration(at, m)
	what := fmt.Sprintf("dependency %q of chart %q is declared but not in charts/", m.dependency.Name, m.owner.Name())
	if on {
		problem.Message = what + ", so what it renders is not looked at"
		problem.Remedy = fmt.Sprintf("run `helm dependency build %s` and commit %s", at.path, path.Join(at.path, "charts"))
		if at.archive {
			problem.Remedy = "package " + at.path + " again with its dependencies in it"
		}
		return problem
	}
	problem.Message = fmt.Sprintf("%s; it is switched off by %s, so it is not rendered", what, switchesOf(m.dependency))
	return problem
}

func switchesOf(dependency *chart.Dependency) string {
	var switches []string
	if dependency.Condition != "" {
		switches = append(switches, fmt.Sprintf("condition %q", dependency.Condition))
	}
	if len(dependency.Tags) > 0 {
		switches = append(switches, fmt.Sprintf("tags %q", strings.Join(dependency.Tags, ", ")))
	}
	if len(switches) == 0 {
		return "the chart above it"
	}
	return strings.Join(switches, " or ")
}

// declaration finds the entry of the dependency: charts of apiVersion v1 may have it in requirements.yaml, which Helm reads
// over Chart.yaml.
func (j *job) declaration(at place, m missing) (file string, line, column int) {
	name := chartFile
	raw := rawFile(m.owner, chartFile)
	if requirements := rawFile(m.owner, requirementsFile); requirements != nil {
		if _, list := child(parse(requirements.Data), "dependencies"); list != nil {
			name, raw = requirementsFile, requirements
		}
	}
	if at.archive || raw == nil {
		return at.file(name), 0, 0
	}
	_, list := child(parse(raw.Data), "dependencies")
	if list == nil || list.Kind != yaml.SequenceNode || m.index >= len(list.Content) {
		return at.file(name), 0, 0
	}
	entry := list.Content[m.index]
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
			if have.Name() == dependency.Name {
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
		problem.Path, problem.Line, problem.Column = j.declaration(j.place(c), missing{c, dependency, i})
		problems = append(problems, problem)
	}
	for _, subchart := range c.Dependencies() {
		problems = append(problems, j.outdated(subchart)...)
	}
	return problems
}

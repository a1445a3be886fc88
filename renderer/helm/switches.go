package helm

import (
	"cmp"
	"fmt"
	"strings"

	commonutil "helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
)

// name is the one that it would render under.
func (a absent) name() string { return cmp.Or(a.dependency.Alias, a.dependency.Name) }

// key tells absent dependencies apart: by the chart that declares it and its name.
func (a absent) key() string { return chartKey(a.owner) + " " + a.name() }

func chartKey(c *chart.Chart) string {
	key := c.Name() + "@" + c.Metadata.Version
	if c.IsRoot() {
		return key
	}
	return chartKey(c.Parent()) + "/" + key
}

const (
	// dependencyOf is an annotation that no chart has: it marks what is in the place of an absent chart, and names the one it
	// was put into.
	dependencyOf       = "seccomp-gate/dependency-of"
	placeholderVersion = "0.0.0"
)

// trial is what became of an absent dependency when an empty chart was put in its place.
type trial struct {
	on bool

	// values are what the chart above passes on, globals included; nil when they are not known.
	values map[string]any
}

// try asks Helm's own ProcessDependencies which of the absent dependencies are switched on, and with which values. In a copy of
// the chart those that were not supplied get an empty chart each; what is left in the copy was on.
func (j *job) try(all []absent, values map[string]any) map[string]trial {
	copies := map[*chart.Chart]*chart.Chart{}
	root := cloneChart(j.chart, copies)
	everything, left := map[string]trial{}, map[string]trial{}
	for _, a := range all {
		everything[a.key()] = trial{on: true}
		mark := map[string]string{dependencyOf: chartKey(a.owner)}
		if a.chart != nil {
			copies[a.chart].Metadata.Annotations = mark
			continue
		}
		// Helm compares versions too, and the version asked for may be a range that 0.0.0 is not in.
		owner := copies[a.owner]
		owner.Metadata.Dependencies[a.index].Version = placeholderVersion
		owner.AddDependency(&chart.Chart{Metadata: &chart.Metadata{
			APIVersion: chart.APIVersionV2, Name: a.dependency.Name, Version: placeholderVersion, Annotations: mark,
		}})
	}
	if err := chartutil.ProcessDependencies(root, values); err != nil {
		return everything // the render proper fails for the same reason, and says so
	}
	passed, err := commonutil.CoalesceValues(root, values)
	if err != nil {
		passed = nil
	}
	collectMarked(root, passed, left)
	return left
}

func collectMarked(c *chart.Chart, values map[string]any, left map[string]trial) {
	if owner, ok := c.Metadata.Annotations[dependencyOf]; ok {
		left[owner+" "+c.Name()] = trial{on: true, values: values}
	}
	for _, subchart := range c.Dependencies() {
		below, _ := values[subchart.Name()].(map[string]any)
		collectMarked(subchart, below, left)
	}
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

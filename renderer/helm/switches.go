package helm

import (
	"fmt"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
)

// key tells absent dependencies apart: by the chart that declares it and the name it would render under.
func (a absent) key() string {
	name := a.dependency.Alias
	if name == "" {
		name = a.dependency.Name
	}
	return chartKey(a.owner) + " " + name
}

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

// enabled asks Helm's own ProcessDependencies which of the absent dependencies are switched on. In a copy of the chart those
// that were not supplied get an empty chart each; what is left in the copy was on.
func (j *job) enabled(all []absent, values map[string]any) map[string]bool {
	copies := map[*chart.Chart]*chart.Chart{}
	trial := cloneChart(j.chart, copies)
	everything, left := map[string]bool{}, map[string]bool{}
	for _, a := range all {
		everything[a.key()] = true
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
	if err := chartutil.ProcessDependencies(trial, values); err != nil {
		return everything // the render proper fails for the same reason, and says so
	}
	collectMarked(trial, left)
	return left
}

func collectMarked(c *chart.Chart, left map[string]bool) {
	if owner, ok := c.Metadata.Annotations[dependencyOf]; ok {
		left[owner+" "+c.Name()] = true
	}
	for _, subchart := range c.Dependencies() {
		collectMarked(subchart, left)
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

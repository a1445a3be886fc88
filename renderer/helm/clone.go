package helm

import (
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// cloneChart copies what Helm changes while it processes dependencies: names, lists of dependencies and values. Files are
// shared, so that a clone's Raw tells where it came from. copies receives the copy of each chart.
func cloneChart(c *chart.Chart, copies map[*chart.Chart]*chart.Chart) *chart.Chart {
	out := *c
	metadata := *c.Metadata
	metadata.Dependencies = make([]*chart.Dependency, len(c.Metadata.Dependencies))
	for i, dependency := range c.Metadata.Dependencies {
		declared := *dependency
		metadata.Dependencies[i] = &declared
	}
	if c.Metadata.Dependencies == nil {
		metadata.Dependencies = nil // Helm does not even look at such a chart's dependencies
	}
	out.Metadata = &metadata
	if c.Values != nil {
		out.Values = cloneMap(c.Values)
	}
	out.SetDependencies()
	for _, subchart := range c.Dependencies() {
		out.AddDependency(cloneChart(subchart, copies))
	}
	copies[c] = &out
	return &out
}

func cloneMap(values map[string]any) map[string]any {
	out := make(map[string]any, len(values))
	for key, value := range values {
		out[key] = cloneValue(value)
	}
	return out
}

func cloneValue(value any) any {
	switch value := value.(type) {
	case map[string]any:
		return cloneMap(value)
	case []any:
		out := make([]any, len(value))
		for i, element := range value {
			out[i] = cloneValue(element)
		}
		return out
	default:
		return value
	}
}

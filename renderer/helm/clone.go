package helm

import (
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// cloneChart copies what Helm changes in place while it processes dependencies: names and lists of dependencies. Values are
// shared, as Helm itself shares them between aliases; so are files, and a clone's Raw tells where it came from. copies
// receives the copy of each chart.
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
	out.SetDependencies()
	for _, subchart := range c.Dependencies() {
		out.AddDependency(cloneChart(subchart, copies))
	}
	copies[c] = &out
	return &out
}

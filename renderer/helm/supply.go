package helm

import (
	"path"
	"slices"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"

	"seccomp-gate/renderer/protocol"
)

// maxSupplied bounds charts that stand in for each other's dependencies: a few that need one another would make a tree
// that grows like a factorial. No real chart has that many.
const maxSupplied = 300

// absent is a dependency that a chart declares and charts/ does not hold.
type absent struct {
	owner      *chart.Chart
	dependency *chart.Dependency
	index      int // in the list of the chart

	// chart was put in its place, from supply. Both are zero when nothing was found.
	chart  *chart.Chart
	supply offer

	unfit      []offer           // charts of that name, of versions that do not satisfy
	unreadable []string          // archives that may be of that name
	tooMany    bool              // charts stand in for others already
	broken     *protocol.Problem // why the chart that would have stood in cannot be loaded
}

// supplyAbsent puts in place what `helm dependency build` would put into charts/, as far as the tree has it, in the chart and in
// all below it. It returns every dependency that charts/ does not hold. What is switched off is supplied too: Helm reads
// the conditions of dependencies from the values of all of them.
func (j *job) supplyAbsent(c *chart.Chart) []absent {
	var all []absent
	vendored := slices.Clone(c.Dependencies())
	for i, dependency := range c.Metadata.Dependencies {
		if !slices.ContainsFunc(vendored, func(have *chart.Chart) bool { return have.Name() == dependency.Name }) {
			a := absent{owner: c, dependency: dependency, index: i}
			j.supply(&a)
			all = append(all, a)
		}
	}
	for _, subchart := range c.Dependencies() {
		all = append(all, j.supplyAbsent(subchart)...)
	}
	return all
}

func (j *job) supply(a *absent) {
	chosen, ok := j.find(a)
	if !ok {
		return
	}
	for _, have := range a.owner.Dependencies() { // one chart can stand in for several aliases
		if at, ok := j.standIn(have); ok && at.path == chosen.path {
			a.chart, a.supply = have, chosen
			return
		}
	}
	if j.uses >= maxSupplied {
		a.tooMany = true
		return
	}
	loaded, err := j.shelf.load(chosen.place)
	if err != nil {
		a.broken = j.explainLoad(chosen.place, err)
		return
	}
	j.uses++
	j.standIns[loaded.Raw[0]] = chosen.place
	a.owner.AddDependency(loaded)
	a.chart, a.supply = loaded, chosen
}

// find picks the chart that stands in for a dependency, in the order of protocol.md.
func (j *job) find(a *absent) (offer, bool) {
	var offers []offer
	owner := j.place(a.owner)
	if local, ok := strings.CutPrefix(a.dependency.Repository, "file://"); ok && !owner.archive && !path.IsAbs(local) {
		if found, ok := j.shelf.folder(path.Join(owner.path, local)); ok && found.name == a.dependency.Name {
			offers = append(offers, found)
		}
	}
	offers = append(offers, j.shelf.foldersOf(a.dependency.Name)...)
	archives, unreadable := j.shelf.archivesOf(a.dependency.Name)
	for _, o := range append(offers, archives...) {
		switch {
		case j.isAbove(a.owner, o.path), slices.Contains(a.unfit, o):
		case chartutil.IsCompatibleRange(a.dependency.Version, o.version):
			return o, true
		default:
			a.unfit = append(a.unfit, o)
		}
	}
	a.unreadable = unreadable
	return offer{}, false
}

// isAbove tells whether the chart, or one that it is part of, lies at a path: it cannot be its own dependency.
func (j *job) isAbove(c *chart.Chart, path string) bool {
	return j.place(c).path == path || !c.IsRoot() && j.isAbove(c.Parent(), path)
}

// standIn says where a chart lies that was put in the place of an absent one. Helm copies a chart for each alias; the
// copies share the files, by which it is recognised. A chart has at least the file Chart.yaml.
func (j *job) standIn(c *chart.Chart) (place, bool) {
	if len(c.Raw) == 0 {
		return place{}, false
	}
	at, ok := j.standIns[c.Raw[0]]
	return at, ok
}

// listSupplied lists the charts that stand in for others by the names under which they are rendered.
func (j *job) listSupplied(c *chart.Chart, below string) []protocol.Supplied {
	var list []protocol.Supplied
	for _, subchart := range c.Dependencies() {
		name := path.Join(below, "charts", subchart.Name())
		if at, ok := j.standIn(subchart); ok {
			list = append(list, protocol.Supplied{Chart: name, Path: at.path})
		}
		list = append(list, j.listSupplied(subchart, name)...)
	}
	return list
}

package helm

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	syntax "text/template/parse"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// sites are the places of a release's templates where `required` or `fail` is called, and what is written around them. Each call gets a
// name of its own, so that it is known which of them are reached.
type sites struct {
	all     []site
	charts  []valuePath         // where the values of each chart are
	defines map[string][]*scope // by name
	calls   map[string][]spot   // of templates, by name

	comparisons []comparison
}

// comparison is a pipeline in which something is compared with texts.
type comparison struct {
	expression
	texts []string
}

// site is one call: its own words, and where it stands.
type site struct {
	at       int        // in the text of the file
	required bool       // and not fail
	own      expression // the pipeline that it is part of
	spot
}

// spot is where something stands in a template.
type spot struct {
	scope  *scope
	guards []expression // what the branches depend on that it is in
}

// scope is one template of a file, or the file itself.
type scope struct {
	name      string    // of the template; empty for the file itself
	chart     valuePath // where the values of its chart are
	variables map[string][]expression
	all       []expression
}

// expression is what stands in a template with what the dot is there: nil where that is not a value.
type expression struct {
	node  syntax.Node
	dot   valuePath
	scope *scope

	ranges bool // it is the one that a range goes through
}

// plainSite is the site of calls that have kept their names: those in texts given to tpl.
const plainSite = -1

func siteName(site int) string { return fmt.Sprintf("seccompGate%d_", site) }

// names are what the functions of each site begin with.
func (s *sites) names() map[int]string {
	names := map[int]string{plainSite: ""}
	for i := range s.all {
		names[i] = siteName(i)
	}
	return names
}

// findSites finds the calls, and gives them their names in the chart and all below it.
func findSites(root *chart.Chart) *sites {
	s := &sites{defines: map[string][]*scope{}, calls: map[string][]spot{}}
	s.addChart(root, valuePath{})
	return s
}

func (s *sites) addChart(c *chart.Chart, at valuePath) {
	s.charts = append(s.charts, at)
	templates := make([]*common.File, len(c.Templates))
	for i, file := range c.Templates {
		named := *file // aliases share files
		named.Data = s.addFile(file, at)
		templates[i] = &named
	}
	c.Templates = templates
	for _, subchart := range c.Dependencies() {
		s.addChart(subchart, append(slices.Clone(at), subchart.Name()))
	}
}

// addFile returns the text of the file with the names. One that cannot be parsed is not rendered either.
func (s *sites) addFile(file *common.File, at valuePath) []byte {
	tree, trees := syntax.New(file.Name), map[string]*syntax.Tree{}
	tree.Mode = syntax.SkipFuncCheck
	if _, err := tree.Parse(string(file.Data), "", "", trees); err != nil {
		return file.Data
	}
	first := len(s.all)
	for _, name := range slices.Sorted(maps.Keys(trees)) {
		one := &scope{name: name, chart: at, variables: map[string][]expression{}}
		if name == file.Name {
			one.name = ""
		}
		s.defines[name] = append(s.defines[name], one)
		w := &walker{sites: s, scope: one}
		w.list(trees[name].Root, nil, nil)
	}
	return named(file.Data, s.all[first:], first)
}

// named puts the name of each site before its call.
func named(text []byte, found []site, first int) []byte {
	type insertion struct {
		at   int
		name string
	}
	var insertions []insertion
	for i, one := range found {
		insertions = append(insertions, insertion{one.at, siteName(first + i)})
	}
	slices.SortFunc(insertions, func(a, b insertion) int { return cmp.Compare(a.at, b.at) })
	var out []byte
	done := 0
	for _, one := range insertions {
		out = append(append(out, text[done:one.at]...), one.name...)
		done = one.at
	}
	return append(out, text[done:]...)
}

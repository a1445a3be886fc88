package helm

import (
	"maps"
	"reflect"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

func TestProblemsInASuppliedChartNameItsFiles(t *testing.T) {
	tree := func(files fixture.Tree) fixture.Tree {
		out := fixture.Chart(fixture.Tree{
			"chart/Chart.yaml":      dependingOn("{name: common, version: 2.x.x, repository: '', alias: main}"),
			"libs/lib/Chart.yaml":   chartNamed("common", "2.1.0") + "dependencies: [{name: db, version: '*', repository: ''}]\n",
			"libs/store/Chart.yaml": chartNamed("db", "1.0.0"),
		})
		maps.Copy(out, files)
		return out
	}
	cases := map[string]struct {
		files fixture.Tree
		path  string
		line  int
	}{
		"template":        {fixture.Tree{"libs/lib/templates/c.yaml": "\n{{ .Values.a.b }}"}, "libs/lib/templates/c.yaml", 2},
		"deeper template": {fixture.Tree{"libs/store/templates/d.yaml": "\n{{ .Values.a.b }}"}, "libs/store/templates/d.yaml", 2},
		"schema":          {fixture.Tree{"libs/lib/values.schema.json": `{"required": ["x"]}`}, "libs/lib/values.schema.json", 0},
		"values":          {fixture.Tree{"libs/lib/values.yaml": "a: [\n"}, "libs/lib/values.yaml", 1},
		"no dependency":   {fixture.Tree{"libs/store/Chart.yaml": chartNamed("else", "1.0.0")}, "libs/lib/Chart.yaml", 4},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, problems := Render(fixture.Write(t, tree(c.files)), protocol.Request{Chart: "chart", Charts: []string{"libs/lib", "libs/store"}})
			last := problems[len(problems)-1]
			if !last.Blocking || last.Path != c.path || last.Line != c.line {
				t.Errorf("got %+v", problems)
			}
		})
	}
}

func TestWhereSuppliedChartsLie(t *testing.T) {
	tree := fixture.Chart(fixture.Tree{
		"chart/Chart.yaml":            dependingOn("{name: common, version: 2.x.x, repository: '', alias: one}", "{name: common, version: 2.x.x, repository: '', alias: two}", "{name: sub, version: '*', repository: ''}", "{name: spare, version: '*', repository: '', condition: spare.use}"),
		"chart/values.yaml":           "spare: {use: false}\n",
		"chart/charts/sub/Chart.yaml": chartNamed("sub", "1.0.0") + "dependencies: [{name: common, version: '*', repository: ''}]\n",
		"libs/lib/Chart.yaml":         chartNamed("common", "2.1.0"),
		"libs/off/Chart.yaml":         chartNamed("spare", "2.1.0"),
	})
	got := Answer(fixture.Write(t, tree), protocol.Request{Chart: "chart", Charts: []string{"libs/lib", "libs/off"}}).Supplied
	want := []protocol.Supplied{{Chart: "charts/one", Path: "libs/lib"}, {Chart: "charts/two", Path: "libs/lib"}, {Chart: "charts/sub/charts/common", Path: "libs/lib"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

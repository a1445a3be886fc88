package helm

import (
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

// dependingOn is the Chart.yaml of a chart named app with these entries under dependencies.
func dependingOn(entries ...string) string {
	return chartYAML + "dependencies:\n- " + strings.Join(entries, "\n- ") + "\n"
}

func chartNamed(name, version string) string {
	return "apiVersion: v2\nname: " + name + "\nversion: " + version + "\n"
}

// vendored is the tree after a folder was copied into charts/ by hand.
func vendored(tree fixture.Tree, copies map[string]string) fixture.Tree {
	out := maps.Clone(tree)
	for from, to := range copies {
		for name, text := range tree {
			if below, ok := strings.CutPrefix(name, from+"/"); ok {
				out[to+"/"+below] = text
			}
		}
	}
	return out
}

func TestASuppliedDependencyRendersAsAVendoredOne(t *testing.T) {
	const workload = "kind: Deployment\nname: {{ .Release.Name }}-{{ .Chart.Name }}\nvalues: {{ .Values | toJson }}\n"
	common := fixture.Tree{
		"libs/common/Chart.yaml":            chartNamed("common", "2.1.0"),
		"libs/common/values.yaml":           "size: 1\nexports: {defaults: {tier: back}}\nlog: {level: info}\n",
		"libs/common/templates/deploy.yaml": workload,
		"libs/common/templates/_names.tpl":  `{{ define "common.name" }}<{{ .Chart.Name }}>{{ end }}`,
		"libs/common/crds/thing.yaml":       "kind: CustomResourceDefinition\n",
		"chart/templates/configmap.yaml":    "kind: ConfigMap\nname: {{ include \"common.name\" . }}\nvalues: {{ .Values | toJson }}\n",
	}
	const toCharts = "chart/charts/common"
	cases := map[string]struct {
		files  fixture.Tree
		values map[string]any
		copies map[string]string // beside libs/common
		count  int               // of workloads that the supplied charts render
	}{
		"plain":                      {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: 'https://charts.example.com'}")}},
		"no repository":              {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: '>=2', repository: ''}")}},
		"file":                       {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: ^2.0.0, repository: 'file://../libs/common'}")}},
		"alias":                      {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', alias: main}"), "chart/values.yaml": "main: {size: 3}\n"}},
		"two aliases":                {count: 2, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', alias: one}", "{name: common, version: 2.1.0, repository: '', alias: two}"), "chart/values.yaml": "one: {size: 3}\ntwo: {size: 4}\n"}},
		"import-values":              {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', import-values: [defaults, {child: log, parent: logging}]}")}},
		"globals":                    {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: ''}"), "chart/values.yaml": "global: {region: eu}\ncommon: {size: 9}\n"}},
		"on by condition":            {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', condition: common.enabled}")}, values: map[string]any{"common": map[string]any{"enabled": true}}},
		"off by condition":           {files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', condition: common.enabled}")}, values: map[string]any{"common": map[string]any{"enabled": false}}},
		"off by tags":                {files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', tags: [lib]}")}, values: map[string]any{"tags": map[string]any{"lib": false}}},
		"off by the chart's own":     {files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', condition: common.enabled}"), "libs/common/values.yaml": "enabled: false\n"}},
		"on by the chart's own":      {count: 1, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', condition: 'common.enabled,all'}"), "libs/common/values.yaml": "enabled: true\n", "chart/values.yaml": "all: false\n"}},
		"condition on another chart": {files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: '', condition: db.needsCommon}", "{name: db, version: 1.x, repository: '', condition: db.enabled}"), "chart/values.yaml": "db: {enabled: false}\n", "libs/db/Chart.yaml": chartNamed("db", "1.0.0"), "libs/db/values.yaml": "needsCommon: false\n"}, copies: map[string]string{"libs/db": "chart/charts/db"}},
		"library":                    {files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: ''}"), "libs/common/Chart.yaml": chartNamed("common", "2.1.0") + "type: library\n"}},
		"its own dependencies": {count: 3, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: ''}"),
			"libs/common/Chart.yaml": chartNamed("common", "2.1.0") + "dependencies: [{name: db, version: 1.x, repository: '', alias: store}, {name: tool, version: 1.x, repository: 'file://../other'}]\n",
			"libs/db/Chart.yaml":     chartNamed("db", "1.0.0"), "libs/db/templates/db.yaml": workload,
			"libs/other/Chart.yaml": chartNamed("tool", "1.0.0"), "libs/other/templates/tool.yaml": workload,
		}, copies: map[string]string{"libs/db": toCharts + "/charts/db", "libs/other": toCharts + "/charts/tool"}},
		"of a vendored chart": {count: 2, files: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: common, version: 2.x.x, repository: ''}", "{name: sub, version: 1.x, repository: ''}"),
			"chart/charts/sub/Chart.yaml": chartNamed("sub", "1.0.0") + "dependencies: [{name: common, version: '*', repository: 'file://../../../libs/common'}]\n",
		}, copies: map[string]string{"libs/common": "chart/charts/sub/charts/common"}},
		"in requirements.yaml": {count: 1, files: fixture.Tree{"chart/Chart.yaml": "apiVersion: v1\nname: app\nversion: 1.2.3\n", "chart/requirements.yaml": "dependencies: [{name: common, version: 2.x.x, repository: '', alias: main}]\n"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tree := fixture.Chart(common)
			maps.Copy(tree, c.files)
			if c.count == 0 && name != "library" { // what needs the dependency cannot be rendered
				tree["chart/templates/configmap.yaml"] = "kind: ConfigMap\nvalues: {{ .Values | toJson }}\n"
			}
			copies := maps.Clone(c.copies)
			if copies == nil {
				copies = map[string]string{}
			}
			// A chart that stands twice is copied twice.
			both := vendored(vendored(tree, copies), map[string]string{"libs/common": toCharts})
			req := protocol.Request{Chart: "chart", Values: c.values, IncludeCRDs: true}
			want, problems := Render(fixture.Write(t, both), req)
			if len(problems) > 0 || want == "" {
				t.Fatalf("vendored: %q, %+v", want, problems)
			}
			req.Charts = []string{"chart", "libs/common", "libs/db", "libs/other"}
			got, problems := Render(fixture.Write(t, tree), req)
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
			if count := strings.Count(got, "kind: Deployment"); count != c.count {
				t.Errorf("the case is not what it says, it has %d workloads:\n%s", count, got)
			}
			if len(problems) == 0 {
				t.Error("nothing is said about it")
			}
			for _, problem := range problems {
				switchedOff := strings.Contains(problem.Message, "it is switched off by")
				if problem.Kind != protocol.MissingDependency || problem.Blocking || problem.Line == 0 || !switchedOff && !strings.Contains(problem.Message, "stands in for it") {
					t.Errorf("got %+v", problem)
				}
			}
		})
	}
}

func TestWhatStandsInForADependency(t *testing.T) {
	wants := func(version, repository string) string {
		return dependingOn("name: common\n  version: '" + version + "'\n  repository: '" + repository + "'")
	}
	// Each says which it is.
	lib := func(path, version string) fixture.Tree {
		return fixture.Tree{path + "/Chart.yaml": chartNamed("common", version), path + "/templates/c.yaml": "from: " + path + "\n"}
	}
	const remedy = "run `helm dependency build chart` and commit chart/charts"
	cases := map[string]struct {
		declares string
		trees    []fixture.Tree
		archives map[string]string // file to version
		charts   []string
		from     string // empty: nothing stands in
		message  string
		remedy   string
	}{
		"a sibling":             {declares: wants("2.x.x", ""), trees: []fixture.Tree{lib("a", "2.1.0")}, charts: []string{"a"}, from: "a", message: `dependency "common" (2.x.x) of chart "app" is not in charts/; a (version 2.1.0, a chart of this repository) stands in for it`, remedy: remedy},
		"the newest sibling":    {declares: wants("2.x.x", ""), trees: []fixture.Tree{lib("a", "2.9.0"), lib("b", "2.10.0"), lib("c", "3.0.0")}, charts: []string{"a", "b", "c"}, from: "b", message: "version 2.10.0"},
		"the first of a tie":    {declares: wants("2.x.x", ""), trees: []fixture.Tree{lib("a", "2.1.0"), lib("b", "2.1.0")}, charts: []string{"a", "b"}, from: "a", message: "version 2.1.0"},
		"file before newer":     {declares: wants("2.x.x", "file://../old"), trees: []fixture.Tree{lib("old", "2.0.0"), lib("a", "2.1.0")}, charts: []string{"a"}, from: "old", message: "old (version 2.0.0"},
		"file of another range": {declares: wants("2.x.x", "file://../old"), trees: []fixture.Tree{lib("old", "1.0.0"), lib("a", "2.1.0")}, charts: []string{"old", "a"}, from: "a", message: "a (version 2.1.0"},
		"file outside":          {declares: wants("2.x.x", "file://../../old"), message: "is declared but not in charts/, so what it renders is not looked at", remedy: remedy + ", or put common-VERSION.tgz, of a version in \"2.x.x\", into the chart cache (`chartCache` in the configuration, `--chart-cache`)"},
		"file from the disk":    {declares: wants("2.x.x", "file:///a"), trees: []fixture.Tree{lib("a", "2.1.0")}, message: "not looked at"},
		"vendored before all":   {declares: wants("2.x.x", "file://../a"), trees: []fixture.Tree{lib("a", "2.1.0"), lib("chart/charts/common", "2.0.0")}, charts: []string{"a"}, from: "chart/charts/common"},
		"a folder before newer": {declares: wants("2.x.x", ""), trees: []fixture.Tree{lib("a", "2.0.0")}, archives: map[string]string{"cache/common-2.1.0.tgz": "2.1.0"}, charts: []string{"a", "cache/common-2.1.0.tgz"}, from: "a", message: "version 2.0.0"},
		"an archive":            {declares: wants("^2.0.0", "https://charts.example.com"), archives: map[string]string{"cache/common-2.1.0.tgz": "2.1.0", "cache/common-2.0.0.tgz": "2.0.0", "cache/other-2.2.0.tgz": "2.2.0"}, charts: []string{"cache/common-2.0.0.tgz", "cache/common-2.1.0.tgz", "cache/other-2.2.0.tgz"}, from: "cache/common-2.1.0.tgz", message: "cache/common-2.1.0.tgz (version 2.1.0, a packaged chart) stands in"},
		"what an archive says":  {declares: wants("^2.0.0", ""), archives: map[string]string{"cache/common-2.1.0.tgz": "1.0.0"}, charts: []string{"cache/common-2.1.0.tgz"}, message: "not looked at: cache/common-2.1.0.tgz has version 1.0.0"},
		"no version that fits":  {declares: wants("2.1.0", "oci://registry.example.com/charts"), trees: []fixture.Tree{lib("a", "1.9.0")}, charts: []string{"a"}, message: "not looked at: a has version 1.9.0", remedy: remedy + ", or run `helm pull oci://registry.example.com/charts/common --version 2.1.0` in the chart cache (`chartCache` in the configuration, `--chart-cache`)"},
		"an exact version":      {declares: wants("2.1.0", "@corp"), message: "not looked at", remedy: remedy + ", or put common-2.1.0.tgz into the chart cache (`chartCache` in the configuration, `--chart-cache`)"},
		"a version to quote":    {declares: wants(">2, '';rm", "https://x/;y"), message: "not looked at", remedy: remedy + ", or run `helm pull common --repo 'https://x/;y' --version '>2, '\\'';rm'` in the chart cache (`chartCache` in the configuration, `--chart-cache`)"},
		"another name":          {declares: wants("2.x.x", "file://../a"), trees: []fixture.Tree{{"a/Chart.yaml": chartNamed("commons", "2.1.0")}}, charts: []string{"a"}, message: "not looked at"},
		"a broken archive":      {declares: wants("2.x.x", ""), trees: []fixture.Tree{{"cache/common-2.1.0.tgz": "no archive"}}, charts: []string{"cache/common-2.1.0.tgz"}, message: "not looked at: cache/common-2.1.0.tgz cannot be read"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tree := fixture.Chart(fixture.Tree{"chart/Chart.yaml": c.declares})
			for _, more := range c.trees {
				maps.Copy(tree, more)
			}
			root := fixture.Write(t, tree)
			for file, version := range c.archives {
				name, _, _ := strings.Cut(filepath.Base(file), "-")
				write(t, filepath.Join(root, file), archive(t, fixture.Tree{"x/Chart.yaml": chartNamed(name, version), "x/templates/c.yaml": "from: " + file + "\n"}))
			}
			answer := Answer(root, protocol.Request{Chart: "chart", Charts: c.charts})
			want := source + "kind: ConfigMap\n"
			var supplied []protocol.Supplied
			if c.from != "" {
				want += "\n---\n# Source: app/charts/common/templates/c.yaml\nfrom: " + c.from + "\n"
			}
			if c.from != "" && c.message != "" {
				supplied = []protocol.Supplied{{Chart: "charts/common", Path: c.from}}
			}
			if answer.Manifests != want || !reflect.DeepEqual(answer.Supplied, supplied) {
				t.Errorf("got:\n%s%+v\nwant:\n%s%+v", answer.Manifests, answer.Supplied, want, supplied)
			}
			if c.message == "" {
				if len(answer.Problems) > 0 {
					t.Errorf("got %+v", answer.Problems)
				}
				return
			}
			if len(answer.Problems) != 1 {
				t.Fatalf("got %+v", answer.Problems)
			}
			got := answer.Problems[0]
			if got.Kind != protocol.MissingDependency || got.Blocking != (c.from == "") || got.Path != "chart/Chart.yaml" || got.Line != 5 || !strings.Contains(got.Message, c.message) || c.remedy != "" && got.Remedy != c.remedy {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestChartsThatNeedEachOtherEnd(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{
		"a/Chart.yaml": chartNamed("a", "1.0.0") + "dependencies:\n- {name: b, version: '*', repository: ''}\n", "a/templates/a.yaml": "a: 1\n",
		"b/Chart.yaml": chartNamed("b", "1.0.0") + "dependencies:\n- {name: a, version: '*', repository: 'file://../a'}\n- {name: b, version: '*', repository: 'file://.'}\n", "b/templates/b.yaml": "b: 1\n",
	})
	answer := Answer(root, protocol.Request{Chart: "a", Charts: []string{"a", "b"}})
	if !strings.Contains(answer.Manifests, "a: 1") || !strings.Contains(answer.Manifests, "b: 1") || len(answer.Problems) != 3 {
		t.Fatalf("got %+v", answer)
	}
	for i, problem := range answer.Problems {
		if problem.Blocking != (i > 0) || i > 0 && problem.Path != "b/Chart.yaml" {
			t.Errorf("got %+v", problem)
		}
	}
}

func TestManyChartsThatNeedEachOtherEnd(t *testing.T) {
	tree, charts := fixture.Tree{}, []string{}
	var all []string
	for _, name := range strings.Split("abcdef", "") {
		all = append(all, "{name: "+name+", version: '*', repository: ''}")
		charts = append(charts, name)
	}
	for _, name := range charts {
		tree[name+"/Chart.yaml"] = chartNamed(name, "1.0.0") + "dependencies:\n- " + strings.Join(all, "\n- ") + "\n"
	}
	_, problems := Render(fixture.Write(t, tree), protocol.Request{Chart: "a", Charts: charts})
	tooMany := func(problem protocol.Problem) bool {
		return problem.Blocking && strings.HasSuffix(problem.Message, "and more than 300 charts stand in for such dependencies already")
	}
	if !slices.ContainsFunc(problems, tooMany) {
		t.Errorf("nothing is said about it in %d problems", len(problems))
	}
}

func TestASuppliedChartsOwnHelmignoreHolds(t *testing.T) {
	tree := fixture.Chart(fixture.Tree{
		"chart/Chart.yaml":                 dependingOn("{name: common, version: 2.x.x, repository: ''}"),
		"libs/common/Chart.yaml":           chartNamed("common", "2.1.0"),
		"libs/common/.helmignore":          "templates/draft.yaml\n",
		"libs/common/templates/a.yaml":     "a: 1\n",
		"libs/common/templates/draft.yaml": "draft: 1\n",
	})
	manifests, _ := Render(fixture.Write(t, tree), protocol.Request{Chart: "chart", Charts: []string{"libs/common"}})
	if !strings.Contains(manifests, "a: 1") || strings.Contains(manifests, "draft") {
		t.Errorf("got:\n%s", manifests)
	}
}

func TestAnArchiveHasNoFolderForItsFileRepositories(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{"cache/lib/Chart.yaml": chartNamed("common", "1.0.0")})
	write(t, filepath.Join(root, "cache/app.tgz"), archive(t, fixture.Tree{
		"app/Chart.yaml": chartNamed("app", "1.0.0") + "dependencies: [{name: common, version: '*', repository: 'file://../lib'}]\n", "app/templates/x.yaml": "x: 1\n",
	}))
	answer := Answer(root, protocol.Request{Chart: "cache/app.tgz"})
	if len(answer.Problems) != 1 || !answer.Problems[0].Blocking || len(answer.Supplied) > 0 {
		t.Errorf("got %+v", answer)
	}
}

func TestOneOfTwoVersionsStandsIn(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{
		"chart/Chart.yaml":       dependingOn("{name: common, version: 2.x, repository: '', alias: one}", "{name: common, version: 1.x, repository: '', alias: two}"),
		"libs/common/Chart.yaml": chartNamed("common", "2.1.0"),
	}))
	_, problems := Render(root, protocol.Request{Chart: "chart", Charts: []string{"libs/common"}})
	if len(problems) != 2 || problems[0].Blocking || !problems[1].Blocking || !strings.HasSuffix(problems[1].Message, "libs/common has version 2.1.0") {
		t.Errorf("got %+v", problems)
	}
}

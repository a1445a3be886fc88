package helm

import (
	"maps"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

// decidesOf renders the chart and returns what the first problem says to decide.
func decidesOf(t *testing.T, tree fixture.Tree, req protocol.Request) string {
	t.Helper()
	req.Chart = "chart"
	_, problems := Render(fixture.Write(t, tree), req)
	if len(problems) == 0 || problems[0].Kind != protocol.MissingDependency || !problems[0].Blocking {
		t.Fatalf("want a blocking missing dependency, got %v", problems)
	}
	return problems[0].Decides
}

func TestWhatDecidesAnAbsentDependency(t *testing.T) {
	const entry = "{name: db, version: ^1.0.0, repository: 'https://charts.example.com', alias: store}"
	base := fixture.Tree{
		"chart/Chart.yaml":           dependingOn(entry),
		"chart/Chart.lock":           "dependencies:\n- {name: db, version: 1.2.0, repository: 'https://charts.example.com'}\ndigest: sha256:0\ngenerated: '2024-01-01T00:00:00Z'\n",
		"chart/values.yaml":          "global: {region: eu}\nstore: {size: 1}\nown: 1\n",
		"chart/templates/_names.tpl": `{{ define "db.name" }}db{{ end }}`,
		"chart/templates/_own.tpl":   `{{ define "app.labels" }}a: b{{ end }}`,
		"chart/templates/pod.yaml":   "kind: Pod\nspec: {containers: [{name: {{ .Values.store.other }}}]}\n",
		"chart/templates/plain.yaml": "kind: ConfigMap\nof: {{ .Values.own }}\n",
	}
	const reads, below = "chart/templates/pod.yaml", "chart/charts/sub/templates/pod.yaml"
	base["chart/charts/sub/Chart.yaml"] = "apiVersion: v2\nname: sub\nversion: 1.0.0\n"
	base[below] = "kind: Pod\nspec: {containers: [{name: a{{ if .Values.on }}{{ .Values.store.size }}{{ end }}}]}\n"
	cases := map[string]struct {
		change  fixture.Tree
		request protocol.Request
		differs bool
	}{
		"nothing":                            {},
		"the version of the chart":           {change: fixture.Tree{"chart/Chart.yaml": "apiVersion: v2\nname: app\nversion: 9.9.9\ndependencies:\n- " + entry + "\n"}},
		"a value of its own":                 {change: fixture.Tree{"chart/values.yaml": "global: {region: eu}\nstore: {size: 1}\nown: 2\n"}},
		"a template of its own":              {change: fixture.Tree{"chart/templates/plain.yaml": "kind: Secret\n"}},
		"a value that is passed on":          {differs: true, change: fixture.Tree{"chart/values.yaml": "global: {region: eu}\nstore: {size: 2}\nown: 1\n"}},
		"a global":                           {differs: true, change: fixture.Tree{"chart/values.yaml": "global: {region: us}\nstore: {size: 1}\nown: 1\n"}},
		"the version that is asked for":      {differs: true, change: fixture.Tree{"chart/Chart.yaml": dependingOn("{name: db, version: ^1.1.0, repository: 'https://charts.example.com', alias: store}")}},
		"the version that is locked":         {differs: true, change: fixture.Tree{"chart/Chart.lock": "dependencies:\n- {name: db, version: 1.3.0, repository: 'https://charts.example.com'}\n"}},
		"a template that defines":            {differs: true, change: fixture.Tree{"chart/templates/_names.tpl": `{{ define "db.name" }}other{{ end }}`}},
		"a template that defines its own":    {change: fixture.Tree{"chart/templates/_own.tpl": `{{ define "app.labels" }}c: d{{ end }}`}},
		"a define of its own beside another": {differs: true, change: fixture.Tree{"chart/templates/_own.tpl": `{{ define "app.labels" }}{{ end }}{{ define "application" }}{{ end }}`}},
		"a block":                            {differs: true, change: fixture.Tree{"chart/templates/plain.yaml": "kind: Secret\n# {{ block `db.note` . }}{{ end }}\n"}},
		"a pod that reads the dependency's":  {differs: true, change: fixture.Tree{reads: base[reads] + "# store\n"}},
		"a pod of another chart below":       {differs: true, change: fixture.Tree{below: base[below] + "# store\n"}},
		"a value that is given":              {differs: true, request: protocol.Request{Set: []string{"store.size=5"}}},
		"the release":                        {differs: true, request: protocol.Request{Release: "other"}},
		"the namespace":                      {differs: true, request: protocol.Request{Namespace: "other"}},
		"the version of Kubernetes":          {differs: true, request: protocol.Request{KubeVersion: "1.30.0"}},
	}
	was := decidesOf(t, base, protocol.Request{})
	if was == "" {
		t.Fatal("nothing is known of what decides")
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tree := maps.Clone(base)
			maps.Copy(tree, c.change)
			if got := decidesOf(t, tree, c.request); got == "" || (got != was) != c.differs {
				t.Errorf("was %s, is %s", was, got)
			}
		})
	}
}

// What the chart above passes on is what it reads itself, whatever the defaults of the absent chart are.
func TestWhatReadsDefaults(t *testing.T) {
	values := map[string]any{"enabled": true, "auth": map[string]any{"user": "u", "none": nil}, "hosts": []any{"a"}}
	cases := map[string]bool{
		`{{ if .Values.db.enabled }}{{ $.Values.db.auth.user | quote }}{{ end }}`: false,
		`{{ .Values.db.auth.password }}`:                                          true,
		`{{ .Values.db.auth.none }}`:                                              true,
		`{{ .Values.db.auth.user.name }}`:                                         true,
		`{{ .Values.db.hosts }}`:                                                  false,
		`{{ with .Values.db }}{{ .enabled }}{{ end }}`:                            true,
		`{{ toYaml .Values.db.auth }}`:                                            true,
		`{{ .Values.db }}`:                                                        true,
		`{{ toYaml .Values }}`:                                                    true,
		`{{ .Values.dbHost }}{{ .Values.web.db.host }}{{ .Values.global.db.x }}`:  false,
		`{{ index .Values "db" "enabled" }}`:                                      false,
		`{{ index .Values "db" "other" }}`:                                        true,
		`{{ index .Values "web" "db" }}`:                                          false,
		`{{ get .Values "db" }}`:                                                  true,
		`{{ (index .Values "db").other }}`:                                        true,
		`{{ .Subcharts.db.Values.x }}`:                                            true,
		`{{ include "app.db.name" . }}-db {{ printf "%s-db" .Release.Name }}`:     false,
		`{{ include "db.name" . }}`:                                               true,
		`{{ tpl "{{ .Values.db.other }}" . }}`:                                    true,
		`{{/* db */}}{{- /* .Values.db */ -}} db`:                                 false,
	}
	for template, want := range cases {
		if got := readsDefaults(template, "app", "db", values); got != want {
			t.Errorf("%s: got %t", template, got)
		}
	}
}

// A dependency that lies in the same repository, or has the same name, may well know what the chart above defines.
func TestOwnNamesDecideWhatMayKnowThem(t *testing.T) {
	for name, entry := range map[string]string{
		"beside it":            "{name: db, version: 1.0.0, repository: 'file://../db'}",
		"from nowhere":         "{name: db, version: 1.0.0}",
		"of its name":          "{name: app, version: 1.0.0, repository: 'oci://registry.example.com/charts'}",
		"that is called by it": "{name: db, version: 1.0.0, repository: 'oci://registry.example.com/charts', alias: app}",
	} {
		t.Run(name, func(t *testing.T) {
			tree := fixture.Tree{"chart/Chart.yaml": dependingOn(entry), "chart/templates/x.yaml": "kind: X\n", "chart/templates/_own.tpl": `{{ define "app.labels" }}a{{ end }}`}
			was := decidesOf(t, tree, protocol.Request{})
			tree["chart/templates/_own.tpl"] = `{{ define "app.labels" }}b{{ end }}`
			if decidesOf(t, tree, protocol.Request{}) == was {
				t.Error("what the chart above defines has no say")
			}
		})
	}
}

func TestNothingDecidesImportedValues(t *testing.T) {
	tree := fixture.Tree{
		"chart/Chart.yaml": dependingOn("{name: db, version: 1.0.0, repository: '', import-values: [data]}"), "chart/templates/x.yaml": "kind: X\n",
	}
	if got := decidesOf(t, tree, protocol.Request{}); got != "" {
		t.Errorf("decided by %s", got)
	}
}

func TestEverythingDecidesAChartThatDoesNotRender(t *testing.T) {
	sibling := func(version string) fixture.Tree {
		return fixture.Tree{"db/Chart.yaml": "apiVersion: v2\nname: db\nversion: " + version + "\n", "db/templates/_names.tpl": `{{ define "db.other" }}db{{ end }}`}
	}
	base := fixture.Tree{
		"chart/Chart.yaml":       dependingOn("{name: db, version: 1.0.0, repository: ''}"),
		"chart/values.yaml":      "own: 1\n",
		"chart/files/x.txt":      "x\n",
		"chart/templates/x.yaml": `{{ include "db.name" . }}`,
	}
	cases := map[string]struct {
		change  fixture.Tree
		request protocol.Request
		differs bool
	}{
		"nothing": {},
		"a chart that could have been it, of another version": {change: sibling("2.0.0"), request: protocol.Request{Charts: []string{"db"}}},
		"a value of its own":    {differs: true, change: fixture.Tree{"chart/values.yaml": "own: 2\n"}},
		"a file of its own":     {differs: true, change: fixture.Tree{"chart/files/x.txt": "y\n"}},
		"a template of its own": {differs: true, change: fixture.Tree{"chart/templates/y.yaml": "kind: Y\n"}},
		"a value that is given": {differs: true, request: protocol.Request{Set: []string{"own=5"}}},
		"the release":           {differs: true, request: protocol.Request{Release: "other"}},
	}
	was := decidesOf(t, base, protocol.Request{})
	if was == "" {
		t.Fatal("nothing is known of what decides")
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tree := maps.Clone(base)
			maps.Copy(tree, c.change)
			if got := decidesOf(t, tree, c.request); got == "" || (got != was) != c.differs {
				t.Errorf("was %s, is %s", was, got)
			}
		})
	}
	t.Run("a stand-in that fits", func(t *testing.T) {
		failing := func(data string) string {
			tree := maps.Clone(base)
			maps.Copy(tree, sibling("1.0.0"))
			tree["db/files/x.txt"] = data
			_, problems := Render(fixture.Write(t, tree), protocol.Request{Chart: "chart", Charts: []string{"db"}})
			last := problems[len(problems)-1]
			if last.Kind != protocol.RenderFailed || last.Decides == "" {
				t.Fatalf("want a failure, got %v", problems)
			}
			return last.Decides
		}
		if failing("x") != failing("x") || failing("x") == failing("y") {
			t.Error("the chart that stands in has no say")
		}
	})
}

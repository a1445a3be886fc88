package helm

import (
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

func TestAbsentDependencies(t *testing.T) {
	const sub = "apiVersion: v2\nname: sub\nversion: 1.0.0\n"
	db := func(more string) string {
		return chartYAML + "dependencies:\n- name: db\n  version: ^17.2.0\n  repository: https://charts.example.com\n" + more
	}
	cases := map[string]struct {
		files    fixture.Tree
		values   map[string]any
		blocking bool
		path     string
		line     int
		message  string
		remedy   string
	}{
		"on": {files: fixture.Tree{"chart/Chart.yaml": db("")}, blocking: true, path: "chart/Chart.yaml", line: 5,
			message: `dependency "db" of chart "app" is declared but not in charts/, so what it renders is not looked at`, remedy: "run `helm dependency build chart` and commit chart/charts, or run `helm pull db --repo https://charts.example.com --version '^17.2.0'` in the chart cache (`chartCache` in the configuration, `--chart-cache`)"},
		"on by a condition that nothing sets": {files: fixture.Tree{"chart/Chart.yaml": db("  condition: db.enabled\n")}, blocking: true, path: "chart/Chart.yaml", line: 5, message: "is not looked at"},
		"on by condition":                     {files: fixture.Tree{"chart/Chart.yaml": db("  condition: db.enabled\n")}, values: map[string]any{"db": map[string]any{"enabled": true}}, blocking: true, path: "chart/Chart.yaml", line: 5, message: "is not looked at"},
		"off by condition in values.yaml":     {files: fixture.Tree{"chart/Chart.yaml": db("  condition: db.enabled\n"), "chart/values.yaml": "db: {enabled: false}\n"}, path: "chart/Chart.yaml", line: 5, message: `it is switched off by condition "db.enabled", so it is not rendered`},
		"off by the second condition":         {files: fixture.Tree{"chart/Chart.yaml": db("  condition: db.enabled,global.db\n")}, values: map[string]any{"global": map[string]any{"db": false}}, path: "chart/Chart.yaml", line: 5, message: `condition "db.enabled,global.db"`},
		"off by tags":                         {files: fixture.Tree{"chart/Chart.yaml": db("  tags: [back, data]\n")}, values: map[string]any{"tags": map[string]any{"data": false}}, path: "chart/Chart.yaml", line: 5, message: `switched off by tags "back, data"`},
		"condition beats tags":                {files: fixture.Tree{"chart/Chart.yaml": db("  tags: [data]\n  condition: db.enabled\n")}, values: map[string]any{"tags": map[string]any{"data": false}, "db": map[string]any{"enabled": true}}, blocking: true, path: "chart/Chart.yaml", line: 5, message: "is not looked at"},
		"one of two aliases": {files: fixture.Tree{"chart/Chart.yaml": db("  alias: spare\n  condition: spare.enabled\n- name: other\n  version: 1.0.0\n  repository: ''\n"), "chart/charts/other/Chart.yaml": "apiVersion: v2\nname: other\nversion: 1.0.0\n", "chart/values.yaml": "spare: {enabled: false}\n"},
			path: "chart/Chart.yaml", line: 5, message: "switched off by condition"},
		"in requirements.yaml": {files: fixture.Tree{"chart/Chart.yaml": "apiVersion: v1\nname: app\nversion: 1.0.0\n", "chart/requirements.yaml": "dependencies:\n- name: db\n  version: 1.x\n  repository: ''\n"},
			blocking: true, path: "chart/requirements.yaml", line: 2, message: "is not looked at"},
		"of a subchart, on": {files: fixture.Tree{"chart/Chart.yaml": chartYAML + "dependencies: [{name: sub, version: 1.0.0, repository: ''}]\n", "chart/charts/folder/Chart.yaml": sub + "dependencies:\n- name: db\n  version: 1.x\n  repository: ''\n"},
			blocking: true, path: "chart/charts/folder/Chart.yaml", line: 5, message: `of chart "sub"`, remedy: "run `helm dependency build chart/charts/folder` and commit chart/charts/folder/charts, or put db-VERSION.tgz, of a version in \"1.x\", into the chart cache (`chartCache` in the configuration, `--chart-cache`)"},
		"of a subchart, off": {files: fixture.Tree{"chart/Chart.yaml": chartYAML + "dependencies: [{name: sub, version: 1.0.0, repository: ''}]\n", "chart/charts/folder/Chart.yaml": sub + "dependencies:\n- name: db\n  version: 1.x\n  repository: ''\n  condition: db.use\n", "chart/values.yaml": "sub: {db: {use: false}}\n"},
			path: "chart/charts/folder/Chart.yaml", line: 5, message: `switched off by condition "db.use"`},
		"of a subchart that is off": {files: fixture.Tree{"chart/Chart.yaml": chartYAML + "dependencies: [{name: sub, version: 1.0.0, repository: '', condition: sub.use}]\n", "chart/charts/folder/Chart.yaml": sub + "dependencies:\n- name: db\n  version: 1.x\n  repository: ''\n", "chart/values.yaml": "sub: {use: false}\n"},
			path: "chart/charts/folder/Chart.yaml", line: 5, message: "switched off by the chart above it"},
		"another version": {files: fixture.Tree{"chart/Chart.yaml": db("  condition: db.enabled\n"), "chart/charts/db/Chart.yaml": "apiVersion: v2\nname: db\nversion: 16.0.0\n"},
			path: "chart/Chart.yaml", line: 5, message: `declared with version "^17.2.0", but charts/ holds 16.0.0`, remedy: "run `helm dependency update chart` and commit the result"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			manifests, problems := Render(fixture.Write(t, fixture.Chart(c.files)), protocol.Request{Chart: "chart", Values: c.values})
			if want := source + "kind: ConfigMap\n"; manifests != want {
				t.Errorf("the rest is not rendered: %q", manifests)
			}
			if len(problems) != 1 {
				t.Fatalf("want one problem, got %+v", problems)
			}
			got := problems[0]
			if got.Kind != protocol.MissingDependency || got.Blocking != c.blocking || got.Path != c.path || got.Line != c.line || got.Column == 0 {
				t.Errorf("got %+v", got)
			}
			if !strings.Contains(got.Message, c.message) || c.remedy != "" && got.Remedy != c.remedy {
				t.Errorf("got message %q, remedy %q; want %q, %q", got.Message, got.Remedy, c.message, c.remedy)
			}
		})
	}
}

func TestEveryAbsentDependencyIsReported(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{"chart/Chart.yaml": chartYAML +
		"dependencies:\n- {name: db, version: 1.x, repository: '', alias: one}\n- {name: db, version: 1.x, repository: '', alias: two, condition: two.use}\n",
		"chart/values.yaml": "two: {use: false}\n"}))
	_, problems := Render(root, protocol.Request{Chart: "chart"})
	if len(problems) != 2 || !problems[0].Blocking || problems[1].Blocking || problems[0].Line != 5 || problems[1].Line != 6 {
		t.Errorf("got %+v", problems)
	}
}

func TestWhatFailsForWantOfADependencyIsNotASecondProblem(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{
		"chart/Chart.yaml":               chartYAML + "dependencies: [{name: common, version: 1.x, repository: ''}]\n",
		"chart/templates/configmap.yaml": `{{ include "common.labels" . }}`,
	}))
	manifests, problems := Render(root, protocol.Request{Chart: "chart"})
	if manifests != "" || len(problems) != 1 || problems[0].Kind != protocol.MissingDependency {
		t.Errorf("got %q, %+v", manifests, problems)
	}
}

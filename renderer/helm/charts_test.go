package helm

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

func TestAChartMayLieAnywhere(t *testing.T) {
	for _, folder := range []string{".", "charts", "x/charts", "x/templates"} {
		root := fixture.Write(t, fixture.Tree{
			folder + "/Chart.yaml":                  chartNamed("app", "1.0.0") + "dependencies: [{name: sub, version: '*', repository: ''}]\n",
			folder + "/templates/a.yaml":            "a: {{ .Values.a }}\n",
			folder + "/values.yaml":                 "a: 1\n",
			folder + "/charts/sub/Chart.yaml":       chartNamed("sub", "1.0.0"),
			folder + "/charts/sub/templates/s.yaml": "s: {{ .Values.s.t }}\n",
		})
		_, problems := Render(root, protocol.Request{Chart: folder})
		if want := filepath.Join(folder, "charts/sub/templates/s.yaml"); len(problems) != 1 || problems[0].Path != want {
			t.Errorf("%s: got %+v", folder, problems)
		}
		manifests, problems := Render(root, protocol.Request{Chart: folder, Set: []string{"sub.s.t=2"}})
		want := "---\n# Source: app/charts/sub/templates/s.yaml\ns: 2\n---\n# Source: app/templates/a.yaml\na: 1\n"
		if len(problems) > 0 || !sameDocuments(manifests, want) {
			t.Errorf("%s: got %q, %+v", folder, manifests, problems)
		}
	}
}

// sameDocuments compares documents whose order the case is not about.
func sameDocuments(a, b string) bool {
	count := map[string]int{}
	for _, document := range strings.Split(a, "---\n") {
		count[strings.TrimSpace(document)]++
	}
	for _, document := range strings.Split(b, "---\n") {
		count[strings.TrimSpace(document)]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// What an editor on Windows writes renders the same, but for the ends of lines that templates copy.
func TestByteOrderMarksAndWindowsLines(t *testing.T) {
	tree := fixture.Tree{
		"chart/Chart.yaml":               dependingOn("{name: common, version: 2.x.x, repository: ''}"),
		"chart/values.yaml":              "a: 1\nb: [x, y]\n",
		"chart/templates/configmap.yaml": "kind: ConfigMap\nvalues: {{ .Values | toJson }}\n",
		"chart/templates/hook.yaml":      "kind: Pod\nmetadata:\n  annotations:\n    helm.sh/hook: test\n",
		"libs/common/Chart.yaml":         chartNamed("common", "2.1.0"),
	}
	windows := fixture.Tree{}
	for name, text := range tree {
		windows[name] = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
	}
	req := protocol.Request{Chart: "chart", Charts: []string{"libs/common"}}
	want, _ := Render(fixture.Write(t, tree), req)
	got, problems := Render(fixture.Write(t, windows), req)
	if strings.ReplaceAll(got, "\r\n", "\n") != want || want == "" {
		t.Errorf("got:\n%q\nwant:\n%q\n%+v", got, want, problems)
	}
	if len(problems) != 1 || problems[0].Blocking || problems[0].Line != 5 {
		t.Errorf("got %+v", problems)
	}
}

func TestLinksAreFollowed(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{
		"shared/s.yaml":                  "s: 1\n",
		"shared/charts/Chart.yaml":       chartNamed("sub", "1.0.0"),
		"shared/charts/templates/x.yaml": "x: 1\n",
		"chart/charts/README.md":         "keeps the folder\n",
	}))
	for link, target := range map[string]string{"chart/templates/linked.yaml": "../../shared/s.yaml", "chart/charts/sub": "../../shared/charts"} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Skip("this system makes no symbolic links")
		}
	}
	if err := os.Remove(filepath.Join(root, "chart/charts/README.md")); err != nil {
		t.Fatal(err)
	}
	manifests, problems := Render(root, protocol.Request{Chart: "chart"})
	want := source + "kind: ConfigMap\n---\n# Source: app/templates/linked.yaml\ns: 1\n---\n# Source: app/charts/sub/templates/x.yaml\nx: 1\n"
	if len(problems) > 0 || !sameDocuments(manifests, want) {
		t.Errorf("got %q, %+v", manifests, problems)
	}
}

func TestEveryDraftOfASchemaIsApplied(t *testing.T) {
	cases := map[string]struct{ schema, good, bad string }{
		"draft 7":             {`{"$schema": "http://json-schema.org/draft-07/schema#", "if": {"required": ["a"]}, "then": {"required": ["b"]}}`, "a=1,b=1", "a=1"},
		"draft 2019-09":       {`{"$schema": "https://json-schema.org/draft/2019-09/schema", "dependentRequired": {"a": ["b"]}, "unevaluatedProperties": false, "properties": {"a": {}, "b": {}, "global": {}}}`, "a=1,b=1", "a=1"},
		"draft 2020-12":       {`{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"l": {"prefixItems": [{"type": "string"}]}}}`, "l={x}", "l={1}"},
		"items of 7":          {`{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"l": {"items": [{"type": "string"}]}}}`, "l={x}", "l={1}"},
		"no prefixItems in 7": {`{"$schema": "http://json-schema.org/draft-07/schema#", "required": ["l"], "properties": {"l": {"prefixItems": [{"type": "string"}]}}}`, "l={1}", "x=1"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, fixture.Chart(fixture.Tree{"chart/values.schema.json": c.schema}))
			if manifests, problems := Render(root, protocol.Request{Chart: "chart", Set: []string{c.good}}); manifests == "" || len(problems) > 0 {
				t.Errorf("good values: %+v", problems)
			}
			if manifests, problems := Render(root, protocol.Request{Chart: "chart", Set: []string{c.bad}}); len(problems) != 1 || !problems[0].Blocking || problems[0].Path != "chart/values.schema.json" {
				t.Errorf("bad values: %q, %+v", manifests, problems)
			}
		})
	}
}

package helm

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

const chartYAML = "apiVersion: v2\nname: app\nversion: 1.2.3\n"

// template is a tree whose one template, or helper, is what a case is about.
func template(text string) fixture.Tree {
	return fixture.Tree{"chart/templates/configmap.yaml": "a: 1\n" + text + "\n"}
}

func TestProblemsSayWhatAndWhere(t *testing.T) {
	cases := map[string]struct {
		files        fixture.Tree
		req          protocol.Request
		kind         protocol.Kind
		path         string
		line, column int
		message      string // a regular expression
	}{
		"unset value":     {files: template("b: {{ .Values.x.y.z }}"), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, column: 14, message: "^`.Values.x.y.z` cannot be evaluated: `.y` is read from a value that is not set$"},
		"field of a text": {files: template("{{ .Chart.Name.x }}"), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, column: 10, message: "^`.Chart.Name.x` cannot be evaluated: `.x` is read from a .*, which has no fields$"},
		"wrong type":      {files: template(`{{ .Values | trimSuffix "x" }}`), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, column: 25, message: "wrong type for value; expected string; got map$"},
		"required":        {files: template(`b:  {{ required "set x" .Values.x }}`), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, column: 8, message: "^the template stops the render: set x$"},
		"fail in NOTES":   {files: fixture.Tree{"chart/templates/NOTES.txt": "\n{{ fail \"stop: now\" }}"}, kind: protocol.RenderFailed, path: "chart/templates/NOTES.txt", line: 2, column: 4, message: "^the template stops the render: stop: now$"},
		"no template":     {files: template(`{{ include "x" . }}`), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, column: 4, message: "^`include \"x\" .` cannot be evaluated: there is no template \"x\"$"},
		"parse error":     {files: template("{{ if }}"), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, message: "^the template cannot be parsed: missing value for if$"},
		"no function":     {files: template("{{ env \"HOME\" }}"), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, message: `^the template cannot be parsed: function "env" not defined$`},
		"in a helper": {files: fixture.Tree{"chart/templates/_x.tpl": "{{ define \"x\" }}\n\n{{ .Values.a.b }}{{ end }}", "chart/templates/configmap.yaml": `{{ include "x" . }}`},
			kind: protocol.RenderFailed, path: "chart/templates/_x.tpl", line: 3, column: 11, message: "^`.Values.a.b` .* \\(called from chart/templates/configmap.yaml:1\\)$"},
		"inside tpl":      {files: template(`{{ tpl "{{ .Values.a.b }}" . }}`), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, column: 4, message: "^`.Values.a.b` cannot be evaluated: `.b` is read from a value that is not set \\(in the text given to tpl\\)$"},
		"tpl parse error": {files: template(`{{ tpl "{{ if }}" . }}`), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 2, column: 4, message: "missing value for if \\(in the text given to tpl\\)$"},
		"endless include": {files: fixture.Tree{"chart/templates/configmap.yaml": `{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}`}, kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", line: 1, column: 20, message: "cannot be evaluated: rendering template has a nested reference name: x"},
		"not YAML":        {files: template(" b: {{ 2 }}"), kind: protocol.RenderFailed, path: "chart/templates/configmap.yaml", message: `^what the template renders is not valid YAML: mapping values are not allowed in this context \(line 2 of the rendered document\)$`},
		"in a subchart": {files: fixture.Tree{"chart/Chart.yaml": chartYAML + "dependencies: [{name: db, version: 1.0.0, alias: main, repository: ''}]\n", "chart/charts/folder/Chart.yaml": "apiVersion: v2\nname: db\nversion: 1.0.0\n", "chart/charts/folder/templates/cm.yaml": "{{ .Values.q.z }}"},
			kind: protocol.RenderFailed, path: "chart/charts/folder/templates/cm.yaml", line: 1, column: 11, message: "`.z`"},

		"no chart":            {req: protocol.Request{Chart: "other"}, kind: protocol.MissingFile, path: "other", message: `^chart "other" does not exist$`},
		"chart outside":       {req: protocol.Request{Chart: "../x"}, kind: protocol.Refused, path: "../x", message: "outside of the repository"},
		"no Chart.yaml":       {files: fixture.Tree{"chart/Chart.yaml": ""}, kind: protocol.MissingFile, path: "chart", message: `^"chart" is not a chart: it has no Chart.yaml$`},
		"no version":          {files: fixture.Tree{"chart/Chart.yaml": "apiVersion: v2\nname: app\n"}, kind: protocol.RenderFailed, path: "chart/Chart.yaml", message: "^Chart.yaml is not valid: version is required$"},
		"bad version":         {files: fixture.Tree{"chart/Chart.yaml": "apiVersion: v2\nname: app\nversion: one\n"}, kind: protocol.RenderFailed, path: "chart/Chart.yaml", line: 3, column: 1, message: `version "one" is invalid`},
		"Chart.yaml not YAML": {files: fixture.Tree{"chart/Chart.yaml": "apiVersion: v2\nname: [app\nversion: 1.0.0\n"}, kind: protocol.YAML, path: "chart/Chart.yaml", line: 2, message: "^Chart.yaml is not valid YAML: did not find"},
		"wrong kind of value": {files: fixture.Tree{"chart/Chart.yaml": chartYAML + "dependencies: {name: x}\n"}, kind: protocol.YAML, path: "chart/Chart.yaml", line: 4, column: 1, message: "^Chart.yaml: `dependencies` must be a list, not a map$"},
		"library":             {files: fixture.Tree{"chart/Chart.yaml": chartYAML + "type: library\n"}, kind: protocol.RenderFailed, path: "chart/Chart.yaml", line: 4, column: 1, message: `^chart "app" is of type "library"`},
		"Kubernetes too old":  {files: fixture.Tree{"chart/Chart.yaml": chartYAML + "kubeVersion: '>=1.30'\n"}, req: protocol.Request{KubeVersion: "1.29"}, kind: protocol.RenderFailed, path: "chart/Chart.yaml", line: 4, column: 1, message: `requires kubeVersion ">=1.30", and it is rendered for Kubernetes v1.29$`},
		"subchart not YAML":   {files: fixture.Tree{"chart/charts/db/Chart.yaml": "apiVersion: v2\nname: db\nversion: 1.0.0\n", "chart/charts/db/values.yaml": "a: [\n"}, kind: protocol.YAML, path: "chart/charts/db/values.yaml", line: 1, message: "^values.yaml is not valid YAML"},

		"values.yaml not YAML":  {files: fixture.Tree{"chart/values.yaml": "a: 1\nb: [\n"}, kind: protocol.YAML, path: "chart/values.yaml", line: 2, message: "^values.yaml is not valid YAML"},
		"values are a list":     {files: fixture.Tree{"chart/values.yaml": "- a\n"}, kind: protocol.YAML, path: "chart/values.yaml", message: "^values.yaml: the document must be a map, not a list$"},
		"values file not YAML":  {files: fixture.Tree{"v.yaml": "a: 1\nb: {\n"}, req: protocol.Request{ValuesFiles: []string{"v.yaml"}}, kind: protocol.YAML, path: "v.yaml", line: 2, message: "^values file is not valid YAML"},
		"no values file":        {req: protocol.Request{ValuesFiles: []string{"v.yaml"}}, kind: protocol.MissingFile, path: "v.yaml", message: `^values file "v.yaml" does not exist$`},
		"remote values file":    {req: protocol.Request{ValuesFiles: []string{"https://example.com/v.yaml"}}, kind: protocol.RemoteResource, message: `"https://example.com/v.yaml" is not in the repository$`},
		"values file outside":   {req: protocol.Request{ValuesFiles: []string{"../v.yaml"}}, kind: protocol.Refused, message: `"../v.yaml" is outside of the repository$`},
		"bad set":               {req: protocol.Request{Set: []string{"a"}}, kind: protocol.RenderFailed, message: `^set "a" cannot be read: `},
		"bad set-string":        {req: protocol.Request{SetString: []string{"a"}}, kind: protocol.RenderFailed, message: `^set-string "a" cannot be read: `},
		"bad set-json":          {req: protocol.Request{SetJSON: []string{"a={"}}, kind: protocol.RenderFailed, message: `^set-json "a={" cannot be read: `},
		"no file of set-file":   {req: protocol.Request{SetFile: []string{"a=x.txt"}}, kind: protocol.MissingFile, path: "x.txt", message: `^file of set-file "x.txt" does not exist$`},
		"bad release name":      {req: protocol.Request{Release: "Not_OK"}, kind: protocol.RenderFailed, message: `^release name "Not_OK": `},
		"bad Kubernetes number": {req: protocol.Request{KubeVersion: "latest"}, kind: protocol.RenderFailed, message: `^Kubernetes version "latest" cannot be read`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, fixture.Chart(c.files))
			if c.req.Chart == "" {
				c.req.Chart = "chart"
			}
			manifests, problems := Render(root, c.req)
			if len(problems) != 1 {
				t.Fatalf("want one problem, got %+v", problems)
			}
			got := problems[0]
			if (manifests != "") != (got.Rest != "") || !got.Blocking || got.Remedy == "" || got.Kind != c.kind || got.Path != c.path || got.Line != c.line || got.Column != c.column {
				t.Errorf("got %+v", got)
			}
			if !regexp.MustCompile(c.message).MatchString(got.Message) {
				t.Errorf("got message %q, want a match of %s", got.Message, c.message)
			}
			if strings.Contains(got.Message, root) || strings.Contains(got.Message, "interface {}") {
				t.Errorf("the message names a place on disk or a type of Go: %q", got.Message)
			}
		})
	}
}

func TestProblemsInsideAnArchiveNameTheArchive(t *testing.T) {
	packed := fixture.Tree{"db/Chart.yaml": "apiVersion: v2\nname: db\nversion: 1.0.0\n", "db/templates/cm.yaml": "{{ .Values.q.z }}"}
	root := fixture.Write(t, fixture.Chart(nil))
	write(t, filepath.Join(root, "chart", "charts", "db-1.0.0.tgz"), archive(t, packed))
	_, problems := Render(root, protocol.Request{Chart: "chart"})
	if len(problems) != 1 || problems[0].Path != "chart/charts/db-1.0.0.tgz" || problems[0].Line != 0 ||
		!strings.HasSuffix(problems[0].Message, "(app/charts/db/templates/cm.yaml:1:10)") {
		t.Errorf("got %+v", problems)
	}
}

func TestAChartThatIsTooLarge(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{"chart/large": "x"}))
	if err := os.Truncate(filepath.Join(root, "chart", "large"), 101<<20); err != nil {
		t.Fatal(err)
	}
	_, problems := Render(root, protocol.Request{Chart: "chart"})
	if len(problems) != 1 || problems[0].Kind != protocol.Limit || !problems[0].Blocking || strings.Contains(problems[0].Message, root) {
		t.Errorf("got %+v", problems)
	}
}

package helm

import (
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

// deployment is a template of one container, with the security context of its pod.
func deployment(before, context string) string {
	return before + `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    spec:
      securityContext:
        seccompProfile:
` + context + `
      containers:
        - name: web
          image: "web:{{ .Values.tag }}"
`
}

const runtimeDefault = "          type: RuntimeDefault"

// What a chart demands is not what decides: the container is looked at.
func TestWhatDoesNotDependOnADemandIsRendered(t *testing.T) {
	const rest = "it was looked at with `demanded` in the place of what is demanded"
	plain := deployment("", runtimeDefault)
	cases := map[string]struct {
		files      fixture.Tree
		message    string
		rest, want string
	}{
		"required":            {fixture.Tree{"web.yaml": strings.ReplaceAll(plain, ".Values.tag", `required "a tag is needed" .Values.tag`)}, "a tag is needed", rest, `image: "web:demanded"`},
		"required, of a pipe": {fixture.Tree{"web.yaml": strings.ReplaceAll(plain, ".Values.tag", `.Values.tag | required "a tag is needed"`)}, "a tag is needed", rest, `image: "web:demanded"`},
		"required, below nothing": {fixture.Tree{"web.yaml": strings.ReplaceAll("{{ $name := required \"a name is needed\" .Values.name }}"+plain, ".Values.tag", `required "a tag is needed" .Values.image.tag`)}, "a name is needed",
			rest, `image: "web:demanded"`},
		"a name":                      {fixture.Tree{"web.yaml": strings.ReplaceAll(plain, "name: web }", `name: {{ required "a name is needed" .Values.name }}-web }`)}, "a name is needed", rest, "name: demanded-web"},
		"fail":                        {fixture.Tree{"web.yaml": deployment("{{ if not .Values.tag }}{{ fail \"a tag is needed\" }}{{ end }}", runtimeDefault)}, "a tag is needed", rest, "type: RuntimeDefault"},
		"fail of NOTES.txt":           {fixture.Tree{"web.yaml": plain, "NOTES.txt": `{{ fail "read this" }}`}, "read this", rest, "type: RuntimeDefault"},
		"fail in a text given to tpl": {fixture.Tree{"web.yaml": plain, "a.yaml": "{{ tpl `{{ fail \"read this\" }}` . }}"}, "read this", rest, "type: RuntimeDefault"},
		"a schema":                    {fixture.Tree{"web.yaml": plain, "values.schema.json": `{"required": ["tag"]}`}, "missing property 'tag'", "it was looked at without the schema, and with `demanded` in the place of what is demanded", "type: RuntimeDefault"},
		"a schema that is none":       {fixture.Tree{"web.yaml": plain, "values.schema.json": `{"type": 1}`}, "the schema of the values is itself not valid", "it was looked at without the schema", "type: RuntimeDefault"},
		"a schema and a template":     {fixture.Tree{"web.yaml": strings.ReplaceAll(plain, ".Values.tag", `required "a tag is needed" .Values.tag`), "values.schema.json": `{"required": ["tag"]}`}, "missing property 'tag'", "it was looked at without the schema, and with `demanded` in the place of what is demanded", `image: "web:demanded"`},
		"a document of its own":       {fixture.Tree{"web.yaml": plain, "cm.yaml": "kind: ConfigMap\ndata: { a: '{{ required \"a is needed\" .Values.a }}' }\n"}, "a is needed", rest, "type: RuntimeDefault"},
		"a switch beside what is asked for": {fixture.Tree{"web.yaml": strings.ReplaceAll(plain, "          type", "{{ if .Values.without }}          other: {{ end }}          type"), "values.yaml": "without: false\n", "NOTES.txt": `{{ if not (or .Values.tag .Values.without) }}{{ fail "a tag is needed" }}{{ end }}`},
			"a tag is needed", rest, "type: RuntimeDefault"},
		"an element of a list": {fixture.Tree{"web.yaml": plain, "a.yaml": `{{ range $name, $port := .Values.ports }}{{ $_ := required "a port needs a number" $port.number }}{{ end }}{{ $_ := required "a is needed" .Values.a }}`}, "a is needed", rest, "type: RuntimeDefault"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			manifests, problem := renderDemanding(t, c.files)
			if !strings.Contains(problem.Message, c.message) || problem.Rest != c.rest || problem.Demands == "" || problem.Decides == "" {
				t.Errorf("got %+v", problem)
			}
			if !strings.Contains(manifests, "kind: Deployment") || !strings.Contains(manifests, c.want) {
				t.Errorf("got %s", manifests)
			}
		})
	}
}

// What a chart demands decides about the container, or may decide about it: nothing is said of it.
func TestWhatDependsOnADemandIsLeftOut(t *testing.T) {
	helper := func(text string) string { return `{{ define "app.check" }}` + text + `{{ end }}` }
	optional := strings.ReplaceAll(deployment("", "{{ toYaml .Values.profile | indent 10 }}"), "        seccompProfile:\n", "{{ if .Values.profile }}        seccompProfile:\n") + "{{ end }}"
	optional = strings.Replace(optional, "\n      containers:", "{{ end }}\n      containers:", 1)
	optional = strings.TrimSuffix(optional, "{{ end }}")
	secure := func(condition string) string {
		return strings.ReplaceAll(deployment("", runtimeDefault+"\n{{- end }}"), "      securityContext:", "{{- if "+condition+" }}\n      securityContext:")
	}
	cases := map[string]fixture.Tree{
		"the type itself":                {"web.yaml": deployment("", `          type: {{ required "a type is needed" .Values.type }}`)},
		"the type, which is compared":    {"web.yaml": deployment("", `          type: {{ .Values.type }}`), "NOTES.txt": `{{ if not .Values.type }}{{ fail "a type is needed" }}{{ end }}`},
		"the type, else a failure":       {"web.yaml": deployment("", `          type: {{ if .Values.type }}{{ .Values.type }}{{ else }}{{ fail "a type is needed" }}{{ end }}`)},
		"the whole profile":              {"web.yaml": optional, "NOTES.txt": `{{ if not .Values.profile }}{{ fail "a profile is needed" }}{{ end }}`},
		"the whole profile, in a schema": {"web.yaml": optional, "values.schema.json": `{"required": ["profile"]}`},
		"a value that is too short":      {"web.yaml": deployment("", `          type: {{ .Values.type }}`), "values.yaml": "type: ''\n", "values.schema.json": `{"properties": {"type": {"minLength": 1}}}`},
		"a profile that is an empty map": {"web.yaml": optional, "values.yaml": "profile: {}\n", "NOTES.txt": `{{ if empty .Values.profile }}{{ fail "a profile is needed" }}{{ end }}`},
		"what a required one is":         {"web.yaml": secure(`eq (required "a mode is needed" .Values.mode) "secure"`)},
		"what a required one is, by a helper": {"web.yaml": secure(`eq (include "app.check" .) "secure"`),
			"_h.tpl": helper(`{{- required "a mode is needed" .Values.mode -}}`)},
		"what a demanded one is":             {"web.yaml": secure(`has .Values.mode (list "open" "secure")`), "NOTES.txt": `{{ if not .Values.mode }}{{ fail "a mode is needed" }}{{ end }}`},
		"messages that are collected":        {"web.yaml": optional, "_h.tpl": helper(`{{ if not .Values.profile }}a profile is needed{{ end }}`), "NOTES.txt": `{{ $messages := list }}{{ $messages = append $messages (include "app.check" .) }}{{ $message := join "\n" $messages }}{{ if $message }}{{ fail $message }}{{ end }}`},
		"a helper that fails":                {"web.yaml": optional, "_h.tpl": helper(`{{ fail . }}`), "NOTES.txt": `{{ if not .Values.profile }}{{ include "app.check" "a profile is needed" }}{{ end }}`},
		"a helper that is given a context":   {"web.yaml": optional, "_h.tpl": helper(`{{ if not .context.Values.profile }}{{ fail "a profile is needed" }}{{ end }}`), "NOTES.txt": `{{ include "app.check" (dict "context" $) }}`},
		"what is below a with":               {"web.yaml": strings.ReplaceAll(optional, ".Values.profile", ".Values.pod.profile"), "values.yaml": "pod: { a: 1 }\n", "NOTES.txt": `{{ with .Values.pod }}{{ if not .profile }}{{ fail "a profile is needed" }}{{ end }}{{ end }}`},
		"what is below a variable":           {"web.yaml": strings.ReplaceAll(optional, ".Values.profile", ".Values.pod.profile"), "values.yaml": "pod: { a: 1 }\n", "NOTES.txt": `{{ $pod := .Values.pod }}{{ if not $pod.profile }}{{ fail "a profile is needed" }}{{ end }}`},
		"what is looked up":                  {"web.yaml": optional, "NOTES.txt": `{{ if not (hasKey .Values "profile") }}{{ fail "a profile is needed" }}{{ end }}`},
		"a switch":                           {"web.yaml": secure(".Values.strict"), "values.yaml": "strict: false\n", "NOTES.txt": `{{ if not .Values.strict }}{{ fail "it must be on" }}{{ end }}`},
		"a map, of which a part is read":     {"web.yaml": secure(".Values.strict.really"), "values.yaml": "strict: {}\n", "NOTES.txt": `{{ if not .Values.strict.really }}{{ fail "it must be on" }}{{ end }}`},
		"a list, through which a range goes": {"web.yaml": deployment("", "{{ range .Values.types }}          type: {{ . }}\n{{ end }}"), "NOTES.txt": `{{ if not .Values.types }}{{ fail "types are needed" }}{{ end }}`},
		"how many containers there are":      {"web.yaml": deployment("", runtimeDefault) + "{{ if .Values.sidecar }}        - { name: sidecar }\n{{ end }}", "NOTES.txt": `{{ if not .Values.sidecar }}{{ fail "a sidecar is needed" }}{{ end }}`},
		"an annotation":                      {"web.yaml": strings.ReplaceAll(deployment("", runtimeDefault), "    spec:\n", "    metadata: { annotations: { seccomp.security.alpha.kubernetes.io/pod: {{ required \"a profile is needed\" .Values.profile | quote }} } }\n    spec:\n")},
		"the nodes that it is for":           {"web.yaml": strings.ReplaceAll(deployment("", runtimeDefault), "      containers:", "      nodeSelector: { kubernetes.io/os: {{ required \"nodes are needed\" .Values.nodes }} }\n      containers:")},
		"the class of its runtime":           {"web.yaml": strings.ReplaceAll(deployment("", runtimeDefault), "      containers:", "      runtimeClassName: {{ required \"a class is needed\" .Values.class }}\n      containers:")},
		"the namespace":                      {"web.yaml": strings.ReplaceAll(deployment("", runtimeDefault), "name: web }", `name: web, namespace: {{ required "a namespace is needed" .Values.namespace | quote }} }`)},
		"a subchart":                         {"charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n", "charts/sub/templates/web.yaml": deployment("", `          type: {{ .Values.type }}`), "charts/sub/templates/NOTES.txt": `{{ if not .Values.type }}{{ fail "a type is needed" }}{{ end }}`},
		"a schema of a subchart":             {"charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n", "charts/sub/templates/web.yaml": deployment("", `          type: {{ .Values.type }}`), "charts/sub/values.schema.json": `{"required": ["type"]}`},
	}
	for name, files := range cases {
		t.Run(name, func(t *testing.T) {
			manifests, problem := renderDemanding(t, files)
			if strings.Contains(manifests, "kind: Deployment") {
				t.Errorf("%+v\n%s", problem, manifests)
			}
			if !strings.Contains(problem.Rest, ", without what depends on that in chart/") {
				t.Errorf("got %+v", problem)
			}
		})
	}
}

// Where a chart has no end without `fail`, or compares what it demands with more than is tried, nothing of it is looked at.
func TestOfWhatCannotBeToldNothingIsRendered(t *testing.T) {
	for name, text := range map[string]string{
		"a recursion that ends with fail": "{{ tpl .Values.down . }}", // of include and template there is an end anyway
		"nine texts":                      `{{ if has (required "a mode is needed" .Values.mode) (list "a" "b" "c" "d" "e" "f" "g" "h" "i") }}a: b{{ end }}`,
	} {
		t.Run(name, func(t *testing.T) {
			manifests, problem := renderDemanding(t, fixture.Tree{"web.yaml": deployment("", runtimeDefault), "a.yaml": text, "values.yaml": "down: '{{ fail \"too deep\" }}{{ tpl .Values.down . }}'\n"})
			if manifests != "" || problem.Rest != "" || problem.Demands != "" {
				t.Errorf("got %+v\n%s", problem, manifests)
			}
		})
	}
	eight := `{{ if has (required "a mode is needed" .Values.mode) (list "a" "b" "c" "d" "e" "f" "g" "h") }}a: b{{ end }}`
	if manifests, problem := renderDemanding(t, fixture.Tree{"web.yaml": deployment("", runtimeDefault), "a.yaml": eight}); !strings.Contains(manifests, "kind: Deployment") {
		t.Errorf("eight texts: got %+v", problem)
	}
}

// renderDemanding renders the folder chart with these templates, and files beside them, which has to refuse.
func renderDemanding(t *testing.T, files fixture.Tree) (string, protocol.Problem) {
	t.Helper()
	tree := fixture.Chart(nil)
	for name, text := range files {
		if !strings.HasPrefix(name, "charts/") && !strings.HasPrefix(name, "values.") {
			name = "templates/" + name
		}
		tree["chart/"+name] = text
	}
	manifests, problems := Render(fixture.Write(t, tree), protocol.Request{Chart: "chart"})
	if len(problems) != 1 || !problems[0].Blocking || problems[0].Kind != protocol.RenderFailed {
		t.Fatalf("want one blocking problem, got %+v", problems)
	}
	return manifests, problems[0]
}

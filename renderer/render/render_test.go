package render

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

func ask(t *testing.T, root string, request any) protocol.Answer {
	t.Helper()
	text, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	var answer protocol.Answer
	decoder := json.NewDecoder(bytes.NewReader(Do(root, text)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

func TestEveryFieldOfAHelmRequestArrives(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{
		"chart/values.schema.json": `{"properties": {"inline": {"type": "string"}}}`,
		"chart/crds/c.yaml":        "kind: C\n",
		"chart/templates/configmap.yaml": "kind: ConfigMap\ndata:\n  - {{ .Release.Name }} {{ .Release.Namespace }} {{ .Release.IsUpgrade }}\n" +
			`  - {{ .Capabilities.KubeVersion.Version }} {{ .Capabilities.APIVersions.Has "example.com/v1" }}` + "\n  - {{ .Values | toJson }}\n",
		"chart/templates/hook.yaml": "kind: Hook\nmetadata: {annotations: {helm.sh/hook: pre-install}}\n",
		"chart/templates/test.yaml": "kind: Test\nmetadata: {annotations: {helm.sh/hook: test}}\n",
		"v.yaml":                    "file: 1\n",
		"f.txt":                     "text",
	}))
	request := map[string]any{
		"engine": "helm", "chart": "chart", "release": "rel", "namespace": "ns", "valuesFiles": []string{"v.yaml"}, "values": map[string]any{"inline": 1},
		"setJson": []string{"json=[1]"}, "set": []string{"set=1"}, "setString": []string{"string=1"}, "setFile": []string{"text=f.txt"},
		"kubeVersion": "v1.30.1", "apiVersions": []string{"example.com/v1"}, "includeCRDs": true, "skipHooks": false, "skipTests": true, "skipSchemaValidation": true, "isUpgrade": true,
	}
	got := ask(t, root, request)
	want := "---\n# Source: app/crds/c.yaml\nkind: C\n\n---\n# Source: app/templates/configmap.yaml\nkind: ConfigMap\ndata:\n  - rel ns true\n  - v1.30.1 true\n" +
		`  - {"file":1,"inline":1,"json":[1],"set":1,"string":"1","text":"text"}` + "\n" +
		"---\n# Source: app/templates/hook.yaml\nkind: Hook\nmetadata: {annotations: {helm.sh/hook: pre-install}}\n\n"
	if got.Manifests != want || len(got.Problems) > 0 {
		t.Errorf("got\n%s%+v\nwant\n%s", got.Manifests, got.Problems, want)
	}

	request["skipHooks"], request["skipTests"] = true, false
	if got := ask(t, root, request); strings.Contains(got.Manifests, "Hook") || strings.Contains(got.Manifests, "Test") {
		t.Errorf("skipHooks: got\n%s", got.Manifests)
	}
	request["skipSchemaValidation"] = false
	if got := ask(t, root, request); len(got.Problems) != 1 || !got.Problems[0].Blocking || !strings.Contains(got.Problems[0].Message, "'/inline'") {
		t.Errorf("with schema: got\n%+v", got)
	}
}

func TestEveryFieldOfAKustomizeRequestArrives(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{
		"over/kustomization.yaml": "resources: [../a.yaml]\n",
		"a.yaml":                  "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n",
	})
	if got := ask(t, root, map[string]any{"engine": "kustomize", "path": "over", "loadRestrictor": "none"}); !strings.Contains(got.Manifests, "name: a") || len(got.Problems) > 0 {
		t.Errorf("none: got %+v", got)
	}
	got := ask(t, root, map[string]any{"engine": "kustomize", "path": "over", "loadRestrictor": "rootOnly"})
	if len(got.Problems) != 1 || got.Problems[0].Kind != protocol.RenderFailed {
		t.Errorf("rootOnly: got %+v", got)
	}
}

func TestEveryFieldOfAProblemLeaves(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{"chart/templates/configmap.yaml": "a: {{ .Values.a.b }}\n"}))
	text := regexp.MustCompile(`"[0-9a-f]{64}"`).ReplaceAllString(strings.TrimSpace(string(Do(root, []byte(`{"engine":"helm","chart":"chart"}`)))), `"DIGEST"`)
	want := `{"manifests":"","problems":[{"kind":"render-failed",` +
		"\"message\":\"`.Values.a.b` cannot be evaluated: `.b` is read from a value that is not set\"," +
		"\"remedy\":\"correct the template, or give the chart the values, release name or namespace that it needs, such as under `targets:` in the configuration\"," +
		`"path":"chart/templates/configmap.yaml","line":1,"column":14,"blocking":true,"decides":"DIGEST"}]}`
	if text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
}

func TestProblemsAreNeverNull(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(nil))
	for _, request := range []string{`{"engine":"helm","chart":"chart"}`, `{"engine":"versions"}`} {
		if text := string(Do(root, []byte(request))); !strings.Contains(text, `"problems":[]`) {
			t.Errorf("%s: got %s", request, text)
		}
	}
}

func TestRequestsThatCannotBeAnswered(t *testing.T) {
	for request, want := range map[string]string{
		`{"engine":"helmfile"}`:                  `the renderer has no engine "helmfile"`,
		`{`:                                      "the renderer cannot read the request",
		`{"engine":"helm","chart":"x","sets":1}`: `unknown field "sets"`,
	} {
		var answer protocol.Answer
		if err := json.Unmarshal(Do(t.TempDir(), []byte(request)), &answer); err != nil {
			t.Fatal(err)
		}
		if len(answer.Problems) != 1 || !answer.Problems[0].Blocking || !strings.Contains(answer.Problems[0].Message, want) {
			t.Errorf("%s: got %+v, want %q", request, answer, want)
		}
	}
}

func TestAPanicIsAProblem(t *testing.T) {
	got := guarded("Helm", "chart", func() protocol.Answer { panic("slice bounds out of range") })
	if len(got.Problems) != 1 || got.Manifests != "" {
		t.Fatalf("got %+v", got)
	}
	problem := got.Problems[0]
	if !problem.Blocking || problem.Kind != protocol.RenderFailed || problem.Path != "chart" || !strings.Contains(problem.Message, "slice bounds out of range") || !strings.Contains(problem.Remedy, "a bug of seccomp-gate or of Helm") {
		t.Errorf("got %+v", problem)
	}
}

func TestTooMuchOutputIsAProblem(t *testing.T) {
	got := guarded("Helm", "chart", func() protocol.Answer {
		return protocol.Answer{Manifests: strings.Repeat("x", maxOutput+1)}
	})
	if len(got.Problems) != 1 || got.Manifests != "" || got.Problems[0].Kind != protocol.Limit || !got.Problems[0].Blocking {
		t.Errorf("got %d bytes, %+v", len(got.Manifests), got.Problems)
	}
	if got := guarded("Helm", "chart", func() protocol.Answer { return protocol.Answer{Manifests: "x"} }); got.Manifests != "x" {
		t.Errorf("got %+v", got)
	}
}

func TestRendersAreEqualEachTime(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{
		"chart/values.yaml": "m: {c: 1, b: 2, a: 3}\n",
		"chart/templates/configmap.yaml": "kind: Secret\npassword: {{ randAlphaNum 20 }}\nid: {{ uuidv4 }}\nat: {{ now }}\nkeys: {{ keys .Values.m }}\nvalues: {{ values .Values.m }}\n" +
			"{{ $ca := genCA \"ca\" 1 }}\nca: {{ $ca.Cert | b64enc }}\ncert: {{ (genSignedCert \"x\" nil nil 1 $ca).Key | b64enc }}\nhash: {{ htpasswd \"a\" \"b\" }}\n",
	}))
	first := ask(t, root, map[string]any{"engine": "helm", "chart": "chart"})
	if len(first.Problems) > 0 {
		t.Fatalf("%+v", first.Problems)
	}
	for range 10 {
		if again := ask(t, root, map[string]any{"engine": "helm", "chart": "chart"}); again.Manifests != first.Manifests {
			t.Fatalf("got\n%s\nthen\n%s", first.Manifests, again.Manifests)
		}
	}
}

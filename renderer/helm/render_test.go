package helm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

// render renders the folder chart of a tree and fails the test on any problem.
func render(t *testing.T, tree fixture.Tree, req protocol.Request) string {
	t.Helper()
	req.Chart = "chart"
	manifests, problems := Render(fixture.Write(t, tree), req)
	for _, problem := range problems {
		t.Errorf("unexpected problem: %+v", problem)
	}
	return manifests
}

const source = "---\n# Source: app/templates/configmap.yaml\n"

func TestTemplatesSeeWhatHelmGivesThem(t *testing.T) {
	cases := map[string]struct {
		text, want string
		files      fixture.Tree
		req        protocol.Request
	}{
		"release":              {text: "{{ .Release.Name }} {{ .Release.Namespace }} {{ .Release.Revision }} {{ .Release.Service }}", want: "rel ns 1 Helm", req: protocol.Request{Release: "rel", Namespace: "ns"}},
		"release by default":   {text: "{{ .Release.Name }} {{ .Release.Namespace }}", want: "release-name default"},
		"install":              {text: "{{ .Release.IsInstall }} {{ .Release.IsUpgrade }}", want: "true false"},
		"upgrade":              {text: "{{ .Release.IsInstall }} {{ .Release.IsUpgrade }}", want: "false true", req: protocol.Request{IsUpgrade: true}},
		"chart":                {text: "{{ .Chart.Name }}-{{ .Chart.Version }}", want: "app-1.2.3"},
		"default values":       {text: "{{ .Values.a }}", want: "1", files: fixture.Tree{"chart/values.yaml": "a: 1\n"}},
		"Kubernetes version":   {text: "{{ .Capabilities.KubeVersion }} {{ .Capabilities.KubeVersion.Minor }}", want: "v1.31.2 31", req: protocol.Request{KubeVersion: "1.31.2"}},
		"suffix of a version":  {text: "{{ .Capabilities.KubeVersion.Version }}", want: "v1.31.2-gke.1", req: protocol.Request{KubeVersion: "v1.31.2-gke.1"}},
		"built-in versions":    {text: `{{ .Capabilities.APIVersions.Has "apps/v1" }} {{ .Capabilities.APIVersions.Has "example.com/v1" }}`, want: "true false"},
		"added versions":       {text: `{{ .Capabilities.APIVersions.Has "example.com/v1/Thing" }}`, want: "true", req: protocol.Request{APIVersions: []string{"example.com/v1/Thing"}}},
		"files of the chart":   {text: `{{ .Files.Get "note" }} {{ (.Files.Glob "conf/*").AsConfig }}`, want: `text b.txt: B`, files: fixture.Tree{"chart/note": "text", "chart/conf/b.txt": "B"}},
		"ignored files":        {text: `{{ .Files.Get "note" | quote }}`, want: `""`, files: fixture.Tree{"chart/note": "text", "chart/.helmignore": "note\n"}},
		"helpers and tpl":      {text: `{{ include "app.name" . }} {{ tpl .Values.text . }}`, want: "<app> 1.2.3", files: fixture.Tree{"chart/templates/_helpers.tpl": `{{ define "app.name" }}<{{ .Chart.Name }}>{{ end }}`, "chart/values.yaml": "text: '{{ .Chart.Version }}'\n"}},
		"no cluster":           {text: `{{ lookup "v1" "Secret" "ns" "name" | toJson }}`, want: "{}"},
		"no names looked up":   {text: `{{ getHostByName "localhost" | quote }}`, want: `""`},
		"no environment":       {text: `{{ .Values.PATH | quote }}`, want: ""},
		"steady random values": {text: `{{ eq (randAlphaNum 8) (randAlphaNum 8) }} {{ tpl "{{ randAlphaNum 8 }}" . | eq (randAlphaNum 8) }}`, want: "true true"},
		"sorted keys":          {text: `{{ keys (dict "c" 1 "a" 1 "b" 1) | join "" }}`, want: "abc"},
		"a byte order mark":    {text: "{{ .Values.a }}", want: "1", files: fixture.Tree{"chart/values.yaml": "\ufeffa: 1\n"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tree := fixture.Chart(c.files)
			tree["chart/templates/configmap.yaml"] = "data: |-\n  " + c.text + "\n"
			want := strings.TrimRight(source+"data: |-\n  "+c.want, " ") + "\n"
			if got := render(t, tree, c.req); strings.TrimRight(got, " \n") != strings.TrimRight(want, " \n") {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func TestValuesAreMergedInHelmsOrder(t *testing.T) {
	tree := fixture.Chart(fixture.Tree{
		"chart/values.yaml":              "a: chart\nb: chart\nc: chart\nd: chart\ne: chart\nf: chart\ng: chart\nh: chart\nlist: [1, 2]\nm: {x: 1, z: 1}\n",
		"chart/templates/configmap.yaml": "{{ .Values | toJson }}\n",
		"one.yaml":                       "b: one\nc: one\nd: one\ne: one\nf: one\ng: one\nh: one\nm: {x: 2}\n",
		"two.yaml":                       "c: two\nd: two\ne: two\nf: two\ng: two\nh: two\n---\nsecond: document\n",
		"secret.txt":                     "from a file",
	})
	got := render(t, tree, protocol.Request{
		ValuesFiles: []string{"one.yaml", "two.yaml"},
		Values:      map[string]any{"d": "inline", "e": "inline", "f": "inline", "g": "inline", "h": "inline"},
		SetJSON:     []string{`e={"k":1}`, `{"f":"json","g":"json","h":"json"}`},
		Set:         []string{"f=1,g=2,h=3", "list[1]=9"},
		SetString:   []string{"g=2,h=3"},
		SetFile:     []string{"h=secret.txt"},
	})
	want := source + `{"a":"chart","b":"one","c":"two","d":"inline","e":{"k":1},"f":1,"g":"2","h":"from a file",` +
		`"list":[null,9],"m":{"x":2,"z":1},"second":"document"}` + "\n\n"
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestOutputIsWrittenAsByHelmTemplate(t *testing.T) {
	tree := fixture.Chart(fixture.Tree{
		"chart/crds/thing.yaml":          "kind: CustomResourceDefinition\nname: {{ raw }}\n",
		"chart/templates/configmap.yaml": "kind: Deployment\n---\nkind: ConfigMap\n",
		"chart/templates/NOTES.txt":      "Thank you.\n",
		"chart/templates/empty.yaml":     "{{ if false }}x{{ end }}\n",
		"chart/templates/hook.yaml":      "kind: Job\nmetadata:\n  annotations:\n    helm.sh/hook: pre-install\n",
		"chart/templates/test.yaml":      "kind: Pod\nmetadata:\n  annotations:\n    helm.sh/hook: test\n",
		"chart/templates/unknown.yaml":   "kind: Pod\nmetadata:\n  annotations:\n    helm.sh/hook: on-full-moon\n",
	})
	const (
		crd       = "---\n# Source: app/crds/thing.yaml\nkind: CustomResourceDefinition\nname: {{ raw }}\n\n"
		manifests = "---\n# Source: app/templates/configmap.yaml\nkind: ConfigMap\n\n---\n# Source: app/templates/configmap.yaml\nkind: Deployment\n"
		test      = "---\n# Source: app/templates/test.yaml\nkind: Pod\nmetadata:\n  annotations:\n    helm.sh/hook: test\n\n"
		hook      = "---\n# Source: app/templates/hook.yaml\nkind: Job\nmetadata:\n  annotations:\n    helm.sh/hook: pre-install\n\n"
	)
	cases := map[string]struct {
		req  protocol.Request
		want string
	}{
		"all":            {protocol.Request{IncludeCRDs: true}, crd + manifests + test + hook},
		"no definitions": {protocol.Request{}, manifests + test + hook},
		"no tests":       {protocol.Request{SkipTests: true}, manifests + hook},
		"no hooks":       {protocol.Request{SkipHooks: true}, manifests},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := render(t, tree, c.req); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestSubchartsRender(t *testing.T) {
	tree := fixture.Chart(fixture.Tree{
		"chart/Chart.yaml": "apiVersion: v2\nname: app\nversion: 1.2.3\ndependencies:\n" +
			"- {name: db, version: '>=1', repository: '', alias: main}\n- {name: db, version: 1.x.x, repository: '', alias: spare, condition: spare.enabled}\n- {name: off, version: 1.0.0, repository: '', tags: [extra]}\n",
		"chart/values.yaml":                 "global: {g: 1}\nmain: {size: 2}\nspare: {enabled: false}\ntags: {extra: false}\n",
		"chart/charts/db/Chart.yaml":        "apiVersion: v1\nname: db\nversion: 1.0.0\n",
		"chart/charts/db/values.yaml":       "size: 1\n",
		"chart/charts/db/templates/cm.yaml": "kind: ConfigMap\nsize: {{ .Values.size }}{{ .Values.global.g }}\n",
		"chart/charts/off/Chart.yaml":       "apiVersion: v2\nname: off\nversion: 1.0.0\n",
		"chart/charts/off/templates/o.yaml": "off: true\n",
		"chart/charts/zz/Chart.yaml":        "apiVersion: v2\nname: zz\nversion: 1.0.0\n",
		"chart/charts/zz/crds/z.yaml":       "kind: Z\n",
		"chart/charts/yy/Chart.yaml":        "apiVersion: v2\nname: yy\nversion: 1.0.0\n",
		"chart/charts/yy/crds/y.yaml":       "kind: Y\n",
	})
	want := "---\n# Source: app/charts/yy/crds/y.yaml\nkind: Y\n\n---\n# Source: app/charts/zz/crds/z.yaml\nkind: Z\n\n" +
		"---\n# Source: app/charts/main/templates/cm.yaml\nkind: ConfigMap\nsize: 21\n\n---\n# Source: app/templates/configmap.yaml\nkind: ConfigMap\n"
	for range 20 { // undeclared subcharts come out of a Go map
		if got := render(t, tree, protocol.Request{IncludeCRDs: true}); got != want {
			t.Fatalf("got:\n%s\nwant:\n%s", got, want)
		}
	}
}

func TestAPackagedChartRenders(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "app.tgz"), archive(t, fixture.Tree{
		"app/Chart.yaml": "apiVersion: v2\nname: app\nversion: 1.2.3\n", "app/templates/configmap.yaml": "kind: ConfigMap\n",
	}))
	manifests, problems := Render(root, protocol.Request{Chart: "app.tgz"})
	if want := source + "kind: ConfigMap\n"; manifests != want || len(problems) > 0 {
		t.Errorf("got %q, %v; want %q", manifests, problems, want)
	}
}

// archive packs files as `helm package` does.
func archive(t *testing.T, files fixture.Tree) []byte {
	t.Helper()
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	out := tar.NewWriter(zip)
	for name, text := range files {
		if err := out.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func write(t *testing.T, disk string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(disk), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(disk, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

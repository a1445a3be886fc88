package kustomize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

const (
	crd = "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: xs.example.com\nspec:\n  group: example.com\n  deep:\n    er: true\n"
	job = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: hook\n  annotations: {helm.sh/hook: %s}\n"
)

// withChart is a tree with a chart that prints what it was given, at a place.
func withChart(tree fixture.Tree, places ...string) fixture.Tree {
	all := fixture.Tree{}
	for _, place := range places {
		all[place+"/Chart.yaml"] = "apiVersion: v2\nname: app\nversion: 1.2.3\n"
		all[place+"/values.yaml"] = "a: 1\nb: {x: 1, z: 2}\nlist: [1]\n"
		all[place+"/crds/c.yaml"] = crd
		all[place+"/templates/a.yaml"] = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n  namespace: {{ .Release.Namespace }}\ndata:\n  v: {{ .Values | toJson | quote }}\n  has: {{ .Capabilities.APIVersions.Has \"x/v1\" | quote }}\n"
		all[place+"/templates/h.yaml"] = strings.ReplaceAll(job, "%s", "pre-install")
		all[place+"/templates/t.yaml"] = strings.ReplaceAll(strings.ReplaceAll(job, "%s", "test"), "name: hook", "name: probe")
	}
	for name, text := range tree {
		all[name] = text
	}
	return all
}

// Each case was compared, byte for byte, with `kustomize build --enable-helm`.
func TestChartsRender(t *testing.T) {
	const generator = "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: x}\nname: app\nreleaseName: gen\n"
	cases := map[string]struct {
		text  string
		texts []string
	}{
		"plain":            {"helmCharts: [{name: app, releaseName: r}]\n", []string{"name: r\n  namespace: default", `v: '{"a":1,"b":{"x":1,"z":2},"list":[1]}'`, "name: hook", "name: probe", "!CustomResourceDefinition", "!helm-generated"}},
		"no name":          {"helmCharts: [{name: app}]\n", []string{"name: release-name\n"}},
		"name template":    {"helmCharts: [{name: app, nameTemplate: '{{ lower \"ABC\" }}'}]\n", []string{"name: abc\n"}},
		"namespace":        {"namespace: kns\nhelmCharts: [{name: app, releaseName: r}]\n", []string{"namespace: kns"}},
		"own namespace":    {"namespace: kns\nresources: [a.yaml]\nhelmCharts: [{name: app, releaseName: r, namespace: own}]\n", []string{"name: r\n  namespace: own", "name: a\n  namespace: kns"}},
		"inherited":        {"namespace: top\nresources: [sub]\n", []string{"name: r\n  namespace: top"}},
		"definitions":      {"helmCharts: [{name: app, releaseName: r, includeCRDs: true}]\n", []string{"kind: CustomResourceDefinition", "er: true"}},
		"no hooks":         {"helmCharts: [{name: app, releaseName: r, skipHooks: true}]\n", []string{"!name: hook"}},
		"no tests":         {"helmCharts: [{name: app, releaseName: r, skipTests: true}]\n", []string{"name: hook", "!name: probe"}},
		"versions":         {"helmCharts: [{name: app, releaseName: r, apiVersions: [x/v1]}]\n", []string{`has: "true"`}},
		"inline":           {"helmCharts: [{name: app, releaseName: r, valuesInline: {a: null, b: {x: 9}, list: [3]}}]\n", []string{`{"a":1,"b":{"x":9,"z":2},"list":[3]}`}},
		"merge":            {"helmCharts: [{name: app, releaseName: r, valuesMerge: merge, valuesInline: {a: 7, b: {w: 9}}}]\n", []string{`{"a":1,"b":{"w":9,"x":1,"z":2},"list":[1]}`}},
		"files":            {"helmCharts: [{name: app, releaseName: r, valuesFile: v.yaml, additionalValuesFiles: [w.yaml], valuesInline: {b: {x: 4, w: 5}}}]\n", []string{`{"a":5,"b":{"w":5,"x":7,"z":2},"extra":1,"list":[1]}`}},
		"old field":        {"helmChartInflationGenerator: [{chartName: app, releaseName: r, valuesLocal: {a: 3}}]\n", []string{`"a":3`}},
		"home":             {"helmGlobals: {chartHome: other}\nhelmCharts: [{name: app, releaseName: r}]\n", []string{"name: r\n"}},
		"pulled":           {"helmCharts: [{name: app, repo: https://example.com, version: 9.9.9, releaseName: r}]\n", []string{"name: r\n"}},
		"from the cache":   {"helmCharts: [{name: app, repo: https://example.com, version: ^1.0.0, releaseName: r, valuesInline: {a: 2}}]\n", []string{`"a":2`}},
		"generator":        {"generators:\n- g.yaml\n", []string{"name: gen\n"}},
		"inline generator": {"generators:\n- |-\n  " + strings.ReplaceAll(strings.TrimSpace(generator), "\n", "\n  ") + "\n", []string{"name: gen\n"}},
		"transformed":      {"namePrefix: p-\ncommonLabels: {l: v}\nhelmCharts: [{name: app, releaseName: r}]\n", []string{"name: p-r\n", "l: v"}},
		"order":            {"sortOptions: {order: fifo}\nresources: [a.yaml]\nconfigMapGenerator: [{name: g, literals: [k=v], options: {disableNameSuffixHash: true}}]\nhelmCharts: [{name: app, releaseName: r, skipHooks: true}]\n", []string{"name: g\n---\napiVersion: v1\ndata:\n  has"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tree := withChart(fixture.Tree{
				"over/kustomization.yaml": c.text, "over/a.yaml": configMap, "over/g.yaml": generator,
				"over/v.yaml": "a: 5\nb: {x: 6}\n", "over/w.yaml": "b: {x: 7}\nextra: 1\n",
				"over/sub/kustomization.yaml": "helmGlobals: {chartHome: ../charts}\nhelmCharts: [{name: app, releaseName: r}]\n",
			}, "over/charts/app", "over/other/app", "over/charts/app-9.9.9/app", "cache/app")
			expect(t, tree, protocol.Request{Charts: []string{"cache/app"}}, c.texts...)
		})
	}
}

func TestChartsThatCannotRender(t *testing.T) {
	cases := map[string]struct {
		text, at string
		kind     protocol.Kind
		line     int
		message  string
	}{
		"elsewhere": {"helmCharts:\n- name: redis\n  version: 1.2.3\n  repo: https://example.com\n", "over/kustomization.yaml", protocol.RemoteResource, 2, "renders the chart `redis` 1.2.3 from `https://example.com`"},
		"nowhere":   {"helmCharts:\n- name: redis\n", "over/kustomization.yaml", protocol.MissingFile, 2, `is not at "over/charts/redis"`},
		"names":     {"helmCharts:\n- {name: app, releaseName: r, nameTemplate: x}\n", "over/kustomization.yaml", protocol.RenderFailed, 2, "nameTemplate"},
		"flag":      {"helmCharts:\n- {name: app, releaseName: --post-renderer=x}\n", "over/kustomization.yaml", protocol.RenderFailed, 2, "must not start with '-'"},
		"merge":     {"helmCharts:\n- {name: app, valuesMerge: both}\n", "over/kustomization.yaml", protocol.RenderFailed, 2, "valuesMerge must be one of"},
		"values":    {"helmCharts:\n- name: app\n  valuesFile: https://example.com/v.yaml\n", "over/kustomization.yaml", protocol.RemoteResource, 3, "`helmCharts` of `over/kustomization.yaml` refers to"},
		"two names": {"resources: [one, two]\n", "over/sub/kustomization.yaml", protocol.RenderFailed, 0, `namespace "n2"`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, withChart(fixture.Tree{
				"over/kustomization.yaml":     c.text,
				"over/one/kustomization.yaml": "namespace: n1\nnamePrefix: n1-\nresources: [../sub]\n",
				"over/two/kustomization.yaml": "namespace: n2\nnamePrefix: n2-\nresources: [../sub]\n",
				"over/sub/kustomization.yaml": "helmGlobals: {chartHome: ../charts}\nhelmCharts: [{name: app, releaseName: r}]\n",
			}, "over/charts/app"))
			manifests, problems := Render(root, protocol.Request{Path: "over"})
			if manifests != "" || len(problems) != 1 || problems[0].Kind != c.kind || problems[0].Path != c.at || problems[0].Line != c.line ||
				!problems[0].Blocking || !strings.Contains(problems[0].Message, c.message) {
				t.Errorf("got %q, %+v", manifests, problems)
			}
		})
	}
}

func TestPatchesHaveASayInChartsThatCannotRender(t *testing.T) {
	cases := map[string]fixture.Tree{
		"a chart that misses another": {"over/charts/app/Chart.yaml": "apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- {name: db, version: 1.0.0, repository: 'https://charts.example.org'}\n"},
		"a template that fails":       {"over/charts/app/templates/x.yaml": `{{ fail "no" }}`},
	}
	for name, change := range cases {
		t.Run(name, func(t *testing.T) {
			tree := withChart(fixture.Tree{"over/kustomization.yaml": "helmCharts:\n- {name: app, releaseName: r}\n"}, "over/charts/app")
			for path, text := range change {
				tree[path] = text
			}
			_, problems := Render(fixture.Write(t, tree), protocol.Request{Path: "over"})
			if len(problems) == 0 || !problems[0].Blocking || problems[0].Decides != "" {
				t.Errorf("got %+v", problems)
			}
		})
	}
}

func TestLeanRendersTheSameButForDefinitions(t *testing.T) {
	whole := fixture.Tree{
		"over/kustomization.yaml": "namePrefix: p-\nresources: [c.yaml, d.yaml]\n",
		"over/c.yaml":             "---\n" + crd + "---\n" + configMap, "over/d.yaml": deployment,
	}
	with := func(files fixture.Tree) fixture.Tree {
		tree := fixture.Tree{}
		for _, some := range []fixture.Tree{whole, files} {
			for name, text := range some {
				tree[name] = text
			}
		}
		return tree
	}
	cases := map[string]struct {
		tree fixture.Tree
		cut  bool
	}{
		"plain":         {whole, true},
		"merged":        {with(fixture.Tree{"over/kustomization.yaml": "resources: [c.yaml]\npatches: [{patch: '{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: xs.example.com}, spec: {scope: Cluster}}'}]\n"}), true},
		"patch inside":  {with(fixture.Tree{"over/kustomization.yaml": "resources: [c.yaml]\npatches: [{target: {kind: CustomResourceDefinition}, patch: '[{\"op\": \"replace\", \"path\": \"/spec/deep/er\", \"value\": false}]'}]\n"}), false},
		"replacement":   {with(fixture.Tree{"over/kustomization.yaml": "resources: [c.yaml]\nreplacements: [{source: {kind: CustomResourceDefinition, fieldPath: spec.group}, targets: [{select: {kind: ConfigMap}, fieldPaths: [metadata.name]}]}]\n"}), false},
		"in a file":     {with(fixture.Tree{"over/kustomization.yaml": "resources: [c.yaml]\nreplacements: [{path: r.yaml}]\n", "over/r.yaml": "source: {name: xs.example.com, fieldPath: spec.group}\ntargets: [{select: {kind: ConfigMap}, fieldPaths: [metadata.name]}]\n"}), false},
		"other's value": {with(fixture.Tree{"over/kustomization.yaml": "resources: [c.yaml, d.yaml]\nreplacements: [{source: {kind: ConfigMap, fieldPath: metadata.name}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.name]}]}]\n"}), true},
		"read besides":  {with(fixture.Tree{"over/kustomization.yaml": "resources: [c.yaml]\nconfigMapGenerator: [{name: g, files: [c.yaml]}]\n"}), false},
		"other key":     {with(fixture.Tree{"over/c.yaml": crd + "x: 1\n"}), false},
		"tabs":          {with(fixture.Tree{"over/c.yaml": strings.Replace(crd, "spec:\n", "spec: # here\n", 1)}), false},
	}
	others := func(manifests string) (rest []string) {
		for _, document := range strings.Split(manifests, "---\n") {
			if !strings.Contains(document, "kind: "+definition) {
				rest = append(rest, document)
			}
		}
		return rest
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, c.tree)
			full, problems := Render(root, protocol.Request{Path: "over"})
			lean, leanProblems := Render(root, protocol.Request{Path: "over", Lean: true})
			if full == "" || len(problems)+len(leanProblems) > 0 {
				t.Fatalf("got %q, %+v, %+v", full, problems, leanProblems)
			}
			if strings.Join(others(full), "") != strings.Join(others(lean), "") {
				t.Errorf("full\n%s\nlean\n%s", full, lean)
			}
			if (full != lean) != c.cut {
				t.Errorf("want cut %v, got\n%s", c.cut, lean)
			}
		})
	}
}

func TestASchemaOfOneBuildDoesNotReachTheNext(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{
		"plain/kustomization.yaml": "resources: [d.yaml]\npatches: [{path: p.yaml}]\n", "plain/d.yaml": deployment,
		"plain/p.yaml":              "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {spec: {containers: [{name: more, image: x}]}}}\n",
		"schema/kustomization.yaml": "resources: [d.yaml]\nopenapi: {path: s.json}\npatches: [{path: p.yaml}]\n", "schema/d.yaml": deployment,
		"schema/p.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {spec: {containers: [{name: more, image: x}]}}}\n",
		"schema/s.json": "{\"definitions\": {}}",
	})
	renders := map[string]string{}
	for _, path := range []string{"plain", "schema", "plain", "schema"} {
		manifests, problems := Render(root, protocol.Request{Path: path})
		if before, ok := renders[path]; manifests == "" || ok && before != manifests {
			t.Errorf("%s: %+v\n%s\nbefore\n%s", path, problems, manifests, before)
		}
		renders[path] = manifests
	}
	if renders["plain"] == renders["schema"] || !strings.Contains(renders["plain"], "name: c\n") {
		t.Errorf("the schema makes no difference: %s", renders["schema"])
	}
}

func TestAnOverlayIsReadThroughLinks(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{"real/a.yaml": "a"})
	if err := os.Symlink("real", filepath.Join(root, "link")); err != nil {
		t.Skip("this disk has no links:", err)
	}
	files := newOverlay()
	files.put(filepath.Join(root, "link", "a.yaml"), []byte("b"))
	files.put(filepath.Join(root, "link", "new", "c.yaml"), []byte("c"))
	for name, want := range map[string]string{"real/a.yaml": "b", "link/a.yaml": "b", "real/new/c.yaml": "c", "link/new/c.yaml": "c"} {
		if got, err := files.ReadFile(filepath.Join(root, name)); string(got) != want || !files.Exists(filepath.Join(root, name)) {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	if folder, file, err := files.CleanedAbs(filepath.Join(root, "link", "new")); err != nil || file != "" || !files.IsDir(folder.String()) {
		t.Errorf("got %q %q %v", folder, file, err)
	}
	if files.Exists(filepath.Join(root, "gone")) {
		t.Error("gone is there")
	}
}

// A chart that refuses to render is built without what it demands, as far as Kustomize can build that.
func TestAChartThatDemandsValuesIsBuiltInSpiteOfThat(t *testing.T) {
	const object = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: %s}\nspec: {template: {spec: {containers: [{name: c, image: 'c:{{ .Values.tag }}'}]}}}\n"
	const notes = `{{ if not .Values.tag }}{{ fail "a tag is needed" }}{{ end }}`
	cases := map[string]struct {
		kustomization, template string
		want                    string // empty: nothing is built
	}{
		"built":               {"helmCharts: [{name: app}]\nnamePrefix: my-\n", strings.ReplaceAll(object, "%s", "web"), "name: my-web"},
		"a name is demanded":  {"helmCharts: [{name: app}]\nnamePrefix: my-\n", strings.ReplaceAll(object, "%s", `{{ required "a name is needed" .Values.name }}`), "name: my-demanded"},
		"a patch of the rest": {"helmCharts: [{name: app}]\npatches: [{patch: \"apiVersion: apps/v1\\nkind: Deployment\\nmetadata: {name: web}\\nspec: {replicas: 3}\"}]\n", strings.ReplaceAll(object, "%s", "web"), "replicas: 3"},
		"a patch of what is left out": {"helmCharts: [{name: app}]\npatches: [{patch: \"apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: a}\\ndata: {b: c}\"}]\n",
			strings.ReplaceAll(object, "%s", "web") + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {tag: '{{ .Values.tag }}'}\n", ""},
		"nothing is sure": {"helmCharts: [{name: app}]\nresources: [a.yaml]\n", strings.ReplaceAll(object, "%s", "web") + "      {{ if .Values.tag }}securityContext: {}{{ end }}\n", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, fixture.Tree{
				"k/kustomization.yaml": c.kustomization, "k/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
				"k/charts/app/Chart.yaml": "apiVersion: v2\nname: app\nversion: 1.2.3\n", "k/charts/app/values.yaml": "tag: ''\n", "k/charts/app/templates/NOTES.txt": notes, "k/charts/app/templates/web.yaml": c.template,
			})
			manifests, problems := Render(root, protocol.Request{Path: "k"})
			if len(problems) != 1 || !problems[0].Blocking || problems[0].Decides != "" || !strings.Contains(problems[0].Message, "is needed") {
				t.Fatalf("got %+v", problems)
			}
			if (problems[0].Demands != "") != (c.want != "") || (problems[0].Rest != "") != (c.want != "") {
				t.Errorf("got %+v", problems[0])
			}
			if (manifests != "") != (c.want != "") || !strings.Contains(manifests, c.want) {
				t.Errorf("got %s", manifests)
			}
		})
	}
}

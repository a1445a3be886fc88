package kustomize

import (
	"maps"
	"strings"
	"testing"

	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/resid"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

const component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nlabels: [{pairs: {from: part}}]\n"

// expect renders over and looks for texts that must, or with a leading ! must not, be there.
func expect(t *testing.T, tree fixture.Tree, req protocol.Request, texts ...string) {
	t.Helper()
	req.Path = "over"
	manifests, problems := Render(fixture.Write(t, tree), req)
	if manifests == "" || len(problems) > 0 {
		t.Fatalf("got %q, %+v", manifests, problems)
	}
	for _, text := range texts {
		wanted, not := strings.CutPrefix(text, "!")
		if strings.Contains(manifests, wanted) == not {
			t.Errorf("want %q in\n%s", text, manifests)
		}
	}
}

func TestFluxEdits(t *testing.T) {
	bare := fixture.Tree{
		"over/d.yaml": deployment, "over/deep/er/a.yml": configMap, "over/notes.txt": "x", "over/.sops.yaml": "creation_rules: []\n",
		"over/sub/kustomization.yaml": "namePrefix: sub-\nresources: [b.yaml]\n", "over/sub/b.yaml": configMap, "over/sub/unlisted.yaml": "a: 1\n",
		"part/kustomization.yaml": component,
	}
	with := func(text string) fixture.Tree {
		tree := maps.Clone(bare)
		tree["over/kustomization.yaml"] = text
		return tree
	}
	own := with("resources: [d.yaml]\nnamespace: own\nimages: [{name: app, newName: other, newTag: v1}]\n")
	cases := map[string]struct {
		tree  fixture.Tree
		edits protocol.Edits
		texts []string
	}{
		"generated":      {bare, protocol.Edits{Namespace: "ns"}, []string{"name: d\n  namespace: ns", "name: a\n", "name: sub-a\n", "!creation_rules"}},
		"kept":           {own, protocol.Edits{}, []string{"namespace: own", "image: other:v1", "!sub-a"}},
		"names":          {own, protocol.Edits{Namespace: "ns", NamePrefix: "p-", NameSuffix: "-s"}, []string{"name: p-d-s\n  namespace: ns"}},
		"image merged":   {own, protocol.Edits{Images: []types.Image{{Name: "app", NewTag: "v2"}}}, []string{"image: other:v2"}},
		"digest clears":  {own, protocol.Edits{Images: []types.Image{{Name: "app", Digest: "sha256:1"}}}, []string{"image: other@sha256:1"}},
		"patch":          {own, protocol.Edits{Patches: []types.Patch{{Patch: "- {op: add, path: /spec/replicas, value: 3}", Target: &types.Selector{ResId: resourceOf("Deployment")}}}}, []string{"replicas: 3"}},
		"component":      {own, protocol.Edits{Components: []string{"../part"}}, []string{"from: part"}},
		"missing":        {own, protocol.Edits{Components: []string{"../gone", "../part"}, IgnoreMissingComponents: true}, []string{"from: part"}},
		"metadata":       {own, protocol.Edits{CommonLabels: map[string]string{"l": "v"}, CommonAnnotations: map[string]string{"note": "m"}}, []string{"  annotations:\n    note: m\n  labels:\n    l: v\n  name: d", "!matchLabels"}},
		"unknown field":  {with("resources: [d.yaml]\nnotAField: 1\n"), protocol.Edits{}, []string{"name: d"}},
		"no restriction": {fixture.Tree{"over/kustomization.yaml": "resources: [../a.yaml]\n", "a.yaml": configMap}, protocol.Edits{}, []string{"name: a"}},
		"ignored":        {fixture.Tree{".sourceignore": "values.yaml\n", "over/values.yaml": "a: 1\n", "over/a.yaml": configMap}, protocol.Edits{}, []string{"name: a"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			c.edits.By = protocol.ByFlux
			expect(t, c.tree, protocol.Request{Edits: &c.edits}, c.texts...)
		})
	}
}

// What Kustomize itself makes of the same edits was compared with `kustomize edit` and `kustomize build`.
func TestArgoCDEdits(t *testing.T) {
	tree := fixture.Tree{
		"over/d.yaml": deployment, "part/kustomization.yaml": component,
		"over/kustomization.yaml": "resources: [d.yaml]\nnamePrefix: old-\nimages: [{name: app, newName: other, newTag: v1}]\nreplicas: [{name: d, count: 2}]\nlabels: [{pairs: {a: b}}]\ncommonAnnotations: {q: r}\n",
	}
	labels := map[string]string{"x": "y"}
	cases := map[string]struct {
		edits protocol.Edits
		texts []string
	}{
		"names":             {protocol.Edits{NamePrefix: "p-", NameSuffix: "-s", Namespace: "ns"}, []string{"name: p-d-s\n  namespace: ns", "replicas: 2"}},
		"image replaced":    {protocol.Edits{Images: []types.Image{{Name: "app", NewTag: "v9"}}}, []string{"image: app:v9"}},
		"image preserved":   {protocol.Edits{Images: []types.Image{{Name: "app", NewName: "*", NewTag: "v9"}}}, []string{"image: other:v9"}},
		"replicas":          {protocol.Edits{Replicas: []types.Replica{{Name: "d", Count: 7}}}, []string{"replicas: 7"}},
		"labels everywhere": {protocol.Edits{CommonLabels: labels}, []string{"matchLabels:\n      x: \"y\"", "a: b"}},
		"labels":            {protocol.Edits{CommonLabels: labels, LabelWithoutSelector: true}, []string{"    a: b\n    x: \"y\"", "!matchLabels"}},
		"labels of pods":    {protocol.Edits{CommonLabels: labels, LabelWithoutSelector: true, LabelIncludeTemplates: true}, []string{"      labels:\n        x: \"y\"\n    spec:", "!matchLabels"}},
		"annotations":       {protocol.Edits{CommonAnnotations: map[string]string{"note": "m"}}, []string{"note: m", "q: r"}},
		"patch":             {protocol.Edits{Patches: []types.Patch{{Patch: "- {op: add, path: /spec/paused, value: true}", Target: &types.Selector{ResId: resourceOf("Deployment")}}}}, []string{"paused: true"}},
		"component":         {protocol.Edits{Components: []string{"../pa*"}}, []string{"from: part"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			c.edits.By = protocol.ByArgoCD
			expect(t, tree, protocol.Request{Edits: &c.edits}, c.texts...)
		})
	}
}

func TestEditsThatCannotBeMade(t *testing.T) {
	tree := fixture.Tree{"over/a.yaml": "a: 1\n", "has/kustomization.yaml": "resources: [a.yaml]\ncommonLabels: {a: b}\n", "has/a.yaml": configMap}
	cases := map[string]struct {
		path  string
		edits protocol.Edits
		kind  protocol.Kind
		at    string
		line  int
		text  string
	}{
		"not a manifest":    {"over", protocol.Edits{By: protocol.ByFlux}, protocol.YAML, "over/a.yaml", 0, "Flux takes each YAML file"},
		"not generated":     {"over", protocol.Edits{By: protocol.ByArgoCD}, protocol.MissingFile, "over", 0, `"over" has no kustomization.yaml`},
		"remote component":  {"has", protocol.Edits{By: protocol.ByFlux, Components: []string{"https://example.com/c"}}, protocol.RenderFailed, "has/kustomization.yaml", 0, "https://example.com/c"},
		"remote for Argo":   {"has", protocol.Edits{By: protocol.ByArgoCD, Components: []string{"https://example.com/c"}}, protocol.RemoteResource, "has/kustomization.yaml", 0, "`components` of `has/kustomization.yaml` refers to"},
		"missing component": {"has", protocol.Edits{By: protocol.ByFlux, Components: []string{"../gone"}}, protocol.MissingFile, "has/kustomization.yaml", 0, `there is no "gone"`},
		"label again":       {"has", protocol.Edits{By: protocol.ByArgoCD, CommonLabels: map[string]string{"a": "c"}}, protocol.RenderFailed, "has/kustomization.yaml", 0, `label "a" is in the kustomization already`},
		"by nobody":         {"has", protocol.Edits{}, protocol.RenderFailed, "has", 0, "by whose rules"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			manifests, problems := Render(fixture.Write(t, tree), protocol.Request{Path: c.path, Edits: &c.edits})
			if manifests != "" || len(problems) != 1 || problems[0].Kind != c.kind || problems[0].Path != c.at || problems[0].Line != c.line ||
				!problems[0].Blocking || !strings.Contains(problems[0].Message, c.text) {
				t.Errorf("got %q, %+v", manifests, problems)
			}
		})
	}
}

func TestPositionsInAnEditedKustomizationAreThoseOfTheRepository(t *testing.T) {
	for name, text := range map[string]string{ // what the problem is about is on line 4
		"a resource":          "# one\n# two\nresources:\n- gone.yaml\n",
		"an old field":        "# one\n# two\nbases:\n- gone\n",
		"the file of a key":   "# one\nconfigMapGenerator:\n- name: run\n  files: [run.sh=gone.sh]\n",
		"a chart":             "helmCharts:\n- {name: gone, version: 1.0.0, repo: 'https://one.example.com'}\n# three\n- {name: gone, repo: 'https://two.example.com', valuesInline: {a: [1]}}\n",
		"one of two the same": "# one\nhelmCharts:\n- name: gone\n- {repo: 'https://two.example.com', name: gone}\n",
	} {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, fixture.Tree{"over/kustomization.yaml": text})
			_, problems := Render(root, protocol.Request{Path: "over", Edits: &protocol.Edits{By: protocol.ByFlux, NamePrefix: "p-"}})
			if len(problems) == 0 || problems[len(problems)-1].Line != 4 || problems[0].Path != "over/kustomization.yaml" {
				t.Errorf("got %+v", problems)
			}
		})
	}
}

func TestSubstitution(t *testing.T) {
	const object = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  replicas: ${n}\n  paused: ${unset:-true}\n  x: \"a${unset}b\"\n  z: $${kept}\n"
	off := strings.ReplaceAll(configMap, "name: a", "name: off\n  annotations: {kustomize.toolkit.fluxcd.io/substitute: disabled, v: '${n}'}")
	tree := fixture.Tree{"over/kustomization.yaml": "resources: [o.yaml, off.yaml]\n", "over/o.yaml": object, "over/off.yaml": off}
	expect(t, tree, protocol.Request{Substitute: map[string]string{"name": "web\n", "n": "3"}},
		"name: web\n", "replicas: 3\n", "paused: true\n", "x: ab\n", "z: ${kept}\n", "v: ${n}\n")
	expect(t, tree, protocol.Request{Substitute: map[string]string{}}, "name: ${name}", "paused: ${unset:-true}")
	for name, variables := range map[string]map[string]string{
		`Deployment "${name}"`:  {"name": "a: b: c", "n": "1"},
		`"bad-name" is no name`: {"bad-name": "1"},
	} {
		manifests, problems := Render(fixture.Write(t, tree), protocol.Request{Path: "over", Substitute: variables})
		if manifests != "" || len(problems) != 1 || !problems[0].Blocking || !strings.Contains(problems[0].Message, name) {
			t.Errorf("%s: got %q, %+v", name, manifests, problems)
		}
	}
}

func resourceOf(kind string) resid.ResId { return resid.ResId{Gvk: resid.Gvk{Kind: kind}} }

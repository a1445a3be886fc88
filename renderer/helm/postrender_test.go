package helm

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/resid"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

// workloads is a chart with a Deployment, a hook and NOTES.
func workloads(more fixture.Tree) fixture.Tree {
	tree := fixture.Chart(fixture.Tree{
		"chart/templates/configmap.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        image: nginx:1\n",
		"chart/templates/hook.yaml":      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: h\n  annotations:\n    helm.sh/hook: pre-install\nspec:\n  containers:\n  - name: h\n    image: nginx:1\n",
		"chart/templates/NOTES.txt":      "not: [yaml",
	})
	for name, text := range more {
		tree[name] = text
	}
	return tree
}

func patch(kind, text string) protocol.Edits {
	return protocol.Edits{By: protocol.ByFlux, Patches: []types.Patch{{Patch: text, Target: &types.Selector{ResId: resid.ResId{Gvk: resid.Gvk{Kind: kind}}}}}}
}

func TestPostRenderersSeeManifestsAndHooks(t *testing.T) {
	req := protocol.Request{PostRenderers: []protocol.Edits{
		patch("Deployment", "- {op: add, path: /spec/template/spec/hostPID, value: true}"),
		patch("Pod", "apiVersion: v1\nkind: Pod\nmetadata: {name: any}\nspec: {hostPID: true}"),
		{By: protocol.ByFlux, Images: []types.Image{{Name: "nginx", NewName: "mirror/nginx", NewTag: "2"}}},
	}}
	want := "---\n# Source: app/templates/configmap.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n\n" +
		"---\n# Source: app/templates/configmap.yaml\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    spec:\n      containers:\n      - image: mirror/nginx:2\n        name: a\n      hostPID: true\n" +
		"---\n# Source: app/templates/hook.yaml\napiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    helm.sh/hook: pre-install\n  name: h\nspec:\n  containers:\n  - image: mirror/nginx:2\n    name: h\n  hostPID: true\n\n"
	if got := render(t, workloads(nil), req); strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestPostRenderersThatCannotBeApplied(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "patch.yaml")
	if err := os.WriteFile(outside, []byte("- {op: add, path: /spec/leaked, value: true}"), 0o644); err != nil {
		t.Fatal(err)
	}
	byPath := func(path string) protocol.Edits {
		return protocol.Edits{Patches: []types.Patch{{Path: path, Target: &types.Selector{ResId: resid.ResId{Gvk: resid.Gvk{Kind: "Deployment"}}}}}}
	}
	cases := map[string]struct {
		edits   protocol.Edits
		files   fixture.Tree
		kind    protocol.Kind
		message string
	}{
		"a patch from the disk":    {edits: byPath(outside), kind: protocol.Refused, message: "post-renderer 1 of 1 names the file"},
		"a patch from the network": {edits: byPath("http://127.0.0.1:1/p.yaml"), kind: protocol.Refused, message: "which a post-renderer cannot read"},
		"a patch of the tree":      {edits: byPath("chart/Chart.yaml"), kind: protocol.Refused, message: `"chart/Chart.yaml"`},
		"a component":              {edits: protocol.Edits{Components: []string{"../c"}}, kind: protocol.Refused, message: `"../c"`},
		"a path that is not there": {edits: patch("Deployment", "- {op: remove, path: /spec/gone}"), kind: protocol.RenderFailed, message: `post-renderer 1 of 1 cannot be applied to what chart "app" renders: `},
		"no such resource":         {edits: protocol.Edits{Patches: []types.Patch{{Patch: "apiVersion: v1\nkind: Pod\nmetadata: {name: gone}\n"}}}, kind: protocol.RenderFailed, message: "cannot be applied"},
		"one object twice":         {edits: protocol.Edits{NamePrefix: "x-"}, files: fixture.Tree{"chart/templates/again.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"}, kind: protocol.RenderFailed, message: "already registered"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			manifests, problems := Render(fixture.Write(t, workloads(c.files)), protocol.Request{Chart: "chart", PostRenderers: []protocol.Edits{c.edits}})
			if manifests != "" || len(problems) != 1 {
				t.Fatalf("got %q, %+v", manifests, problems)
			}
			if got := problems[0]; !got.Blocking || got.Remedy == "" || got.Kind != c.kind || !strings.Contains(got.Message, c.message) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestWhatIsNoYAMLIsLocatedBeforePostRendering(t *testing.T) {
	root := fixture.Write(t, workloads(fixture.Tree{"chart/templates/bad.yaml": "a: 1\n b: 2\n"}))
	_, problems := Render(root, protocol.Request{Chart: "chart", PostRenderers: []protocol.Edits{{NamePrefix: "x-"}}})
	if len(problems) != 1 || problems[0].Path != "chart/templates/bad.yaml" {
		t.Errorf("got %+v", problems)
	}
}

func TestPostRenderStrategies(t *testing.T) {
	mirror := []protocol.Edits{{By: protocol.ByFlux, Images: []types.Image{{Name: "nginx", NewName: "mirror/nginx", NewTag: "2"}}}}
	// The same object in a hook and in a template is an error only where both go through the renderer at once.
	twice := fixture.Tree{"chart/templates/twice.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: h\nspec:\n  containers:\n  - name: h\n    image: nginx:1\n"}
	cases := map[string]struct {
		strategy    string
		more        fixture.Tree
		hook, other string // their images
		fails       bool
	}{
		"none is combined":      {"", nil, "mirror/nginx:2", "mirror/nginx:2", false},
		"combined":              {"combined", nil, "mirror/nginx:2", "mirror/nginx:2", false},
		"combined, one twice":   {"combined", twice, "", "", true},
		"separate":              {"separate", twice, "mirror/nginx:2", "mirror/nginx:2", false},
		"nohooks":               {"nohooks", twice, "nginx:1", "mirror/nginx:2", false},
		"one that nobody knows": {"other", nil, "", "", true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, workloads(c.more))
			manifests, problems := Render(root, protocol.Request{Chart: "chart", PostRenderers: mirror, PostRenderStrategy: c.strategy})
			if (len(problems) > 0) != c.fails {
				t.Fatalf("got %+v", problems)
			}
			if c.fails {
				return
			}
			before, after, found := strings.Cut(manifests, "# Source: app/templates/hook.yaml")
			if !found || !strings.Contains(after, "image: "+c.hook+"\n") || strings.Count(before, "image: "+c.other+"\n") != strings.Count(before, "image:") {
				t.Errorf("got:\n%s", manifests)
			}
		})
	}
}

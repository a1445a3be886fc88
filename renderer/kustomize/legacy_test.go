package kustomize

import (
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

const replicas = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {replicas: 3}\n"

func TestPatchesThatAreTextsAreReadAsBeforeVersion5(t *testing.T) {
	tree := func(field string) fixture.Tree {
		return fixture.Tree{
			"base/kustomization.yaml": "resources:\n- d.yaml\n# in front of it\n" + field + ":\n- p.yaml # the first\n- |-\n  " +
				strings.ReplaceAll(strings.TrimSpace(strings.ReplaceAll(replicas, "replicas", "minReadySeconds")), "\n", "\n  ") + "\n",
			"base/d.yaml":             deployment,
			"base/p.yaml":             replicas,
			"over/kustomization.yaml": "resources: [../base]\nnamePrefix: x-\n",
		}
	}
	edits := map[string]*protocol.Edits{"": nil, protocol.ByFlux: {By: protocol.ByFlux, Namespace: "shop"}, protocol.ByArgoCD: {By: protocol.ByArgoCD, Namespace: "shop"}}
	for by, edit := range edits {
		for _, path := range []string{"base", "over"} {
			want, problems := Render(fixture.Write(t, tree("patchesStrategicMerge")), protocol.Request{Path: path, Edits: edit})
			if want == "" || len(problems) > 0 {
				t.Fatalf("%s %s: %+v", by, path, problems)
			}
			got, problems := Render(fixture.Write(t, tree("patches")), protocol.Request{Path: path, Edits: edit})
			if got != want || !strings.Contains(got, "replicas: 3") || !strings.Contains(got, "minReadySeconds: 3") {
				t.Errorf("%s %s: got\n%s\nwant\n%s", by, path, got, want)
			}
			if len(problems) != 1 || !problems[0].Blocking || problems[0].Path != "base/kustomization.yaml" || problems[0].Line != 5 || !strings.Contains(problems[0].Message, "as `patchesStrategicMerge`, was looked at") {
				t.Errorf("%s %s: got %+v", by, path, problems)
			}
		}
	}
}

func TestOtherPatchesAreLeftToKustomize(t *testing.T) {
	for name, text := range map[string]string{
		"texts and maps": "patches: [p.yaml, {path: p.yaml}]\n",
		"both fields":    "patches: [p.yaml]\npatchesStrategicMerge: [p.yaml]\n",
		"numbers":        "patches: ['']\n",
	} {
		root := fixture.Write(t, fixture.Tree{"over/kustomization.yaml": "resources: [d.yaml]\n" + text, "over/d.yaml": deployment, "over/p.yaml": replicas})
		manifests, problems := Render(root, protocol.Request{Path: "over"})
		if manifests != "" || len(problems) != 1 || !problems[0].Blocking || problems[0].Kind != protocol.YAML {
			t.Errorf("%s: got %q, %+v", name, manifests, problems)
		}
	}
	root := fixture.Write(t, fixture.Tree{"over/kustomization.yaml": "resources: [d.yaml]\npatches:\n- gone.yaml\n", "over/d.yaml": deployment})
	if _, problems := Render(root, protocol.Request{Path: "over"}); len(problems) == 0 || problems[0].Kind != protocol.MissingFile || problems[0].Line != 3 {
		t.Errorf("a patch that is missing: got %+v", problems)
	}
}

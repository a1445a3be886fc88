package kustomize

import (
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

// What is built without an absent resource is what is built with it, less its objects.
func TestWithoutWhatIsAbsentTheRestIsTheSame(t *testing.T) {
	const (
		component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"
		agent     = "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec: {template: {spec: {containers: [{name: agent, image: agent}]}}}\n" +
			"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: b}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: far, namespace: else}\n"
		patches = "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec: {minReadySeconds: 3}\n---\n" +
			"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {minReadySeconds: 4}\n"
	)
	cases := map[string]string{
		"nothing else":               "",
		"a patch of both":            "patches: [{path: p.yaml}]\n",
		"an old patch of both":       "patchesStrategicMerge: [p.yaml]\n",
		"inline patches":             "patches:\n- patch: '{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: agent}, spec: {minReadySeconds: 9}}'\n- patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, $patch: delete}'\n",
		"a deletion":                 "patches:\n- patch: '{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: agent}, $patch: delete}'\n",
		"a patch of another's space": "patches:\n- patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: far, namespace: else}, spec: {paused: true}}'\n",
		"a JSON patch":               "patches:\n- target: {kind: DaemonSet}\n  patch: |-\n    - {op: remove, path: /spec/template/spec/containers/0/image}\n- target: {kind: Deployment, name: d}\n  patch: |-\n    - {op: add, path: /spec/paused, value: true}\n",
		"replicas":                   "replicas: [{name: far, count: 2}, {name: d, count: 3}]\n",
		"a generator that merges":    "configMapGenerator: [{name: settings, behavior: merge, literals: [c=d]}, {name: own, literals: [e=f], options: {disableNameSuffixHash: true}}]\ngeneratorOptions: {disableNameSuffixHash: true}\n",
		"names and labels":           "namePrefix: x-\nnamespace: other\nlabels: [{pairs: {l: v}, includeSelectors: true}]\nimages: [{name: agent, newTag: v2}, {name: app, newTag: v3}]\n",
		"a component":                "components: [../part]\n",
		"replacements":               "replacements: [{source: {kind: Deployment, name: d, fieldPath: metadata.name}, targets: [{select: {kind: ConfigMap, name: a}, fieldPaths: [data.from], options: {create: true}}]}]\n",
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			tree := func(resource string) fixture.Tree {
				return fixture.Tree{
					"over/kustomization.yaml": "resources: [../mid]\n" + text, "over/p.yaml": patches,
					"mid/kustomization.yaml": "resources: [d.yaml, a.yaml, '" + resource + "']\n", "mid/d.yaml": deployment, "mid/a.yaml": configMap, "mid/agent.yaml": agent,
					"part/kustomization.yaml": component + "patches: [{path: p.yaml}]\n", "part/p.yaml": patches,
				}
			}
			all, problems := Render(fixture.Write(t, tree("agent.yaml")), protocol.Request{Path: "over"})
			if len(problems) > 0 {
				t.Fatalf("with it: %+v", problems)
			}
			rest, problems := Render(fixture.Write(t, tree("https://example.com/agent.yaml")), protocol.Request{Path: "over"})
			if len(problems) != 1 || problems[0].Kind != protocol.RemoteResource || problems[0].Decides == "" || problems[0].Path != "mid/kustomization.yaml" || problems[0].Line != 1 {
				t.Fatalf("without it: %+v", problems)
			}
			if want := own(all); own(rest) != want || strings.Contains(rest, "agent") && name != "a component" {
				t.Errorf("got\n%s\nwant\n%s", rest, want)
			}
		})
	}
}

// own are the documents that are not of the absent resource.
func own(manifests string) string {
	var kept []string
	for document := range strings.SplitSeq(manifests, "---\n") {
		if !strings.Contains(document, "agent") && !strings.Contains(document, "settings") && !strings.Contains(document, "name: far") && !strings.Contains(document, "name: x-far") {
			kept = append(kept, document)
		}
	}
	return strings.Join(kept, "---\n")
}

// An object that a patch does not mean is not patched for want of the one that it does.
func TestAPatchOfWhatIsAbsentHitsNothingElse(t *testing.T) {
	for name, patch := range map[string]string{
		"another namespace": "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: else}, spec: {paused: true}}",
		"another group":     "{apiVersion: example.com/v1, kind: Deployment, metadata: {name: d}, spec: {paused: true}}",
		"a longer name":     "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d.d}, spec: {paused: true}}",
	} {
		tree := fixture.Tree{"over/kustomization.yaml": "resources: [d.yaml, github.com/o/r]\npatches:\n- patch: '" + patch + "'\n", "over/d.yaml": deployment}
		if manifests, problems := Render(fixture.Write(t, tree), protocol.Request{Path: "over"}); manifests != deployment || len(problems) != 1 {
			t.Errorf("%s: got %q, %+v", name, manifests, problems)
		}
	}
}

func TestOnlyObjectsMayBeAbsent(t *testing.T) {
	for name, text := range map[string]string{
		"a component":                "resources: [a.yaml]\ncomponents: [github.com/o/r]\n",
		"a component beside objects": "resources: [a.yaml, github.com/o/r]\ncomponents: [github.com/o/r]\n",
		"a folder of transformers":   "resources: [a.yaml]\ntransformers: [tf]\n",
		"a source":                   "resources: [a.yaml, github.com/o/r]\nreplacements: [{source: {kind: Secret, name: far}, targets: [{select: {kind: ConfigMap}, fieldPaths: [data.x]}]}]\n",
		"a variable":                 "resources: [a.yaml, github.com/o/r]\nvars: [{name: V, objref: {kind: Secret, name: far, apiVersion: v1}}]\n",
		"what is broken elsewhere":   "resources: [a.yaml, github.com/o/r]\npatches: [{path: p.yaml}]\n",
	} {
		tree := fixture.Tree{
			"over/kustomization.yaml": text, "over/a.yaml": configMap, "over/p.yaml": "a: [\n",
			"over/tf/kustomization.yaml": "resources: [github.com/o/r]\n",
		}
		manifests, problems := Render(fixture.Write(t, tree), protocol.Request{Path: "over"})
		if manifests != "" || len(problems) == 0 || problems[0].Decides != "" || !problems[0].Blocking {
			t.Errorf("%s: got %q, %+v", name, manifests, problems)
		}
	}
}

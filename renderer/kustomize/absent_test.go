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
		"environments of a map":      "resources: [a.yaml]\nconfigMapGenerator: [{name: g, envs: ['https://example.com/e']}]\n",
		"contents for transformers":  "resources: [a.yaml]\ntransformers: [made]\n",
		"a component":                "resources: [a.yaml]\ncomponents: [github.com/o/r]\n",
		"a component beside objects": "resources: [a.yaml, github.com/o/r]\ncomponents: [github.com/o/r]\n",
		"a folder of transformers":   "resources: [a.yaml]\ntransformers: [tf]\n",
		"a source":                   "resources: [a.yaml, github.com/o/r]\nreplacements: [{source: {kind: Secret, name: far}, targets: [{select: {kind: ConfigMap}, fieldPaths: [data.x]}]}]\n",
		"a variable":                 "resources: [a.yaml, github.com/o/r]\nvars: [{name: V, objref: {kind: Secret, name: far, apiVersion: v1}}]\n",
		"what is broken elsewhere":   "resources: [a.yaml, github.com/o/r]\npatches: [{path: p.yaml}]\n",
	} {
		tree := fixture.Tree{
			"over/kustomization.yaml": text, "over/a.yaml": configMap, "over/p.yaml": "a: [\n",
			"over/tf/kustomization.yaml": "resources: [github.com/o/r]\n", "over/made/kustomization.yaml": "configMapGenerator: [{name: g, files: ['https://example.com/f']}]\n",
		}
		manifests, problems := Render(fixture.Write(t, tree), protocol.Request{Path: "over"})
		if manifests != "" || len(problems) == 0 || problems[0].Decides != "" || !problems[0].Blocking {
			t.Errorf("%s: got %q, %+v", name, manifests, problems)
		}
	}
}

// A ConfigMap or Secret whose contents are elsewhere is there nevertheless, and so is everything that is done to it and beside it.
func TestContentsThatAreElsewhereAreLeftOut(t *testing.T) {
	const address = "https://example.com/"
	for name, over := range map[string]string{
		"files":            "configMapGenerator: [{name: g, files: [x.json, k=ADDRESS/y.json]}]\n",
		"only files":       "configMapGenerator: [{name: g, files: [ADDRESS/y.json]}]\n",
		"a secret":         "secretGenerator: [{name: g, files: [k=ADDRESS/y.json], literals: [a=b]}]\n",
		"what it merges":   "configMapGenerator: [{name: a, behavior: merge, files: [k=ADDRESS/y.json]}]\n",
		"what patches it":  "configMapGenerator: [{name: g, files: [ADDRESS/y.json]}]\npatches:\n- patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: g, labels: {l: v}}}'\n",
		"a component's":    "components: [../part]\n",
		"what is below":    "resources: [../low]\n",
		"what is prefixed": "namePrefix: x-\nnamespace: other\nconfigMapGenerator: [{name: g, files: [ADDRESS/y.json]}]\n",
	} {
		t.Run(name, func(t *testing.T) {
			at := func(folder string) fixture.Tree {
				here := func(text string) string { return strings.ReplaceAll(text, "ADDRESS/", folder) }
				resources := "resources: [d.yaml, a.yaml]\n"
				if name == "what is below" {
					resources = ""
				}
				generator := "generatorOptions: {disableNameSuffixHash: true}\n"
				return fixture.Tree{
					"over/kustomization.yaml": resources + generator + here(over), "over/d.yaml": deployment, "over/a.yaml": configMap, "over/x.json": "{}",
					"over/y.json": "{}", "low/y.json": "{}", "part/y.json": "{}", "low/d.yaml": deployment,
					"low/kustomization.yaml":  "resources: [d.yaml]\n" + generator + here("configMapGenerator: [{name: low, files: [k=ADDRESS/y.json]}]\n"),
					"part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" + generator + here("configMapGenerator: [{name: part, files: [k=ADDRESS/y.json]}]\n"),
				}
			}
			whole, problems := Render(fixture.Write(t, at("")), protocol.Request{Path: "over"})
			if len(problems) > 0 {
				t.Fatalf("with them: %+v", problems)
			}
			rest, problems := Render(fixture.Write(t, at(address)), protocol.Request{Path: "over"})
			if len(problems) != 1 || problems[0].Kind != protocol.RemoteResource || problems[0].Blocking || problems[0].Line == 0 || !strings.Contains(problems[0].Message, "refers to `"+address+"y.json`") {
				t.Fatalf("without them: %+v", problems)
			}
			if headers(rest) != headers(whole) {
				t.Errorf("got\n%s\nwant\n%s", rest, whole)
			}
		})
	}
}

// headers are manifests without the data of ConfigMaps and Secrets.
func headers(manifests string) string {
	var kept []string
	data := false
	for line := range strings.Lines(manifests) {
		data = strings.HasPrefix(line, "data:") || data && strings.HasPrefix(line, " ")
		if !data {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestContentsThatMayBeCarriedOverDecide(t *testing.T) {
	render := func(address, field string) (string, []protocol.Problem) {
		return Render(fixture.Write(t, fixture.Tree{
			"over/kustomization.yaml": "resources: [d.yaml]\ngeneratorOptions: {disableNameSuffixHash: true}\nconfigMapGenerator: [{name: g, literals: [a=b], files: [k=" + address + "]}]\n" +
				"replacements: [{source: {kind: ConfigMap, name: g, fieldPath: " + field + "}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.labels.l], options: {create: true}}]}]\n",
			"over/d.yaml": deployment,
		}), protocol.Request{Path: "over"})
	}
	manifests, problems := render("https://example.com/1", "data.a")
	if !strings.Contains(manifests, "l: b") || len(problems) != 1 || !problems[0].Blocking || problems[0].Decides == "" {
		t.Fatalf("what is here: got %q, %+v", manifests, problems)
	}
	if _, other := render("https://example.com/2", "data.a"); len(other) != 1 || other[0].Decides == problems[0].Decides {
		t.Errorf("another address decides the same: %+v", other)
	}
	manifests, problems = render("https://example.com/1", "data.k")
	if manifests != "" || len(problems) != 1 || !problems[0].Blocking || problems[0].Decides != "" || !strings.Contains(problems[0].Message, "without it the rest cannot be built") {
		t.Errorf("what is elsewhere: got %q, %+v", manifests, problems)
	}
}

// What a kustomization names and nobody committed keeps Kustomize from building it. What the rest comes to is known nevertheless.
func TestWhatIsNotInTheRepositoryIsLeftOut(t *testing.T) {
	for name, text := range map[string]string{
		"a resource":              "resources: [d.yaml, gone.yaml]\n",
		"a base":                  "resources: [d.yaml]\nbases: [../gone]\n",
		"a file of a map":         "resources: [d.yaml]\nconfigMapGenerator: [{name: g, files: [k=gone.sh]}]\n",
		"variables of a secret":   "resources: [d.yaml]\nsecretGenerator: [{name: g, envs: [gone.env]}]\n",
		"variables in one file":   "resources: [d.yaml]\nconfigMapGenerator: [{name: g, env: gone.env}]\n",
		"a patch of what is gone": "resources: [d.yaml, gone.yaml]\npatches: [{patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: gone}, data: {a: b}}'}]\n",
	} {
		t.Run(name, func(t *testing.T) {
			render := func(text, object string) protocol.Problem {
				manifests, problems := Render(fixture.Write(t, fixture.Tree{"over/kustomization.yaml": text, "over/d.yaml": object}), protocol.Request{Path: "over"})
				if !strings.Contains(manifests, "kind: Deployment") || len(problems) != 1 || problems[0].Kind != protocol.MissingFile || !problems[0].Blocking || problems[0].Decides == "" || problems[0].Line == 0 {
					t.Fatalf("got %q, %+v", manifests, problems)
				}
				return problems[0]
			}
			same := render(text, deployment)
			if beside := render(text, deployment+"# more\n"); beside.Decides != same.Decides {
				t.Error("what is beside it decides")
			}
			if above := render(text+"namespace: other\n", deployment); above.Decides == same.Decides {
				t.Error("the namespace does not decide")
			}
		})
	}
}

// What is carried from one object into another decides an absent object only where that one is among the objects in question: everything
// else may change beside it.
func TestOnlyWhatReachesTheAbsentIsCarriedInto(t *testing.T) {
	const (
		remote = "resources: [a.yaml, 'https://example.com/agent.yaml']\n"
		swap   = "replacements: [{source: {kind: ConfigMap, name: FROM, fieldPath: data.k}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.labels.l], options: {create: true}}]}]\n"
		part   = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n"
		plugin = "transformers: [t.yaml]\n"
	)
	cases := map[string]struct {
		over, absent, beside string // kustomizations
		from                 string // the object that replacements read: a is beside the absent one, m in beside/
		decides              bool   // whether what is in beside/ does
	}{
		"nothing is":                 {"", "", "", "", false},
		"a replacement beside it":    {"", "", swap, "m", false},
		"a replacement of its own":   {"", swap, "", "a", false},
		"a replacement above it":     {swap, "", "", "m", true},
		"a component beside it":      {"", "", "components: [../part]\n", "m", false},
		"a component of its own":     {"", "components: [../part]\n", "", "a", false},
		"a component above it":       {"components: [../part]\n", "", "", "m", true},
		"a component of a component": {"components: [../through]\n", "", "", "m", true},
		"a transformer beside it":    {"", "", plugin, "", false},
		"a transformer above it":     {plugin, "", "", "", true},
		"a variable beside it":       {"", "", "vars: [{name: V, objref: {apiVersion: v1, kind: ConfigMap, name: m}, fieldref: {fieldpath: data.k}}]\n", "", true},
	}
	const transformer = "apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: t}\nlabels: {l: v}\nfieldSpecs: [{path: metadata/labels, create: true}]\n"
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			decides := func(value string) string {
				object := func(name, value string) string {
					return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata: {k: " + value + "}\n"
				}
				from := func(text string) string { return strings.Replace(text, "FROM", c.from, 1) }
				manifests, problems := Render(fixture.Write(t, fixture.Tree{
					"over/kustomization.yaml":    "resources: [../absent, ../beside]\n" + from(c.over),
					"over/t.yaml":                transformer,
					"absent/kustomization.yaml":  remote + from(c.absent),
					"absent/a.yaml":              object("a", "v"),
					"beside/kustomization.yaml":  "resources: [m.yaml]\n" + from(c.beside),
					"beside/m.yaml":              object("m", value),
					"beside/t.yaml":              transformer,
					"part/kustomization.yaml":    part + from(swap),
					"through/kustomization.yaml": part + "components: [../part]\n",
				}), protocol.Request{Path: "over"})
				if manifests == "" || len(problems) != 1 || problems[0].Decides == "" {
					t.Fatalf("got %q, %+v", manifests, problems)
				}
				return problems[0].Decides
			}
			if got := decides("one") != decides("two"); got != c.decides {
				t.Errorf("what is beside it decides: %v, want %v", got, c.decides)
			}
		})
	}
}

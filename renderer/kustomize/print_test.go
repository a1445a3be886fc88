package kustomize

import (
	"strings"
	"testing"

	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resmap"
)

const printed = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"

func TestPrintWritesWhatKustomizeWrites(t *testing.T) {
	cases := map[string]string{
		"texts":            "data: {a: yes, b: 'no', c: \"on\", d: '1', e: \"1e3\", f: 0x1F, g: 1_000, h: ~, i: null, j: 'null', k: '', l: ' x ', m: 'a: b', n: '# x', o: '- x', p: '2001-01-01', q: 2001-01-01, r: '!x', s: '&x', t: y}\n",
		"numbers":          "data: {a: 0, b: 7, c: -7, d: 007, e: 123456789, f: 1234567890123, g: 0.5, h: 1e3, i: .inf, j: 0o17, k: +1, l: 12345678901234567890, m: 1.0}\n",
		"truths":           "data: {a: true, b: false, c: True, d: FALSE, e: 'true', f: !!bool true, g: !!str true, h: !!int 3, i: !!str 3}\n",
		"lines":            "data:\n  a: |\n    one\n    two\n  b: |-\n    one\n  c: >\n    one\n    two\n  d: \"one\\ntwo\\t\"\n  e: |2\n     one\n  f: \"\\u2028\\x07\\xe9\"\n  g: é\n",
		"long":             "data: {a: '" + strings.Repeat("word ", 60) + "', b: " + strings.Repeat("x", 300) + "}\n",
		"keys":             "data: {yes: 1, '1': 2, 'null': 3, a.b/c: 4, 'é': 5, '': 6, b2: 1, b10: 2, B: 3}\n",
		"keys of no text":  "data: {1: 2, true: 3}\n",
		"anchors":          "data: {a: &x {b: 1}, c: *x, d: &y text}\n",
		"merges":           "data: {a: &x {b: 1}, c: {<<: *x, d: 2}}\n",
		"nothing":          "data: {a: {}, b: [], c: [[], {}], d: [[1, [2]], {e: [f]}]}\nspec:\n",
		"comments":         "# one\ndata: # two\n  a: 1 # three\n  # four\n  b:\n  # five\n  - 1 # six\n",
		"styles":           "data: {\n  a: [1,\n  2], 'b': \"c\"}\n",
		"binary":           "data: {a: !!binary aGVsbG8=, b: !!timestamp 2001-01-01, c: !own x}\n",
		"a hundred things": "data:\n" + strings.Repeat("- {image: 'r.example/a:1', args: [--a=b, '-c'], ports: [{containerPort: 8080, protocol: TCP}]}\n", 100),
	}
	factory := resmap.NewFactory(provider.NewDefaultDepProvider().GetResourceFactory())
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			input := printed + text + "---\n" + strings.Replace(printed, "name: a", "name: b", 1)
			// Printing may change nothing that is printed next, so each has objects of its own.
			ours, err := factory.NewResMapFromBytes([]byte(input))
			if err != nil {
				t.Skip(err)
			}
			theirs, err := factory.NewResMapFromBytes([]byte(input))
			if err != nil {
				t.Fatal(err)
			}
			got, gotErr := print(ours)
			want, wantErr := theirs.AsYaml()
			if string(got) != string(want) || (gotErr == nil) != (wantErr == nil) {
				t.Errorf("got %v\n%s\nwant %v\n%s", gotErr, got, wantErr, want)
			}
		})
	}
}

func TestPlainObjectsAreWrittenOnce(t *testing.T) {
	factory := resmap.NewFactory(provider.NewDefaultDepProvider().GetResourceFactory())
	resources, err := factory.NewResMapFromBytes([]byte(deployment))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := plainValue(resources.Resources()[0].YNode()); !ok {
		t.Error("a Deployment without anything special takes the long way")
	}
}

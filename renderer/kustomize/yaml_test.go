package kustomize

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"
	upstream "upstream.invalid/yaml"
)

// stubs/yaml stands in for the real one in all of the module: both have to give the same bytes and the same values.
func TestYAMLIsWrittenAndReadAsUpstreamDoes(t *testing.T) {
	type config struct {
		Name   string         `json:"name,omitempty"`
		Count  int64          `json:"count,omitempty"`
		Labels map[string]any `json:"labels,omitempty"`
		On     *bool          `json:"on,omitempty"`
	}
	yes := true
	for _, object := range []any{
		nil, true, 0, -1, 1.0, 1.5, 1e21, -0.0, 123456789012345, int64(1) << 62, "", "a", "true", "1", "1e3", "0x1f", "~", "null", "2001-01-01", "<a & b>", "a: b # c", "- a", "%a", "é", "a\nb\n", "\t", "\u007f", "\u0085", "\u2028", "\ufeff", "\U0001F600", "\xff", "\x00", "\\", "\"", "'",
		strings.Repeat("long words ", 40), strings.Repeat("x", 2000),
		[]any{}, []any{nil, []any{}, map[string]any{}}, map[string]any{}, map[string]any(nil),
		map[string]any{"a10": 1, "a9": 2, "B": nil, "": "empty", "<<": "merge", "=": "x", "y": "n", "1": 1, "1.5": "f", strings.Repeat("k", 300): 1, strings.Repeat("k", 1100): 1},
		map[string]any{"é": 1, "list": []any{map[string]any{"deep": []any{1, "2", 3.5}}}},
		config{}, config{Name: "n", Count: 3, Labels: map[string]any{"a": "b", "n": 1}, On: &yes}, json.Number("12"), json.Number("1e2"), json.RawMessage(`{"b":1,"a":{"b":1,"b":2}}`), json.RawMessage("{\n\"a\": 1}"),
		long("a"), long("b"), long("a"), map[string]any{"fieldSpecs": long("a"), "metadata": map[string]any{"name": "n"}, "Prefix": "p", "prefix": nil, "pre": 1, "z": []any{}},
		map[string]any{"fieldSpecs": long("a"), "y": long("a"), "null": long("a"), "true": 1}, map[string]any{"fieldSpecs": long("é")}, map[string]any{"fieldSpecs": long("a"), "with space": 1},
		map[string]any{"fieldSpecs": long("a"), "a10": 1, "a9": 1}, map[string]any{"fieldSpecs": long("a"), strings.Repeat("k", 1100): 1}, map[string]any{"one": map[string]any{"two": long("a"), "a": long("b")}}, map[string]any{"text": strings.Repeat("long words ", 40), "line": strings.Repeat("x", 300) + "\n"},
		func() {},
	} {
		want, wantError := upstream.Marshal(object)
		got, err := yaml.Marshal(object)
		if string(got) != string(want) || !sameError(err, wantError) {
			t.Errorf("%#v: got %q %v, want %q %v", object, got, err, want, wantError)
			continue
		}
		for _, target := range []func() any{
			func() any { return new(any) }, func() any { return &config{Name: "before", Labels: map[string]any{"kept": 1.0}} }, func() any { return &map[string]any{"kept": true} },
			func() any { return &map[string]string{} }, func() any { return new(string) }, func() any { return &[]string{} }, func() any { return new(json.Number) }, func() any { return new(int) }, func() any { return config{} },
		} {
			wantValue, gotValue := target(), target()
			wantError, err := upstream.Unmarshal(want, wantValue), yaml.Unmarshal(got, gotValue)
			if !reflect.DeepEqual(gotValue, wantValue) || !sameError(err, wantError) {
				t.Errorf("%q into %T: got %#v %v, want %#v %v", got, wantValue, gotValue, err, wantValue, wantError)
			}
		}
	}
	for _, text := range []string{`{"a":1}`, `{"a": 1, "b": [1.5, "x"]}`, "{\n}", `a: b`, `{"a":1} x`, `[1,]`, `01`, `-0`, `"\u00e9"`, `'a'`, `{"a":1}{"b":2}`, ``, ` `, `1 `, `{"a":1,"a":2}`} {
		want, wantError := upstream.JSONToYAML([]byte(text))
		got, err := yaml.JSONToYAML([]byte(text))
		if string(got) != string(want) || !sameError(err, wantError) {
			t.Errorf("%s: got %q %v, want %q %v", text, got, err, want, wantError)
		}
	}
}

// Long fields are kept in mind, and forgotten when there are too many of them.
func TestLongFieldsAreWrittenAsUpstreamDoes(t *testing.T) {
	for range 2 {
		for i := range 100 {
			object := map[string]any{"fieldSpecs": long(strings.Repeat("x", i)), "other": long("a")}
			want, _ := upstream.Marshal(object)
			if got, err := yaml.Marshal(object); err != nil || string(got) != string(want) {
				t.Fatalf("%d: got %q %v, want %q", i, got, err, want)
			}
		}
	}
}

// long is a list like those that transformers are configured with.
func long(kind string) []any {
	return slices.Repeat([]any{map[string]any{"path": "spec/template/metadata/labels", "create": true, "kind": kind, "group": "apps"}}, 8)
}

func sameError(a, b error) bool {
	return (a == nil) == (b == nil) && (a == nil || a.Error() == b.Error())
}

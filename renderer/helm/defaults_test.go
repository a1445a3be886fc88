package helm

import (
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

// showing is a chart that prints its values, with values of its own and more of them in files.
func showing(more fixture.Tree) fixture.Tree {
	tree := fixture.Chart(fixture.Tree{
		"chart/values.yaml":              "own: 1\nnested: {own: 1, both: own}\n",
		"chart/values-prod.yaml":         "nested: {prod: 1, both: prod}\n",
		"chart/templates/configmap.yaml": "kind: ConfigMap\ndata: {{ .Values | toJson }}\n",
		"env/a.yaml":                     "a: 1\nlarge: 10000000\nnested: {a: 1, both: a}\n---\nsecond: document\n",
		"env/b.yaml":                     "b: 1\nnested: {both: b}\n",
	})
	for name, text := range more {
		tree[name] = text
	}
	return tree
}

func TestDefaultsAreReplaced(t *testing.T) {
	cases := map[string]struct {
		req  protocol.Request
		want string
	}{
		"by none":                     {protocol.Request{}, `{"nested":{"both":"own","own":1},"own":1}`},
		"by one file":                 {protocol.Request{DefaultsFiles: []string{"env/a.yaml"}}, `{"a":1,"large":10000000,"nested":{"a":1,"both":"a"}}`},
		"by two files":                {protocol.Request{DefaultsFiles: []string{"env/a.yaml", "env/b.yaml"}}, `{"a":1,"b":1,"large":10000000,"nested":{"a":1,"both":"b"}}`},
		"by files of the chart":       {protocol.Request{DefaultsInChart: []string{"values.yaml", "./values-prod.yaml"}}, `{"nested":{"both":"prod","own":1,"prod":1},"own":1}`},
		"by one of the chart":         {protocol.Request{DefaultsInChart: []string{"values-prod.yaml"}}, `{"nested":{"both":"prod","prod":1}}`},
		"and values go over them":     {protocol.Request{DefaultsFiles: []string{"env/b.yaml"}, Values: map[string]any{"b": 2}}, `{"b":2,"nested":{"both":"b"}}`},
		"and a null takes a key away": {protocol.Request{DefaultsFiles: []string{"env/b.yaml"}, Values: map[string]any{"b": nil}}, `{"nested":{"both":"b"}}`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := render(t, showing(nil), c.req); !strings.Contains(got, "data: "+c.want+"\n") {
				t.Errorf("got:\n%s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDefaultsThatCannotBeRead(t *testing.T) {
	cases := map[string]struct {
		req  protocol.Request
		kind protocol.Kind
	}{
		"a file that is not there":        {protocol.Request{DefaultsFiles: []string{"env/no.yaml"}}, protocol.MissingFile},
		"a file outside":                  {protocol.Request{DefaultsFiles: []string{"../a.yaml"}}, protocol.Refused},
		"a file that is not in the chart": {protocol.Request{DefaultsInChart: []string{"no.yaml"}}, protocol.MissingFile},
		"a file beside the chart":         {protocol.Request{DefaultsInChart: []string{"../env/a.yaml"}}, protocol.MissingFile},
		"a file that holds no values":     {protocol.Request{DefaultsFiles: []string{"env/list.yaml"}}, protocol.YAML},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, showing(fixture.Tree{"env/list.yaml": "- 1\n"}))
			c.req.Chart = "chart"
			manifests, problems := Render(root, c.req)
			if manifests != "" || len(problems) != 1 || problems[0].Kind != c.kind || !problems[0].Blocking {
				t.Errorf("got %q, %+v", manifests, problems)
			}
		})
	}
}

package helm

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

func TestReferencesOutOfASchemaAreNotFollowed(t *testing.T) {
	cases := map[string]struct {
		schema string
		quoted []string // in the order of the file, one on each line from the second on
	}{
		"none":                {schema: `{"properties": {"a": {"type": "number"}}}`},
		"inside":              {schema: `{"properties": {"a": {"$ref": "#/$defs/n"}}, "$defs": {"n": {"type": "number"}}}`},
		"by an id inside":     {schema: `{"$id": "https://example.com/root.json", "properties": {"a": {"$ref": "n.json"}}, "$defs": {"n": {"$id": "n.json", "type": "number"}}}`},
		"by an anchor":        {schema: `{"properties": {"a": {"$ref": "#n"}}, "$defs": {"n": {"$anchor": "n", "type": "number"}}}`},
		"built-in metaschema": {schema: `{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"s": {"$ref": "http://json-schema.org/draft-07/schema#"}}}`},
		"newest metaschema":   {schema: `{"$schema": "https://json-schema.org/draft/2020-12/schema"}`},
		"a urn, as Helm does": {schema: `{"properties": {"a": {"$ref": "urn:example:thing"}}}`},
		"https":               {schema: "{\"properties\": {\"a\":\n{\"$ref\": \"https://example.com/n.json#/a\"}}}", quoted: []string{"https://example.com/n.json#/a"}},
		"http":                {schema: "{\"properties\": {\"a\":\n{\"$ref\": \"http://169.254.169.254/\"}}}", quoted: []string{"http://169.254.169.254/"}},
		"file":                {schema: "{\"properties\": {\"a\":\n{\"$ref\": \"file:///etc/passwd\"}}}", quoted: []string{"file:///etc/passwd"}},
		"relative":            {schema: "{\"properties\": {\"a\":\n{\"$ref\": \"other.json\"}}}", quoted: []string{"other.json"}},
		"upwards":             {schema: "{\"properties\": {\"a\":\n{\"$ref\": \"../../other.json\"}}}", quoted: []string{"../../other.json"}},
		"metaschema outside":  {schema: "{\n\"$schema\": \"https://example.com/schema\"}", quoted: []string{"https://example.com/schema"}},
		"two":                 {schema: "{\"properties\": {\"a\":\n{\"$ref\": \"one.json\"}, \"b\":\n{\"$ref\": \"two.json\"}}}", quoted: []string{"one.json", "two.json"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, fixture.Chart(fixture.Tree{
				"chart/values.schema.json": c.schema, "chart/values.yaml": "a: 1\n", "other.json": `{"type": "string"}`,
			}))
			manifests, problems := Render(root, protocol.Request{Chart: "chart"})
			if manifests == "" || len(problems) != len(c.quoted) {
				t.Fatalf("got %q, %+v", manifests, problems)
			}
			for i, quoted := range c.quoted {
				got := problems[i]
				if got.Kind != protocol.Refused || got.Blocking || got.Path != "chart/values.schema.json" || got.Line != i+2 || !strings.Contains(got.Message, `"`+quoted+`"`) {
					t.Errorf("got %+v, want one about %q", got, quoted)
				}
			}
		})
	}
}

func TestASchemaRejectsValues(t *testing.T) {
	schema := `{"required": ["name"], "properties": {"b": {"type": "string"}, "a": {"type": "string"}}}`
	tree := fixture.Chart(fixture.Tree{"chart/values.schema.json": schema, "chart/values.yaml": "a: 1\nb: 2\n"})
	root := fixture.Write(t, tree)
	for range 10 { // the library lists violations in the order of a Go map
		_, problems := Render(root, protocol.Request{Chart: "chart"})
		want := "the values do not meet the schema: app: - at '': missing property 'name' - at '/a': got number, want string - at '/b': got number, want string"
		if len(problems) != 1 || problems[0].Kind != protocol.RenderFailed || !problems[0].Blocking || problems[0].Path != "chart/values.schema.json" || problems[0].Message != want {
			t.Fatalf("got %+v", problems)
		}
	}
	if manifests, problems := Render(root, protocol.Request{Chart: "chart", SkipSchemaValidation: true}); manifests == "" || len(problems) > 0 {
		t.Errorf("with skipSchemaValidation: %q, %+v", manifests, problems)
	}
}

func TestASchemaThatIsNotOneIsReportedByHelm(t *testing.T) {
	for _, schema := range []string{`{"properties":`, `{"type": "strin"}`, `{"$ref": "#/nowhere"}`} {
		root := fixture.Write(t, fixture.Chart(fixture.Tree{"chart/values.schema.json": schema}))
		_, problems := Render(root, protocol.Request{Chart: "chart"})
		if len(problems) != 1 || problems[0].Kind != protocol.RenderFailed || problems[0].Path != "chart/values.schema.json" {
			t.Errorf("%s: got %+v", schema, problems)
		}
	}
}

func TestASchemaThatItsMetaschemaRejects(t *testing.T) {
	schema := `{"properties": {"a": {"type": "strin", "deprecated": "yes"}}}`
	_, problems := Render(fixture.Write(t, fixture.Chart(fixture.Tree{"chart/values.schema.json": schema})), protocol.Request{Chart: "chart"})
	if len(problems) != 1 || problems[0].Kind != protocol.RenderFailed || !problems[0].Blocking {
		t.Fatalf("got %+v", problems)
	}
	message := problems[0].Message
	if !strings.HasPrefix(message, "the schema of the values is itself not valid by 'https://json-schema.org/draft/2020-12/schema#': ") || !strings.Contains(message, "at '/properties/a/deprecated': got string, want boolean") {
		t.Errorf("got %s", message)
	}
	if strings.Contains(problems[0].Remedy, "values, or") {
		t.Errorf("the values are to be corrected for a schema that is wrong: %s", problems[0].Remedy)
	}
}

func TestTheSchemaOfASubchart(t *testing.T) {
	tree := fixture.Chart(fixture.Tree{
		"chart/values.yaml":                      "db: {size: many}\n",
		"chart/charts/folder/Chart.yaml":         "apiVersion: v2\nname: db\nversion: 1.0.0\n",
		"chart/charts/folder/values.schema.json": `{"properties": {"size": {"type": "number"}}}`,
	})
	_, problems := Render(fixture.Write(t, tree), protocol.Request{Chart: "chart"})
	if len(problems) != 1 || problems[0].Path != "chart/charts/folder/values.schema.json" || !strings.Contains(problems[0].Message, "- at '/size': got string, want number") {
		t.Errorf("got %+v", problems)
	}

	tree["chart/charts/folder/values.schema.json"] = `{"$ref": "https://example.com/n.json"}`
	_, problems = Render(fixture.Write(t, tree), protocol.Request{Chart: "chart"})
	if len(problems) != 1 || problems[0].Blocking || problems[0].Path != "chart/charts/folder/values.schema.json" || problems[0].Line != 1 {
		t.Errorf("got %+v", problems)
	}

	root := fixture.Write(t, fixture.Chart(nil))
	write(t, filepath.Join(root, "chart/charts/db-1.0.0.tgz"), archive(t, fixture.Tree{
		"db/Chart.yaml": "apiVersion: v2\nname: db\nversion: 1.0.0\n", "db/values.schema.json": `{"$ref": "https://example.com/n.json"}`,
	}))
	_, problems = Render(root, protocol.Request{Chart: "chart"})
	if len(problems) != 1 || problems[0].Path != "chart/charts/db-1.0.0.tgz" || problems[0].Line != 0 {
		t.Errorf("got %+v", problems)
	}
}

func TestASchemaIsCompiledOnceAndAnsweredEachTime(t *testing.T) {
	schema := `{"properties": {"a": {"$ref": "https://example.com/once.json"}}}`
	root := fixture.Write(t, fixture.Chart(fixture.Tree{"chart/values.schema.json": schema, "chart/values.yaml": "a: 1\n"}))
	for i := range maxCompiled + 2 {
		referencesOf(fmt.Appendf(nil, `{"title": "%d"}`, i)) // others make it forget, which changes no answer
	}
	for range 2 {
		_, problems := Render(root, protocol.Request{Chart: "chart"})
		if len(problems) != 1 || problems[0].Line != 1 || !strings.Contains(problems[0].Message, `"https://example.com/once.json"`) {
			t.Errorf("got %+v", problems)
		}
	}
	if held := len(compiled.references); held > maxCompiled {
		t.Errorf("%d schemas are remembered, more than %d", held, maxCompiled)
	}
	if _, known := compiled.references[sha256.Sum256([]byte(schema))]; !known {
		t.Error("what was found in the schema is not remembered")
	}
}

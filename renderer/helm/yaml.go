package helm

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	yaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

var (
	yamlLine = regexp.MustCompile(`yaml: (?:unmarshal errors:\s+)?line (\d+): `)
	// wrongType is how encoding/json says that a field has a value of the wrong type, with Go's names for both.
	wrongType = regexp.MustCompile(`json: cannot unmarshal (\S+) into Go (?:struct field (?:[A-Z]\w*\.)?(\S+)|value) of type (\S+)`)
	// layers are what Helm and its libraries put before the reason.
	layers = regexp.MustCompile(`^(?:cannot unmarshal yaml document|error reading yaml document|error converting YAML to JSON|` +
		`error unmarshaling JSON|while decoding JSON|yaml): `)
)

// explainYAML turns an error of sigs.k8s.io/yaml about a file into a problem. data may be nil when no position can be known.
func (j *job) explainYAML(file string, data []byte, what string, err error) *protocol.Problem {
	text := err.Error()
	problem := &protocol.Problem{Kind: protocol.YAML, Path: file, Blocking: true, Remedy: "correct the YAML"}
	if match := wrongType.FindStringSubmatch(text); match != nil {
		field := match[2]
		problem.Line, problem.Column = positionOf(data, field)
		problem.Message = fmt.Sprintf("%s: %s must be %s, not %s", what, quotedField(field), goType(match[3]), jsonType(match[1]))
		return problem
	}
	if match := yamlLine.FindStringSubmatch(text); match != nil {
		text = text[strings.Index(text, match[0])+len(match[0]):]
		// Helm reads the documents of a values file one by one, so a line is counted from the start of its document.
		if !bytes.Contains(data, []byte("\n---")) {
			problem.Line, _ = strconv.Atoi(match[1])
		}
	}
	for layers.MatchString(text) {
		text = layers.ReplaceAllString(text, "")
	}
	problem.Message = fmt.Sprintf("%s is not valid YAML: %s", what, strings.TrimSpace(text))
	return problem
}

func quotedField(field string) string {
	if field == "" {
		return "the document"
	}
	return "`" + field + "`"
}

// goType says in the words of YAML what a Go type would take.
func goType(name string) string {
	switch {
	case name == "string":
		return "a string"
	case name == "bool":
		return "true or false"
	case strings.HasPrefix(name, "[]"):
		return "a list"
	case strings.HasPrefix(name, "map["), strings.Contains(name, "v2."): // a struct of Helm's package chart/v2
		return "a map"
	case strings.HasPrefix(name, "int"), strings.HasPrefix(name, "float"):
		return "a number"
	default:
		return "of another type"
	}
}

func jsonType(name string) string {
	switch name {
	case "array":
		return "a list"
	case "object":
		return "a map"
	case "bool":
		return "true or false"
	default:
		return "a " + name
	}
}

// fieldPosition is the position in a file of the tree of a field such as "version" or "dependencies.name"; 0 when unknown,
// as in an archive.
func (j *job) fieldPosition(file, field string) (line, column int) {
	return positionOf(j.contents(file), field)
}

func positionOf(data []byte, field string) (line, column int) {
	if field == "" {
		return 0, 0
	}
	root := parse(data)
	var key *yaml.Node
	for _, name := range strings.Split(field, ".") {
		if root != nil && root.Kind == yaml.SequenceNode {
			break // encoding/json does not say which element: the list has to do
		}
		found, value := child(root, name)
		if found == nil {
			break
		}
		key, root = found, value
	}
	if key == nil {
		return 0, 0
	}
	return key.Line, key.Column
}

// parse reads a document for its positions; nil when it cannot.
func parse(data []byte) *yaml.Node {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil || len(document.Content) == 0 {
		return nil
	}
	return document.Content[0]
}

// child finds a key of a map, and its value.
func child(node *yaml.Node, name string) (key, value *yaml.Node) {
	if node == nil || node.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		if node.Content[i].Value == name {
			return node.Content[i], node.Content[i+1]
		}
	}
	return nil, nil
}

func scalarOf(data []byte, field string) string {
	_, value := child(parse(data), field)
	if value == nil {
		return ""
	}
	return value.Value
}

package kustomize

import (
	"bytes"

	yaml2 "go.yaml.in/yaml/v2"
	"sigs.k8s.io/kustomize/api/resmap"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
)

// print is resources.AsYaml in the same bytes. That writes each object as YAML, reads it, writes it as JSON, reads that as
// YAML, and writes it as YAML again; most objects hold nothing that could change on the way, and are written once
// (kubernetes-sigs/kustomize: api/resource/resource.go, AsYAML; kubernetes-sigs/yaml: yaml.go, JSONToYAML).
func print(resources resmap.ResMap) ([]byte, error) {
	var out bytes.Buffer
	for i, resource := range resources.Resources() {
		if i > 0 {
			out.WriteString("---\n")
		}
		object, ok := plainValue(resource.YNode())
		if !ok {
			text, err := resource.AsYAML()
			if err != nil {
				_, err = resources.AsYaml() // which says which object it is
				return nil, err
			}
			out.Write(text)
			continue
		}
		text, err := yaml2.Marshal(object)
		if err != nil {
			return nil, err
		}
		out.Write(text)
	}
	return out.Bytes(), nil
}

// plainValue is what a node says, when there can be no two opinions about it.
func plainValue(node *kyaml.Node) (value any, ok bool) {
	if node == nil || node.Anchor != "" {
		return nil, false
	}
	switch node.Kind {
	case kyaml.MappingNode:
		return plainMapping(node)
	case kyaml.SequenceNode:
		list := make([]any, len(node.Content))
		for i, item := range node.Content {
			if list[i], ok = plainValue(item); !ok {
				return nil, false
			}
		}
		return list, true
	case kyaml.ScalarNode:
		return plainScalar(node)
	default:
		return nil, false
	}
}

func plainMapping(node *kyaml.Node) (value any, ok bool) {
	object := make(map[string]any, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if key.Kind != kyaml.ScalarNode || key.Anchor != "" || key.ShortTag() != kyaml.NodeTagString || !isPlainText(key.Value) {
			return nil, false
		}
		if _, twice := object[key.Value]; twice {
			return nil, false
		}
		if object[key.Value], ok = plainValue(node.Content[i+1]); !ok {
			return nil, false
		}
	}
	return object, true
}

func plainScalar(node *kyaml.Node) (value any, ok bool) {
	tag := node.ShortTag()
	if tag == kyaml.NodeTagString {
		return node.Value, isPlainText(node.Value)
	}
	if node.Style != 0 { // quoted or with a tag in so many words
		return nil, false
	}
	switch {
	case tag == kyaml.NodeTagBool && node.Value == "true":
		return true, true
	case tag == kyaml.NodeTagBool && node.Value == "false":
		return false, true
	case tag == kyaml.NodeTagNull && node.Value == "null":
		return nil, true
	case tag == kyaml.NodeTagInt:
		return plainNumber(node.Value)
	default:
		return nil, false
	}
}

// plainNumber reads a number of up to nine digits, without a sign and without leading zeros.
func plainNumber(text string) (value any, ok bool) {
	if text == "" || len(text) > 9 || text[0] == '0' && text != "0" {
		return nil, false
	}
	number := 0
	for _, digit := range []byte(text) {
		if digit < '0' || digit > '9' {
			return nil, false
		}
		number = number*10 + int(digit-'0')
	}
	return number, true
}

// isPlainText says that a text is one line of ASCII that can be seen.
func isPlainText(text string) bool {
	for _, char := range []byte(text) {
		if char < ' ' || char > '~' {
			return false
		}
	}
	return true
}

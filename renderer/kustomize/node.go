package kustomize

import (
	"strings"

	yaml "sigs.k8s.io/yaml/goyaml.v3"
)

// list is the entries of a field of the kustomization; nil when it has none.
func (k kustomization) list(field string) []*yaml.Node { return sequence(valueOf(k.root, field)) }

// position is where an entry is in the repository; 0 when it is not there, but comes from an edit.
func (k kustomization) position(entry *yaml.Node) (line, column int) {
	if k.committed == nil {
		return entry.Line, entry.Column
	}
	if same := scalar(k.committed, textOf(entry)); same != nil {
		return same.Line, same.Column
	}
	return 0, 0
}

// scalar finds the first one of a text.
func scalar(node *yaml.Node, text string) *yaml.Node {
	if node.Kind == yaml.ScalarNode && node.Value == text && text != "" {
		return node
	}
	for _, child := range node.Content {
		if found := scalar(child, text); found != nil {
			return found
		}
	}
	return nil
}

func sequence(node *yaml.Node) []*yaml.Node {
	node = resolved(node)
	if node == nil || node.Kind != yaml.SequenceNode {
		return nil
	}
	return node.Content
}

// valueOf is the value of a key of a map; nil when there is none. Kustomize takes keys in any case, as encoding/json does.
func valueOf(node *yaml.Node, key string) *yaml.Node {
	node = resolved(node)
	if node == nil || node.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		if strings.EqualFold(node.Content[i].Value, key) {
			return node.Content[i+1]
		}
	}
	return nil
}

func textOf(node *yaml.Node) string {
	node = resolved(node)
	if node == nil || node.Kind != yaml.ScalarNode {
		return ""
	}
	return node.Value
}

// isInline tells a document written into the list from a path: a map, or a text of several lines or fields.
func isInline(node *yaml.Node) bool {
	text := strings.TrimSpace(textOf(node))
	return text == "" || strings.ContainsAny(text, "\n{") || strings.Contains(text, ": ")
}

func resolved(node *yaml.Node) *yaml.Node {
	if node != nil && node.Kind == yaml.AliasNode {
		return node.Alias
	}
	return node
}

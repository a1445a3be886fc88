package kustomize

import (
	"strings"

	yaml "sigs.k8s.io/yaml/goyaml.v3"
)

// list is the entries of a field of the kustomization; nil when it has none.
func (k kustomization) list(field string) []*yaml.Node { return sequence(valueOf(k.root, field)) }

// position is where an entry of a field is in the repository; 0 when it is not there, but comes from an edit.
func (k kustomization) position(field string, entry *yaml.Node) (line, column int) {
	if k.committed == nil {
		return entry.Line, entry.Column
	}
	if len(k.committed.Content) == 0 {
		return 0, 0
	}
	root := k.committed.Content[0]
	for _, node := range []*yaml.Node{valueOf(root, field), root} { // an edit may have written an old field as the new one
		if same := written(node, entry); same != nil {
			return same.Line, same.Column
		}
	}
	return 0, 0
}

// written finds the first node that says what an entry says: a text, alone or as KEY=TEXT, or a map of the same texts.
func written(node, entry *yaml.Node) *yaml.Node {
	node = resolved(node)
	if node == nil {
		return nil
	}
	if says(node, resolved(entry)) {
		return node
	}
	for _, child := range node.Content {
		if found := written(child, entry); found != nil {
			return found
		}
	}
	return nil
}

func says(node, entry *yaml.Node) bool {
	if entry == nil || node.Kind != entry.Kind {
		return false
	}
	switch node.Kind {
	case yaml.ScalarNode:
		return entry.Value != "" && (node.Value == entry.Value || strings.HasSuffix(node.Value, "="+entry.Value))
	case yaml.MappingNode:
		return len(node.Content) > 0 && holds(node, entry) && holds(entry, node)
	}
	return false
}

// holds says whether a map has the texts of another. Maps and lists inside are left aside: an edit may have written them in another way.
func holds(node, other *yaml.Node) bool {
	for i := 0; i+1 < len(other.Content); i += 2 {
		if value := resolved(other.Content[i+1]); value.Kind == yaml.ScalarNode && value.Value != textOf(valueOf(node, other.Content[i].Value)) {
			return false
		}
	}
	return true
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

package helm

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"
)

// documentStart is how each document of an output begins.
const documentStart = "---\n# Source: "

// document is one of an output: where it comes from, and all that is written.
type document struct{ source, text string }

func documentsOf(output string) []document {
	var documents []document
	parts := strings.SplitAfter("\n"+output, "\n"+documentStart)
	for _, text := range parts[1:] {
		text = strings.TrimSuffix(text, documentStart)
		source, _, _ := strings.Cut(text, "\n")
		documents = append(documents, document{source, documentStart + text})
	}
	return documents
}

// agreed are the documents of one output that another one has, too, as far as anything in them decides about containers. The others are
// left out, and returned.
func agreed(output, other string) (string, []document) {
	have := map[string][]document{}
	for _, one := range documentsOf(other) {
		have[one.source] = append(have[one.source], one)
	}
	var out strings.Builder
	var left []document
	for _, one := range documentsOf(output) {
		at := slices.IndexFunc(have[one.source], func(candidate document) bool { return decideAlike(one.text, candidate.text) })
		if at < 0 {
			left = append(left, one)
			continue
		}
		have[one.source] = slices.Delete(have[one.source], at, at+1)
		out.WriteString(one.text)
	}
	return out.String(), left
}

// decideAlike says whether two documents are the same in all that decides what containers may do. One without containers may decide it
// by anything in it.
func decideAlike(one, other string) bool {
	if one == other {
		return true
	}
	first, hasContainers, err := outlineOf(one)
	if err != nil || !hasContainers {
		return false
	}
	second, _, err := outlineOf(other)
	return err == nil && reflect.DeepEqual(first, second)
}

func (d document) holdsContainers() bool {
	_, holds, err := outlineOf(d.text)
	return err != nil || holds
}

func outlineOf(text string) (outline any, hasContainers bool, err error) {
	var object map[string]any
	if err := yaml.Unmarshal([]byte(text), &object); err != nil {
		return nil, false, fmt.Errorf("document: %w", err)
	}
	outline = []any{object["apiVersion"], object["kind"], namespaceOf(object), outlined(object, &hasContainers)}
	return outline, hasContainers, nil
}

func namespaceOf(object map[string]any) any {
	metadata, _ := object["metadata"].(map[string]any)
	return metadata["namespace"]
}

// outlined is what is left of a value when all is taken away that decides nothing: names, images, arguments. Containers stay, whatever
// is in them.
func outlined(value any, hasContainers *bool) any {
	switch value := value.(type) {
	case map[string]any:
		left := map[string]any{}
		for name, below := range value {
			switch {
			case decidesContainers(name):
				left[name] = below
			case strings.HasSuffix(name, "ontainers"):
				*hasContainers = true
				left[name] = eachOf(below, hasContainers)
			default:
				if kept := outlined(below, hasContainers); kept != nil {
					left[name] = kept
				}
			}
		}
		if len(left) > 0 {
			return left
		}
	case []any:
		if each := eachOf(value, hasContainers); slices.ContainsFunc(each, func(kept any) bool { return kept != nil }) {
			return each
		}
	}
	return nil
}

func eachOf(value any, hasContainers *bool) []any {
	list, ok := value.([]any)
	if !ok {
		return []any{outlined(value, hasContainers)}
	}
	each := make([]any, len(list))
	for i, one := range list {
		each[i] = outlined(one, hasContainers)
	}
	return each
}

// decidesContainers tells by its name whether a field, or an annotation, has a say in what the containers around it may do.
func decidesContainers(name string) bool {
	switch name {
	case "os", "nodeSelector", "hostUsers", "runtimeClassName":
		return true
	}
	lower := strings.ToLower(name)
	return strings.Contains(lower, "security") || strings.Contains(lower, "seccomp") || strings.Contains(lower, "privileged")
}

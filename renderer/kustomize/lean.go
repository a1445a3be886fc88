package kustomize

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"

	yaml "sigs.k8s.io/yaml/goyaml.v3"
)

const definition = "CustomResourceDefinition"

// lean serves a file that is only listed as a resource without the schemas of the definitions in it.
func (s *scanner) lean(place string, data []byte) []byte {
	if !s.resources[place] || s.others[place] || !isServed(data) {
		return data
	}
	return []byte(withoutSchemas(string(data)))
}

// isServed says whether lean can have anything to do with a file.
func isServed(data []byte) bool { return bytes.Contains(data, []byte(definition)) }

// readers looks for what may carry a part of a definition into another object. What writes into a definition does not
// matter: no container is in it, and a patch that no longer fits fails, whereupon the true bytes are built.
func (s *scanner) readers(k kustomization) {
	// A plugin of Kustomize's own may hold any of what is looked for here.
	s.definitionsRead = s.definitionsRead || len(k.list("transformers")) > 0 || len(k.list("validators")) > 0
	for _, entry := range k.list("replacements") {
		s.replacement(k, entry)
	}
	for _, entry := range k.list("vars") {
		s.reader(valueOf(entry, "objref"))
	}
	for _, field := range []string{"patches", "patchesJson6902"} {
		for _, entry := range k.list(field) {
			// A definition that may become another kind is one no more.
			if valueOf(valueOf(entry, "options"), "allowKindChange") != nil {
				s.definitionsRead = true
			}
		}
	}
}

func (s *scanner) replacement(k kustomization, entry *yaml.Node) {
	path := textOf(valueOf(entry, "path"))
	if path == "" {
		s.reader(valueOf(entry, "source"))
		return
	}
	data, err := s.fs.ReadFile(filepath.Join(k.folder, path))
	var document yaml.Node
	if err != nil || yaml.Unmarshal(data, &document) != nil || len(document.Content) == 0 {
		s.definitionsRead = true
		return
	}
	root := document.Content[0]
	if list := sequence(root); list != nil { // a file may hold one or several
		for _, one := range list {
			s.reader(valueOf(one, "source"))
		}
		return
	}
	s.reader(valueOf(root, "source"))
}

// reader notes an object that is read. One without a kind may be any.
func (s *scanner) reader(selector *yaml.Node) {
	if kind := textOf(valueOf(selector, "kind")); kind == "" || kind == definition {
		s.definitionsRead = true
	}
}

var (
	// leanKey are the lines that may begin in the first column of a definition that is cut. Everything else leaves it whole.
	leanKey     = regexp.MustCompile(`^(?:apiVersion: ['"]?apiextensions\.k8s\.io/v1(?:beta1)?['"]?|kind: ['"]?CustomResourceDefinition['"]?|metadata:|spec:|status:)\s*$`)
	separator   = regexp.MustCompile(`^---\s*$`)
	uncuttable  = regexp.MustCompile(`(?m)^(?:---[ \t]*\S|\.\.\.|%|\t|\x{FEFF})`)
	leanSpec    = "spec: {}\n"
	alwaysThere = []string{"apiVersion:", "kind:", "metadata:", "spec:"}
)

// withoutSchemas empties the spec and drops the status of each document that is unmistakably a definition: all of its keys
// begin in the first column, each once, and are those of a definition.
func withoutSchemas(text string) string {
	if uncuttable.MatchString(text) {
		return text
	}
	var out strings.Builder
	var document []string
	for line := range strings.Lines(text) {
		if !separator.MatchString(line) {
			document = append(document, line)
			continue
		}
		writeLean(&out, document)
		out.WriteString(line)
		document = document[:0]
	}
	writeLean(&out, document)
	return out.String()
}

func writeLean(out *strings.Builder, document []string) {
	cut, ok := leanDocument(document)
	if !ok {
		cut = document
	}
	for _, line := range cut {
		out.WriteString(line)
	}
}

func leanDocument(document []string) (cut []string, ok bool) {
	keys := map[string]bool{}
	dropping := false
	for _, line := range document {
		indented := strings.TrimSpace(line) == "" || line[0] == ' ' || line[0] == '#'
		if !indented {
			if !leanKey.MatchString(line) {
				return nil, false
			}
			key, _, _ := strings.Cut(line, ":")
			if keys[key+":"] {
				return nil, false
			}
			keys[key+":"] = true
			dropping = key == "spec" || key == "status"
			if key == "spec" {
				cut = append(cut, leanSpec)
			}
		}
		if !dropping {
			cut = append(cut, line)
		}
	}
	for _, key := range alwaysThere {
		if !keys[key] {
			return nil, false
		}
	}
	return cut, true
}

package helm

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	chart "helm.sh/helm/v4/pkg/chart/v2"

	"seccomp-gate/renderer/protocol"
)

// schemaURL is the name under which Helm compiles each chart's schema (helm/helm: pkg/chart/common/util/jsonschema.go).
const schemaURL = "file:///" + schemaFile

// refuseOutsideSchemas takes away the schemas that refer to something outside of themselves. Helm would fetch it, from the
// network or from the root of the disk. A schema can only reject values, never change what is rendered, so going on
// without it does not hide anything.
func (j *job) refuseOutsideSchemas(c *chart.Chart) []protocol.Problem {
	var problems []protocol.Problem
	for _, reference := range referencesOf(c.Schema) {
		at := j.place(c)
		problem := protocol.Problem{
			Kind:    protocol.Refused,
			Path:    at.file(schemaFile),
			Message: fmt.Sprintf("the schema of chart %q refers to %q, outside of itself; values are not checked against it", c.Name(), reference.quoted),
			Remedy:  "put the definition under `$defs` of the schema",
		}
		if !at.archive {
			problem.Line = reference.line
		}
		problems = append(problems, problem)
	}
	if len(problems) > 0 {
		c.Schema = nil
	}
	for _, subchart := range c.Dependencies() {
		for _, problem := range j.refuseOutsideSchemas(subchart) {
			if !slices.Contains(problems, problem) { // a subchart with two aliases has one schema
				problems = append(problems, problem)
			}
		}
	}
	return problems
}

type reference struct {
	quoted string
	line   int
}

// compiled remembers what was found in schemas, by their digests: the sides and variants of a chart share one, and compiling a large one
// takes as long as rendering. It is forgotten when it holds maxCompiled.
var compiled = struct {
	sync.Mutex
	references map[[sha256.Size]byte][]reference
}{references: map[[sha256.Size]byte][]reference{}}

const maxCompiled = 256

func referencesOf(schema []byte) []reference {
	if len(schema) == 0 {
		return nil
	}
	digest := sha256.Sum256(schema)
	compiled.Lock()
	defer compiled.Unlock()
	references, known := compiled.references[digest]
	if !known {
		references = outsideReferences(schema)
		if len(compiled.references) == maxCompiled {
			clear(compiled.references)
		}
		compiled.references[digest] = references
	}
	return references
}

// outsideReferences compiles a schema as Helm does, with a loader that loads nothing and writes down what it was asked for.
// So ids, anchors and the built-in metaschemas resolve as they do for Helm. A schema that is not valid has none here:
// Helm will say what is wrong with it.
func outsideReferences(schema []byte) (references []reference) {
	defer func() {
		if recover() != nil {
			references = nil // Helm catches what the library throws at such a schema, and will report it
		}
	}()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil
	}
	asked := &witness{}
	compiler := jsonschema.NewCompiler()
	compiler.UseLoader(asked)
	if err := compiler.AddResource(schemaURL, document); err != nil {
		return nil
	}
	// Whether it compiles does not matter: what it asked for is known either way.
	_, _ = compiler.Compile(schemaURL)
	for _, outside := range asked.urls {
		references = append(references, locateReference(schema, outside))
	}
	// The compiler asks in the order of a Go map.
	slices.SortFunc(references, func(a, b reference) int { return cmp.Or(a.line-b.line, strings.Compare(a.quoted, b.quoted)) })
	return references
}

// witness stands in for Helm's loaders.
type witness struct{ urls []string }

// Load accepts every value, so that compiling goes on and asks for the rest.
func (w *witness) Load(address string) (any, error) {
	// Helm loads nothing for a urn either, and accepts every value instead.
	if !strings.HasPrefix(address, "urn:") && !slices.Contains(w.urls, address) {
		w.urls = append(w.urls, address)
	}
	return true, nil
}

var referenceInJSON = regexp.MustCompile(`"\$(?:ref|dynamicRef|recursiveRef|schema)"\s*:\s*"((?:[^"\\]|\\.)*)"`)

// locateReference finds the place in the schema that made a compiler ask for an address.
func locateReference(schema []byte, address string) reference {
	base, err := url.Parse(schemaURL)
	if err != nil {
		return reference{quoted: address}
	}
	for _, match := range referenceInJSON.FindAllSubmatchIndex(schema, -1) {
		quoted := strings.ReplaceAll(string(schema[match[2]:match[3]]), `\/`, `/`)
		target, err := base.Parse(quoted)
		if err != nil {
			continue
		}
		target.Fragment = ""
		if target.String() == address || strings.HasSuffix(address, strings.SplitN(quoted, "#", 2)[0]) && quoted[0] != '#' {
			return reference{quoted, 1 + bytes.Count(schema[:match[0]], []byte("\n"))}
		}
	}
	return reference{quoted: address}
}

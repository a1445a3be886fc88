package helm

import (
	"regexp"
	"slices"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"

	"seccomp-gate/renderer/protocol"
)

// schemaOf is the line in which Helm names the chart whose schema the lines after it are about.
var schemaOf = regexp.MustCompile(`(?m)^([\w.-]+):$`)

// notASchema is what the library says of a schema that is none: santhosh-tekuri/jsonschema: util.go (SchemaValidationError).
var notASchema = regexp.MustCompile(`(?s) is not valid against metaschema: jsonschema validation failed with ('\S*')\n(.*)`)

// rejectedBy ends the sentence by which Helm begins to say what schemas reject (helm/helm: pkg/chart/common/util/values.go).
const rejectedBy = "of the schema(s) in the following chart(s):\n"

// explainValues is for values that Helm cannot merge, or that a schema rejects.
func (j *job) explainValues(err error) *protocol.Problem {
	_, rejected, found := strings.Cut(err.Error(), rejectedBy)
	if !found {
		return j.failed(j.file(j.chart, "values.yaml"), "Helm cannot merge the values: %s", plain(err.Error()))
	}
	problem := j.failed(j.file(j.chart, schemaFile), "the values do not meet the schema: %s", inOrder(rejected))
	if match := schemaOf.FindStringSubmatch(rejected); match != nil {
		for _, subchart := range j.chart.Dependencies() {
			if subchart.Name() == match[1] {
				problem.Path = j.file(subchart, schemaFile)
			}
		}
	}
	problem.Remedy = "correct the values, or the schema"
	if match := notASchema.FindStringSubmatch(rejected); match != nil {
		problem.Message = "the schema of the values is itself not valid by " + match[1] + ": " + inOrder(match[2])
		problem.Remedy = "correct the schema: until then Helm refuses any values"
	}
	return problem
}

// inOrder puts the violations on one line, sorted on each level: the library lists them in the order of a Go map.
func inOrder(text string) string {
	lines := sortedLevels(strings.Split(strings.TrimSpace(text), "\n"))
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, " ")
}

// sortedLevels sorts lines that begin with "- " together with the deeper ones below them; other lines stay where they are
// and separate what is sorted.
func sortedLevels(lines []string) []string {
	var out []string
	var blocks [][]string
	flush := func() {
		slices.SortFunc(blocks, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
		for _, block := range blocks {
			out = append(append(out, block[0]), sortedLevels(block[1:])...)
		}
		blocks = nil
	}
	indent := ""
	for _, line := range lines {
		content := strings.TrimLeft(line, " ")
		switch {
		case !strings.HasPrefix(content, "- "):
			flush()
			out = append(out, line)
		case len(blocks) > 0 && len(line)-len(content) > len(indent):
			last := len(blocks) - 1
			blocks[last] = append(blocks[last], line)
		default:
			indent = line[:len(line)-len(content)]
			blocks = append(blocks, []string{line})
		}
	}
	flush()
	return out
}

var (
	// violation is one line of what schemas reject: where, and why (santhosh-tekuri/jsonschema: output.go, kind/kind.go).
	violation = regexp.MustCompile(`(?m)^\s*- at '([^']*)': (.*)$`)
	missing   = regexp.MustCompile(`^missing propert(?:y|ies) (.*)$|^properties (.*) required, if .* exists$`)
	quoted    = regexp.MustCompile(`'([^']*)'`)
)

// rejectedValues are the values that a rejection is about, those included that are not there.
func rejectedValues(root *chart.Chart, rejected string) []valuePath {
	var found []valuePath
	if notASchema.MatchString(rejected) {
		return found // what is wrong there is the schema
	}
	at := valuePath{}
	for line := range strings.Lines(rejected) {
		line = strings.TrimSuffix(line, "\n")
		if match := schemaOf.FindStringSubmatch(line); match != nil {
			at = valuesBelow(root, match[1])
		}
		match := violation.FindStringSubmatch(line)
		if match == nil {
			continue
		}
		path := slices.Concat(at, pointed(match[1]))
		if absent := missing.FindStringSubmatch(match[2]); absent != nil {
			for _, name := range quoted.FindAllStringSubmatch(absent[1]+absent[2], -1) {
				found = append(found, append(slices.Clone(path), name[1]))
			}
			continue
		}
		found = append(found, path)
	}
	return found
}

// pointed is the path that a JSON pointer names.
func pointed(pointer string) valuePath {
	var path valuePath
	for _, part := range strings.Split(pointer, "/")[1:] {
		path = append(path, strings.NewReplacer("~1", "/", "~0", "~").Replace(part))
	}
	return path
}

// valuesBelow is where the values of the first chart of a name are: of the root, or of a chart below it.
func valuesBelow(c *chart.Chart, name string) valuePath {
	if c.Name() == name {
		return valuePath{}
	}
	for _, subchart := range c.Dependencies() {
		if below := valuesBelow(subchart, name); below != nil {
			return append(valuePath{subchart.Name()}, below...)
		}
	}
	return nil
}

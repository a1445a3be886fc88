package helm

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"

	"seccomp-gate/renderer/protocol"
)

// decides is a digest of everything in this rendering that decides what an absent dependency would render: which chart it is, the
// values that it is passed, what is known of the release and the cluster, what is done to the output, and templates above it. It is
// empty when the rest of the chart may depend on the absent one, so that its own rendering is not the truth either.
//
// The version of a chart above is none of it: every change raises it, and what is below does not see it.
//
// All templates of a release share their names (helm/helm: pkg/engine/engine.go, render), so one above can replace a part of those
// below, unless it has the name of its own chart in front and the absent chart is published elsewhere: nobody there knows that name. And
// one above can read the defaults of the absent chart, which matters where it makes pods of them. What is said above counts before any
// default.
func (j *job) decides(a absent, values map[string]any) string {
	if len(a.dependency.ImportValues) > 0 || values == nil {
		return ""
	}
	r := j.req
	return digestOf(
		a.owner.ChartFullPath(), a.dependency, locked(a), values, r.Release, r.Namespace, r.IsUpgrade, r.KubeVersion, r.APIVersions, r.PostRenderers, r.PostRenderStrategy,
		influential(j.chart, a, values),
	)
}

// digestOf is empty when the parts cannot be written down.
func digestOf(parts ...any) string {
	text, err := json.Marshal(parts)
	if err != nil {
		return ""
	}
	digest := sha256.Sum256(text)
	return hex.EncodeToString(digest[:])
}

// locked is what Chart.lock says of the dependency, which may be declared with a range.
func locked(a absent) []*chart.Dependency {
	var entries []*chart.Dependency
	if a.owner.Lock == nil {
		return nil
	}
	for _, entry := range a.owner.Lock.Dependencies {
		if entry.Name == a.dependency.Name {
			entries = append(entries, entry)
		}
	}
	return entries
}

// influential lists the templates of a chart and of all below it that can reach into the absent chart, or make pods of its defaults.
func influential(c *chart.Chart, a absent, values map[string]any) [][]string {
	var list [][]string
	for _, template := range c.Templates {
		mentions := bytes.Contains(template.Data, []byte(a.name())) && bytes.Contains(template.Data, []byte("ontainers"))
		if mentions && (c != a.owner || readsDefaults(string(template.Data), c.Name(), a.name(), values)) || definesFor(a, c.Name(), template) {
			list = append(list, []string{c.ChartFullPath(), template.Name, string(template.Data)})
		}
	}
	for _, subchart := range c.Dependencies() {
		list = append(list, influential(subchart, a, values)...)
	}
	return list
}

var (
	// action matches an action of a template, or where one begins that holds the end of another in a text.
	action  = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	comment = regexp.MustCompile(`^\{\{(?:-\s)?\s*/\*`)
	literal = regexp.MustCompile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`")
	// indexed and dotted match the two ways to a value by the names of its keys.
	indexed = regexp.MustCompile(`\bindex\s+\$?\.Values((?:\s+"[^"\\]*")+)`)
	dotted  = regexp.MustCompile(`\.Values((?:\.[A-Za-z_][A-Za-z0-9_]*)+)`)
)

// readsDefaults reports whether a template of the chart called owner may read values of the dependency of a name that the absent chart
// alone knows: all but those that its own values, which are passed on, settle.
func readsDefaults(template, owner, name string, values map[string]any) bool {
	for _, text := range action.FindAllString(template, -1) {
		if comment.MatchString(text) {
			continue
		}
		text = indexed.ReplaceAllStringFunc(text, func(found string) string {
			keys := literal.FindAllString(found, -1)
			for i, key := range keys {
				keys[i] = key[1 : len(key)-1]
			}
			return unlessUnsettled(found, keys, name, values)
		})
		text = dotted.ReplaceAllStringFunc(text, func(found string) string {
			return unlessUnsettled(found, strings.Split(found, ".")[2:], name, values)
		})
		text = literal.ReplaceAllStringFunc(text, func(found string) string {
			inner := found[1 : len(found)-1]
			if inner == name || strings.HasPrefix(inner, name+".") || strings.Contains(inner, ".Values") || strings.Contains(inner, ".Subcharts") {
				return found
			}
			return ""
		})
		if strings.Contains(text, name) || strings.Contains(text, ".Values") {
			return true
		}
	}
	return false
}

// unlessUnsettled gives the text back where its keys lead to what only the absent chart knows, and nothing otherwise.
func unlessUnsettled(text string, keys []string, name string, values map[string]any) string {
	if keys[0] != name {
		return ""
	}
	var value any = values
	for _, key := range keys[1:] {
		below, _ := value.(map[string]any)
		value = below[key]
	}
	if _, isMap := value.(map[string]any); value == nil || isMap {
		return text
	}
	return ""
}

// defined matches where a template begins to define another, and its name: text/template, "Nested template definitions".
var defined = regexp.MustCompile("\\{\\{(?:-\\s)?\\s*(?:define|block)\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)")

// definesFor reports whether a template of the chart called owner defines something that the absent chart may define or include, too.
func definesFor(a absent, owner string, template *common.File) bool {
	published := schemes.MatchString(a.dependency.Repository)
	for _, match := range defined.FindAllSubmatch(template.Data, -1) {
		name, err := strconv.Unquote(string(match[1]))
		if err != nil || !published || owner == a.dependency.Name || owner == a.name() || !strings.HasPrefix(name, owner+".") {
			return true
		}
	}
	return false
}

// schemes matches repositories that are elsewhere.
var schemes = regexp.MustCompile("^(?:https?|oci)://")

// decidedByAll says of a chart that does not render what decides that: everything in it, the charts that stand in for absent ones
// included. Charts that could have stood in for others, and do not fit, have no say.
func (j *job) decidedByAll(values map[string]any, problems []protocol.Problem) []protocol.Problem {
	r := j.req
	digest := digestOf(
		everything(j.chart), values, r.Release, r.Namespace, r.IsUpgrade, r.SkipSchemaValidation, r.SkipTests, r.KubeVersion, r.APIVersions, r.PostRenderers, r.PostRenderStrategy,
	)
	for i := range problems {
		if problems[i].Blocking {
			problems[i].Decides = digest
		}
	}
	return problems
}

// everything is what a chart and all below it are made of.
func everything(c *chart.Chart) []any {
	parts := []any{c.ChartFullPath(), c.Metadata, c.Lock, c.Values, c.Schema}
	for _, file := range slices.Concat(c.Templates, c.Files) {
		parts = append(parts, []any{file.Name, file.Data})
	}
	for _, subchart := range c.Dependencies() {
		parts = append(parts, everything(subchart))
	}
	return parts
}

package helm

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	texttemplate "text/template"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"

	"seccomp-gate/renderer/protocol"
)

// refusal is how a chart says that it wants other values: by `required` or `fail` in a template, or by a schema.
type refusal struct {
	problem  *protocol.Problem
	rejected string // what Helm says of the values that a schema rejects; empty for a template
}

func (j *job) noteRejected(err error, problem *protocol.Problem) {
	if _, rejected, ok := strings.Cut(err.Error(), rejectedBy); ok {
		j.refusal = &refusal{problem, rejected}
	}
}

func (j *job) noteStopped(err error, problem *protocol.Problem) {
	if match := oneLine.FindStringSubmatch(strings.TrimSpace(err.Error())); match != nil && match[1] == "execution" {
		j.refusal = &refusal{problem: problem}
	}
}

// leniency renders a chart in spite of what it demands: without its schemas, `fail` does nothing, as in Helm's own LintMode (helm/helm:
// pkg/engine/engine.go, initFunMap), and a word is what is demanded. There nothing is in its place, of which many a chart makes what is no
// YAML: `image: web:`.
type leniency struct {
	word   string // empty: nothing
	values []valuePath
	kind   func(word string) any // of values of which nothing says of what kind they are

	// What was demanded, found while it was rendered.
	seen     map[string]any // the values that templates saw
	sites    *sites
	reached  map[int]bool
	messages []string
}

const (
	// maxFails bounds how often `fail` does nothing: it may be what ends a recursion.
	maxFails = 256
	// maxRounds bounds how often the chart is rendered to find what it demands: what is given may lead to further demands.
	maxRounds = 3
	// maxTexts bounds the texts that templates tell apart, of which each is tried.
	maxTexts = 8
)

// Words that stand in for what is demanded: valid names, images and labels. No chart knows either, so what tells them apart comes of it.
const (
	demandedText = "demanded"
	otherText    = "wanted"
)

// kinds are what a value can be of which nothing is known. The first with which the chart renders is taken.
var kinds = []func(word string) any{
	func(word string) any { return word },
	func(word string) any { return map[string]any{word: word} },
	func(word string) any { return []any{word} },
}

// prepare changes the chart and its values, and returns the functions that go with it.
func (l *leniency) prepare(c *chart.Chart, renderValues common.Values) texttemplate.FuncMap {
	l.reached = map[int]bool{}
	l.sites = findSites(c)
	if values, ok := tableOf(renderValues["Values"]); ok {
		for _, at := range l.sites.valuesRequired() {
			values = withValue(values, at, nil)
		}
		for _, at := range l.values {
			values = withValue(values, at, l.fill)
		}
		renderValues["Values"] = common.Values(values)
		l.seen = values
	}
	fails := 0
	demand := func(site int, message string) {
		l.reached[site] = true
		l.messages = append(l.messages, message)
	}
	functions := texttemplate.FuncMap{}
	for site, name := range l.sites.names() {
		functions[name+"fail"] = func(message string) (string, error) {
			if fails++; fails > maxFails {
				return "", errors.New(message)
			}
			demand(site, message)
			return "", nil
		}
		functions[name+"required"] = func(message string, value any) (any, error) {
			if value != nil && value != "" {
				return value, nil
			}
			demand(site, message)
			return l.word, nil
		}
	}
	return functions
}

// fill gives what is not empty, as templates see it: of the kind of what is.
func (l *leniency) fill(have any) any {
	switch value := have.(type) {
	case nil:
		return l.kind(l.word)
	case string:
		if value == "" {
			return l.word
		}
	case bool:
		return true
	case map[string]any:
		if len(value) == 0 {
			return map[string]any{l.word: l.word}
		}
	case []any:
		if len(value) == 0 {
			return []any{l.word}
		}
	}
	return have
}

// demanded is what came of rendering a chart with a word in the place of what it demands.
type demanded struct {
	kind      func(word string) any
	values    []valuePath
	texts     []string // with which it compares them
	messages  []string // sorted, each once
	manifests string
}

// inSpite renders a chart that refuses to render. What it gives are the documents of which nothing that decides about containers depends
// on what is demanded, since it is the same whatever that is: one word or another, nothing, or a text that templates compare it with.
// Nothing when there is no telling.
func (j *job) inSpite(problems []protocol.Problem) (string, []protocol.Problem) {
	for _, kind := range kinds {
		found, ok := j.renderDemanded(kind)
		if !ok {
			continue
		}
		manifests, left, ok := j.whateverIsGiven(found)
		if !ok || manifests == "" {
			continue
		}
		return manifests, j.toldInSpite(problems, found, left)
	}
	return "", problems
}

// renderDemanded renders the chart until nothing more is demanded, or it goes on and on.
func (j *job) renderDemanded(kind func(word string) any) (demanded, bool) {
	found := demanded{kind: kind}
	for left := maxRounds; ; left-- {
		round := &leniency{word: demandedText, values: found.values, kind: kind}
		manifests, ok := j.renderWith(round)
		if round.sites == nil {
			return found, false
		}
		found.messages = append(found.messages, round.messages...)
		more := round.sites.emptyAsked(round.reached, round.seen)
		more = append(more, emptyIn(round.seen, rejectedValues(j.chart, j.refusal.rejected))...)
		if len(more) == 0 || left == 1 {
			slices.Sort(found.messages)
			found.messages = slices.Compact(found.messages)
			found.texts = round.sites.comparedWith(found.values)
			found.manifests = manifests
			return found, ok
		}
		// What is below another says that that one is a map.
		found.values = distinct(slices.Concat(found.values, more))
		slices.SortStableFunc(found.values, func(a, b valuePath) int { return len(b) - len(a) })
	}
}

// whateverIsGiven are the documents that stay the same in all that decides about containers, and those that do not.
func (j *job) whateverIsGiven(found demanded) (manifests string, left []document, ok bool) {
	if len(found.messages) == 0 && len(found.values) == 0 {
		return found.manifests, nil, true // nothing but a schema was in the way
	}
	if len(found.texts) > maxTexts {
		return "", nil, false
	}
	manifests, ok = j.renderWith(&leniency{word: otherText, values: found.values, kind: found.kind})
	if !ok {
		return "", nil, false
	}
	manifests, left = agreed(found.manifests, manifests)
	others := []*leniency{{}}
	for _, text := range found.texts {
		others = append(others, &leniency{word: text, values: found.values, kind: found.kind})
	}
	for _, other := range others {
		if rendered, ok := j.renderWith(other); ok { // else nobody can give that
			var more []document
			manifests, more = agreed(manifests, rendered)
			left = append(left, more...)
		}
	}
	return manifests, left, true
}

func (j *job) renderWith(leniency *leniency) (string, bool) {
	again := newJob(j.tree, j.req, j.shelf)
	again.leniency = leniency
	manifests, problems := again.run()
	return manifests, manifests != "" && !slices.ContainsFunc(problems, func(problem protocol.Problem) bool {
		return problem.Blocking && problem.Kind != protocol.MissingDependency
	})
}

// toldInSpite adds to the refusal how the chart was rendered in spite of it. Where a dependency is absent as well, nobody told of it yet.
func (j *job) toldInSpite(problems []protocol.Problem, found demanded, left []document) []protocol.Problem {
	refusal := *j.refusal.problem
	refusal.Rest = j.describeRest(found, left)
	var sources []string
	for _, one := range left {
		sources = append(sources, one.source)
	}
	refusal.Demands = digestOf(refusal.Message, found.messages, sources)
	at := slices.IndexFunc(problems, func(problem protocol.Problem) bool { return problem.Message == refusal.Message })
	if at < 0 {
		at = len(problems)
		problems = append(problems, refusal)
		if blocking := slices.IndexFunc(problems, isBlocking); blocking >= 0 {
			refusal.Decides = problems[blocking].Decides
		}
	} else {
		refusal.Decides = problems[at].Decides
	}
	problems[at] = refusal
	return problems
}

func (j *job) describeRest(found demanded, left []document) string {
	const inPlace = "with `" + demandedText + "` in the place of what is demanded"
	rest := "it was looked at " + inPlace
	if j.refusal.rejected != "" {
		rest = "it was looked at without the schema"
		if len(found.messages) > 0 || len(found.values) > 0 {
			rest += ", and " + inPlace
		}
	}
	var files []string
	for _, one := range left {
		file, _ := j.template(one.source)
		if file = cmp.Or(file, one.source); one.holdsContainers() && !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	switch {
	case len(files) == 0:
		return rest
	case len(files) > maxNamed:
		return fmt.Sprintf("%s, without what depends on that in %s and %d more", rest, strings.Join(files[:maxNamed], ", "), len(files)-maxNamed)
	default:
		return rest + ", without what depends on that in " + strings.Join(files, ", ")
	}
}

// maxNamed is how many files a sentence may name.
const maxNamed = 5

// emptyIn are those of some values that are empty, each once.
func emptyIn(values map[string]any, paths []valuePath) []valuePath {
	some := &leniency{word: demandedText, kind: kinds[0]}
	return distinct(slices.DeleteFunc(paths, func(path valuePath) bool {
		have, ok := valueAt(values, path)
		return !ok || len(path) == 0 || reflect.DeepEqual(some.fill(have), have)
	}))
}

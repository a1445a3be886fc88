package helm

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"seccomp-gate/renderer/protocol"
)

var (
	// location is how a template error names a place: chart/templates/x.yaml:12:20, or without a column.
	location = regexp.MustCompile(`^(.+?):(\d+)(?::(\d+))?$`)
	// oneLine are the two short forms: a template that does not parse, and one that calls fail or required.
	oneLine = regexp.MustCompile(`(?s)^(parse|execution) error at \((.+?)\): (.*)$`)
	// executing is the second line of the long form, which names the expression that failed.
	executing = regexp.MustCompile(`^executing ".*" at <(.*)>:$`)
	// manifestError is how Helm reports a rendered file that is not YAML.
	manifestError = regexp.MustCompile(`(?s)^YAML parse error on (\S+): (.*)$`)
)

// chained is one level of the form that Helm leaves as Go made it: a failure below tpl.
var chained = regexp.MustCompile(`template: (\S+:\d+(?::\d+)?): (?:executing "[^"]*" at <(.*?)>: )?`)

// remedyForTemplates is all that can be said in general.
const remedyForTemplates = "correct the template, or give the chart the values, release name or namespace that it needs, such as under `targets:` in the configuration"

// step is one level of the long form of a template error: where, in what expression, and why.
type step struct{ location, expression, reason string }

// explainTemplate reads the forms that helm/helm: pkg/engine/engine.go (cleanupParseError, reformatExecErrorMsg) gives an error.
func (j *job) explainTemplate(err error) *protocol.Problem {
	text := strings.TrimSpace(err.Error())
	if match := oneLine.FindStringSubmatch(text); match != nil {
		what := "the template stops the render"
		if match[1] == "parse" {
			what = "the template cannot be parsed"
		}
		problem := j.failed("", "%s: %s", what, plain(match[3]))
		problem.Remedy = remedyForTemplates
		j.locate(problem, match[2])
		return problem
	}
	steps := readSteps(text)
	if len(steps) == 0 {
		return j.failed(j.file(j.chart, "templates"), "Helm cannot render the templates: %s", plain(text))
	}
	reason, expression := "", ""
	for _, s := range slices.Backward(steps) {
		if reason == "" {
			reason = s.reason
		}
		if expression == "" {
			expression = s.expression
		}
	}
	message := "`" + expression + "` cannot be evaluated: " + plain(reason)
	if expression == "" {
		message = "the template cannot be executed: " + plain(reason)
	}
	problem := j.failed("", "%s", message)
	problem.Remedy = remedyForTemplates
	j.locateInnermost(problem, steps)
	return problem
}

// readSteps reads the long form. Helm prints each level as a line with the place, a line with the expression, a line with
// the reason; any of them may be absent, and a reason may have several lines.
func readSteps(text string) []step {
	var steps []step
	if levels := chained.FindAllStringSubmatchIndex(text, -1); len(levels) > 0 && levels[0][0] == 0 {
		for _, at := range levels {
			s := step{location: text[at[2]:at[3]]}
			if at[4] >= 0 {
				s.expression = text[at[4]:at[5]]
			}
			steps = append(steps, s)
		}
		steps[len(steps)-1].reason = text[levels[len(levels)-1][1]:]
		return steps
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case location.MatchString(line):
			steps = append(steps, step{location: line})
		case len(steps) == 0:
			return nil
		default:
			last := &steps[len(steps)-1]
			if match := executing.FindStringSubmatch(line); match != nil && last.expression == "" {
				last.expression = match[1]
			} else if !strings.HasPrefix(line, "error calling include:") {
				last.reason = strings.TrimSpace(last.reason + "\n" + line)
			}
		}
	}
	return steps
}

// locate puts the problem where Helm says, if that is a file of the tree.
func (j *job) locate(problem *protocol.Problem, where string) bool {
	match := location.FindStringSubmatch(where)
	if match == nil {
		return false
	}
	file, inTree := j.template(match[1])
	if file == "" {
		return false
	}
	problem.Path = file
	if !inTree {
		problem.Message += " (" + where + ")"
		return false
	}
	problem.Line, _ = strconv.Atoi(match[2])
	// Helm counts columns from 0 (text/template/parse: Tree.ErrorContext).
	if match[3] != "" {
		column, _ := strconv.Atoi(match[3])
		problem.Column = column + 1
	}
	return true
}

// locateInnermost puts the problem at the deepest place that is a file of the tree, and tells where it was called from.
func (j *job) locateInnermost(problem *protocol.Problem, steps []step) {
	message := problem.Message
	for i, s := range slices.Backward(steps) {
		problem.Message = message
		if !j.locate(problem, s.location) {
			continue
		}
		if outer := steps[0].location; i > 0 && outer != s.location {
			problem.Message += " (called from " + j.shown(outer) + ")"
		}
		switch inner := steps[len(steps)-1].location; {
		case strings.HasPrefix(inner, "gotpl:"): // Helm's name for what has no file
			problem.Message += " (in the text given to tpl)"
		case inner != s.location:
			problem.Message += " (in " + inner + ")"
		}
		return
	}
}

// shown is a place of Helm's as a path of the tree.
func (j *job) shown(where string) string {
	match := location.FindStringSubmatch(where)
	if match == nil {
		return where
	}
	file, inTree := j.template(match[1])
	if !inTree {
		return where
	}
	return file + ":" + match[2]
}

var (
	calling    = regexp.MustCompile(`^(?:error calling \w+: )+`)
	noTemplate = regexp.MustCompile(`^(?:template: )?no template ("[^"]*") associated with template ".*"$`)
	nilPointer = regexp.MustCompile(`nil pointer evaluating interface \{\}\.(\S+)`)
	noField    = regexp.MustCompile(`can't evaluate field (\S+) in type (\S+(?: \{\})?)`)
	goTypes    = strings.NewReplacer(
		"map[string]interface {}", "map", "map[string]any", "map", "common.Values", "map",
		"[]interface {}", "list", "[]any", "list", "interface {}", "value", "float64", "number", "int64", "number", "<nil>", "nothing",
	)
)

// plain says in words what Go says in types.
func plain(reason string) string {
	reason = calling.ReplaceAllString(reason, "")
	reason = noTemplate.ReplaceAllString(reason, "there is no template $1")
	reason = nilPointer.ReplaceAllString(reason, "`.$1` is read from a value that is not set")
	reason = noField.ReplaceAllStringFunc(reason, func(text string) string {
		match := noField.FindStringSubmatch(text)
		return fmt.Sprintf("`.%s` is read from a %s, which has no fields", match[1], goTypes.Replace(match[2]))
	})
	return strings.TrimSpace(goTypes.Replace(reason))
}

// explainManifest is for a rendered file that Helm cannot read. Its line is one of the rendered text, which nobody sees.
func (j *job) explainManifest(err error) *protocol.Problem {
	match := manifestError.FindStringSubmatch(err.Error())
	if match == nil {
		return j.failed(j.file(j.chart, "templates"), "Helm cannot read the rendered manifests: %v", err)
	}
	file, inTree := j.template(match[1])
	rendered := j.explainYAML(file, nil, "what the template renders", fmt.Errorf("%s", match[2]))
	problem := j.failed(file, "%s", rendered.Message)
	if rendered.Line > 0 {
		problem.Message += fmt.Sprintf(" (line %d of the rendered document)", rendered.Line)
	}
	if !inTree {
		problem.Message += " (" + match[1] + ")"
	}
	problem.Remedy = fmt.Sprintf("look at `helm template --debug %s --show-only %s`", j.req.Chart, path.Join("templates", path.Base(match[1])))
	return problem
}

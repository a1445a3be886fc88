package helm

import (
	"slices"
	syntax "text/template/parse"
)

// emptyAsked are the empty values that the calls at some sites are about: what `required` is given, and what decides whether `fail` is
// reached. A switch that is off is only where nothing else is empty: it seldom is what is asked for.
func (s *sites) emptyAsked(reached map[int]bool, values map[string]any) []valuePath {
	var found []valuePath
	for i, one := range s.all {
		if !reached[i] {
			continue
		}
		empty := emptyIn(values, s.below(one.scope, s.aboutOf(one)))
		isSwitch := func(path valuePath) bool {
			have, _ := valueAt(values, path)
			return have == false
		}
		if others := slices.DeleteFunc(slices.Clone(empty), isSwitch); len(others) > 0 {
			empty = others
		}
		found = append(found, empty...)
	}
	return found
}

// valuesRequired are those that any call of `required` in the release is given.
func (s *sites) valuesRequired() []valuePath {
	var found []valuePath
	for _, one := range s.all {
		if one.required {
			found = append(found, s.below(one.scope, s.mentioned(one.own, always, map[syntax.Node]bool{}))...)
		}
	}
	return distinct(found)
}

func always(*scope) bool { return true }

// isBrief tells a template that gives a value from one that works something out.
func isBrief(one *scope) bool { return len(one.all) <= 3 }

// comparedWith are the texts that some values are compared with, sorted.
func (s *sites) comparedWith(values []valuePath) []string {
	var found []string
	for _, one := range s.comparisons {
		about := s.below(one.scope, s.mentioned(one.expression, isBrief, map[syntax.Node]bool{}))
		if slices.ContainsFunc(about, func(path valuePath) bool {
			return slices.ContainsFunc(values, func(value valuePath) bool { return slices.Equal(path, value) })
		}) {
			found = append(found, one.texts...)
		}
	}
	slices.Sort(found)
	return slices.DeleteFunc(slices.Compact(found), func(text string) bool { return text == "" })
}

// aboutOf are the values that one call is about, from the values of its chart.
func (s *sites) aboutOf(one site) []valuePath {
	seen := map[syntax.Node]bool{}
	paths := s.mentioned(one.own, always, seen)
	if one.required && len(paths) > 0 {
		return paths
	}
	for _, guard := range s.guardsOf(one.spot, map[string]bool{}) {
		paths = append(paths, s.mentioned(guard, always, seen)...)
	}
	return paths
}

// below puts the paths below all charts whose values a template may see: a named one is called by any of them.
func (s *sites) below(one *scope, paths []valuePath) []valuePath {
	charts := []valuePath{one.chart}
	if one.name != "" {
		charts = s.charts
	}
	var found []valuePath
	for _, chart := range charts {
		for _, path := range paths {
			found = append(found, slices.Concat(chart, path))
		}
	}
	return found
}

// guardsOf are the guards of a spot, and of all spots that call the template that it is in.
func (s *sites) guardsOf(at spot, seen map[string]bool) []expression {
	guards := slices.Clone(at.guards)
	if at.scope.name == "" || seen[at.scope.name] {
		return guards
	}
	seen[at.scope.name] = true
	for _, call := range s.calls[at.scope.name] {
		guards = append(guards, s.guardsOf(call, seen)...)
	}
	return guards
}

// mentioned are the values that an expression speaks of, by way of variables and of named templates that are to be followed, too.
func (s *sites) mentioned(e expression, follow func(*scope) bool, seen map[syntax.Node]bool) []valuePath {
	if e.node == nil || seen[e.node] {
		return nil
	}
	seen[e.node] = true
	var found []valuePath
	within := func(node syntax.Node) {
		found = append(found, s.mentioned(expression{node: node, dot: e.dot, scope: e.scope}, follow, seen)...)
	}
	switch node := e.node.(type) {
	case *syntax.PipeNode:
		if node == nil {
			return nil
		}
		for _, command := range node.Cmds {
			within(command)
		}
	case *syntax.CommandNode:
		found = append(found, s.looked(node, e)...)
		for _, argument := range node.Args {
			within(argument)
		}
		if name, ok := textOf(node.Args, 1); ok && isCall(node, "include") {
			for _, one := range s.defines[name] {
				if !follow(one) {
					continue
				}
				for _, inner := range one.all {
					found = append(found, s.mentioned(inner, follow, seen)...)
				}
			}
		}
	case *syntax.ChainNode:
		within(node.Node)
	case *syntax.VariableNode:
		found = append(found, s.named(e, map[syntax.Node]bool{})...)
		for _, source := range e.scope.variables[node.Ident[0]] {
			found = append(found, s.mentioned(source, follow, seen)...)
		}
	case *syntax.FieldNode:
		found = s.named(e, map[syntax.Node]bool{})
	}
	return found
}

func isCall(command *syntax.CommandNode, names ...string) bool {
	identifier, ok := command.Args[0].(*syntax.IdentifierNode)
	return ok && slices.Contains(names, identifier.Ident)
}

// looked is the value that a call looks up by texts.
func (s *sites) looked(command *syntax.CommandNode, e expression) []valuePath {
	if len(command.Args) < 3 || !isCall(command, "index", "get", "hasKey") {
		return nil
	}
	var found []valuePath
	for _, path := range s.named(expression{node: command.Args[1], dot: e.dot, scope: e.scope}, map[syntax.Node]bool{}) {
		path = slices.Clone(path)
		for i := range command.Args[2:] {
			text, ok := textOf(command.Args, 2+i)
			if !ok {
				return found
			}
			path = append(path, text)
		}
		found = append(found, path)
	}
	return found
}

// named are the values that a field or variable by itself may be.
func (s *sites) named(e expression, seen map[syntax.Node]bool) []valuePath {
	if seen[e.node] {
		return nil
	}
	seen[e.node] = true
	switch node := e.node.(type) {
	case *syntax.PipeNode:
		if node != nil && len(node.Cmds) == 1 && len(node.Cmds[0].Args) == 1 {
			return s.named(expression{node: node.Cmds[0].Args[0], dot: e.dot, scope: e.scope}, seen)
		}
	case *syntax.FieldNode:
		if path, ok := belowValues(node.Ident); ok {
			return []valuePath{path}
		}
		if e.dot != nil {
			return []valuePath{slices.Concat(e.dot, node.Ident)}
		}
	case *syntax.DotNode:
		if e.dot != nil {
			return []valuePath{e.dot}
		}
	case *syntax.VariableNode:
		if path, ok := belowValues(node.Ident[1:]); ok {
			return []valuePath{path}
		}
		var found []valuePath
		for _, source := range e.scope.variables[node.Ident[0]] {
			if source.ranges {
				continue // the variable is one of its elements
			}
			for _, path := range s.named(source, seen) {
				found = append(found, slices.Concat(path, node.Ident[1:]))
			}
		}
		return found
	}
	return nil
}

// belowValues is the path of a value in what a template writes: `.Values.a.b`, `$.Values.a.b`, `.context.Values.a.b`.
func belowValues(identifiers []string) (valuePath, bool) {
	at := slices.Index(identifiers, "Values")
	if at < 0 {
		return nil, false
	}
	return identifiers[at+1:], true
}

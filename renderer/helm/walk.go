package helm

import (
	"slices"
	syntax "text/template/parse"
)

// walker reads one template of a file.
type walker struct {
	sites *sites
	scope *scope
}

// list reads the nodes below guards, with what the dot is.
func (w *walker) list(list *syntax.ListNode, guards []expression, dot valuePath) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch node := node.(type) {
		case *syntax.ActionNode:
			w.pipe(node.Pipe, guards, dot, false)
		case *syntax.TemplateNode:
			w.pipe(node.Pipe, guards, dot, false)
			w.sites.calls[node.Name] = append(w.sites.calls[node.Name], spot{w.scope, guards})
		case *syntax.IfNode:
			w.branch(&node.BranchNode, guards, dot, dot, false)
		case *syntax.WithNode:
			w.branch(&node.BranchNode, guards, dot, w.valueOf(node.Pipe, dot), false)
		case *syntax.RangeNode:
			w.branch(&node.BranchNode, guards, dot, nil, true)
		}
	}
}

func (w *walker) branch(node *syntax.BranchNode, guards []expression, dot, inner valuePath, ranges bool) {
	w.pipe(node.Pipe, guards, dot, ranges)
	guards = append(slices.Clone(guards), expression{node: node.Pipe, dot: dot, scope: w.scope})
	w.list(node.List, guards, inner)
	w.list(node.ElseList, guards, dot)
}

// valueOf is the value that a pipeline is, when it is nothing but one.
func (w *walker) valueOf(pipe *syntax.PipeNode, dot valuePath) valuePath {
	if pipe == nil || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 1 {
		return nil
	}
	if found := w.sites.named(expression{node: pipe.Cmds[0].Args[0], dot: dot, scope: w.scope}, map[syntax.Node]bool{}); len(found) == 1 {
		return found[0]
	}
	return nil
}

func (w *walker) pipe(pipe *syntax.PipeNode, guards []expression, dot valuePath, ranges bool) {
	if pipe == nil {
		return
	}
	all := expression{pipe, dot, w.scope, ranges}
	w.scope.all = append(w.scope.all, all)
	for _, variable := range pipe.Decl {
		name := variable.Ident[0]
		w.scope.variables[name] = append(append(w.scope.variables[name], all), guards...)
	}
	if slices.ContainsFunc(pipe.Cmds, func(command *syntax.CommandNode) bool { return isCall(command, comparing...) }) {
		w.sites.comparisons = append(w.sites.comparisons, comparison{all, textsIn(pipe)})
	}
	for _, command := range pipe.Cmds {
		for i, argument := range command.Args {
			switch argument := argument.(type) {
			case *syntax.PipeNode:
				w.pipe(argument, guards, dot, false)
			case *syntax.ChainNode:
				if inner, ok := argument.Node.(*syntax.PipeNode); ok {
					w.pipe(inner, guards, dot, false)
				}
			case *syntax.IdentifierNode:
				switch argument.Ident {
				case "fail", "required":
					w.sites.all = append(w.sites.all, site{int(argument.Pos), argument.Ident == "required", all, spot{w.scope, guards}})
				case "include":
					if name, ok := textOf(command.Args, i+1); ok {
						w.sites.calls[name] = append(w.sites.calls[name], spot{w.scope, guards})
					}
				}
			}
		}
	}
}

// comparing are the functions that tell one text from others.
var comparing = []string{"eq", "ne", "has", "mustHas", "contains", "hasPrefix", "hasSuffix"}

// textsIn are the texts with which a pipeline compares, by themselves or in a list.
func textsIn(pipe *syntax.PipeNode) []string {
	var found []string
	for _, command := range pipe.Cmds {
		if !isCall(command, slices.Concat(comparing, []string{"list"})...) {
			continue
		}
		for _, argument := range command.Args {
			switch argument := argument.(type) {
			case *syntax.StringNode:
				found = append(found, argument.Text)
			case *syntax.PipeNode:
				found = append(found, textsIn(argument)...)
			}
		}
	}
	return found
}

func textOf(arguments []syntax.Node, at int) (string, bool) {
	if at >= len(arguments) {
		return "", false
	}
	text, ok := arguments[at].(*syntax.StringNode)
	if !ok {
		return "", false
	}
	return text.Text, true
}

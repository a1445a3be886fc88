package kustomize

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/fluxcd/pkg/envsubst"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/resource"
	"sigs.k8s.io/yaml"

	"seccomp-gate/renderer/protocol"
)

const (
	// substituteKey is the label or annotation by which an object opts out.
	substituteKey      = "kustomize.toolkit.fluxcd.io/substitute"
	substituteDisabled = "disabled"
)

var variableName = regexp.MustCompile(`^[_[:alpha:]][_[:alpha:][:digit:]]*$`)

// substitute replaces Flux's variables in each resource (fluxcd/pkg: kustomize/kustomize_varsub.go). Without a single variable
// Flux does not look, not even for defaults.
func (r *run) substitute(resources resmap.ResMap) *protocol.Problem {
	variables := map[string]string{}
	for name, value := range r.req.Substitute {
		variables[name] = strings.ReplaceAll(value, "\n", "")
	}
	if len(variables) == 0 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(variables)) {
		if !variableName.MatchString(name) {
			return r.notSubstituted(fmt.Sprintf("%q is no name of a variable: Flux demands %s", name, variableName), "rename it")
		}
	}
	for _, object := range resources.Resources() {
		if object.GetLabels()[substituteKey] == substituteDisabled || object.GetAnnotations()[substituteKey] == substituteDisabled {
			continue
		}
		name := fmt.Sprintf("%s %q", object.GetKind(), object.GetName())
		if namespace := object.GetNamespace(); namespace != "" {
			name += fmt.Sprintf(" in namespace %q", namespace)
		}
		if err := substituteIn(object, variables); err != nil {
			return r.notSubstituted(fmt.Sprintf("the variables of Flux cannot be put into %s: %v", name, err),
				"quote the variable where it stands, or correct its value; an object that is not meant has the annotation "+substituteKey+": disabled")
		}
	}
	return nil
}

func substituteIn(object *resource.Resource, variables map[string]string) error {
	text, err := object.AsYAML()
	if err != nil {
		return err
	}
	replaced, err := envsubst.Eval(string(text), func(name string) (string, bool) { return variables[name], true })
	if err != nil {
		return err
	}
	if replaced == string(text) {
		return nil
	}
	data, err := yaml.YAMLToJSON([]byte(replaced))
	if err != nil {
		return err
	}
	return object.UnmarshalJSON(data)
}

func (r *run) notSubstituted(message, remedy string) *protocol.Problem {
	return &protocol.Problem{Kind: protocol.RenderFailed, Path: kustomizationIn(r.tree, r.req.Path), Message: message, Remedy: remedy, Blocking: true}
}

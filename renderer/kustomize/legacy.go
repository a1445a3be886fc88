package kustomize

import (
	"slices"
	"strings"

	yaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

// oldPatches are the entries of `patches` where all of them are texts, which Kustomize took for `patchesStrategicMerge` before
// version 5, and kubectl before 1.27; nil where they are anything else (kubernetes-sigs/kustomize: api/types/fix.go in api/v0.12.1,
// useLegacyPatch).
func oldPatches(document *yaml.Node) []*yaml.Node {
	if len(document.Content) == 0 || valueOf(document.Content[0], "patchesStrategicMerge") != nil {
		return nil
	}
	entries := sequence(valueOf(document.Content[0], "patches"))
	if slices.ContainsFunc(entries, func(entry *yaml.Node) bool { return textOf(entry) == "" }) {
		return nil
	}
	return entries
}

// renamePatches gives the old patches of a kustomization the name that they have now, in its document and in the overlay.
func (o *overlay) renamePatches(file string, document *yaml.Node) {
	if len(oldPatches(document)) == 0 {
		return
	}
	fields := resolved(document.Content[0]).Content
	for i := 0; i+1 < len(fields); i += 2 {
		if strings.EqualFold(fields[i].Value, "patches") {
			fields[i].Value = "patchesStrategicMerge"
		}
	}
	if text, err := yaml.Marshal(document); err == nil {
		o.put(file, text)
	}
}

// oldForms says that an edited kustomization was committed in a form that only older versions of Kustomize read: nothing comes of it any more,
// so that what it was is looked at beside the problem.
func (k kustomization) oldForms() []protocol.Problem {
	old := oldPatches(k.committed)
	if len(old) == 0 {
		return nil
	}
	problem := problemAt(k, "patches", old[0], protocol.YAML,
		"`patches` lists texts, which Kustomize refuses since version 5, and kubectl since 1.27; what older versions make of them, as `patchesStrategicMerge`, was looked at",
		"write `path:` in front of each of them")
	return []protocol.Problem{problem}
}

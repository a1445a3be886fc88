// Package kustomize renders a folder with a kustomization as `kustomize build` does.
package kustomize

import (
	"fmt"
	"path"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"

	"seccomp-gate/renderer/protocol"
)

// Render builds the kustomization in req.Path. Without manifests there is at least one blocking problem.
func Render(root string, req protocol.Request) (string, []protocol.Problem) {
	tree := protocol.Tree(root)
	req.Path = path.Clean(req.Path)
	folder, err := tree.Disk(req.Path)
	if err != nil {
		return "", []protocol.Problem{{
			Kind: protocol.Refused, Path: req.Path, Message: err.Error(), Remedy: "name a folder inside the repository", Blocking: true,
		}}
	}
	if !isFolder(folder) {
		return "", []protocol.Problem{{
			Kind: protocol.MissingFile, Path: req.Path, Message: fmt.Sprintf("there is no folder %q", req.Path),
			Remedy: "commit it, or correct the path", Blocking: true,
		}}
	}
	found := scan(tree, folder)
	if containsRemote(found) {
		return "", found // Kustomize has no switch against reaching for the network, so it is not even started
	}
	manifests, err := build(folder, req.LoadRestrictor)
	switch {
	case err == nil:
		return manifests, nil
	case len(found) > 0:
		return "", found
	default:
		return "", []protocol.Problem{explain(tree, req.Path, err)}
	}
}

func build(folder, restrictor string) (string, error) {
	options := krusty.MakeDefaultOptions() // plugins are disabled in it
	// What the kustomize command passes, and not what the library defaults to (kubernetes-sigs/kustomize:
	// kustomize/commands/build/reorderoutput.go).
	options.Reorder = krusty.ReorderOptionUnspecified
	if restrictor == protocol.RestrictNone {
		options.LoadRestrictions = types.LoadRestrictionsNone
	}
	resources, err := krusty.MakeKustomizer(options).Run(filesys.MakeFsOnDisk(), folder)
	if err != nil {
		return "", err
	}
	manifests, err := resources.AsYaml()
	return string(manifests), err
}

package kustomize

import (
	"fmt"
	"path/filepath"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/yaml"

	"seccomp-gate/renderer/protocol"
)

// edit applies req.Edits to the kustomization in folder. Only the overlay changes.
func (r *run) edit(folder string) *protocol.Problem {
	file := r.kustomizationFile(folder)
	r.fs.renamePatches(file, committed(file))
	switch r.req.Edits.By {
	case protocol.ByFlux:
		return r.editAsFlux(folder, *r.req.Edits)
	case protocol.ByArgoCD:
		return r.editAsArgoCD(folder, *r.req.Edits)
	default:
		return &protocol.Problem{
			Kind: protocol.RenderFailed, Path: r.req.Path, Message: fmt.Sprintf("the renderer does not know by whose rules to edit: %q", r.req.Edits.By),
			Remedy: "this is a bug of seccomp-gate; please report it", Blocking: true,
		}
	}
}

// kustomizationFile is where the kustomization of a folder is on disk; "" when there is none.
func (r *run) kustomizationFile(folder string) string {
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		if file := filepath.Join(folder, name); r.fs.Exists(file) && !r.fs.IsDir(file) {
			return file
		}
	}
	return ""
}

// write puts a kustomization over the file that it was read from.
func (r *run) write(file string, k types.Kustomization) *protocol.Problem {
	text, err := yaml.Marshal(k)
	if err != nil {
		return r.cannotEdit(file, err)
	}
	r.fs.put(file, text)
	return nil
}

func (r *run) cannotEdit(file string, err error) *protocol.Problem {
	name := r.tree.Path(file)
	return &protocol.Problem{
		Kind: protocol.RenderFailed, Path: name, Blocking: true,
		Message: r.tree.Strip(fmt.Sprintf("what the declaring object adds to the kustomization cannot be added: %v", err)),
		Remedy:  fmt.Sprintf("correct the object, or %s", name),
	}
}

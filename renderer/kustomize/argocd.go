package kustomize

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/types"

	"seccomp-gate/renderer/protocol"
)

// editAsArgoCD does what Argo CD does before it builds: a row of `kustomize edit` (argoproj/argo-cd:
// util/kustomize/kustomize.go, Build; kubernetes-sigs/kustomize: kustomize/commands/edit).
func (r *run) editAsArgoCD(folder string, edits protocol.Edits) *protocol.Problem {
	file := r.kustomizationFile(folder)
	if file == "" {
		return nil // Argo CD generates none; the build says that it is missing
	}
	text, err := r.fs.ReadFile(file)
	if err != nil {
		return r.cannotEdit(file, err)
	}
	var k types.Kustomization
	if err := k.Unmarshal(text); err != nil {
		return r.notAKustomization(file, err)
	}
	k.FixKustomization()
	k.NamePrefix = orElse(edits.NamePrefix, k.NamePrefix)
	k.NameSuffix = orElse(edits.NameSuffix, k.NameSuffix)
	if len(edits.Images) > 0 {
		k.Images = setImages(k.Images, edits.Images)
	}
	if len(edits.Replicas) > 0 {
		k.Replicas = setReplicas(k.Replicas, edits.Replicas)
	}
	if err := addLabels(&k, edits); err != nil {
		return r.cannotEdit(file, err)
	}
	if k.CommonAnnotations, err = addTo(k.CommonAnnotations, edits.CommonAnnotations, "annotation"); err != nil {
		return r.cannotEdit(file, err)
	}
	k.Namespace = orElse(edits.Namespace, k.Namespace)
	k.Patches = append(k.Patches, edits.Patches...)
	for _, component := range r.componentsOf(folder, edits) {
		if !slices.Contains(k.Components, component) {
			k.Components = append(k.Components, component)
		}
	}
	return r.write(file, k)
}

// preserve stands for what the kustomization says already.
const preserve = "*"

// setImages is `kustomize edit set image`: an entry of the same name is replaced as a whole, except for what is preserved.
func setImages(images, over []types.Image) []types.Image {
	byName := map[string]types.Image{}
	for _, image := range over {
		byName[image.Name] = types.Image{Name: image.Name, NewName: image.NewName, NewTag: image.NewTag, Digest: image.Digest}
	}
	for _, have := range images {
		image, ok := byName[have.Name]
		if !ok {
			byName[have.Name] = have
			continue
		}
		byName[have.Name] = preserved(image, have)
	}
	all := make([]types.Image, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		all = append(all, preserved(byName[name], types.Image{}))
	}
	return all
}

func preserved(image, have types.Image) types.Image {
	if image.NewName == preserve {
		image.NewName = have.NewName
	}
	if image.NewTag == preserve {
		image.NewTag = have.NewTag
	}
	if image.Digest == preserve {
		image.Digest = have.Digest
	}
	return image
}

// setReplicas is `kustomize edit set replicas`.
func setReplicas(replicas, over []types.Replica) []types.Replica {
	byName := map[string]types.Replica{}
	for _, replica := range slices.Concat(replicas, over) {
		byName[replica.Name] = replica
	}
	all := make([]types.Replica, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		all = append(all, byName[name])
	}
	return all
}

// addLabels is `kustomize edit add label`.
func addLabels(k *types.Kustomization, edits protocol.Edits) error {
	if len(edits.CommonLabels) == 0 {
		return nil
	}
	if !edits.LabelWithoutSelector {
		if edits.LabelIncludeTemplates {
			return errors.New("labelIncludeTemplates needs labelWithoutSelector")
		}
		labels, err := addTo(k.CommonLabels, edits.CommonLabels, "label")
		k.CommonLabels = labels
		return err
	}
	at := slices.IndexFunc(k.Labels, func(have types.Label) bool {
		return !have.IncludeSelectors && have.IncludeTemplates == edits.LabelIncludeTemplates
	})
	if at < 0 {
		k.Labels = append(k.Labels, types.Label{IncludeTemplates: edits.LabelIncludeTemplates})
		at = len(k.Labels) - 1
	}
	pairs, err := addTo(k.Labels[at].Pairs, edits.CommonLabels, "label")
	k.Labels[at].Pairs = pairs
	return err
}

// addTo adds to labels or annotations, of which none may be there already.
func addTo(have, added map[string]string, what string) (map[string]string, error) {
	for _, key := range slices.Sorted(maps.Keys(added)) {
		if _, ok := have[key]; ok {
			return have, fmt.Errorf("%s %q is in the kustomization already", what, key)
		}
	}
	if len(added) == 0 {
		return have, nil
	}
	return merged(have, added), nil
}

// componentsOf resolves the patterns of `kustomize edit add component`. What matches nothing stays as it is: the build names it.
func (r *run) componentsOf(folder string, edits protocol.Edits) []string {
	var all []string
	for _, component := range edits.Components {
		if edits.IgnoreMissingComponents && !r.fs.Exists(filepath.Join(folder, component)) {
			continue
		}
		matches := []string{}
		if strings.ContainsAny(component, "*?[") {
			matches, _ = r.fs.Glob(filepath.Join(folder, component)) // a pattern that is none is a name
		}
		if len(matches) == 0 {
			all = append(all, component)
		}
		for _, match := range matches {
			if relative, err := filepath.Rel(folder, match); err == nil {
				all = append(all, filepath.ToSlash(relative))
			}
		}
	}
	return all
}

package kustomize

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	gitignore "github.com/monochromegane/go-gitignore"
	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/yaml"

	"seccomp-gate/renderer/protocol"
)

// editAsFlux does what Flux does to a folder before it builds it (fluxcd/pkg: kustomize/kustomize_generator.go,
// GenerateManifest).
func (r *run) editAsFlux(folder string, edits protocol.Edits) *protocol.Problem {
	file, generated := r.kustomizationFile(folder), false
	k := types.Kustomization{TypeMeta: types.TypeMeta{APIVersion: types.KustomizationVersion, Kind: types.KustomizationKind}}
	if file == "" {
		file, generated = filepath.Join(folder, konfig.DefaultKustomizationFileName()), true
		resources, problem := r.manifestsIn(folder)
		if problem != nil {
			return problem
		}
		k.Resources = resources
		if len(resources) == 0 {
			k.Namespace = "_placeholder" // Flux's: a kustomization must not be empty
		}
	} else {
		text, err := r.fs.ReadFile(file)
		if err != nil {
			return r.cannotEdit(file, err)
		}
		if err := yaml.Unmarshal(text, &k); err != nil { // lenient as Flux: it drops the fields it does not know
			return r.notAKustomization(file, err)
		}
	}
	if !generated && len(k.Resources) == 0 {
		k.BuildMetadata = []string{types.OriginAnnotations} // Flux's: a kustomization must not be empty
	}
	k.Namespace = orElse(edits.Namespace, k.Namespace)
	k.NamePrefix = orElse(edits.NamePrefix, k.NamePrefix)
	k.NameSuffix = orElse(edits.NameSuffix, k.NameSuffix)
	for _, patch := range edits.Patches {
		k.Patches = append(k.Patches, types.Patch{Patch: patch.Patch, Target: patch.Target})
	}
	for _, component := range edits.Components {
		if remote.MatchString(component) || filepath.IsAbs(component) {
			return r.cannotEdit(file, fmt.Errorf("component %q is not a path inside of the repository", component))
		}
		if edits.IgnoreMissingComponents && !r.fs.Exists(filepath.Join(folder, component)) {
			continue
		}
		k.Components = append(k.Components, component)
	}
	k.Images = mergeImages(k.Images, edits.Images)
	return r.write(file, k)
}

func orElse(text, otherwise string) string {
	if text != "" {
		return text
	}
	return otherwise
}

// mergeImages sets in an entry of the same name only what is given. A tag and a digest are one: setting either clears the other.
func mergeImages(images, over []types.Image) []types.Image {
	merged := slices.Clone(images)
	for _, image := range over {
		at := slices.IndexFunc(merged, func(have types.Image) bool { return have.Name == image.Name })
		if at < 0 {
			merged = append(merged, types.Image{Name: image.Name, NewName: image.NewName, NewTag: image.NewTag, Digest: image.Digest})
			continue
		}
		if image.NewName != "" {
			merged[at].NewName = image.NewName
		}
		if image.NewTag != "" || image.Digest != "" {
			merged[at].NewTag, merged[at].Digest = image.NewTag, image.Digest
		}
	}
	return merged
}

// ignoredByFlux are the files that Flux leaves out of what it fetches, where nothing else is said (fluxcd/pkg:
// sourceignore/sourceignore.go). Only those that could be taken for manifests.
var ignoredByFlux = []string{
	".git", ".github", ".circleci", ".travis.yml", ".gitlab-ci.yml", "appveyor.yml", ".drone.yml", "cloudbuild.yaml",
	"codeship-services.yml", "codeship-steps.yml", ".goreleaser.yml", ".sops.yaml", ".flux.yaml",
}

// manifestsIn lists what Flux makes the resources of a folder without a kustomization: folders that have one, and all other
// YAML files, at any depth. A file that is not of Kubernetes objects is an error there too.
func (r *run) manifestsIn(folder string) (resources []string, problem *protocol.Problem) {
	factory := provider.NewDefaultDepProvider().GetResourceFactory()
	ignored := r.sourceIgnore()
	err := r.fs.Walk(folder, func(file string, info fs.FileInfo, err error) error {
		if err != nil {
			return err
		}
		if file == folder {
			return nil
		}
		skip := slices.Contains(ignoredByFlux, info.Name()) || ignored(file, info.IsDir())
		relative, err := filepath.Rel(folder, file)
		if err != nil {
			return err
		}
		resource := "./" + filepath.ToSlash(relative)
		if info.IsDir() {
			switch {
			case skip:
				return filepath.SkipDir
			case r.kustomizationFile(file) != "":
				resources = append(resources, resource)
				return filepath.SkipDir
			}
			return nil
		}
		if extension := filepath.Ext(file); skip || extension != ".yaml" && extension != ".yml" {
			return nil
		}
		text, err := r.fs.ReadFile(file)
		if err != nil {
			return err
		}
		if _, err := factory.SliceFromBytes(text); err != nil {
			problem = r.notAManifest(file, err)
			return filepath.SkipAll
		}
		resources = append(resources, resource)
		return nil
	})
	if err != nil && problem == nil {
		problem = r.cannotEdit(folder, err)
	}
	return resources, problem
}

func (r *run) notAManifest(file string, err error) *protocol.Problem {
	problem := explain(r.tree, r.tree.Path(filepath.Dir(file)), err)
	problem.Kind, problem.Path = protocol.YAML, r.tree.Path(file)
	problem.Message = "Flux takes each YAML file of a folder without a kustomization.yaml for Kubernetes objects: " + problem.Message
	problem.Remedy = "add a kustomization.yaml, or move the file elsewhere"
	return &problem
}

func (r *run) notAKustomization(file string, err error) *protocol.Problem {
	problem := explain(r.tree, r.tree.Path(filepath.Dir(file)), fmt.Errorf("invalid Kustomization: %w", err))
	problem.Path = r.tree.Path(file)
	return &problem
}

// label sets what a Flux object has as commonMetadata: labels and annotations of the objects themselves, after the build.
func label(resources resmap.ResMap, edits protocol.Edits) error {
	for _, resource := range resources.Resources() {
		if len(edits.CommonLabels) > 0 {
			if err := resource.SetLabels(merged(resource.GetLabels(), edits.CommonLabels)); err != nil {
				return err
			}
		}
		if len(edits.CommonAnnotations) > 0 {
			if err := resource.SetAnnotations(merged(resource.GetAnnotations(), edits.CommonAnnotations)); err != nil {
				return err
			}
		}
	}
	return nil
}

func merged(have, over map[string]string) map[string]string {
	all := map[string]string{}
	for key, value := range have {
		all[key] = value
	}
	for key, value := range over {
		all[key] = value
	}
	return all
}

// sourceIgnore reads the .sourceignore at the root of the repository, by which a Flux source leaves files out.
func (r *run) sourceIgnore() func(file string, folder bool) bool {
	root := r.fs.places.of(string(r.tree))
	text, err := os.ReadFile(filepath.Join(root, ".sourceignore"))
	if err != nil {
		return func(string, bool) bool { return false }
	}
	matcher := gitignore.NewGitIgnoreFromReader(root, strings.NewReader(string(text)))
	return func(file string, folder bool) bool { return matcher.Match(file, folder) }
}

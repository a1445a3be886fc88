package kustomize

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/resource"
	"sigs.k8s.io/kustomize/api/types"
	yaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

// absence is an entry of a kustomization that only adds objects, or contents of a ConfigMap or Secret, and these are not here: a remote
// resource, chart or file, or one that is not in the repository. What else the kustomization holds can be built without it, since objects do not change each other. Whatever
// reads one of them fails.
type absence struct {
	folder  string // of the kustomization, on disk
	entry   *yaml.Node
	problem protocol.Problem
}

// maxMisses is how many things that aim at absent objects a build may lose; each costs another build.
const maxMisses = 32

// leaveOut takes the resources and files that are absent out of the kustomizations that name them.
func (r *run) leaveOut(absences []absence) *protocol.Problem {
	for _, absent := range absences {
		problem := r.rewrite(absent.folder, func(k *types.Kustomization) {
			isAbsent := func(name string) bool { return name == absent.entry.Value }
			k.Resources = slices.DeleteFunc(k.Resources, isAbsent)
			k.Bases = slices.DeleteFunc(k.Bases, isAbsent)
			for i := range k.ConfigMapGenerator {
				lose(&k.ConfigMapGenerator[i].KvPairSources, isAbsent)
			}
			for i := range k.SecretGenerator {
				lose(&k.SecretGenerator[i].KvPairSources, isAbsent)
			}
		})
		if problem != nil {
			return problem
		}
	}
	return nil
}

func lose(contents *types.KvPairSources, isAbsent func(name string) bool) {
	contents.FileSources = slices.DeleteFunc(contents.FileSources, isAbsent)
	contents.EnvSources = slices.DeleteFunc(contents.EnvSources, isAbsent)
	if isAbsent(contents.EnvSource) { // the old form of it
		contents.EnvSource = ""
	}
}

// rewrite edits the kustomization of a folder in the overlay. One that is not valid is left to Kustomize, which says why.
func (r *run) rewrite(folder string, edit func(*types.Kustomization)) *protocol.Problem {
	file := r.kustomizationFile(folder)
	text, err := r.fs.ReadFile(file)
	var k types.Kustomization
	if err != nil || k.Unmarshal(text) != nil {
		return nil
	}
	edit(&k)
	if k.MetaData == nil {
		k.MetaData = &types.ObjectMeta{Name: "seccomp-gate"} // Kustomize refuses one that is empty
	}
	return r.write(file, k)
}

// buildWithout builds what is left. What aims at an absent object by its name, and makes Kustomize fail for that, is made to aim at what
// is there; the names are returned.
func (r *run) buildWithout(folder string, seen *scanner, absences []absence) (resmap.ResMap, map[string]bool, error) {
	missed := map[string]bool{}
	for {
		resources, err := r.build(folder, seen)
		if err == nil || len(absences) == 0 || len(missed) == maxMisses || !r.loosen(seen.reaching(absences), err, missed) {
			return resources, missed, err
		}
	}
}

var (
	// kubernetes-sigs/kustomize: api/resmap/reswrangler.go (GetById), api/internal/builtins/ReplicaCountTransformer.go,
	// api/resmap/reswrangler.go (appendReplaceOrMerge).
	missedPatch     = regexp.MustCompile(`no matches for Id (\S+); failed to find unique target for patch`)
	missedReplicas  = regexp.MustCompile(`resource with name (\S+) does not match a config with the following GVK`)
	missedGenerator = regexp.MustCompile(`Name:"([^"]*)"[^{}]*\} does not exist; cannot merge or replace`)
)

// loosen edits what an error is about in the given folders, and notes it: a patch by the id of its object. It returns false when the
// error is about something else.
func (r *run) loosen(folders []string, err error, missed map[string]bool) bool {
	text := err.Error()
	var edit func(folder string, k *types.Kustomization)
	var name, what string
	switch {
	case missedPatch.MatchString(text):
		name = missedPatch.FindStringSubmatch(text)[1]
		what = name
		edit = func(folder string, k *types.Kustomization) { r.aim(folder, k, name) }
	case missedReplicas.MatchString(text):
		name = missedReplicas.FindStringSubmatch(text)[1]
		what = "replicas " + name
		edit = func(_ string, k *types.Kustomization) {
			k.Replicas = slices.DeleteFunc(k.Replicas, func(one types.Replica) bool { return one.Name == name })
		}
	case missedGenerator.MatchString(text):
		name = missedGenerator.FindStringSubmatch(text)[1]
		what = "generator " + name
		edit = func(_ string, k *types.Kustomization) {
			for i := range k.ConfigMapGenerator {
				create(&k.ConfigMapGenerator[i].GeneratorArgs, name)
			}
			for i := range k.SecretGenerator {
				create(&k.SecretGenerator[i].GeneratorArgs, name)
			}
		}
	default:
		return false
	}
	if missed[what] {
		return false
	}
	missed[what] = true
	for _, folder := range folders {
		if r.rewrite(folder, func(k *types.Kustomization) { edit(folder, k) }) != nil {
			return false
		}
	}
	return true
}

func create(generator *types.GeneratorArgs, name string) {
	if generator.Name == name {
		generator.Behavior = ""
	}
}

// aim gives the patches of an object a target, since a patch with a target may find nothing.
func (r *run) aim(folder string, k *types.Kustomization, id string) {
	var patches []types.Patch
	for _, one := range k.PatchesStrategicMerge { // Kustomize applies them right before the others
		patches = append(patches, r.aimed(folder, types.Patch{Patch: string(one)}, id)...)
	}
	for _, one := range k.Patches {
		if one.Target != nil {
			patches = append(patches, one)
			continue
		}
		patches = append(patches, r.aimed(folder, one, id)...)
	}
	k.PatchesStrategicMerge, k.Patches = nil, patches
}

// aimed splits a patch without a target into its documents. Those of the object get it as their target.
func (r *run) aimed(folder string, patch types.Patch, id string) []types.Patch {
	var patches []types.Patch
	for _, document := range r.patchDocuments(folder, patch) {
		one := types.Patch{Patch: document.MustYaml(), Options: patch.Options}
		if document.OrgId().String() == id {
			one.Target = targetOf(document)
		}
		patches = append(patches, one)
	}
	if patches == nil {
		return []types.Patch{patch} // Kustomize says why it cannot be read
	}
	return patches
}

func targetOf(document *resource.Resource) *types.Selector {
	id := document.OrgId()
	target := &types.Selector{}
	target.Group, target.Version, target.Kind = exactly(id.Group), exactly(id.Version), exactly(id.Kind)
	target.Name, target.Namespace = exactly(id.Name), exactly(id.EffectiveNamespace())
	return target
}

// exactly is the pattern of one text. Kustomize anchors it, and takes an empty one for any.
func exactly(text string) string { return "(?:" + regexp.QuoteMeta(text) + ")" }

// patchDocuments are the objects of a strategic merge patch; nil when it is none. The old field holds a text or a path.
func (r *run) patchDocuments(folder string, patch types.Patch) []*resource.Resource {
	factory := resmap.NewFactory(provider.NewDefaultDepProvider().GetResourceFactory()).RF()
	if documents, err := factory.SliceFromBytes([]byte(patch.Patch)); err == nil && len(documents) > 0 {
		return documents
	}
	name := orElse(patch.Path, patch.Patch)
	if name == "" || isInline(&yaml.Node{Kind: yaml.ScalarNode, Value: name}) {
		return nil
	}
	text, err := r.fs.ReadFile(filepath.Join(folder, name))
	if err != nil {
		return nil
	}
	documents, err := factory.SliceFromBytes(text)
	if err != nil {
		return nil
	}
	return documents
}

// problemsOf are the problems of what is absent where nothing can be built.
func problemsOf(absences []absence) []protocol.Problem {
	var problems []protocol.Problem
	for _, absent := range absences {
		problems = append(problems, absent.problem)
	}
	return problems
}

// without are the problems of what is absent where the rest cannot be built for that reason.
func (r *run) without(absences []absence, err error) []protocol.Problem {
	problems := problemsOf(absences)
	for i := range problems {
		reason := strings.TrimPrefix(explain(r.tree, r.req.Path, err).Message, cannotBuild)
		problems[i].Message += "; without it the rest cannot be built: " + reason
	}
	return problems
}

// described are the problems of what is absent where the rest could be built, with what decides it.
func (r *run) described(seen *scanner, absences []absence, missed map[string]bool) []protocol.Problem {
	problems := problemsOf(absences)
	for i, absent := range absences {
		problems[i].Decides = r.decides(seen, absent, missed)
	}
	return problems
}

// untold are the problems of contents that are not here, where the rest could be built. The object is there, whatever it holds, and no
// container is made of that: it matters only where something could carry it into another object. A file that is nowhere matters for
// another reason, too: Kustomize builds nothing without it, and whoever deletes it must hear of that.
func (r *run) untold(seen *scanner) []protocol.Problem {
	problems := problemsOf(seen.contents)
	for i, content := range seen.contents {
		if content.problem.Kind == protocol.MissingFile || len(seen.carriesInto(content.folder)) > 0 {
			problems[i].Decides = r.decides(seen, content, nil)
			continue
		}
		problems[i].Message += "; what a ConfigMap or Secret holds makes no container"
		problems[i].Remedy, problems[i].Blocking = "", false
	}
	return problems
}

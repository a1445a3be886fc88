package kustomize

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/types"
	yaml "sigs.k8s.io/yaml/goyaml.v3"
)

// indifferent are the fields of a kustomization that add other objects, or change nothing of an object that has to do with what its
// containers may do.
var indifferent = []string{"resources", "bases", "helmcharts", "helmchartinflationgenerator", "helmglobals", "images", "imagetags", "replicas", "generatoroptions", "buildmetadata", "sortoptions", "metadata"}

// carriers are the fields that may carry something from one object into another: variables wherever the whole build has them, the others
// among the objects of their own kustomization (kubernetes-sigs/kustomize: api/internal/accumulator/resaccumulator.go,
// api/internal/target/kusttarget.go).
var carriers = []string{variables, "replacements", "transformers"}

const variables = "vars"

// decides is a digest of everything in this build that decides what becomes of the objects of an absent entry: the entry itself, and what
// the kustomization that names it and those above do to their objects, and all that of which something may be carried over to them. Empty
// when that cannot be told.
func (r *run) decides(seen *scanner, absent absence, missed map[string]bool) string {
	d := &digester{run: r, seen: seen, missed: missed, done: map[string]bool{}}
	var entry any
	if absent.entry.Decode(&entry) != nil {
		return ""
	}
	d.add("entry", seen.path(absent.folder), entry, r.req.Substitute)
	d.texts(absent.folder, entry, true)
	for _, folder := range seen.carriesInto(absent.folder) {
		d.whole(folder)
	}
	for _, folder := range seen.above(absent.folder) {
		d.effect(folder)
	}
	text, err := json.Marshal(d.parts)
	if err != nil {
		return ""
	}
	digest := sha256.Sum256(text)
	return hex.EncodeToString(digest[:])
}

// digester gathers what a digest is made of.
type digester struct {
	run    *run
	seen   *scanner
	missed map[string]bool
	parts  [][]any
	done   map[string]bool // files and folders that were added whole
}

func (d *digester) add(part ...any) { d.parts = append(d.parts, part) }

// effect adds what a kustomization does to objects that it includes.
func (d *digester) effect(folder string) {
	fields := d.fields(folder)
	kept := map[string]any{}
	for name, value := range fields {
		if lower := strings.ToLower(name); !slices.Contains(indifferent, lower) {
			kept[lower] = d.effective(folder, lower, value)
		}
	}
	d.add("effect", d.seen.path(folder), kept)
	d.texts(folder, kept, true)
}

// effective leaves out of a field what cannot reach the objects of an absent entry: a patch of one object that was found among those that
// are there, and what a generator adds.
func (d *digester) effective(folder, field string, value any) any {
	list, ok := value.([]any)
	if !ok {
		return value
	}
	reaches := func(any) bool { return true }
	switch field {
	case "patches", "patchesstrategicmerge":
		reaches = func(entry any) bool { return d.isMissed(folder, entry) }
	case "configmapgenerator", "secretgenerator":
		reaches = func(entry any) bool { return textIn(entry, "behavior") != "" }
	}
	kept := []any{}
	for _, entry := range list {
		if reaches(entry) {
			kept = append(kept, entry)
		}
	}
	return kept
}

// isMissed says whether a patch may be of an object that is absent.
func (d *digester) isMissed(folder string, entry any) bool {
	patch := types.Patch{}
	switch entry := entry.(type) {
	case string:
		patch.Patch = entry
	case map[string]any:
		if valueIn(entry, "target") != nil {
			return true
		}
		patch.Patch, patch.Path = textIn(entry, "patch"), textIn(entry, "path")
	}
	documents := d.run.patchDocuments(folder, patch)
	for _, document := range documents {
		if d.missed[document.OrgId().String()] {
			return true
		}
	}
	return documents == nil
}

// whole adds a kustomization with everything that it reads.
func (d *digester) whole(folder string) {
	if d.done[folder] {
		return
	}
	d.done[folder] = true
	fields := d.fields(folder)
	d.add("whole", d.seen.path(folder), fields)
	d.texts(folder, fields, true)
}

// texts adds the files and folders that any text in a value names, as entries and as KEY=PATH. The configuration of a plugin may name
// files in turn.
func (d *digester) texts(folder string, value any, nested bool) {
	switch value := value.(type) {
	case string:
		d.named(folder, value, nested)
		if _, path, keyed := strings.Cut(value, "="); keyed {
			d.named(folder, path, nested)
		}
	case []any:
		for _, one := range value {
			d.texts(folder, one, nested)
		}
	case map[string]any:
		for _, name := range sortedKeys(value) {
			plugin := slices.Contains([]string{"generators", "transformers", "validators"}, strings.ToLower(name))
			d.texts(folder, value[name], nested && plugin)
		}
	}
}

func (d *digester) named(folder, name string, nested bool) {
	if strings.Contains(name, "\n") {
		d.configuration(folder, []byte(name), nested)
		return
	}
	if name == "" || filepath.IsAbs(name) {
		return
	}
	disk := filepath.Join(folder, name)
	if _, err := d.run.tree.Disk(d.seen.path(disk)); err != nil || !d.run.fs.Exists(disk) {
		return
	}
	place := d.run.fs.places.of(disk)
	if d.run.fs.IsDir(disk) {
		if _, known := d.seen.roots[place]; known {
			d.whole(place)
		}
		return
	}
	if d.done[place] {
		return
	}
	d.done[place] = true
	data, err := d.run.fs.FileSystem.ReadFile(disk)
	if err != nil {
		return
	}
	d.add("file", d.seen.path(place), string(data))
	d.configuration(folder, data, nested)
}

// configuration adds the files that that of a plugin names.
func (d *digester) configuration(folder string, text []byte, nested bool) {
	var configuration any
	if nested && yaml.Unmarshal(text, &configuration) == nil {
		d.texts(folder, configuration, false)
	}
}

// fields are those of the kustomization of a folder, as it was before anything was left out of it.
func (d *digester) fields(folder string) map[string]any {
	fields := map[string]any{}
	if root := d.seen.roots[folder]; root != nil {
		_ = root.Decode(&fields) // Kustomize refuses what is no map
	}
	return fields
}

func valueIn(fields any, key string) any {
	mapping, _ := fields.(map[string]any)
	for name, value := range mapping {
		if strings.EqualFold(name, key) {
			return value
		}
	}
	return nil
}

func textIn(fields any, key string) string {
	text, _ := valueIn(fields, key).(string)
	return text
}

func sortedKeys(fields map[string]any) []string {
	names := make([]string, 0, len(fields))
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// above are a folder and those whose kustomizations include it, sorted.
func (s *scanner) above(folder string) []string {
	found := map[string]bool{}
	todo := []string{folder}
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if found[next] {
			continue
		}
		found[next] = true
		todo = append(todo, s.users[next]...)
	}
	folders := make([]string, 0, len(found))
	for name := range found {
		folders = append(folders, name)
	}
	slices.Sort(folders)
	return folders
}

// carriesInto are the folders among whose objects those of a folder are, and something may be carried from one into another. Sorted.
func (s *scanner) carriesInto(folder string) []string {
	above := append(s.above(folder), s.visits[0].folder)
	var found []string
	for _, k := range s.carrying {
		for _, scope := range s.scopes(k, map[string]bool{}) {
			if slices.Contains(above, scope) {
				found = append(found, scope)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// scopes are the folders whose objects a kustomization's own fields work on: a component's work on those of the ones that take it.
func (s *scanner) scopes(k kustomization, done map[string]bool) []string {
	switch {
	case done[k.folder]:
		return nil
	case k.configures || valueOf(k.root, variables) != nil:
		return []string{s.visits[0].folder}
	case textOf(valueOf(k.root, "kind")) != types.ComponentKind || len(s.users[k.folder]) == 0:
		return []string{k.folder}
	}
	done[k.folder] = true
	var found []string
	for _, user := range s.users[k.folder] {
		found = append(found, s.scopes(kustomization{folder: user, root: s.roots[user]}, done)...)
	}
	return found
}

// reaching are the folders whose kustomizations may do something to what is absent: those above, and components.
func (s *scanner) reaching(absences []absence) []string {
	var folders []string
	for _, absent := range absences {
		folders = append(folders, s.above(absent.folder)...)
	}
	for folder, root := range s.roots {
		if textOf(valueOf(root, "kind")) == types.ComponentKind {
			folders = append(folders, folder)
		}
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

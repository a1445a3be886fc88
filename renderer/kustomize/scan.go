package kustomize

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/konfig"
	yaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

// scan reads a kustomization, and those below it, for what cannot be built here: things outside of the repository, things
// that need a program to be run, and files that do not exist. Kustomize itself stops at the first of them, names no line,
// and reaches for the network on the way.
//
// It reports only what makes a build fail. A file that it cannot read is left to Kustomize.
func scan(tree protocol.Tree, files *overlay, folder string) *scanner {
	s := &scanner{
		tree: tree, fs: files, seen: map[visit]bool{}, known: map[string]bool{}, resources: map[string]bool{}, others: map[string]bool{},
		roots: map[string]*yaml.Node{}, users: map[string][]string{},
	}
	s.folder(visit{folder: files.places.of(folder)})
	return s
}

func containsRemote(found []protocol.Problem) bool {
	return slices.ContainsFunc(found, func(p protocol.Problem) bool { return p.Kind == protocol.RemoteResource })
}

type scanner struct {
	tree  protocol.Tree
	fs    *overlay
	seen  map[visit]bool  // so that a cycle ends; Kustomize reports it
	known map[string]bool // folders seen in any way: each problem is reported once
	found []protocol.Problem
	// absent are entries without which the rest can be built; no part of found.
	absent []absence
	// old are problems with what this version of Kustomize refuses, and what is built as older versions do; no part of found.
	old []protocol.Problem
	// contents are files of ConfigMaps and Secrets without which those can be built; no part of found either.
	contents []absence

	visits    []visit               // in the order of the first sight
	roots     map[string]*yaml.Node // the kustomization of each folder
	users     map[string][]string   // folders whose kustomizations include a folder
	resources map[string]bool       // places of files that are listed as resources
	others    map[string]bool       // places of files that are read for something else
	openAPI   bool                  // some kustomization brings a schema
	broken    bool                  // a component is not there, or an object that configures a plugin, which no build survives
	carrying  []kustomization       // those in which something may carry a part of one object into another
	// definitionsRead says that something may carry a part of a custom resource definition into another object.
	definitionsRead bool
}

// visit is a folder with a kustomization, and the namespace that its charts inherit from the kustomizations above it.
type visit struct {
	folder, namespace string
	configures        bool // its objects are no resources, but configure plugins
}

// kustomization is one file being read.
type kustomization struct {
	folder string // on disk
	file   string // path in the tree
	root   *yaml.Node
	// committed is set when root was edited: positions are looked for in it.
	committed  *yaml.Node
	configures bool
}

func (s *scanner) folder(here visit) {
	folder := here.folder
	if s.seen[here] {
		return
	}
	s.seen[here] = true
	s.visits = append(s.visits, here)
	found, absent, contents, old, known := s.found, s.absent, s.contents, s.old, s.known[folder]
	s.known[folder] = true
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		file := filepath.Join(folder, name)
		data, err := s.fs.ReadFile(file)
		if err != nil {
			continue
		}
		var document yaml.Node
		if err := yaml.Unmarshal(data, &document); err == nil && len(document.Content) > 0 {
			k := kustomization{folder: folder, file: s.path(file), root: document.Content[0], configures: here.configures}
			s.fs.renamePatches(file, &document)
			if s.fs.has(file) {
				k.committed = committed(file)
				s.old = append(s.old, k.oldForms()...)
			}
			s.roots[folder] = k.root
			s.kustomization(k, here.namespace)
		}
		break
	}
	if known {
		s.found, s.absent, s.contents, s.old = found, absent, contents, old // they were reported when it was seen under another namespace
	}
}

// path is where a file is in the tree, whose root may be reached by a link.
func (s *scanner) path(disk string) string {
	if name := s.tree.Path(disk); !filepath.IsAbs(name) {
		return name
	}
	return protocol.Tree(s.fs.places.of(string(s.tree))).Path(disk)
}

// committed is the document of an edited kustomization as it is in the repository; an empty one when it is not there.
func committed(file string) *yaml.Node {
	var document yaml.Node
	if data, err := os.ReadFile(file); err == nil {
		_ = yaml.Unmarshal(data, &document) // what cannot be read has no positions
	}
	return &document
}

func (s *scanner) kustomization(k kustomization, namespace string) {
	if own := textOf(valueOf(k.root, "namespace")); own != "" {
		namespace = own
	}
	for _, field := range objectFields {
		for _, entry := range k.list(field) {
			disk := s.reference(k, field, entry)
			switch {
			case disk == "":
			case s.fs.IsDir(disk):
				folder := s.fs.places.of(disk)
				s.users[folder] = append(s.users[folder], k.folder)
				s.folder(visit{folder, namespace, k.configures})
			default:
				s.resources[s.fs.places.of(disk)] = true
			}
		}
	}
	s.dependencies(k, namespace)
	s.readers(k)
	if slices.ContainsFunc(carriers, func(field string) bool { return valueOf(k.root, field) != nil }) {
		s.carrying = append(s.carrying, k)
	}
}

// dependencies looks at everything that a kustomization reads and that is not listed as a resource.
func (s *scanner) dependencies(k kustomization, namespace string) {
	for _, field := range []string{"crds", "configurations"} {
		for _, entry := range k.list(field) {
			s.file(k, field, entry)
		}
	}
	for _, field := range []string{"generators", "transformers", "validators"} {
		for _, entry := range k.list(field) {
			s.plugin(k, field, entry, namespace)
		}
	}
	for _, entry := range k.list("patchesStrategicMerge") {
		if !isInline(entry) {
			s.file(k, "patchesStrategicMerge", entry)
		}
	}
	for _, field := range []string{"patches", "patchesJson6902", "replacements"} {
		for _, entry := range k.list(field) {
			s.file(k, field, valueOf(entry, "path"))
		}
	}
	s.file(k, "openapi", valueOf(valueOf(k.root, "openapi"), "path"))
	s.openAPI = s.openAPI || valueOf(k.root, "openapi") != nil
	for _, field := range []string{"configMapGenerator", "secretGenerator"} {
		for _, entry := range k.list(field) {
			s.generator(k, field, entry)
		}
	}
	for _, entry := range k.list("helmCharts") {
		s.file(k, "helmCharts", valueOf(entry, "valuesFile"))
		for _, file := range sequence(valueOf(entry, "additionalValuesFiles")) {
			s.file(k, "helmCharts", file)
		}
	}
	for _, entry := range k.list("helmChartInflationGenerator") {
		s.file(k, "helmChartInflationGenerator", valueOf(entry, "values"))
	}
}

// file is a reference to a file that is read for something else than its objects.
func (s *scanner) file(k kustomization, field string, entry *yaml.Node) string {
	disk := s.reference(k, field, entry)
	if disk != "" {
		s.others[s.fs.places.of(disk)] = true
	}
	return disk
}

// generator looks at the files of a ConfigMap or Secret. An entry of files may be KEY=PATH.
func (s *scanner) generator(k kustomization, field string, entry *yaml.Node) {
	for _, file := range sequence(valueOf(entry, "files")) {
		plain := *file
		if _, path, keyed := strings.Cut(plain.Value, "="); keyed {
			plain.Value = path
		}
		if !k.configures && remoteFile.MatchString(plain.Value) {
			s.contents = append(s.contents, absence{k.folder, file, k.outside(field, &plain, plain.Value)})
			continue
		}
		s.content(k, field, file, &plain)
	}
	for _, file := range slices.Concat(sequence(valueOf(entry, "envs")), []*yaml.Node{valueOf(entry, "env")}) {
		s.content(k, field, file, file)
	}
}

// content is a file of an entry of a generator, by its path alone.
func (s *scanner) content(k kustomization, field string, entry, path *yaml.Node) {
	if name := textOf(path); !k.configures && !remote.MatchString(name) && s.isMissing(k, name) {
		s.contents = append(s.contents, absence{k.folder, entry, s.missing(k, field, path, filepath.Join(k.folder, name))})
		return
	}
	s.file(k, field, path)
}

// plugin looks at the configuration of a generator, transformer or validator: inline, a file, or a folder.
func (s *scanner) plugin(k kustomization, field string, entry *yaml.Node, namespace string) {
	if isInline(entry) {
		s.configuration(k, entry, []byte(entry.Value), field, "")
		return
	}
	disk := s.file(k, field, entry)
	if disk == "" {
		return
	}
	if s.fs.IsDir(disk) {
		s.folder(visit{s.fs.places.of(disk), namespace, true})
		return
	}
	if data, err := s.fs.ReadFile(disk); err == nil {
		s.configuration(k, entry, data, field, s.path(disk))
	}
}

// functionAnnotation names a container or a program to run (kubernetes-sigs/kustomize:
// kyaml/fn/runtime/runtimeutil/functiontypes.go).
var functionAnnotation = regexp.MustCompile(`(?m)^\s*["']?config\.(?:kubernetes|k8s)\.io/function["']?:`)

// configuration refuses what is not one of Kustomize's own plugins; those have the apiVersion "builtin".
func (s *scanner) configuration(k kustomization, entry *yaml.Node, data []byte, field, file string) {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil || len(document.Content) == 0 {
		return
	}
	root := document.Content[0]
	kind, version := textOf(valueOf(root, "kind")), textOf(valueOf(root, "apiVersion"))
	where := ""
	if file != "" {
		where = fmt.Sprintf(" in %q", file)
	}
	remedy := "replace it by one of Kustomize's own fields, or use the native engine"
	switch {
	case field == "generators" && kind == inflationGenerator && version == builtin:
		// Its chart is looked for when it is inflated.
	case functionAnnotation.Match(data):
		s.report(k, field, entry, protocol.Refused, fmt.Sprintf("%s %q%s is a function that needs a container or a program, which is not run", field, kind, where), remedy)
	case version != builtin:
		s.report(k, field, entry, protocol.Refused, fmt.Sprintf("%s %q of %q%s is a plugin, which is not run", field, kind, version, where), remedy)
	}
}

package kustomize

import (
	"errors"
	"fmt"
	"io/fs"
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
func scan(tree protocol.Tree, folder string) []protocol.Problem {
	s := &scanner{tree: tree, seen: map[string]bool{}}
	s.folder(folder)
	return s.found
}

func containsRemote(found []protocol.Problem) bool {
	return slices.ContainsFunc(found, func(p protocol.Problem) bool { return p.Kind == protocol.RemoteResource })
}

type scanner struct {
	tree  protocol.Tree
	seen  map[string]bool // folders, so that a cycle ends; Kustomize reports it
	found []protocol.Problem
}

// kustomization is one file being read.
type kustomization struct {
	folder string // on disk
	file   string // path in the tree
	root   *yaml.Node
}

func (s *scanner) folder(folder string) {
	if s.seen[folder] {
		return
	}
	s.seen[folder] = true
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		file := filepath.Join(folder, name)
		data, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		var document yaml.Node
		if err := yaml.Unmarshal(data, &document); err == nil && len(document.Content) > 0 {
			s.kustomization(kustomization{folder, s.tree.Path(file), document.Content[0]})
		}
		return
	}
}

func (s *scanner) kustomization(k kustomization) {
	for _, field := range []string{"resources", "bases", "components"} {
		for _, entry := range k.list(field) {
			if disk := s.reference(k, field, entry); isFolder(disk) {
				s.folder(disk)
			}
		}
	}
	for _, field := range []string{"crds", "configurations"} {
		for _, entry := range k.list(field) {
			s.reference(k, field, entry)
		}
	}
	for _, field := range []string{"generators", "transformers", "validators"} {
		for _, entry := range k.list(field) {
			s.plugin(k, field, entry)
		}
	}
	for _, entry := range k.list("patchesStrategicMerge") {
		if !isInline(entry) {
			s.reference(k, "patchesStrategicMerge", entry)
		}
	}
	for _, field := range []string{"patches", "patchesJson6902", "replacements"} {
		for _, entry := range k.list(field) {
			s.reference(k, field, valueOf(entry, "path"))
		}
	}
	s.reference(k, "openapi", valueOf(valueOf(k.root, "openapi"), "path"))
	for _, field := range []string{"configMapGenerator", "secretGenerator"} {
		for _, entry := range k.list(field) {
			s.generator(k, field, entry)
		}
	}
	for _, field := range []string{"helmCharts", "helmChartInflationGenerator"} {
		for _, entry := range k.list(field) {
			s.report(k, entry, protocol.Refused, fmt.Sprintf("chart %q of %s needs the helm command, which is not run", textOf(valueOf(entry, "name")), field),
				"commit what it renders and list that under resources, or use the native engine")
		}
	}
}

// generator looks at the files of a ConfigMap or Secret. An entry of files may be KEY=PATH.
func (s *scanner) generator(k kustomization, field string, entry *yaml.Node) {
	for _, file := range sequence(valueOf(entry, "files")) {
		plain := *file
		if _, path, keyed := strings.Cut(plain.Value, "="); keyed {
			plain.Value = path
		}
		s.reference(k, field, &plain)
	}
	for _, file := range sequence(valueOf(entry, "envs")) {
		s.reference(k, field, file)
	}
	s.reference(k, field, valueOf(entry, "env"))
}

// plugin looks at the configuration of a generator, transformer or validator: inline, a file, or a folder.
func (s *scanner) plugin(k kustomization, field string, entry *yaml.Node) {
	if isInline(entry) {
		s.configuration(k, entry, []byte(entry.Value), field, "")
		return
	}
	disk := s.reference(k, field, entry)
	if disk == "" {
		return
	}
	if isFolder(disk) {
		s.folder(disk)
		return
	}
	if data, err := os.ReadFile(disk); err == nil {
		s.configuration(k, entry, data, field, s.tree.Path(disk))
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
	case functionAnnotation.Match(data):
		s.report(k, entry, protocol.Refused, fmt.Sprintf("%s %q%s is a function that needs a container or a program, which is not run", field, kind, where), remedy)
	case version != "builtin":
		s.report(k, entry, protocol.Refused, fmt.Sprintf("%s %q of %q%s is a plugin, which is not run", field, kind, version, where), remedy)
	}
}

// remote are the forms that Kustomize takes for an address: an URL, user@host, and GitHub without a scheme
// (kubernetes-sigs/kustomize: api/internal/git/repospec.go, api/internal/loader/fileloader.go).
var remote = regexp.MustCompile(`(?i)^(?:git::)?(?:(?:ssh|https?|file)://|[\w.~+-]+@[^/\s]+[:/]|github\.com[:/])`)

// reference checks that the file or folder named by an entry exists, and returns where it is on disk, or "".
func (s *scanner) reference(k kustomization, field string, entry *yaml.Node) string {
	name := textOf(entry)
	if name == "" {
		return ""
	}
	if remote.MatchString(name) {
		s.report(k, entry, protocol.RemoteResource, fmt.Sprintf("%s names %q, which is not in the repository", field, name),
			"commit a copy and name it by its path")
		return ""
	}
	if filepath.IsAbs(name) {
		return "" // Kustomize refuses it in most fields
	}
	disk := filepath.Join(k.folder, name)
	if _, err := s.tree.Disk(s.tree.Path(disk)); err != nil {
		s.report(k, entry, protocol.Refused, fmt.Sprintf("%s names %q, which is outside of the repository", field, name),
			"move it into the repository")
		return ""
	}
	if _, err := os.Stat(disk); errors.Is(err, fs.ErrNotExist) {
		s.report(k, entry, protocol.MissingFile, fmt.Sprintf("%s names %q, but there is no %q", field, name, s.tree.Path(disk)),
			"commit it, or correct the path")
		return ""
	}
	return disk
}

func (s *scanner) report(k kustomization, entry *yaml.Node, kind protocol.Kind, message, remedy string) {
	s.found = append(s.found, protocol.Problem{
		Kind: kind, Path: k.file, Line: entry.Line, Column: entry.Column, Message: message, Remedy: remedy, Blocking: true,
	})
}

func isFolder(disk string) bool {
	if disk == "" {
		return false
	}
	info, err := os.Stat(disk)
	return err == nil && info.IsDir()
}

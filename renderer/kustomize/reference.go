package kustomize

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	yaml "sigs.k8s.io/yaml/goyaml.v3"

	"seccomp-gate/renderer/protocol"
)

// remote are the forms that Kustomize takes for an address: an URL, user@host, and GitHub without a scheme
// (kubernetes-sigs/kustomize: api/internal/git/repospec.go, api/internal/loader/fileloader.go).
var remote = regexp.MustCompile(`(?i)^(?:git::)?(?:(?:ssh|file)://|https?:|[\w.~+-]+@[^/\s]+[:/]|github\.com[:/])`)

// remoteFile is what it takes for the address of a file.
var remoteFile = regexp.MustCompile(`(?i)^https?:`)

// objectFields are the fields of a kustomization that list files and folders of objects.
var objectFields = []string{"resources", "bases", "components"}

// reference checks that the file or folder named by an entry exists, and returns where it is on disk, or "".
func (s *scanner) reference(k kustomization, field string, entry *yaml.Node) string {
	name := textOf(entry)
	if name == "" {
		return ""
	}
	if remote.MatchString(name) {
		s.goWithout(k, field, entry, k.outside(field, entry, name))
		return ""
	}
	if filepath.IsAbs(name) {
		return "" // Kustomize refuses it in most fields
	}
	disk := filepath.Join(k.folder, name)
	if _, err := s.tree.Disk(s.path(disk)); err != nil {
		s.report(k, field, entry, protocol.Refused, fmt.Sprintf("%s names %q, which is outside of the repository", field, name),
			"move it into the repository")
		return ""
	}
	if !s.fs.Exists(disk) {
		s.goWithout(k, field, entry, s.missing(k, field, entry, disk))
		return ""
	}
	return disk
}

// goWithout notes that what an entry names is not here: objects are absent, and without anything else nothing can be built.
func (s *scanner) goWithout(k kustomization, field string, entry *yaml.Node, problem protocol.Problem) {
	if (field == "resources" || field == "bases") && !k.configures {
		s.absent = append(s.absent, absence{k.folder, entry, problem})
		return
	}
	s.broken = s.broken || slices.Contains(objectFields, field)
	s.found = append(s.found, problem)
}

// missing is the problem of an entry that names what is not in the repository, where on disk it would be.
func (s *scanner) missing(k kustomization, field string, entry *yaml.Node, disk string) protocol.Problem {
	return problemAt(k, field, entry, protocol.MissingFile, fmt.Sprintf("%s names %q, but there is no %q", field, textOf(entry), s.path(disk)),
		"commit it, or correct the path")
}

// isMissing says whether a path of a kustomization leads nowhere, inside of the repository.
func (s *scanner) isMissing(k kustomization, name string) bool {
	disk := filepath.Join(k.folder, name)
	_, err := s.tree.Disk(s.path(disk))
	return name != "" && !filepath.IsAbs(name) && err == nil && !s.fs.Exists(disk)
}

// outside is the problem of an entry that names an address.
func (k kustomization) outside(field string, entry *yaml.Node, name string) protocol.Problem {
	return problemAt(k, field, entry, protocol.RemoteResource, fmt.Sprintf("`%s` of `%s` refers to `%s`, which is outside this repository and is never fetched", field, k.file, name),
		"vendor it into the repository and refer to it by a relative path")
}

func (s *scanner) report(k kustomization, field string, entry *yaml.Node, kind protocol.Kind, message, remedy string) {
	s.found = append(s.found, problemAt(k, field, entry, kind, message, remedy))
}

func problemAt(k kustomization, field string, entry *yaml.Node, kind protocol.Kind, message, remedy string) protocol.Problem {
	line, column := k.position(field, entry)
	return protocol.Problem{Kind: kind, Path: k.file, Line: line, Column: column, Message: message, Remedy: remedy, Blocking: true}
}

func isFolder(disk string) bool {
	if disk == "" {
		return false
	}
	info, err := os.Stat(disk)
	return err == nil && info.IsDir()
}

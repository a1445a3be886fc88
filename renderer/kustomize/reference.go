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
		problem := k.outside(field, entry, name)
		if (field == "resources" || field == "bases") && !k.configures {
			s.absent = append(s.absent, absence{k.folder, entry, problem})
		} else {
			s.found = append(s.found, problem)
		}
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
		s.broken = s.broken || slices.Contains(objectFields, field)
		s.report(k, field, entry, protocol.MissingFile, fmt.Sprintf("%s names %q, but there is no %q", field, name, s.path(disk)),
			"commit it, or correct the path")
		return ""
	}
	return disk
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

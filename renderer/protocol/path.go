package protocol

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
)

// Tree is the folder on disk that holds the files of one revision: "/tree" inside WebAssembly, where nothing else exists. Not "/" itself, in
// which Helm finds no chart: helm/helm: pkg/chart/v2/loader/directory.go strips the folder and a slash from each path.
type Tree string

// Disk returns where a path of the tree is on disk. A path that leaves the tree has no such place.
func (t Tree) Disk(name string) (string, error) {
	local := path.Clean(filepath.ToSlash(name))
	if !filepath.IsLocal(local) {
		return "", fmt.Errorf("%q is outside of the repository", name)
	}
	return filepath.Join(string(t), filepath.FromSlash(local)), nil
}

// Path is the inverse of Disk. It leaves a path that is not below the tree as it is.
func (t Tree) Path(disk string) string {
	relative, err := filepath.Rel(string(t), disk)
	if err != nil || !filepath.IsLocal(relative) {
		return filepath.ToSlash(disk)
	}
	return filepath.ToSlash(relative)
}

var absolute = regexp.MustCompile(`/[\w./@+-]*[\w@+-]`)

// Strip writes places on disk, by which a library names files in a text, as paths of the tree. A text such as /spec/template
// may look like one; only what exists is replaced.
func (t Tree) Strip(text string) string {
	return absolute.ReplaceAllStringFunc(text, func(disk string) string {
		name := t.Path(disk)
		if filepath.IsAbs(name) {
			return disk
		}
		if _, err := os.Lstat(disk); err != nil {
			return disk
		}
		return name
	})
}

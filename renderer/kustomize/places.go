package kustomize

import (
	"os"
	"path/filepath"
)

// places says where files really are: Kustomize names one in several ways. It remembers folders, because finding the way to
// each file from the root again takes longer than building a small overlay; files do not move during a run.
type places map[string]string

// of is where a file is or would be, with the links on the way followed.
func (p places) of(name string) string {
	name = filepath.Clean(name)
	folder := filepath.Dir(name)
	if folder == name {
		return name
	}
	at := filepath.Join(p.ofFolder(folder), filepath.Base(name))
	if info, err := os.Lstat(at); err != nil || info.Mode()&os.ModeSymlink == 0 {
		return at
	}
	if real, err := filepath.EvalSymlinks(at); err == nil {
		return real
	}
	return at
}

func (p places) ofFolder(name string) string {
	if at, ok := p[name]; ok {
		return at
	}
	at := p.of(name)
	p[name] = at
	return at
}

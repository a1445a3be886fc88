package kustomize

import (
	"path/filepath"

	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// overlay is the disk, which is read-only, with some files replaced or added. Writing through it does not work.
//
// It knows what a build of Kustomize asks for (kubernetes-sigs/kustomize: api/internal/loader/fileloader.go); added files are
// not listed by ReadDir, Glob and Walk.
type overlay struct {
	filesys.FileSystem
	files   map[string][]byte // by place
	folders map[string]bool   // that hold added files
	// serve may give other bytes than those of a file. Nil: none are changed.
	serve func(place string, data []byte) []byte
}

func newOverlay() *overlay {
	return &overlay{FileSystem: filesys.MakeFsOnDisk(), files: map[string][]byte{}, folders: map[string]bool{}}
}

// put replaces or adds a file.
func (o *overlay) put(name string, data []byte) {
	at := placeOf(name)
	o.files[at] = data
	o.folders[filepath.Dir(at)] = true
}

// placeOf is where a file is or would be, with the links on the way followed: Kustomize names a file in either way.
func placeOf(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real
	}
	parent := filepath.Dir(name)
	if parent == name {
		return name
	}
	return filepath.Join(placeOf(parent), filepath.Base(name))
}

func (o *overlay) ReadFile(name string) ([]byte, error) {
	if len(o.files) == 0 {
		data, err := o.FileSystem.ReadFile(name)
		if err != nil || o.serve == nil || !isServed(data) {
			return data, err // most files: finding out where each one really is takes longer than reading it
		}
		return o.serve(placeOf(name), data), nil
	}
	at := placeOf(name)
	data, ok := o.files[at]
	if !ok {
		read, err := o.FileSystem.ReadFile(name)
		if err != nil {
			return nil, err
		}
		data = read
	}
	if o.serve != nil {
		data = o.serve(at, data)
	}
	return data, nil
}

func (o *overlay) Exists(name string) bool {
	return o.FileSystem.Exists(name) || o.has(name) || o.folders[placeOf(name)]
}

func (o *overlay) IsDir(name string) bool {
	return o.FileSystem.IsDir(name) || o.folders[placeOf(name)]
}

func (o *overlay) CleanedAbs(name string) (filesys.ConfirmedDir, string, error) {
	folder, file, err := o.FileSystem.CleanedAbs(name)
	if err == nil {
		return folder, file, nil
	}
	at := placeOf(name)
	switch {
	case o.folders[at]:
		return filesys.ConfirmedDir(at), "", nil
	case o.has(name):
		return filesys.ConfirmedDir(filepath.Dir(at)), filepath.Base(at), nil
	default:
		return "", "", err
	}
}

func (o *overlay) has(name string) bool {
	_, ok := o.files[placeOf(name)]
	return ok
}

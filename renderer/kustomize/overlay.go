package kustomize

import (
	"os"
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
	places  places
	// serve may give other bytes than those of a file. Nil: none are changed.
	serve func(place string, data []byte) []byte
}

func newOverlay() *overlay {
	return &overlay{FileSystem: filesys.MakeFsOnDisk(), files: map[string][]byte{}, folders: map[string]bool{}, places: places{}}
}

// put replaces or adds a file.
func (o *overlay) put(name string, data []byte) {
	at := o.places.of(name)
	o.files[at] = data
	o.folders[filepath.Dir(at)] = true
}

func (o *overlay) ReadFile(name string) ([]byte, error) {
	if len(o.files) == 0 {
		data, err := o.FileSystem.ReadFile(name)
		if err != nil || o.serve == nil || !isServed(data) {
			return data, err // most files: finding out where each one really is takes longer than reading it
		}
		return o.serve(o.places.of(name), data), nil
	}
	at := o.places.of(name)
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
	return o.FileSystem.Exists(name) || o.has(name) || o.hasFolder(name)
}

func (o *overlay) IsDir(name string) bool {
	return o.FileSystem.IsDir(name) || o.hasFolder(name)
}

// CleanedAbs splits a name into a folder and a file, with links followed. It is most of what Kustomize asks of a disk, and
// what is no link is answered from what is known of its folder.
func (o *overlay) CleanedAbs(name string) (filesys.ConfirmedDir, string, error) {
	if filepath.IsAbs(name) {
		clean := filepath.Clean(name)
		folder, file := o.places.ofFolder(filepath.Dir(clean)), filepath.Base(clean)
		info, err := os.Lstat(filepath.Join(folder, file))
		switch {
		case err != nil:
		case info.IsDir():
			return filesys.ConfirmedDir(filepath.Join(folder, file)), "", nil
		case info.Mode().IsRegular():
			return filesys.ConfirmedDir(folder), file, nil
		}
	}
	folder, file, err := o.FileSystem.CleanedAbs(name)
	if err == nil || len(o.files) == 0 {
		return folder, file, err
	}
	at := o.places.of(name)
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
	if len(o.files) == 0 {
		return false
	}
	_, ok := o.files[o.places.of(name)]
	return ok
}

func (o *overlay) hasFolder(name string) bool {
	return len(o.folders) > 0 && o.folders[o.places.of(name)]
}

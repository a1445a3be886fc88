package kustomize

import (
	"os"
	"path/filepath"
	"testing"

	"sigs.k8s.io/kustomize/kyaml/filesys"

	"seccomp-gate/renderer/fixture"
)

func TestAnOverlayCleansNamesAsTheDiskDoes(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{"real/sub/a.yaml": "a", "b.yaml": "b"})
	for name, target := range map[string]string{"link": "real", "real/up": "../b.yaml", "real/sub/loop": "loop", "real/broken": "gone"} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip("this disk has no links:", err)
		}
	}
	overlay, disk := newOverlay(), filesys.MakeFsOnDisk()
	for _, name := range []string{
		"", ".", "b.yaml", "real", "real/", "real/sub", "real/sub/a.yaml", "real/./sub/../sub/a.yaml", "link", "link/sub", "link/sub/a.yaml", "link/up", "real/up",
		"gone", "gone/a.yaml", "real/gone", "link/sub/gone", "b.yaml/below", "real/sub/loop", "real/broken", "link/broken", "link/../b.yaml",
	} {
		full := root + "/" + name
		wantFolder, wantFile, wantError := disk.CleanedAbs(full)
		for range 2 { // the second time from memory
			folder, file, err := overlay.CleanedAbs(full)
			if folder != wantFolder || file != wantFile || (err == nil) != (wantError == nil) || err != nil && err.Error() != wantError.Error() {
				t.Errorf("%q: got %q %q %v, want %q %q %v", name, folder, file, err, wantFolder, wantFile, wantError)
			}
		}
		if got := overlay.places.of(full); wantError == nil && got != wantFolder.Join(wantFile) {
			t.Errorf("%q is at %q, want %q", name, got, wantFolder.Join(wantFile))
		}
	}
}

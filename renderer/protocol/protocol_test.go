package protocol

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestProtocolMdNamesEveryField(t *testing.T) {
	text, err := os.ReadFile("../protocol.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, message := range []any{Request{}, Edits{}, Answer{}, Supplied{}, Versions{}, Problem{}} {
		kind := reflect.TypeOf(message)
		for i := range kind.NumField() {
			name, _, _ := strings.Cut(kind.Field(i).Tag.Get("json"), ",")
			if !strings.Contains(string(text), "`"+name+"`") {
				t.Errorf("protocol.md does not name `%s` of %s", name, kind.Name())
			}
		}
	}
	for _, kind := range []Kind{RenderFailed, MissingDependency, RemoteResource, Refused, Limit, MissingFile, YAML} {
		if !strings.Contains(string(text), "`"+string(kind)+"`") {
			t.Errorf("protocol.md does not name the kind %s", kind)
		}
	}
}

func TestBoundedCutsBetweenCharacters(t *testing.T) {
	long := Problem{Message: strings.Repeat("é", maxMessage+1)}.Bounded().Message
	if !utf8.ValidString(long) || utf8.RuneCountInString(long) != maxMessage || !strings.HasSuffix(long, "…") {
		t.Errorf("got %d characters, ending in %q", utf8.RuneCountInString(long), long[len(long)-3:])
	}
	short := strings.Repeat("é", maxMessage)
	if got := (Problem{Message: short}).Bounded().Message; got != short {
		t.Error("a message of exactly the limit was cut")
	}
}

func TestTree(t *testing.T) {
	for name, want := range map[string]string{".": "/repo", "a/b": "/repo/a/b", "a/../b/": "/repo/b"} {
		if got, err := Tree("/repo").Disk(name); err != nil || got != want {
			t.Errorf("Disk(%q) = %q, %v; want %q", name, got, err, want)
		}
	}
	for _, name := range []string{"..", "../other", "a/../../other", "/etc/passwd"} {
		if got, err := Tree("/repo").Disk(name); err == nil {
			t.Errorf("Disk(%q) = %q, but it leaves the tree", name, got)
		}
	}
	for _, root := range []Tree{"/", "/repo"} {
		disk, err := root.Disk("a/b")
		if err != nil {
			t.Fatal(err)
		}
		if got := root.Path(disk); got != "a/b" {
			t.Errorf("Path of %q below %q = %q", disk, root, got)
		}
	}
}

func TestStripReplacesOnlyWhatIsThere(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "a.yaml"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	text := "open '" + root + "/a.yaml': no '/spec/template' in " + root + "/b.yaml or /etc"
	want := "open 'a.yaml': no '/spec/template' in " + root + "/b.yaml or /etc"
	if got := Tree(root).Strip(text); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

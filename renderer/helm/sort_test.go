package helm

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
)

// randomFiles writes manifests and hooks of kinds that Helm knows, and of some that it does not, small and large.
func randomFiles(random *rand.Rand) map[string]string {
	kinds := append(slices.Clone(releaseutil.InstallOrder), "Zebra", "Alpha", "Middle", "")
	files := map[string]string{}
	for range 1 + random.Intn(8) {
		var text strings.Builder
		for range random.Intn(6) {
			fmt.Fprintf(&text, "---\nkind: %q\nmetadata:\n  name: n%d\n", kinds[random.Intn(len(kinds))], random.Intn(4))
			switch random.Intn(4) {
			case 0:
				text.WriteString("  annotations: {helm.sh/hook: pre-install, helm.sh/hook-weight: \"3\"}\n")
			case 1:
				text.WriteString("  annotations: {helm.sh/hook: nobody-knows}\n")
			case 2:
				text.WriteString("data: " + strings.Repeat("x", minKept) + "\n")
			}
		}
		if random.Intn(20) == 0 {
			text.WriteString("---\nkind: [\n")
		}
		files[fmt.Sprintf("c/templates/%s%d.yaml", []string{"", "_"}[random.Intn(2)], random.Intn(9))] = text.String()
	}
	return files
}

// What is sorted file by file, some of it for the second time, is what Helm sorts at once.
func TestSortAllIsHelms(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	failed := 0
	for range 500 {
		files := randomFiles(random)
		hooks, manifests, wanted := releaseutil.SortManifests(files, nil, releaseutil.InstallOrder)
		for range 2 {
			got, err := sortAll(files)
			if fmt.Sprint(err) != fmt.Sprint(wanted) {
				t.Fatalf("%v, want %v", err, wanted)
			}
			if err != nil {
				failed++
				continue
			}
			if text, want := describe(got), describe(sorted{hooks, manifests}); text != want {
				t.Fatalf("got\n%s\nwant\n%s", text, want)
			}
		}
	}
	if failed == 0 || failed == 1000 {
		t.Errorf("%d of 1000 did not parse", failed)
	}
}

func describe(all sorted) string {
	var out strings.Builder
	for _, hook := range all.hooks {
		fmt.Fprintf(&out, "%+v\n", *hook)
	}
	for _, manifest := range all.manifests {
		fmt.Fprintf(&out, "%s %s %+v\n", manifest.Name, manifest.Content, manifest.Head.Metadata)
	}
	return out.String()
}

// What is kept for later stays within its bounds, and what lies behind them is sorted all the same.
func TestKeptIsBounded(t *testing.T) {
	for i := range 5 {
		text := fmt.Sprintf("kind: A%d\ndata: %s\n", i, strings.Repeat("x", maxKept/3))
		one, err := sortOne(rendered{"c/templates/a.yaml", text})
		if err != nil || len(one.manifests) != 1 || one.manifests[0].Head.Kind != fmt.Sprintf("A%d", i) {
			t.Fatalf("%v %v", one, err)
		}
		if kept.bytes > maxKept {
			t.Fatalf("%d bytes are kept", kept.bytes)
		}
	}
}

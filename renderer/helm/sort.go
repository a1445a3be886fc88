package helm

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	release "helm.sh/helm/v4/pkg/release/v1"
	releaseutil "helm.sh/helm/v4/pkg/release/v1/util"
)

// sorted is what Helm finds in rendered files: manifests by kind, and hooks.
type sorted struct {
	hooks     []*release.Hook
	manifests []releaseutil.Manifest
}

// rendered is one file as its template wrote it.
type rendered struct{ path, text string }

const (
	minKept = 4 << 10  // bytes of a file; smaller ones are read faster than they are found again
	maxKept = 32 << 20 // bytes of all files; custom resource definitions of one chart take up to 10 MB
)

// kept are files that were sorted before. Helm reads all of each to learn the kind of its objects, and a chart that brings megabytes of
// definitions writes the same for all its values, on both sides.
var kept = struct {
	sync.Mutex
	files map[rendered]sorted
	bytes int
}{files: map[rendered]sorted{}}

// sortAll is releaseutil.SortManifests, file by file: that one goes through files by name, and then sorts what it found, keeping the
// order of what is alike.
func sortAll(files map[string]string) (sorted, error) {
	var all sorted
	for _, path := range slices.Sorted(maps.Keys(files)) {
		one, err := sortOne(rendered{path, files[path]})
		if err != nil {
			return sorted{}, err
		}
		all.hooks = append(all.hooks, one.hooks...)
		all.manifests = append(all.manifests, one.manifests...)
	}
	slices.SortStableFunc(all.hooks, func(a, b *release.Hook) int { return compareKinds(a.Kind, b.Kind) })
	slices.SortStableFunc(all.manifests, func(a, b releaseutil.Manifest) int { return compareKinds(a.Head.Kind, b.Head.Kind) })
	return all, nil
}

func sortOne(file rendered) (sorted, error) {
	size := len(file.text)
	if size >= minKept {
		kept.Lock()
		known, ok := kept.files[file]
		kept.Unlock()
		if ok {
			return known, nil
		}
	}
	hooks, manifests, err := releaseutil.SortManifests(map[string]string{file.path: file.text}, nil, releaseutil.InstallOrder)
	one := sorted{hooks, manifests}
	if err == nil && size >= minKept && size <= maxKept {
		kept.Lock()
		if kept.bytes+size > maxKept {
			clear(kept.files)
			kept.bytes = 0
		}
		kept.files[file] = one
		kept.bytes += size
		kept.Unlock()
	}
	return one, err
}

var kindRanks = func() map[string]int {
	ranks := map[string]int{}
	for rank, kind := range releaseutil.InstallOrder {
		ranks[kind] = rank
	}
	return ranks
}()

// compareKinds puts kinds in Helm's order of installation, those that it does not know last, by name.
// helm/helm: pkg/release/v1/util/kind_sorter.go (lessByKind), which makes a map of the order for every two that it compares.
func compareKinds(a, b string) int {
	rank := func(kind string) int {
		if rank, ok := kindRanks[kind]; ok {
			return rank
		}
		return len(kindRanks)
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a, b))
}

package helm

import (
	"bytes"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/Masterminds/semver/v3"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"sigs.k8s.io/yaml"

	"seccomp-gate/renderer/protocol"
)

// offer is a chart of the tree that may stand in for one that is not where it should be.
type offer struct {
	place
	name, version string
}

// shelf is Request.Charts, of which nothing is read before it is asked for.
type shelf struct {
	tree    protocol.Tree
	charts  []string
	folders []offer
	loaded  map[string]loaded
}

type loaded struct {
	chart *chart.Chart
	err   error
}

func newShelf(tree protocol.Tree, charts []string) *shelf {
	return &shelf{tree: tree, charts: charts, loaded: map[string]loaded{}}
}

// folder returns what a folder offers: nothing when it holds no chart.
func (s *shelf) folder(name string) (offer, bool) {
	disk, err := s.tree.Disk(path.Join(name, chartFile))
	if err != nil {
		return offer{}, false
	}
	data, err := os.ReadFile(disk)
	if err != nil {
		return offer{}, false
	}
	var label struct{ Name, Version string }
	if err := yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &label); err != nil {
		return offer{}, false
	}
	return offer{place{path.Clean(name), false}, label.Name, label.Version}, label.Name != ""
}

// foldersOf lists the chart folders of a name, the newest first.
func (s *shelf) foldersOf(name string) []offer {
	if s.folders == nil {
		s.folders = []offer{}
		for _, folder := range s.charts {
			if found, ok := s.folder(folder); ok && !isArchive(folder) {
				s.folders = append(s.folders, found)
			}
		}
	}
	return newestFirst(slices.DeleteFunc(slices.Clone(s.folders), func(o offer) bool { return o.name != name }))
}

// archivesOf lists the packaged charts of a name, the newest first, and those that seem to be one and cannot be read.
func (s *shelf) archivesOf(name string) (found []offer, unreadable []string) {
	for _, archive := range s.charts {
		if !isArchive(archive) || !mayHold(path.Base(archive), name) {
			continue
		}
		at := place{path.Clean(archive), true}
		packed, err := s.load(at)
		switch {
		case err != nil:
			unreadable = append(unreadable, at.path)
		case packed.Name() == name:
			found = append(found, offer{at, name, packed.Metadata.Version})
		}
	}
	return newestFirst(found), unreadable
}

func isArchive(name string) bool { return strings.HasSuffix(name, ".tgz") }

var startsVersion = regexp.MustCompile(`^v?\d`)

// mayHold tells from the name that `helm package` gives an archive whether it is worth reading.
func mayHold(file, name string) bool {
	version, ok := strings.CutPrefix(file, name+"-")
	return ok && startsVersion.MatchString(version)
}

func newestFirst(offers []offer) []offer {
	slices.SortStableFunc(offers, func(a, b offer) int { return compareVersions(b.version, a.version) })
	return offers
}

// compareVersions puts what is no version before every version.
func compareVersions(a, b string) int {
	left, errLeft := semver.NewVersion(a)
	right, errRight := semver.NewVersion(b)
	switch {
	case errLeft != nil && errRight != nil:
		return 0
	case errLeft != nil:
		return -1
	case errRight != nil:
		return 1
	default:
		return left.Compare(right)
	}
}

// load reads a chart with Helm's own loader, which knows .helmignore, links, archives and limits of size. Every call gives
// a chart that can be changed without touching the others.
func (s *shelf) load(at place) (*chart.Chart, error) {
	known, ok := s.loaded[at.path]
	if !ok {
		disk, err := s.tree.Disk(at.path)
		if err == nil {
			known.chart, known.err = loader.Load(disk)
		} else {
			known.err = err
		}
		if known.err == nil {
			sortSubcharts(known.chart)
		}
		s.loaded[at.path] = known
	}
	if known.err != nil {
		return nil, known.err
	}
	return cloneChart(known.chart, map[*chart.Chart]*chart.Chart{}), nil
}

package helm

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"

	"seccomp-gate/renderer/protocol"
)

// choose finds the chart that the request only names: the newest that satisfies, a folder rather than an archive of the
// same version.
func (j *job) choose() *protocol.Problem {
	name, wanted := j.req.ChartName, j.req.ChartVersion
	offers, at, unreadable := j.shelf.newest(name, wanted)
	if at >= 0 {
		j.req.Chart = offers[at].path
		j.supplied = []protocol.Supplied{{Chart: ".", Path: j.req.Chart}}
		return nil
	}
	pull := "helm pull " + shellWord(name)
	if wanted != "" {
		pull += " --version " + shellWord(wanted)
	}
	return &protocol.Problem{
		Kind: protocol.MissingDependency, Blocking: true,
		Message: fmt.Sprintf("chart %q%s is neither in the repository nor in the chart cache%s", name, inVersion(wanted), seen(offers, unreadable)),
		Remedy: fmt.Sprintf("run `%s`, with the repository that holds it, in the folder of the chart cache and commit what it leaves there, "+
			"or name a folder that has it with `chartCache` in the configuration or `--chart-cache`", pull),
	}
}

// newest lists the charts of a name and picks the newest that satisfies a version or range; -1 for none.
func (s *shelf) newest(name, wanted string) (offers []offer, at int, unreadable []string) {
	archives, unreadable := s.archivesOf(name)
	offers = newestFirst(append(s.foldersOf(name), archives...))
	at = slices.IndexFunc(offers, func(o offer) bool {
		return o.version == wanted || chartutil.IsCompatibleRange(cmp.Or(wanted, "*"), o.version)
	})
	if at < 0 && wanted == "" && len(offers) > 0 {
		at = 0 // only versions such as 1.0.0-rc.1, which no range includes unasked
	}
	return offers, at, unreadable
}

// StandIn is where among charts, which are paths of the tree below root, the one lies that a request with an empty Chart
// would render; "" for none.
func StandIn(root string, charts []string, name, version string) string {
	offers, at, _ := newShelf(protocol.Tree(root), charts).newest(name, version)
	if at < 0 {
		return ""
	}
	return offers[at].path
}

func inVersion(wanted string) string {
	if wanted == "" {
		return ""
	}
	return fmt.Sprintf(" in version %q", wanted)
}

// seen names the charts that were looked at and did not do.
func seen(offers []offer, unreadable []string) string {
	var found []string
	for _, o := range offers {
		found = append(found, fmt.Sprintf("%s has version %s", o.path, o.version))
	}
	for _, archive := range unreadable {
		found = append(found, archive+" cannot be read")
	}
	if len(found) == 0 {
		return ""
	}
	return ": " + strings.Join(found, ", ")
}

package helm

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/Masterminds/semver/v3"

	"seccomp-gate/renderer/protocol"
)

// describeAbsent says what became of a dependency that charts/ does not hold. It blocks when it is switched on and nothing
// could be put in its place.
func (j *job) describeAbsent(a absent, tried trial) []protocol.Problem {
	at := j.place(a.owner)
	problem := protocol.Problem{Kind: protocol.MissingDependency}
	problem.Path, problem.Line, problem.Column = j.declaration(at, a.owner, a.index)
	what := fmt.Sprintf("dependency %q of chart %q is declared but not in charts/", a.dependency.Name, a.owner.Name())
	switch {
	case !tried.on:
		problem.Message = fmt.Sprintf("%s; it is switched off by %s, so it is not rendered", what, switchesOf(a.dependency))
	case a.chart != nil:
		problem.Message = fmt.Sprintf("dependency %q (%s) of chart %q is not in charts/; %s (version %s, %s) stands in for it",
			a.dependency.Name, cmp.Or(a.dependency.Version, "any version"), a.owner.Name(), a.supply.path, a.supply.version, a.supply.origin())
		if !at.archive {
			problem.Remedy = vendor(at)
		}
	case a.broken != nil:
		problem.Message = what + ", and the chart that would stand in for it cannot be loaded"
		problem.Remedy = "correct that chart, or " + vendor(at)
		problem.Blocking = true
		return []protocol.Problem{problem, *a.broken}
	case a.tooMany:
		problem.Message = fmt.Sprintf("%s, and more than %d charts stand in for such dependencies already", what, maxSupplied)
		problem.Remedy = vendor(at)
		problem.Blocking = true
	default:
		problem.Message = what + ", so what it renders is not looked at" + seen(a.unfit, a.unreadable)
		problem.Remedy = vendor(at) + ", or " + cache(a)
		problem.Blocking = true
		problem.Decides = j.decides(a, tried.values)
	}
	return []protocol.Problem{problem}
}

func (o offer) origin() string {
	if o.archive {
		return "a packaged chart"
	}
	return "a chart of this repository"
}

// vendor is how the dependencies of a chart get into its charts/.
func vendor(at place) string {
	if at.archive {
		return "package " + at.path + " again with its dependencies in it"
	}
	return fmt.Sprintf("run `helm dependency build %s` and commit %s", shellWord(at.path), path.Join(at.path, "charts"))
}

// cache is how a dependency gets where it is looked for when charts/ does not hold it.
func cache(a absent) string {
	const where = "the chart cache (`chartCache` in the configuration, `--chart-cache`)"
	name, version := a.dependency.Name, a.dependency.Version
	pull := ""
	switch scheme, rest, _ := strings.Cut(a.dependency.Repository, "://"); {
	case scheme == "oci":
		pull = shellWord("oci://" + path.Join(rest, name))
	case scheme == "http", scheme == "https":
		pull = shellWord(name) + " --repo " + shellWord(a.dependency.Repository)
	default:
		if _, err := semver.StrictNewVersion(version); err != nil {
			return fmt.Sprintf("put %s-VERSION.tgz, of a version in %q, into %s", name, cmp.Or(version, "*"), where)
		}
		return fmt.Sprintf("put %s-%s.tgz into %s", name, version, where)
	}
	if version != "" {
		pull += " --version " + shellWord(version)
	}
	return fmt.Sprintf("run `helm pull %s` in %s", pull, where)
}

var plainWord = regexp.MustCompile(`^[\w./:@%+,=-]+$`)

// shellWord quotes what a file says for a command line that somebody may paste.
func shellWord(text string) string {
	if plainWord.MatchString(text) {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

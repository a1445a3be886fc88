package helm

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"

	"seccomp-gate/renderer/protocol"
)

const (
	chartFile        = "Chart.yaml"
	requirementsFile = "requirements.yaml"
	schemaFile       = "values.schema.json"
)

// load reads the chart.
func (j *job) load() *protocol.Problem {
	disk, err := j.tree.Disk(j.req.Chart)
	if err != nil {
		return &protocol.Problem{
			Kind: protocol.Refused, Path: j.req.Chart, Message: "chart " + err.Error(), Remedy: "name a chart inside the repository", Blocking: true,
		}
	}
	info, err := os.Stat(disk)
	if errors.Is(err, fs.ErrNotExist) {
		return &protocol.Problem{
			Kind: protocol.MissingFile, Path: j.req.Chart, Message: fmt.Sprintf("chart %q does not exist", j.req.Chart),
			Remedy: "commit it, or correct the path", Blocking: true,
		}
	}
	j.packaged = err == nil && !info.IsDir()
	at := place{j.req.Chart, j.packaged}
	if j.chart, err = j.shelf.load(at); err != nil {
		return j.explainLoad(at, err)
	}
	return nil
}

// sortSubcharts puts subcharts in order. Helm's loader leaves them in the order of a Go map (helm/helm:
// pkg/chart/v2/loader/load.go, LoadFiles), and subcharts that Chart.yaml does not declare stay in it, so that the
// definitions in their crds/ would come out differently each time.
func sortSubcharts(c *chart.Chart) {
	subcharts := slices.Clone(c.Dependencies())
	slices.SortStableFunc(subcharts, func(a, b *chart.Chart) int {
		return cmp.Or(cmp.Compare(a.Name(), b.Name()), cmp.Compare(a.Metadata.Version, b.Metadata.Version))
	})
	c.SetDependencies(subcharts...)
	for _, subchart := range subcharts {
		sortSubcharts(subchart)
	}
}

var (
	// unpackingSubchart is how the loader says in which entry of charts/ it failed; one for each level.
	unpackingSubchart = regexp.MustCompile(`^error unpacking subchart (?:tar in )?(\S+) in [^:]*: `)
	cannotLoad        = regexp.MustCompile(`^cannot load (\S+): `)
	tooLarge          = regexp.MustCompile(`larger than the maximum|exceeds maximum`)
	badMetadata       = regexp.MustCompile(`^validation: chart\.metadata\.([A-Za-z]+)`)
)

// explainLoad finds the file of a chart that the loader stumbled over.
func (j *job) explainLoad(at place, err error) *protocol.Problem {
	text, folder, archived := err.Error(), at.path, at.archive
	for {
		match := unpackingSubchart.FindStringSubmatch(text)
		if match == nil {
			break
		}
		text = strings.TrimPrefix(text, match[0])
		if !archived {
			folder = path.Join(folder, "charts", match[1])
			archived = strings.HasSuffix(folder, ".tgz")
		}
	}
	in := func(name string) string {
		if archived {
			return folder
		}
		return path.Join(folder, name)
	}
	if match := cannotLoad.FindStringSubmatch(text); match != nil {
		file := in(match[1])
		return j.explainYAML(file, j.contents(file), match[1], errors.New(strings.TrimPrefix(text, match[0])))
	}
	if match := badMetadata.FindStringSubmatch(text); match != nil {
		problem := j.failed(in(chartFile), "Chart.yaml is not valid: %s", strings.TrimPrefix(text, "validation: chart.metadata."))
		problem.Line, problem.Column = j.fieldPosition(problem.Path, match[1])
		problem.Remedy = "correct `" + match[1] + "` in Chart.yaml"
		return problem
	}
	if text == "Chart.yaml file is missing" {
		problem := j.failed(in(""), "%q is not a chart: it has no Chart.yaml", folder)
		problem.Kind = protocol.MissingFile
		problem.Remedy = "add a Chart.yaml, or remove the folder"
		return problem
	}
	problem := j.failed(folder, "Helm cannot load the chart: %s", strings.TrimPrefix(text, "validation: "))
	problem.Remedy = fmt.Sprintf("`helm show chart %s` stops at the same place", at.path)
	if tooLarge.MatchString(text) {
		problem.Kind, problem.Remedy = protocol.Limit, "list what is no part of the chart in .helmignore"
	}
	return problem
}

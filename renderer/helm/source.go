package helm

import (
	"bytes"
	"os"
	"path"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// place is where a chart lies in the tree: a folder, or an archive, in which no file has a path of its own.
type place struct {
	path    string
	archive bool
}

// file is the path of a file of the chart; the archive itself when the chart is in one.
func (p place) file(name string) string {
	if p.archive {
		return p.path
	}
	return path.Join(p.path, name)
}

// place finds a loaded chart in the tree. Helm keeps a chart's name, which need not be that of its folder.
func (j *job) place(c *chart.Chart) place {
	if c.IsRoot() {
		return place{j.req.Chart, j.packaged}
	}
	if at, ok := j.standIn(c); ok {
		return at
	}
	parent := j.place(c.Parent())
	if parent.archive {
		return parent
	}
	metadata := rawFile(c, chartFile)
	archive := ""
	for _, file := range c.Parent().Raw {
		name, rest, nested := strings.Cut(strings.TrimPrefix(file.Name, "charts/"), "/")
		switch {
		case !strings.HasPrefix(file.Name, "charts/"):
		case nested && rest == chartFile && metadata != nil && bytes.Equal(file.Data, metadata.Data):
			return place{parent.file(path.Join("charts", name)), false}
		case !nested && isArchiveOf(name, c, metadata):
			archive = name
		}
	}
	return place{parent.file(path.Join("charts", archive)), true}
}

// isArchiveOf recognises the archive of a subchart by the name that `helm package` gives it. After an alias the chart has
// another name than its Chart.yaml says.
func isArchiveOf(file string, c *chart.Chart, metadata *common.File) bool {
	name := c.Name()
	if metadata != nil {
		name = scalarOf(metadata.Data, "name")
	}
	return file == name+"-"+c.Metadata.Version+".tgz"
}

// file is the path in the tree of a chart's file.
func (j *job) file(c *chart.Chart, name string) string { return j.place(c).file(name) }

// template is the path in the tree of a template, which Helm names after charts: parent/charts/sub/templates/x.yaml.
// Charts are known here by the names they have while rendering: aliases, where there are any.
func (j *job) template(name string) (string, bool) {
	rest, ok := strings.CutPrefix(name, j.chart.Name()+"/")
	if !ok {
		return "", false
	}
	c := j.chart
	for {
		subchart, below := enter(c, rest)
		if subchart == nil {
			at := j.place(c)
			return at.file(rest), !at.archive
		}
		c, rest = subchart, below
	}
}

func enter(c *chart.Chart, name string) (*chart.Chart, string) {
	below, ok := strings.CutPrefix(name, "charts/")
	if !ok {
		return nil, ""
	}
	for _, subchart := range c.Dependencies() {
		if rest, ok := strings.CutPrefix(below, subchart.Name()+"/"); ok {
			return subchart, rest
		}
	}
	return nil, ""
}

func rawFile(c *chart.Chart, name string) *common.File {
	for _, file := range c.Raw {
		if file.Name == name {
			return file
		}
	}
	return nil
}

// contents reads a file for the sake of a position in it. Without it the problem has none, which is no problem of its own.
func (j *job) contents(name string) []byte {
	disk, err := j.tree.Disk(name)
	if err != nil {
		return nil
	}
	data, err := os.ReadFile(disk)
	if err != nil {
		return nil
	}
	return data
}

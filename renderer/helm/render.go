// Package helm renders a chart as `helm template` does, through Helm's own packages.
//
// helm.sh/helm/v4/pkg/action, which does the whole, needs a cluster's client; linking it would double the module. What it
// adds is only the order of the steps, which is repeated here (helm/helm: pkg/cmd/install.go, runInstall;
// pkg/action/install.go, RunWithContext; pkg/action/action.go, renderResources; pkg/cmd/template.go).
package helm

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"

	ci "helm.sh/helm/v4/pkg/chart"
	"helm.sh/helm/v4/pkg/chart/common"
	commonutil "helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"

	"seccomp-gate/renderer/protocol"
)

// job is one chart being rendered.
type job struct {
	tree     protocol.Tree
	req      protocol.Request
	shelf    *shelf
	packaged bool // req.Chart is an archive
	chart    *chart.Chart

	// standIns are charts that were put in place of absent ones, by their first file.
	standIns map[*common.File]place
	uses     int // of charts that stand in
	supplied []protocol.Supplied

	refusal  *refusal  // why the chart demands something else before it renders; nil when it does not
	leniency *leniency // how it is rendered in spite of what it demands; nil: not at all
}

// Answer renders req.Chart, or the chart that the request names. Without manifests there is at least one blocking problem.
func Answer(root string, req protocol.Request) protocol.Answer {
	tree := protocol.Tree(root)
	j := newJob(tree, req, newShelf(tree, req.Charts))
	manifests, problems := j.run()
	if j.refusal != nil {
		manifests, problems = j.inSpite(problems)
	}
	return protocol.Answer{Manifests: manifests, Problems: problems, Supplied: j.supplied}
}

func newJob(tree protocol.Tree, req protocol.Request, shelf *shelf) *job {
	return &job{tree: tree, req: req, shelf: shelf, standIns: map[*common.File]place{}}
}

// Render is Answer for those who need not know where charts lie.
func Render(root string, req protocol.Request) (string, []protocol.Problem) {
	answer := Answer(root, req)
	return answer.Manifests, answer.Problems
}

func (j *job) run() (string, []protocol.Problem) {
	// What `helm template` takes when nothing is said.
	j.req.Release = cmp.Or(j.req.Release, "release-name")
	j.req.Namespace = cmp.Or(j.req.Namespace, "default")
	values, problem := j.mergeValues()
	if problem != nil {
		return "", []protocol.Problem{*problem}
	}
	if j.req.Chart == "" {
		if problem := j.choose(); problem != nil {
			return "", []protocol.Problem{*problem}
		}
	}
	j.req.Chart = path.Clean(j.req.Chart)
	if problem := j.load(); problem != nil {
		return "", []protocol.Problem{*problem}
	}
	if problem := j.checkInstallable(); problem != nil {
		return "", []protocol.Problem{*problem}
	}
	if problem := j.replaceDefaults(); problem != nil {
		return "", []protocol.Problem{*problem}
	}
	remarks := j.completeDependencies(values)
	manifests, refused, problem := j.render(values)
	remarks = append(remarks, refused...)
	switch {
	case problem == nil:
		return manifests, remarks
	case slices.ContainsFunc(remarks, isBlocking):
		// A chart that misses a dependency fails in many ways that say nothing new, such as a template of it that is not there.
		return "", j.decidedByAll(values, remarks)
	default:
		return "", j.decidedByAll(values, append(remarks, *problem))
	}
}

func (j *job) render(values map[string]any) (manifests string, remarks []protocol.Problem, problem *protocol.Problem) {
	if err := chartutil.ProcessDependencies(j.chart, values); err != nil {
		return "", nil, j.failed(j.file(j.chart, chartFile), "Helm cannot process the chart's dependencies: %v", err)
	}
	j.supplied = append(j.supplied, j.listSupplied(j.chart, "")...)
	capabilities, problem := j.capabilities()
	if problem != nil {
		return "", nil, problem
	}
	skipSchema := j.req.SkipSchemaValidation || j.leniency != nil
	if !skipSchema {
		remarks = j.refuseOutsideSchemas(j.chart)
	}
	options := common.ReleaseOptions{
		Name: j.req.Release, Namespace: j.req.Namespace, Revision: 1, IsInstall: !j.req.IsUpgrade, IsUpgrade: j.req.IsUpgrade,
	}
	renderValues, err := commonutil.ToRenderValuesWithSchemaValidation(j.chart, values, options, capabilities, skipSchema)
	if err != nil {
		problem := j.explainValues(err)
		j.noteRejected(err, problem)
		return "", remarks, problem
	}
	if problem := j.checkKubeVersion(capabilities); problem != nil {
		return "", remarks, problem
	}
	functions := functions()
	if j.leniency != nil {
		maps.Copy(functions, j.leniency.prepare(j.chart, renderValues))
	}
	files, err := engine.Engine{CustomTemplateFuncs: functions}.Render(ci.Charter(j.chart), renderValues)
	if err != nil {
		problem := j.explainTemplate(err)
		j.noteStopped(err, problem)
		return "", remarks, problem
	}
	removeNotes(files)
	if files, problem = j.postRender(files); problem != nil {
		return "", remarks, problem
	}
	manifests, err = j.print(files)
	if err != nil {
		return "", remarks, j.explainManifest(err)
	}
	return manifests, remarks, nil
}

func (j *job) checkInstallable() *protocol.Problem {
	switch j.chart.Metadata.APIVersion { // helm/helm: pkg/chart/loader/load.go
	case "", chart.APIVersionV1, chart.APIVersionV2:
	default:
		problem := j.failed(j.file(j.chart, chartFile), "chart %q is of apiVersion %q, which Helm does not know", j.chart.Name(), j.chart.Metadata.APIVersion)
		problem.Line, problem.Column = j.fieldPosition(problem.Path, "apiVersion")
		problem.Remedy = "write `apiVersion: v2`"
		return problem
	}
	switch j.chart.Metadata.Type {
	case "", "application":
	default:
		problem := j.failed(j.file(j.chart, chartFile), "chart %q is of type %q: only an application chart can be rendered by itself",
			j.chart.Name(), j.chart.Metadata.Type)
		problem.Line, problem.Column = j.fieldPosition(problem.Path, "type")
		problem.Remedy = "render a chart that depends on it, or leave it out of the targets"
		return problem
	}
	if err := chartutil.ValidateReleaseName(j.req.Release); err != nil {
		problem := j.failed("", "release name %q: %v", j.req.Release, err)
		problem.Remedy = "use at most 53 lower case letters, digits, '-' and '.', with a letter or digit at both ends"
		return problem
	}
	return nil
}

func (j *job) capabilities() (*common.Capabilities, *protocol.Problem) {
	capabilities := common.DefaultCapabilities.Copy()
	if j.req.KubeVersion != "" {
		version, err := common.ParseKubeVersion(j.req.KubeVersion)
		if err != nil {
			problem := j.failed("", "Kubernetes version %q cannot be read: %v", j.req.KubeVersion, err)
			problem.Remedy = "write it like 1.31.0"
			return nil, problem
		}
		capabilities.KubeVersion = *version
	}
	// Copy shares the slice with the defaults: appending in place could change them for the next request.
	capabilities.APIVersions = append(slices.Clone(capabilities.APIVersions), j.req.APIVersions...)
	return capabilities, nil
}

func (j *job) checkKubeVersion(capabilities *common.Capabilities) *protocol.Problem {
	wanted := j.chart.Metadata.KubeVersion
	if wanted == "" || chartutil.IsCompatibleRange(wanted, capabilities.KubeVersion.String()) {
		return nil
	}
	problem := j.failed(j.file(j.chart, chartFile), "chart %q requires kubeVersion %q, and it is rendered for Kubernetes %s",
		j.chart.Name(), wanted, capabilities.KubeVersion.Version)
	problem.Line, problem.Column = j.fieldPosition(problem.Path, "kubeVersion")
	problem.Remedy = "set the Kubernetes version that your cluster has"
	return problem
}

// failed is a blocking problem of the most general kind.
func (j *job) failed(path, format string, arguments ...any) *protocol.Problem {
	return &protocol.Problem{
		Kind: protocol.RenderFailed, Path: path, Message: j.tree.Strip(fmt.Sprintf(format, arguments...)), Blocking: true,
	}
}

func isBlocking(problem protocol.Problem) bool { return problem.Blocking }

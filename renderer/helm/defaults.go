package helm

import (
	"bytes"
	"path"

	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"sigs.k8s.io/yaml"

	"seccomp-gate/renderer/protocol"
)

// replaceDefaults puts what the request's files say, merged in order, in the place of the chart's own values.yaml, as Flux
// packages a chart with valuesFiles (fluxcd/source-controller: internal/helm/chart/builder_local.go, mergeFileValues;
// builder_remote.go, mergeChartValues; metadata.go, OverwriteChartDefaultValues).
func (j *job) replaceDefaults() *protocol.Problem {
	if len(j.req.DefaultsFiles) == 0 && len(j.req.DefaultsInChart) == 0 {
		return nil
	}
	defaults := map[string]any{}
	for _, name := range j.req.DefaultsFiles {
		data, problem := j.readFile(name, "values file")
		if problem != nil {
			return problem
		}
		if problem := j.mergeDefaults(defaults, name, data); problem != nil {
			return problem
		}
	}
	for _, name := range j.req.DefaultsInChart {
		if path.Clean(name) == chartutil.ValuesfileName {
			defaults = loader.MergeMaps(defaults, j.chart.Values)
			continue
		}
		data := j.fileInChart(path.Clean(name))
		if data == nil {
			problem := j.failed(j.req.Chart, "values file %q is not in chart %q", name, j.chart.Name())
			problem.Kind, problem.Remedy = protocol.MissingFile, "correct the name: it is relative to the chart"
			return problem
		}
		if problem := j.mergeDefaults(defaults, name, data); problem != nil {
			return problem
		}
	}
	// They are written into the package, and Helm reads them there by its own rules.
	text, err := yaml.Marshal(defaults)
	if err != nil {
		return j.failed(j.req.Chart, "the values files of chart %q cannot be put together: %v", j.chart.Name(), err)
	}
	if j.chart.Values, err = loader.LoadValues(bytes.NewReader(text)); err != nil {
		return j.failed(j.req.Chart, "the values files of chart %q cannot be put together: %v", j.chart.Name(), err)
	}
	return nil
}

// mergeDefaults adds a file to defaults. Of several documents the first counts.
func (j *job) mergeDefaults(defaults map[string]any, name string, data []byte) *protocol.Problem {
	values := map[string]any{}
	if err := yaml.Unmarshal(data, &values); err != nil {
		return j.explainYAML(name, data, "values file", err)
	}
	for key, value := range loader.MergeMaps(defaults, values) {
		defaults[key] = value
	}
	return nil
}

func (j *job) fileInChart(name string) []byte {
	for _, file := range j.chart.Files {
		if file.Name == name {
			return file.Data
		}
	}
	return nil
}

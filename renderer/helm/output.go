package helm

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	release "helm.sh/helm/v4/pkg/release/v1"
)

// print writes the rendered files as `helm template` does: definitions of crds/ if wanted, manifests by kind, then hooks.
func (j *job) print(files map[string]string) (string, error) {
	all, err := sortAll(files)
	if err != nil {
		return "", err
	}
	var body strings.Builder
	if j.req.IncludeCRDs {
		for _, crd := range j.chart.CRDObjects() {
			writeDocument(&body, crd.Filename, string(crd.File.Data))
		}
	}
	for _, manifest := range all.manifests {
		writeDocument(&body, manifest.Name, manifest.Content)
	}
	var out strings.Builder
	out.WriteString(strings.TrimSpace(body.String()) + "\n")
	for _, hook := range j.hooks(all.hooks) {
		writeDocument(&out, hook.Path, hook.Manifest)
	}
	return out.String(), nil
}

// removeNotes removes what is for the reader of the command line. It has been rendered all the same: a fail in it counts.
func removeNotes(files map[string]string) {
	maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasSuffix(name, "NOTES.txt") })
}

func (j *job) hooks(all []*release.Hook) []*release.Hook {
	if j.req.SkipHooks {
		return nil
	}
	if !j.req.SkipTests {
		return all
	}
	return slices.DeleteFunc(all, func(hook *release.Hook) bool { return slices.Contains(hook.Events, release.HookTest) })
}

func writeDocument(out *strings.Builder, source, content string) {
	fmt.Fprintf(out, "---\n# Source: %s\n%s\n", source, content)
}

package kustomize

import (
	"runtime"
	"testing"

	"sigs.k8s.io/kustomize/kyaml/openapi"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

func TestPrepareLeavesNothingToReadOnce(t *testing.T) {
	readSchemas := func() { openapi.Schema() }
	openapi.ResetOpenAPI()
	cost := allocated(readSchemas)
	openapi.ResetOpenAPI()
	Prepare()
	if left := allocated(readSchemas); left > cost/100 {
		t.Errorf("reading the schemas allocates %d objects after Prepare, and %d without", left, cost)
	}
}

func TestPrepareChangesNothing(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{
		"kustomization.yaml": "resources: [d.yaml]\nnamePrefix: x-\npatches: [{path: p.yaml}]\n",
		"d.yaml":             deployment,
		"p.yaml":             "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {spec: {containers: [{name: e, image: other}]}}}\n",
	})
	openapi.ResetOpenAPI()
	want, _ := Render(root, protocol.Request{Path: "."})
	openapi.ResetOpenAPI()
	Prepare()
	if got, problems := Render(root, protocol.Request{Path: "."}); got != want || got == "" || len(problems) > 0 {
		t.Errorf("got\n%s%+v\nwant\n%s", got, problems, want)
	}
}

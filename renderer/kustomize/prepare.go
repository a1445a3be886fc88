package kustomize

import (
	"fmt"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/kustomize/kyaml/openapi"
)

// Prepare has Kustomize read what is built into it, and what it reads only once: the schemas of Kubernetes and the lists of
// fields that its transformers change. Only a build makes it.
func Prepare() {
	openapi.Schema()
	fs := filesys.MakeFsInMemory()
	for _, file := range [][2]string{
		{"kustomization.yaml", "resources: [deployment.yaml]\nnamespace: prepared\nnamePrefix: prepared-\nreplicas: [{name: it, count: 3}]\n"},
		{"deployment.yaml", "{apiVersion: apps/v1, kind: Deployment, metadata: {name: it}, spec: {template: {spec: {containers: [{name: it}]}}}}\n"},
	} {
		if err := fs.WriteFile(file[0], []byte(file[1])); err != nil {
			panic(fmt.Errorf("a file in memory cannot be written: %w", err))
		}
	}
	if _, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(fs, "."); err != nil {
		panic(fmt.Errorf("the smallest of kustomizations cannot be built: %w", err))
	}
}

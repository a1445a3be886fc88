module seccomp-gate/renderer

go 1.26.0

require (
	github.com/Masterminds/sprig/v3 v3.3.0
	helm.sh/helm/v4 v4.3.1
	k8s.io/client-go v0.37.1
	sigs.k8s.io/kustomize/api v0.21.2
	sigs.k8s.io/kustomize/kyaml v0.21.2
)

// The real modules would double the WebAssembly module for code that needs a cluster; see stubs/README.md.
replace (
	k8s.io/apiextensions-apiserver => ./stubs/apiextensions-apiserver
	k8s.io/client-go => ./stubs/client-go
)

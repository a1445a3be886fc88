package render

import (
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"

	"seccomp-gate/renderer/protocol"
)

// What go.mod requires; tests compare the two. Build information would know Helm's version, but not in a test, and
// Kustomize's libraries carry another number than the kustomize command they belong to.
const (
	helmVersion         = "4.3.1"
	kustomizeVersion    = "5.8.2"
	kustomizeAPIVersion = "0.21.2" // kubernetes-sigs/kustomize: kustomize/go.mod at kustomize/v5.8.2
)

func versions() *protocol.Versions {
	return &protocol.Versions{
		Helm:       helmVersion,
		Kustomize:  kustomizeVersion,
		Kubernetes: strings.TrimPrefix(common.DefaultCapabilities.KubeVersion.Version, "v"),
	}
}

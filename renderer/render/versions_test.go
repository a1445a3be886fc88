package render

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"helm.sh/helm/v4/pkg/chart/common"
)

// requirements reads what a go.mod requires, by module.
func requirements(t *testing.T, file string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, match := range regexp.MustCompile(`(?m)^\s*(?:require )?(\S+) v(\d\S*)(?: // indirect)?$`).FindAllStringSubmatch(string(text), -1) {
		found[match[1]] = match[2]
	}
	return found
}

func moduleFolder(t *testing.T, module string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		t.Fatalf("go list -m %s: %v", module, err)
	}
	return strings.TrimSpace(string(out))
}

// Nothing ties a replaced module to the real one but its number, and Helm reads the Kubernetes version from it
// (helm/helm: internal/version/clientgo.go).
func TestStubsStandForTheVersionsThatHelmRequires(t *testing.T) {
	helm := requirements(t, filepath.Join(moduleFolder(t, "helm.sh/helm/v4"), "go.mod"))
	ours := requirements(t, "../go.mod")
	generator := requirements(t, "../stubs/generate/go.mod")
	for _, module := range []string{"k8s.io/client-go", "k8s.io/apiextensions-apiserver", "k8s.io/apimachinery"} {
		if helm[module] == "" || ours[module] != helm[module] {
			t.Errorf("renderer/go.mod requires %s v%s, Helm v%s", module, ours[module], helm[module])
		}
		if generator[module] != helm[module] {
			t.Errorf("renderer/stubs/generate/go.mod requires %s v%s, Helm v%s: run the generator again", module, generator[module], helm[module])
		}
	}
	if stub := requirements(t, "../stubs/client-go/go.mod")["k8s.io/apimachinery"]; stub != helm["k8s.io/apimachinery"] {
		t.Errorf("renderer/stubs/client-go/go.mod requires k8s.io/apimachinery v%s, Helm v%s", stub, helm["k8s.io/apimachinery"])
	}
}

func TestVersionsAreThoseOfGoMod(t *testing.T) {
	ours := requirements(t, "../go.mod")
	if ours["helm.sh/helm/v4"] != helmVersion {
		t.Errorf("helmVersion is %s, renderer/go.mod requires %s", helmVersion, ours["helm.sh/helm/v4"])
	}
	for _, module := range []string{"sigs.k8s.io/kustomize/api", "sigs.k8s.io/kustomize/kyaml"} {
		if ours[module] != kustomizeAPIVersion {
			t.Errorf("kustomizeAPIVersion is %s, renderer/go.mod requires %s %s", kustomizeAPIVersion, module, ours[module])
		}
	}
	if got := versions(); got.Helm != helmVersion || got.Kustomize != kustomizeVersion || !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(got.Kubernetes) {
		t.Errorf("got %+v", got)
	}
}

func TestBuiltInAPIVersions(t *testing.T) {
	got := common.DefaultCapabilities.APIVersions
	if want := 57; len(got) != want {
		t.Errorf("got %d API versions, want %d: %v", len(got), want, got)
	}
	for _, version := range []string{"v1", "apps/v1", "batch/v1", "networking.k8s.io/v1", "policy/v1", "apiextensions.k8s.io/v1"} {
		if !slices.Contains(got, version) {
			t.Errorf("%s is absent", version)
		}
	}
}

// Package protocol holds what crosses the border between the host and the renderer: protocol.md in Go.
package protocol

import "sigs.k8s.io/kustomize/api/types"

// The engines a Request can name.
const (
	EngineHelm      = "helm"
	EngineKustomize = "kustomize"
	EngineVersions  = "versions"
)

// The load restrictors of Kustomize, as Request.LoadRestrictor names them.
const (
	RestrictToRoot = "rootOnly"
	RestrictNone   = "none"
)

// What Request.PostRenderStrategy sends through the post-renderers: hooks and the rest in one stream, in two, or the rest
// alone. Empty is the first.
const (
	PostRenderCombined = "combined"
	PostRenderSeparate = "separate"
	PostRenderNoHooks  = "nohooks"
)

// Request asks for one render. Paths are relative to the root of the tree, with slashes; the root itself is ".".
type Request struct {
	Engine string `json:"engine"`

	// Helm.
	Chart                string         `json:"chart"`
	ChartName            string         `json:"chartName"`
	ChartVersion         string         `json:"chartVersion"`
	Release              string         `json:"release"`
	Namespace            string         `json:"namespace"`
	ValuesFiles          []string       `json:"valuesFiles"`
	Values               map[string]any `json:"values"`
	SetJSON              []string       `json:"setJson"`
	Set                  []string       `json:"set"`
	SetString            []string       `json:"setString"`
	SetFile              []string       `json:"setFile"`
	KubeVersion          string         `json:"kubeVersion"`
	APIVersions          []string       `json:"apiVersions"`
	IncludeCRDs          bool           `json:"includeCRDs"`
	SkipHooks            bool           `json:"skipHooks"`
	SkipTests            bool           `json:"skipTests"`
	SkipSchemaValidation bool           `json:"skipSchemaValidation"`
	IsUpgrade            bool           `json:"isUpgrade"`
	PostRenderers        []Edits        `json:"postRenderers"`
	PostRenderStrategy   string         `json:"postRenderStrategy"`
	// DefaultsFiles and DefaultsInChart take the place of the chart's values.yaml: files of the tree, or of the chart.
	DefaultsFiles   []string `json:"defaultsFiles"`
	DefaultsInChart []string `json:"defaultsInChart"`

	// Kustomize.
	Path           string `json:"path"`
	LoadRestrictor string `json:"loadRestrictor"`
	Edits          *Edits `json:"edits"`
	Lean           bool   `json:"lean"`
	// Substitute holds Flux's variables by name. Nil: nothing is substituted.
	Substitute map[string]string `json:"substitute"`

	// Charts are chart folders and packaged charts that may stand in for charts that are not where they should be.
	Charts []string `json:"charts"`
}

// The tools whose rules Edits can follow.
const (
	ByFlux   = "flux"
	ByArgoCD = "argocd"
)

// Edits is what Flux or Argo CD adds to a kustomization before it is built.
type Edits struct {
	By                      string            `json:"by"`
	Namespace               string            `json:"namespace"`
	NamePrefix              string            `json:"namePrefix"`
	NameSuffix              string            `json:"nameSuffix"`
	Images                  []types.Image     `json:"images"`
	Replicas                []types.Replica   `json:"replicas"`
	Patches                 []types.Patch     `json:"patches"`
	Components              []string          `json:"components"`
	IgnoreMissingComponents bool              `json:"ignoreMissingComponents"`
	CommonLabels            map[string]string `json:"commonLabels"`
	LabelWithoutSelector    bool              `json:"labelWithoutSelector"`
	LabelIncludeTemplates   bool              `json:"labelIncludeTemplates"`
	CommonAnnotations       map[string]string `json:"commonAnnotations"`
}

// Answer is what came of a Request.
type Answer struct {
	Manifests string    `json:"manifests"`
	Problems  []Problem `json:"problems"`
	// Supplied tells where charts lie that are not where their names say.
	Supplied []Supplied `json:"supplied,omitempty"`
	Versions *Versions  `json:"versions,omitempty"`
}

// Supplied is a chart that was rendered in the place of one that is not where it should be.
type Supplied struct {
	// Chart is the name by which its templates go, below that of the root chart: "charts/common"; "." for the chart itself.
	Chart string `json:"chart"`
	// Path is the folder or archive of the tree that it was read from.
	Path string `json:"path"`
}

// Versions names the libraries inside, as 1.2.3 without a v.
type Versions struct {
	Helm       string `json:"helm"`
	Kustomize  string `json:"kustomize"`
	Kubernetes string `json:"kubernetes"`
}

// Kind says what sort of thing was wrong.
type Kind string

// The kinds of problem a render can have.
const (
	RenderFailed      Kind = "render-failed"
	MissingDependency Kind = "missing-dependency"
	RemoteResource    Kind = "remote-resource"
	Refused           Kind = "refused"
	Limit             Kind = "limit"
	MissingFile       Kind = "missing-file"
	YAML              Kind = "yaml"
)

// Problem is one thing that was wrong with what the user gave us.
type Problem struct {
	Kind    Kind   `json:"kind"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`

	// Path is relative to the root, or empty. Line and Column start at 1; 0 is unknown.
	Path   string `json:"path"`
	Line   int    `json:"line"`
	Column int    `json:"column"`

	// Blocking says that the manifests are not the whole truth.
	Blocking bool `json:"blocking"`

	// Decides is a digest of everything here that decides what the part that is missing would render, when that is known: two
	// renderings of a chart that agree on it cannot differ there.
	Decides string `json:"decides,omitempty"`

	// Rest says, of a chart that refuses to render, how it was rendered in spite of that; empty when it was not.
	Rest string `json:"rest,omitempty"`

	// Demands is a digest of what such a chart demands, and of what was left out for that: where two renderings agree on it, they can
	// be compared as a whole.
	Demands string `json:"demands,omitempty"`
}

// maxMessage bounds a message in runes. Helm quotes whole strings given to tpl, and schemas list every violation.
const maxMessage = 2000

// Bounded returns the problem with its texts cut to a length that a reader and a report can take.
func (p Problem) Bounded() Problem {
	p.Message = bounded(p.Message)
	p.Remedy = bounded(p.Remedy)
	p.Rest = bounded(p.Rest)
	return p
}

func bounded(text string) string {
	runes := []rune(text)
	if len(runes) <= maxMessage {
		return text
	}
	return string(runes[:maxMessage-1]) + "…"
}

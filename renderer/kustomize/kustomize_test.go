package kustomize

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sigs.k8s.io/kustomize/kyaml/filesys"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

const (
	configMap  = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"
	deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: d\nspec:\n  template:\n    spec:\n      containers:\n      - image: app\n        name: c\n"
)

func TestOverlaysRender(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{
		"base/kustomization.yaml": "resources: [d.yaml, a.yaml]\n",
		"base/d.yaml":             deployment,
		"base/a.yaml":             configMap,
		"over/kustomization.yaml": "namePrefix: x-\nresources: [../base]\ncomponents: [../part]\nimages: [{name: app, newTag: v2}]\n" +
			"patches: [{path: p.yaml}]\nconfigMapGenerator: [{name: g, files: [k=f.txt], envs: [e.env], options: {disableNameSuffixHash: true}}]\n",
		"over/p.yaml":             "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {replicas: 3}\n",
		"over/f.txt":              "text",
		"over/e.env":              "E=1\n",
		"part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nlabels: [{pairs: {l: v}}]\n",
	})
	want := "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    l: v\n  name: x-a\n---\n" +
		"apiVersion: v1\ndata:\n  E: \"1\"\n  k: text\nkind: ConfigMap\nmetadata:\n  labels:\n    l: v\n  name: x-g\n---\n" +
		"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  labels:\n    l: v\n  name: x-d\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n      - image: app:v2\n        name: c\n"
	for _, restrictor := range []string{protocol.RestrictToRoot, protocol.RestrictNone, ""} {
		manifests, problems := Render(root, protocol.Request{Path: "over", LoadRestrictor: restrictor})
		if manifests != want || len(problems) > 0 {
			t.Errorf("%q: got\n%s%+v\nwant\n%s", restrictor, manifests, problems, want)
		}
	}
}

func TestLoadRestrictor(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{"over/kustomization.yaml": "resources:\n- ../a.yaml\n", "a.yaml": configMap})
	if manifests, problems := Render(root, protocol.Request{Path: "over", LoadRestrictor: protocol.RestrictNone}); manifests != configMap || len(problems) > 0 {
		t.Errorf("none: got %q, %+v", manifests, problems)
	}
	_, problems := Render(root, protocol.Request{Path: "over"})
	want := `it reads "a.yaml", which is not in or below its own folder "over", as Kustomize demands; what there would be without that was looked at`
	if len(problems) != 1 || problems[0].Kind != protocol.RenderFailed || problems[0].Message != want || problems[0].Path != "over/kustomization.yaml" || problems[0].Line != 2 {
		t.Errorf("rootOnly: got %+v", problems)
	}
	if len(problems) == 1 && !strings.Contains(problems[0].Remedy, "`loadRestrictor: none`") {
		t.Errorf("the remedy does not name the option: %s", problems[0].Remedy)
	}
}

func TestWhatIsRefusedIsLookedAtBesideTheProblem(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{
		"over/kustomization.yaml":  "resources:\n- ../a.yaml\n- inside.yaml\n",
		"over/inside.yaml":         strings.ReplaceAll(configMap, "name: a", "name: b"),
		"a.yaml":                   configMap,
		"plain/kustomization.yaml": "resources: [inside.yaml]\n",
		"plain/inside.yaml":        configMap,
		"bad/kustomization.yaml":   "resources: [../a.yaml, inside.yaml]\n",
		"bad/inside.yaml":          configMap,
		"rest/kustomization.yaml":  "resources: [../a.yaml, https://example.com/b.yaml]\n",
	})
	render := func(path, restrictor string) (string, []protocol.Problem) {
		return Render(root, protocol.Request{Path: path, LoadRestrictor: restrictor})
	}
	none, _ := render("over", protocol.RestrictNone)
	manifests, problems := render("over", protocol.RestrictToRoot)
	want := "it reads \"a.yaml\", which is not in or below its own folder \"over\", as Kustomize demands; what there would be without that was looked at"
	if manifests != none || manifests == "" || len(problems) != 1 || problems[0].Message != want || !problems[0].Blocking || problems[0].Line != 2 {
		t.Errorf("over: got %q, %+v", manifests, problems)
	}
	if manifests, problems = render("plain", protocol.RestrictToRoot); manifests != configMap || len(problems) > 0 {
		t.Errorf("plain: got %q, %+v", manifests, problems)
	}
	// There is nothing to look at where something else is wrong besides.
	if manifests, problems = render("bad", protocol.RestrictToRoot); manifests != "" || len(problems) != 1 || !problems[0].Blocking || !strings.HasSuffix(problems[0].Message, "as Kustomize demands") {
		t.Errorf("bad: got %q, %+v", manifests, problems)
	}
	if manifests, problems = render("rest", protocol.RestrictToRoot); manifests != configMap || len(problems) != 2 || !problems[0].Blocking || !problems[1].Blocking {
		t.Errorf("rest: got %q, %+v", manifests, problems)
	}
}

func TestLoadRestrictorNamesFileAndLine(t *testing.T) {
	cases := map[string]struct {
		text    string // of mid/kustomization.yaml, upon which over builds
		message string
		line    int
	}{
		"a patch":           {"resources: [d.yaml]\npatches:\n- path: \"../p.yaml\"\n", `it reads "p.yaml", which`, 3},
		"a generator":       {"configMapGenerator:\n- name: g\n  files: [k=../up.txt]\n", `it reads "up.txt", which`, 3},
		"a link":            {"resources:\n- d.yaml\n- link.yaml\n", `it reads "mid/link.yaml", a link to "a.yaml", which`, 3},
		"a plugin's config": {"resources: [d.yaml]\ntransformers: [t.yaml]\n", `it reads "p.yaml", which`, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			root := fixture.Write(t, fixture.Tree{
				"over/kustomization.yaml": "resources: [../mid]\n", "mid/kustomization.yaml": c.text, "mid/d.yaml": deployment, "a.yaml": configMap, "up.txt": "text",
				"p.yaml":     "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {replicas: 3}\n",
				"mid/t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npath: ../p.yaml\n",
			})
			if err := os.Symlink("../a.yaml", filepath.Join(root, "mid/link.yaml")); err != nil {
				t.Fatal(err)
			}
			_, problems := Render(root, protocol.Request{Path: "over"})
			if len(problems) != 1 || !strings.HasPrefix(problems[0].Message, c.message) || problems[0].Path != "mid/kustomization.yaml" || problems[0].Line != c.line {
				t.Errorf("got %+v", problems)
			}
			if _, problems = Render(root, protocol.Request{Path: "over", LoadRestrictor: protocol.RestrictNone}); len(problems) > 0 {
				t.Errorf("none: got %+v", problems)
			}
		})
	}
}

func TestProblemsSayWhatAndWhere(t *testing.T) {
	const plugin = "apiVersion: example.com/v1\nkind: Maker\nmetadata: {name: m}\n"
	const function = "apiVersion: example.com/v1\nkind: Maker\nmetadata:\n  name: m\n  annotations:\n    config.kubernetes.io/function: |\n      container: {image: example.com/maker}\n"
	cases := map[string]struct {
		text    string // of over/kustomization.yaml
		files   fixture.Tree
		kind    protocol.Kind
		path    string // over/kustomization.yaml unless said
		line    int
		message string // a regular expression
		rest    bool   // whether something is built nevertheless
	}{
		"absent resource":          {text: "resources:\n- gone.yaml\n", kind: protocol.MissingFile, line: 2, message: `^resources names "gone.yaml", but there is no "over/gone.yaml"$`},
		"absent base":              {text: "bases:\n- ../gone\n", kind: protocol.MissingFile, line: 2, message: `^bases names "../gone", but there is no "gone"$`},
		"absent component":         {text: "components:\n- ../gone\n", kind: protocol.MissingFile, line: 2, message: "^components names"},
		"absent patch":             {text: "resources: [../base]\npatches:\n- path: gone.yaml\n", kind: protocol.MissingFile, line: 3, message: "^patches names"},
		"absent old patch":         {text: "resources: [../base]\npatchesStrategicMerge:\n- gone.yaml\n", kind: protocol.MissingFile, line: 3, message: "^patchesStrategicMerge names"},
		"absent JSON patch":        {text: "resources: [../base]\npatchesJson6902:\n- path: gone.yaml\n  target: {kind: ConfigMap, name: a, version: v1}\n", kind: protocol.MissingFile, line: 3, message: "^patchesJson6902 names"},
		"absent replacement":       {text: "resources: [../base]\nreplacements:\n- path: gone.yaml\n", kind: protocol.MissingFile, line: 3, message: "^replacements names"},
		"absent schema":            {text: "resources: [../base]\nopenapi:\n  path: gone.json\n", kind: protocol.MissingFile, line: 3, message: "^openapi names"},
		"absent crds":              {text: "resources: [../base]\ncrds:\n- gone.yaml\n", kind: protocol.MissingFile, line: 3, message: "^crds names"},
		"absent configuration":     {text: "resources: [../base]\nconfigurations:\n- gone.yaml\n", kind: protocol.MissingFile, line: 3, message: "^configurations names"},
		"absent transformer":       {text: "resources: [../base]\ntransformers:\n- gone.yaml\n", kind: protocol.MissingFile, line: 3, message: "^transformers names"},
		"absent generator input":   {text: "configMapGenerator:\n- name: g\n  files:\n  - k=gone.txt\n", rest: true, kind: protocol.MissingFile, line: 4, message: `^configMapGenerator names "gone.txt"`},
		"absent environment":       {text: "secretGenerator:\n- name: g\n  envs: [gone.env]\n", rest: true, kind: protocol.MissingFile, line: 3, message: `^secretGenerator names "gone.env"`},
		"absent below":             {text: "resources: [../base]\n", files: fixture.Tree{"base/kustomization.yaml": "resources:\n- gone.yaml\n"}, kind: protocol.MissingFile, path: "base/kustomization.yaml", line: 2, message: `"base/gone.yaml"`},
		"outside":                  {text: "resources:\n- ../../x.yaml\n", kind: protocol.Refused, line: 2, message: `^resources names "../../x.yaml", which is outside of the repository$`},
		"https":                    {text: "resources:\n- https://example.com/a.yaml\n", kind: protocol.RemoteResource, line: 2, message: "^`resources` of `over/kustomization.yaml` refers to `https://example.com/a.yaml`, which is outside this repository and is never fetched$"},
		"git by https":             {text: "resources:\n- https://github.com/o/r//deploy?ref=v1\n", kind: protocol.RemoteResource, line: 2, message: "deploy"},
		"git by name":              {text: "resources:\n- github.com/o/r/deploy?ref=v1\n", kind: protocol.RemoteResource, line: 2, message: "deploy"},
		"git by ssh":               {text: "resources:\n- git@example.com:o/r.git\n", kind: protocol.RemoteResource, line: 2, message: "o/r.git"},
		"forced git":               {text: "resources:\n- git::https://example.com/o/r\n", kind: protocol.RemoteResource, line: 2, message: "git::"},
		"remote component":         {text: "components:\n- ssh://git@example.com/o/r\n", kind: protocol.RemoteResource, line: 2, message: "^`components` of"},
		"remote below":             {text: "resources: [../base]\n", files: fixture.Tree{"base/kustomization.yaml": "resources:\n- https://example.com/a.yaml\n"}, kind: protocol.RemoteResource, path: "base/kustomization.yaml", line: 2, message: "example.com"},
		"chart":                    {text: "helmCharts:\n- name: redis\n  repo: https://example.com\n", kind: protocol.RemoteResource, line: 2, message: "^`helmCharts` of `over/kustomization.yaml` renders the chart `redis` from `https://example.com`, which is not in this repository and is never fetched$"},
		"old chart":                {text: "helmChartInflationGenerator:\n- chartName: redis\n", kind: protocol.MissingFile, line: 2, message: `^chart "redis" of helmChartInflationGenerator is not at "over/charts/redis", and no repo is named$`},
		"plugin in a file":         {text: "generators:\n- m.yaml\n", files: fixture.Tree{"over/m.yaml": plugin}, kind: protocol.Refused, line: 2, message: `^generators "Maker" of "example.com/v1" in "over/m.yaml" is a plugin`},
		"plugin inline":            {text: "resources: [../base]\ntransformers:\n- |-\n  " + strings.ReplaceAll(strings.TrimSpace(plugin), "\n", "\n  ") + "\n", kind: protocol.Refused, line: 3, message: `^transformers "Maker" of "example.com/v1" is a plugin`},
		"function":                 {text: "resources: [../base]\nvalidators:\n- m.yaml\n", files: fixture.Tree{"over/m.yaml": function}, kind: protocol.Refused, line: 3, message: `^validators "Maker" in "over/m.yaml" is a function that needs a container`},
		"resource not YAML":        {text: "resources: [a.yaml]\n", files: fixture.Tree{"over/a.yaml": "a: 1\n b: 2\n"}, kind: protocol.YAML, path: "over/a.yaml", line: 2, message: "^not valid YAML: mapping values are not allowed in this context$"},
		"base's resource not YAML": {text: "resources: [../base]\n", files: fixture.Tree{"base/a.yaml": "a: 1\n b: 2\n"}, kind: protocol.YAML, path: "base/a.yaml", line: 2, message: "^not valid YAML"},
		"not YAML":                 {text: "resources: [\n", kind: protocol.YAML, line: 1, message: "^the kustomization is not valid: "},
		"unknown field":            {text: "resources: [../base]\nnamePrefixes: x\n", kind: protocol.YAML, line: 2, message: `^the kustomization is not valid: unknown field "namePrefixes"$`},
		"empty":                    {text: "# nothing\n", kind: protocol.RenderFailed, message: "kustomization.yaml is empty"},
		"two files":                {text: "resources: [../base]\n", files: fixture.Tree{"over/kustomization.yml": "resources: []\n"}, kind: protocol.RenderFailed, message: `^"over" has more than one of kustomization.yaml`},
		"no kustomization":         {files: fixture.Tree{"over/a.yaml": configMap}, kind: protocol.MissingFile, path: "over", message: `^"over" has no kustomization.yaml$`},
		"base without one":         {text: "resources: [../base]\n", files: fixture.Tree{"base/kustomization.yaml": ""}, kind: protocol.MissingFile, path: "base", message: `^"base" has no kustomization.yaml$`},
		"cycle":                    {text: "resources: [../over]\n", kind: protocol.RenderFailed, message: "^Kustomize cannot build it: cycle detected: candidate root 'over' contains visited root 'over'$"},
		"patch without target":     {text: "resources: [../base]\npatches: [{patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}'}]\n", kind: protocol.RenderFailed, message: "^Kustomize cannot build it: .*no matches for Id ConfigMap.v1.\\[noGrp\\]/b"},
		"same object twice":        {text: "resources: [../base, a.yaml]\n", files: fixture.Tree{"over/a.yaml": configMap}, kind: protocol.RenderFailed, message: "^Kustomize cannot build it: may not add resource with an already registered id: ConfigMap.v1.\\[noGrp\\]/a"},
		"component with a problem": {text: "resources: [../base]\ncomponents: [../part]\n", files: fixture.Tree{"part/kustomization.yaml": "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\npatches: [{path: p.yaml}]\n", "part/p.yaml": "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"},
			kind: protocol.RenderFailed, path: "part/kustomization.yaml", message: "^Kustomize cannot build it: .*no matches for Id Secret"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			tree := fixture.Tree{"base/kustomization.yaml": "resources: [a.yaml]\n", "base/a.yaml": configMap, "over/kustomization.yaml": c.text}
			for name, text := range c.files {
				tree[name] = text
			}
			if c.path == "" {
				c.path = "over/kustomization.yaml"
			}
			root := fixture.Write(t, tree)
			manifests, problems := Render(root, protocol.Request{Path: "over"})
			if len(problems) != 1 {
				t.Fatalf("want one problem, got %+v", problems)
			}
			got := problems[0]
			if (manifests != "") != c.rest || !got.Blocking || got.Remedy == "" || got.Kind != c.kind || got.Path != c.path || got.Line != c.line {
				t.Errorf("got %+v", got)
			}
			if !regexp.MustCompile(c.message).MatchString(got.Message) {
				t.Errorf("got message %q, want a match of %s", got.Message, c.message)
			}
			if strings.Contains(got.Message, root) || strings.Contains(got.Message, "accumulation err") {
				t.Errorf("the message is not reduced to its cause: %q", got.Message)
			}
		})
	}
}

func TestTheTargetItself(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{"a.yaml": configMap})
	for path, kind := range map[string]protocol.Kind{"gone": protocol.MissingFile, "a.yaml": protocol.MissingFile, "../x": protocol.Refused} {
		if manifests, problems := Render(root, protocol.Request{Path: path}); manifests != "" || len(problems) != 1 || problems[0].Kind != kind || problems[0].Path != path {
			t.Errorf("%q: got %q, %+v", path, manifests, problems)
		}
	}
}

func TestALinkIsFollowed(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{"over/kustomization.yaml": "resources: [link.yaml]\n", "over/a.yaml": configMap})
	if err := os.Symlink("a.yaml", filepath.Join(root, "over", "link.yaml")); err != nil {
		t.Skip("this disk has no links:", err)
	}
	if manifests, problems := Render(root, protocol.Request{Path: "over"}); manifests != configMap || len(problems) > 0 {
		t.Errorf("got %q, %+v", manifests, problems)
	}
}

// reads notes which files are read.
type reads struct {
	filesys.FileSystem
	names map[string]bool
}

func (r *reads) ReadFile(name string) ([]byte, error) {
	r.names[filepath.Base(name)] = true
	return r.FileSystem.ReadFile(name)
}

func TestNothingIsBuiltWhereNoBuildCanSucceed(t *testing.T) {
	for entries, builds := range map[string]bool{
		"resources: [d.yaml]\ncomponents: [../gone]\n":                                                            false,
		"resources: [d.yaml, gone.yaml]\ncomponents: [../gone]\n":                                                 false,
		"resources: [d.yaml]\ntransformers: [../base]\n":                                                          false,
		"resources: [d.yaml]\npatches: [{path: gone.yaml}]\n":                                                     true,
		"resources: [d.yaml]\nconfigMapGenerator: [{name: g, envs: [gone.yaml]}]\npatches: [{path: gone.yaml}]\n": true,
	} {
		root := fixture.Write(t, fixture.Tree{
			"over/kustomization.yaml": entries, "over/d.yaml": deployment, "base/kustomization.yaml": "resources: [gone.yaml]\n",
		})
		r := &run{tree: protocol.Tree(root), req: protocol.Request{Path: "over"}, fs: newOverlay()}
		files := &reads{r.fs.FileSystem, map[string]bool{}}
		r.fs.FileSystem = files
		manifests, problems := r.render(filepath.Join(root, "over"))
		if manifests != "" || len(problems) == 0 || problems[0].Kind != protocol.MissingFile || !problems[0].Blocking {
			t.Errorf("%q: got %q, %+v", entries, manifests, problems)
		}
		if files.names["d.yaml"] != builds {
			t.Errorf("%q: built %v, want %v", entries, files.names["d.yaml"], builds)
		}
	}
}

package helm

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"seccomp-gate/renderer/fixture"
	"seccomp-gate/renderer/protocol"
)

func TestAChartFoundByName(t *testing.T) {
	tree := fixture.Tree{}
	for path, version := range map[string]string{"a": "1.0.0", "b": "1.10.0", "c": "1.9.0", "d": "2.0.0-rc.1", "e": "3.0.0"} {
		tree[path+"/Chart.yaml"] = chartNamed("app", version)
		tree[path+"/templates/x.yaml"] = "from: " + path + "\n"
	}
	tree["e/Chart.yaml"] = chartNamed("other", "3.0.0")
	root := fixture.Write(t, tree)
	for file, version := range map[string]string{"app-1.10.0.tgz": "1.10.0", "app-1.11.0.tgz": "1.11.0", "app-more-9.0.0.tgz": "9.0.0"} {
		write(t, filepath.Join(root, file), archive(t, fixture.Tree{"x/Chart.yaml": chartNamed("app", version), "x/templates/x.yaml": "from: " + file + "\n"}))
	}
	charts := []string{"a", "b", "c", "d", "e", "app-1.10.0.tgz", "app-1.11.0.tgz", "app-more-9.0.0.tgz"}
	for wanted, from := range map[string]string{"": "app-1.11.0.tgz", "*": "app-1.11.0.tgz", "1.10.0": "b", "<1.10": "c", "~1.0": "a", "2.0.0-rc.1": "d", ">=1.11.0": "app-1.11.0.tgz"} {
		answer := Answer(root, protocol.Request{ChartName: "app", ChartVersion: wanted, Charts: charts})
		if !strings.Contains(answer.Manifests, "from: "+from+"\n") || len(answer.Problems) > 0 || !reflect.DeepEqual(answer.Supplied, []protocol.Supplied{{Chart: ".", Path: from}}) {
			t.Errorf("%q: got %+v, want %s", wanted, answer, from)
		}
	}
	if answer := Answer(root, protocol.Request{ChartName: "app", Charts: []string{"d"}}); !strings.Contains(answer.Manifests, "from: d\n") {
		t.Errorf("only a release candidate: got %+v", answer)
	}

	answer := Answer(root, protocol.Request{ChartName: "app", ChartVersion: ">=4", Charts: charts[:4]})
	if answer.Manifests != "" || len(answer.Problems) != 1 {
		t.Fatalf("got %+v", answer)
	}
	got := answer.Problems[0]
	want := `chart "app" in version ">=4" is neither in the repository nor in the chart cache: d has version 2.0.0-rc.1, b has version 1.10.0, c has version 1.9.0, a has version 1.0.0`
	if got.Kind != protocol.MissingDependency || !got.Blocking || got.Message != want || !strings.Contains(got.Remedy, "`helm pull app --version '>=4'`") {
		t.Errorf("got %+v", got)
	}
}

func TestAChartFoundByNameIsSuppliedToo(t *testing.T) {
	root := fixture.Write(t, fixture.Tree{"lib/Chart.yaml": chartNamed("common", "1.0.0"), "lib/templates/c.yaml": "c: 1\n"})
	write(t, filepath.Join(root, "app-1.0.0.tgz"), archive(t, fixture.Tree{
		"app/Chart.yaml": chartNamed("app", "1.0.0") + "dependencies: [{name: common, version: '*', repository: 'file://../lib'}]\n", "app/templates/x.yaml": "x: 1\n",
	}))
	answer := Answer(root, protocol.Request{ChartName: "app", Charts: []string{"lib", "app-1.0.0.tgz"}})
	want := []protocol.Supplied{{Chart: ".", Path: "app-1.0.0.tgz"}, {Chart: "charts/common", Path: "lib"}}
	if !strings.Contains(answer.Manifests, "c: 1") || !reflect.DeepEqual(answer.Supplied, want) {
		t.Errorf("got %+v", answer)
	}
	if len(answer.Problems) != 1 || answer.Problems[0].Path != "app-1.0.0.tgz" || answer.Problems[0].Blocking {
		t.Errorf("got %+v", answer.Problems)
	}
}

// A chart that can be read is only read when it is asked for.
func TestChartsThatNobodyNeedsAreNotRead(t *testing.T) {
	root := fixture.Write(t, fixture.Chart(fixture.Tree{"broken/Chart.yaml": "a: [\n", "x-1.0.0.tgz": "no archive"}))
	if err := os.Chmod(filepath.Join(root, "broken"), 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(root, "broken"), 0o755) })
	manifests, problems := Render(root, protocol.Request{Chart: "chart", Charts: []string{"broken", "x-1.0.0.tgz"}})
	if manifests != source+"kind: ConfigMap\n" || len(problems) > 0 {
		t.Errorf("got %q, %+v", manifests, problems)
	}
}

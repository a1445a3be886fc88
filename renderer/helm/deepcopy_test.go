package helm

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/Masterminds/sprig/v3"
	"helm.sh/helm/v4/pkg/chart/common"
)

func TestDeepCopyIsThatOfSprig(t *testing.T) {
	sprigs := sprig.TxtFuncMap()["deepCopy"].(func(any) any)
	ours := functions()["deepCopy"].(func(any) any)
	must := functions()["mustDeepCopy"].(func(any) (any, error))
	type files map[string][]byte
	type other struct {
		Name   string
		hidden string
	}
	version, err := common.ParseKubeVersion("v1.33.4-gke.1245000")
	if err != nil {
		t.Fatal(err)
	}
	capabilities := common.DefaultCapabilities.Copy()
	capabilities.KubeVersion = *version
	for name, value := range map[string]any{
		"values":          common.Values{"a": map[string]any{"b": []any{1, int64(2), 2.5, "x", true, nil, json.Number("7")}}},
		"nested values":   map[string]any{"chart": common.Values{"a": common.Values{}}, "none": nil},
		"empty":           map[string]any{"map": map[string]any{}, "list": []any{}, "text": ""},
		"nil inside":      map[string]any{"map": map[string]any(nil), "list": []any(nil), "values": common.Values(nil), "files": files(nil)},
		"nil map":         map[string]any(nil),
		"nil list":        []any(nil),
		"nil values":      common.Values(nil),
		"list":            []any{[]any{[]any{}}, map[string]any{"a": []any{nil}}},
		"room":            append(make([]any, 0, 8), "x"),
		"files":           map[string]any{"Files": files{"a.txt": []byte("a"), "empty": {}, "none": nil}},
		"versions":        map[string]any{"Capabilities": common.DefaultCapabilities, "read": capabilities},
		"other types":     map[string]any{"bytes": []byte("x"), "texts": []string{"a"}, "map": map[string]string{"a": "b"}, "any": map[any]any{"a": 1}},
		"other numbers":   []any{int32(1), uint8(2), float32(1.5)},
		"struct, pointer": map[string]any{"struct": other{"x", "y"}, "pointer": &other{"x", "y"}},
		"text":            "x",
		"number":          3,
	} {
		want := sprigs(value)
		got := ours(value)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: deepCopy gives %#v, and sprig's %#v", name, got, want)
		}
		if list, ok := want.([]any); ok && cap(got.([]any)) != cap(list) {
			t.Errorf("%s: room for %d, and sprig's for %d", name, cap(got.([]any)), cap(list))
		}
		if again, err := must(value); err != nil || !reflect.DeepEqual(again, want) {
			t.Errorf("%s: mustDeepCopy gives %#v and %v, and sprig's deepCopy %#v", name, again, err, want)
		}
	}
}

func TestDeepCopyOfNothingIsRefused(t *testing.T) {
	for name, refuses := range map[string]func(){
		"sprig's": func() { sprig.TxtFuncMap()["deepCopy"].(func(any) any)(nil) },
		"ours":    func() { functions()["deepCopy"].(func(any) any)(nil) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s takes nil", name)
				}
			}()
			refuses()
		}()
	}
}

func TestDeepCopySharesNothing(t *testing.T) {
	inner := map[string]any{"list": []any{map[string]any{"a": "before"}}}
	files := map[string][]byte{"a": []byte("before")}
	capabilities := common.DefaultCapabilities.Copy()
	capabilities.APIVersions = common.VersionSet{"v1"}
	value := common.Values{"one": inner, "two": inner, "files": files, "capabilities": capabilities}
	copied := functions()["deepCopy"].(func(any) any)(value).(common.Values)

	inner["list"].([]any)[0].(map[string]any)["a"] = "after"
	inner["new"] = true
	files["a"][0] = 'X'
	capabilities.APIVersions[0] = "v2"
	one := copied["one"].(map[string]any)
	if one["list"].([]any)[0].(map[string]any)["a"] != "before" || one["new"] != nil {
		t.Errorf("a change of the original is seen in the copy: %v", one)
	}
	if text := string(copied["files"].(map[string][]byte)["a"]); text != "before" {
		t.Errorf("a change of a file is seen in the copy: %s", text)
	}
	if version := copied["capabilities"].(*common.Capabilities).APIVersions[0]; version != "v1" {
		t.Errorf("a change of the versions is seen in the copy: %s", version)
	}
	one["mine"] = true
	if copied["two"].(map[string]any)["mine"] != nil {
		t.Error("two copies of one map are the same map")
	}
}

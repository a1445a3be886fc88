package helm

import (
	"encoding/json"
	"reflect"
	"slices"
	texttemplate "text/template"

	"github.com/Masterminds/sprig/v3"
	"helm.sh/helm/v4/pkg/chart/common"

	"seccomp-gate/renderer/steady"
)

// functions are the template functions that are not Helm's.
func functions() texttemplate.FuncMap {
	all := steady.Functions()
	originals := sprig.TxtFuncMap()
	if original, ok := originals["deepCopy"].(func(any) any); ok {
		copied := copier(original)
		all["deepCopy"] = copied.of
		all["mustDeepCopy"] = func(value any) (any, error) { return copied.of(value), nil } // no value can make it fail
	}
	return all
}

// copier is sprig's deepCopy, which copies by reflection, one byte of a file after another (mitchellh/copystructure:
// copystructure.go): most of the time of a chart that copies its values, or all that templates see, before it changes them.
type copier func(any) any

// of copies as sprig does, and by itself what values and files are made of.
func (c copier) of(value any) any {
	switch value := value.(type) {
	case string, bool, int, int64, float64, json.Number:
		return value
	case common.Values:
		return common.Values(c.ofMap(value))
	case map[string]any:
		return c.ofMap(value)
	case []any:
		return c.ofList(value)
	case *common.Capabilities:
		return ofCapabilities(value)
	default:
		return c.ofOther(value)
	}
}

func (c copier) ofMap(entries map[string]any) map[string]any {
	if entries == nil {
		return nil
	}
	copied := make(map[string]any, len(entries))
	for key, entry := range entries {
		copied[key] = c.ofEntry(entry)
	}
	return copied
}

func (c copier) ofList(items []any) []any {
	if items == nil {
		return nil
	}
	copied := make([]any, len(items), cap(items))
	for i, item := range items {
		copied[i] = c.ofEntry(item)
	}
	return copied
}

func (c copier) ofEntry(value any) any {
	if value == nil {
		return nil // which by itself sprig refuses
	}
	return c.of(value)
}

// ofCapabilities copies what is exported, as sprig does.
func ofCapabilities(value *common.Capabilities) *common.Capabilities {
	if value == nil {
		return nil
	}
	version := value.KubeVersion
	return &common.Capabilities{
		KubeVersion: common.KubeVersion{Version: version.Version, Major: version.Major, Minor: version.Minor},
		APIVersions: slices.Clone(value.APIVersions),
		HelmVersion: value.HelmVersion,
	}
}

var fileContents = reflect.TypeFor[map[string][]byte]()

// ofOther copies the files of a chart, whose type Helm keeps to itself, and leaves the rest to sprig.
func (c copier) ofOther(value any) any {
	kind := reflect.TypeOf(value)
	if kind == nil || !kind.ConvertibleTo(fileContents) {
		return c(value)
	}
	files, ok := reflect.ValueOf(value).Convert(fileContents).Interface().(map[string][]byte)
	if !ok || files == nil {
		return c(value)
	}
	copied := make(map[string][]byte, len(files))
	for name, data := range files {
		copied[name] = slices.Clone(data)
	}
	return reflect.ValueOf(copied).Convert(kind).Interface()
}

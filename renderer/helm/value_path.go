package helm

import (
	"maps"
	"slices"

	"helm.sh/helm/v4/pkg/chart/common"
)

// valuePath is where a value is, from the values of the root chart.
type valuePath []string

func tableOf(value any) (map[string]any, bool) {
	switch value := value.(type) {
	case common.Values:
		return value, true
	case map[string]any:
		return value, true
	default:
		return nil, false
	}
}

// withValue is a copy of values in which something is at a path: what is made of what was there. Without that, only the maps are there that
// it would be in: `required "…" .Values.image.tag` cannot be evaluated without.
func withValue(values map[string]any, at valuePath, fill func(have any) any) map[string]any {
	if len(at) == 0 {
		return values
	}
	out := maps.Clone(values)
	if out == nil {
		out = map[string]any{}
	}
	have := values[at[0]]
	if len(at) > 1 {
		below, ok := tableOf(have)
		if !ok && have != nil && have != "" {
			return values
		}
		out[at[0]] = withValue(below, at[1:], fill)
		return out
	}
	if fill != nil {
		out[at[0]] = fill(have)
	}
	return out
}

// valueAt is what stands at a path, or nil where something could; false where that is below something else than a map.
func valueAt(values map[string]any, path valuePath) (any, bool) {
	var at any = values
	for _, name := range path {
		if at == nil || at == "" {
			return nil, true
		}
		table, ok := tableOf(at)
		if !ok {
			return nil, false
		}
		at = table[name]
	}
	return at, true
}

// distinct sorts paths, and leaves each once.
func distinct(paths []valuePath) []valuePath {
	slices.SortFunc(paths, slices.Compare)
	return slices.CompactFunc(paths, slices.Equal)
}

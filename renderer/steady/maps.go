package steady

import (
	"maps"
	"slices"
)

// keys lists the keys of each map in order. The original lists them in Go's random map order.
func keys(dicts ...map[string]any) []string {
	all := []string{}
	for _, dict := range dicts {
		all = append(all, slices.Sorted(maps.Keys(dict))...)
	}
	return all
}

// values lists the values of a map in the order of its keys, for the same reason.
func values(dict map[string]any) []any {
	all := []any{}
	for _, key := range slices.Sorted(maps.Keys(dict)) {
		all = append(all, dict[key])
	}
	return all
}

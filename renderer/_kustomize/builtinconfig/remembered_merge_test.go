package builtinconfig

import (
	"reflect"
	"testing"

	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/resid"
)

func custom(kind, path string, create bool) *TransformerConfig {
	spec := types.FieldSpec{Gvk: resid.Gvk{Kind: kind}, Path: path, CreateIfNotPresent: create}
	return &TransformerConfig{
		NamePrefix: types.FsSlice{spec}, NameSuffix: types.FsSlice{spec}, NameSpace: types.FsSlice{spec}, CommonLabels: types.FsSlice{spec},
		Labels: types.FsSlice{spec}, TemplateLabels: types.FsSlice{spec}, VolumeClaimTemplateLabels: types.FsSlice{spec}, CommonAnnotations: types.FsSlice{spec},
		NameReference: nbrSlice{{Gvk: spec.Gvk, Referrers: types.FsSlice{spec}}}, VarReference: types.FsSlice{spec}, Images: types.FsSlice{spec}, Replicas: types.FsSlice{spec},
	}
}

// Each pair is merged several times at once, and again when it is forgotten.
func TestMergeIsWhatItWas(t *testing.T) {
	inputs := []func() *TransformerConfig{
		MakeEmptyConfig, MakeDefaultConfig,
		func() *TransformerConfig { return nil },
		func() *TransformerConfig { return custom("", "metadata/name", true) },
		func() *TransformerConfig { return custom("Deployment", "spec/replicas", false) },
		func() *TransformerConfig { return custom("Deployment", "spec/replicas", true) },
	}
	whole := reflect.ValueOf(custom("Job", "spec/name", true)).Elem()
	for i := range whole.NumField() {
		inputs = append(inputs, func() *TransformerConfig {
			one := MakeEmptyConfig()
			reflect.ValueOf(one).Elem().Field(i).Set(whole.Field(i))
			return one
		})
	}
	for range 2 {
		for i, one := range inputs {
			for j, other := range inputs {
				if one() == nil {
					continue
				}
				want, wantError := one().mergeAnew(other())
				if _, err := one().Merge(other()); (err == nil) != (wantError == nil) {
					t.Fatalf("%d with %d: got %v, want %v", i, j, err, wantError)
				}
				got, err := one().Merge(other()) // which is remembered now
				if (err == nil) != (wantError == nil) || err != nil && err.Error() != wantError.Error() {
					t.Fatalf("%d with %d: got %v, want %v", i, j, err, wantError)
				}
				if err != nil {
					continue
				}
				if !sameConfig(got, want) || len(got.NameReference) != len(want.NameReference) {
					t.Fatalf("%d with %d: got %v, want %v", i, j, got, want)
				}
				// Whoever uses it may change it, which must not reach what is remembered.
				for k := range got.NamePrefix {
					got.NamePrefix[k].Path = "changed"
				}
				for k := range got.NameReference {
					got.NameReference[k].Referrers = nil
				}
				if again, err := one().Merge(other()); err != nil || !sameConfig(again, want) {
					t.Fatalf("%d with %d, once more: got %v %v, want %v", i, j, again, err, want)
				}
			}
		}
	}
}

func TestNoFieldIsLeftOut(t *testing.T) {
	whole := reflect.ValueOf(custom("Job", "spec/name", true)).Elem()
	for i := range whole.NumField() {
		one := MakeEmptyConfig()
		reflect.ValueOf(one).Elem().Field(i).Set(whole.Field(i))
		if sameConfig(one, MakeEmptyConfig()) || !sameConfig(one, one.DeepCopy()) {
			t.Errorf("%s has no say", whole.Type().Field(i).Name)
		}
	}
}

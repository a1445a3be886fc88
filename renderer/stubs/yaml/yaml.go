// Package yaml is sigs.k8s.io/yaml with two detours left out where they cannot matter; everything else is passed on to the real one.
//
// That one writes an object by writing it as JSON, reading the JSON as YAML, and writing it as YAML. Kustomize configures each of its
// transformers by writing such a text and reading it again, which is a quarter of what building a small overlay costs.
package yaml

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	yaml2 "go.yaml.in/yaml/v2"
	upstream "upstream.invalid/yaml"
)

type JSONOpt = upstream.JSONOpt

var (
	UnmarshalStrict       = upstream.UnmarshalStrict
	YAMLToJSON            = upstream.YAMLToJSON
	DisallowUnknownFields = upstream.DisallowUnknownFields
)

// written is what Marshal has written last, in both forms.
type written struct{ yaml, json []byte }

var last atomic.Pointer[written]

// Marshal writes an object as upstream does, and keeps the text in mind for Unmarshal.
func Marshal(obj any) ([]byte, error) {
	text, err := json.Marshal(obj)
	if err != nil {
		return nil, fmt.Errorf("error marshaling into JSON: %w", err) // in the words of upstream
	}
	out, ok := fieldByField(text)
	if !ok {
		value, ok := plain(text)
		if !ok {
			return upstream.JSONToYAML(text)
		}
		if out, err = yaml2.Marshal(value); err != nil {
			return out, err
		}
	}
	last.Store(&written{yaml: bytes.Clone(out), json: text})
	return out, nil
}

// minLength is where it begins to pay to keep a field in mind, in bytes.
const minLength = 256

// maxTexts are kept in mind at most, then they are gathered anew. Kustomize's own lists are some ten, of up to 20 kB.
const maxTexts = 32

// texts are long fields of JSON objects, with their names in front, as YAML. Every transformer is configured with one of the same few lists.
var (
	texts     = map[string][]byte{}
	textsLock sync.Mutex
)

// fieldByField writes an object of which some fields are long, one field after another, which gives the same text as long as their names
// are nothing but letters: these are sorted by their bytes. Not ok for any other value.
func fieldByField(text []byte) (out []byte, ok bool) {
	if len(text) < minLength || text[0] != '{' {
		return nil, false
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(text, &fields) != nil || len(fields) == 0 {
		return nil, false
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if len(name) > maxKey || strings.ContainsFunc(name, func(char rune) bool { return (char < 'a' || char > 'z') && (char < 'A' || char > 'Z') }) {
			return nil, false
		}
		field, ok := fieldText(name, fields[name])
		if !ok {
			return nil, false
		}
		out = append(out, field...)
	}
	return out, true
}

// fieldText is one field of an object, and its name, as YAML.
func fieldText(name string, text json.RawMessage) (out []byte, ok bool) {
	isLong := len(text) >= minLength
	key := ""
	if isLong {
		key = name + ":" + string(text)
		textsLock.Lock()
		defer textsLock.Unlock()
		if known, ok := texts[key]; ok {
			return known, true
		}
	}
	value, ok := plain(text)
	if !ok {
		return nil, false
	}
	out, err := yaml2.Marshal(map[string]any{name: value})
	if err != nil {
		return nil, false
	}
	if isLong {
		if len(texts) == maxTexts {
			clear(texts)
		}
		texts[key] = out
	}
	return out, true
}

// JSONToYAML converts as upstream does.
func JSONToYAML(text []byte) ([]byte, error) {
	if value, ok := plain(text); ok {
		return yaml2.Marshal(value)
	}
	return upstream.JSONToYAML(text)
}

// Unmarshal reads as upstream does. The text that was written last is read from its JSON.
func Unmarshal(text []byte, obj any, opts ...JSONOpt) error {
	if known := last.Load(); known != nil && len(opts) == 0 && bytes.Equal(known.yaml, text) {
		// An error may be about a number where a text is wanted, which upstream turns into one.
		if json.Unmarshal(known.json, &obj) == nil {
			return nil
		}
	}
	return upstream.Unmarshal(text, obj, opts...)
}

// maxKey is far below the 1024 characters that a key may have in front of its colon (YAML 1.1, 7.4.2).
const maxKey = 256

// plain is the value of a JSON text, when YAML can see nothing else in it: all of it is ASCII that can be seen, and its numbers are
// whole and not large.
func plain(text []byte) (value any, ok bool) {
	for _, char := range text {
		if char < ' ' || char > '~' {
			return nil, false
		}
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil || decoder.InputOffset() != int64(len(text)) {
		return nil, false
	}
	return plainValue(value)
}

func plainValue(value any) (any, bool) {
	ok := true
	switch typed := value.(type) {
	case map[string]any:
		for key, item := range typed {
			if typed[key], ok = plainValue(item); !ok || len(key) > maxKey {
				return nil, false
			}
		}
	case []any:
		for i, item := range typed {
			if typed[i], ok = plainValue(item); !ok {
				return nil, false
			}
		}
	case json.Number:
		number, err := strconv.Atoi(string(typed))
		if err != nil || len(typed) > 15 || strconv.Itoa(number) != string(typed) {
			return nil, false
		}
		return number, true
	}
	return value, true
}

// Package render answers one request: it picks the engine, and turns whatever happens into an answer.
package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime/debug"

	"seccomp-gate/renderer/helm"
	"seccomp-gate/renderer/kustomize"
	"seccomp-gate/renderer/protocol"
)

const (
	// maxOutput is far above any real render. Without a bound a template can make the host swallow a gigabyte.
	maxOutput = 64 << 20
	// maxStack ends a runaway recursion, such as a template that gives itself to tpl, long before memory does; Go would
	// allow 1 GB. Templates that include each other 1000 deep, which Helm allows, take a fraction of it.
	maxStack = 64 << 20
)

// Do answers a request in JSON with an answer in JSON. The tree to render is below root on disk.
func Do(root string, request []byte) []byte {
	debug.SetMaxStack(maxStack)
	var answer bytes.Buffer
	encoder := json.NewEncoder(&answer)
	encoder.SetEscapeHTML(false) // manifests are full of < and >
	if err := encoder.Encode(answerTo(root, request)); err != nil {
		// An Answer holds strings, numbers and booleans only: encoding/json cannot refuse it.
		panic(err)
	}
	return answer.Bytes()
}

func answerTo(root string, request []byte) protocol.Answer {
	var req protocol.Request
	decoder := json.NewDecoder(bytes.NewReader(request))
	decoder.DisallowUnknownFields() // an option we do not know must not be ignored: the render would differ in silence
	if err := decoder.Decode(&req); err != nil {
		return failed(protocol.Problem{
			Kind:    protocol.RenderFailed,
			Message: fmt.Sprintf("the renderer cannot read the request: %v", err),
			Remedy:  "this is a bug of seccomp-gate; please report it",
		})
	}
	switch req.Engine {
	case protocol.EngineHelm:
		return guarded("Helm", req.Chart, func() protocol.Answer { return helm.Answer(root, req) })
	case protocol.EngineKustomize:
		return guarded("Kustomize", req.Path, func() protocol.Answer {
			manifests, problems := kustomize.Render(root, req)
			return protocol.Answer{Manifests: manifests, Problems: problems}
		})
	case protocol.EngineVersions:
		return protocol.Answer{Problems: []protocol.Problem{}, Versions: versions()}
	default:
		return failed(protocol.Problem{
			Kind:    protocol.RenderFailed,
			Message: fmt.Sprintf("the renderer has no engine %q", req.Engine),
			Remedy:  "use one of helm, kustomize, versions",
		})
	}
}

// guarded runs an engine and keeps what it does within bounds: a panic becomes a problem, an output beyond maxOutput too.
func guarded(engine, path string, run func() protocol.Answer) (answer protocol.Answer) {
	defer func() {
		if reason := recover(); reason != nil {
			answer = failed(protocol.Problem{
				Kind:    protocol.RenderFailed,
				Path:    path,
				Message: fmt.Sprintf("%s stopped with a panic while rendering %q: %v", engine, path, reason),
				Remedy:  fmt.Sprintf("this is a bug of seccomp-gate or of %s, not of your files; please report it", engine),
			})
		}
	}()
	answer = run()
	if len(answer.Manifests) > maxOutput {
		return failed(protocol.Problem{
			Kind:    protocol.Limit,
			Path:    path,
			Message: fmt.Sprintf("%s made %d MB of manifests from %q, more than the %d MB that are looked at", engine, len(answer.Manifests)>>20, path, maxOutput>>20),
			Remedy:  "split it into smaller targets",
		})
	}
	bounded := make([]protocol.Problem, len(answer.Problems)) // never null in JSON
	for i, problem := range answer.Problems {
		bounded[i] = problem.Bounded()
	}
	answer.Problems = bounded
	return answer
}

// failed is an answer without manifests.
func failed(problem protocol.Problem) protocol.Answer {
	problem.Blocking = true
	return protocol.Answer{Problems: []protocol.Problem{problem.Bounded()}}
}

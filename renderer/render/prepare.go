package render

import (
	"runtime"

	"seccomp-gate/renderer/kustomize"
)

// Prepare does what the first request to every instance would otherwise have to do, none of which depends on the request. The module
// is built with what this leaves in memory (scripts/initialise-renderer.mjs), so that it costs nothing when something is rendered.
func Prepare() {
	kustomize.Prepare()
	clearAway()
}

// clearAway leaves nothing for an instance to collect, and zeros where it was: they take no room in the module, and what is dead would.
func clearAway() {
	const page = 8192 // of Go's heap; what is new is zeroed
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	free := make([][]byte, memory.HeapIdle/page)
	for i := range free {
		free[i] = make([]byte, page)
	}
	runtime.KeepAlive(free)
	runtime.GC()
}

//go:build wasip1

// Command renderer is the WebAssembly module: a bridge of two functions around package render. protocol.md describes it.
package main

import (
	"unsafe"

	"seccomp-gate/renderer/render"
)

// The host reads and writes these through the module's memory, so they must stay reachable between calls.
var request, answer []byte

// alloc makes room for the next request and returns its address.
//
//go:wasmexport alloc
func alloc(length uint32) unsafe.Pointer {
	request, answer = make([]byte, length), nil
	return unsafe.Pointer(unsafe.SliceData(request))
}

// run answers the request and returns where the answer is: address in the upper half, length in the lower.
//
//go:wasmexport run
func run() uint64 {
	answer = render.Do("/tree", request)
	return uint64(uintptr(unsafe.Pointer(unsafe.SliceData(answer))))<<32 | uint64(len(answer))
}

// init is part of _initialize, which is called when the module is built and never again.
func init() { render.Prepare() }

func main() {}

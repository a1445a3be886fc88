// Command render does natively what the WebAssembly module does, for comparing it with helm and kustomize:
//
//	echo '{"engine":"helm","chart":"charts/api","release":"api"}' | go run ./cmd/render /path/to/repository
//
// It prints the manifests, and the problems on standard error; with a blocking one it exits with 1.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"seccomp-gate/renderer/protocol"
	"seccomp-gate/renderer/render"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: render TREE < REQUEST")
		os.Exit(2)
	}
	blocked, err := run(os.Args[1], os.Stdin, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "render:", err)
		os.Exit(2)
	}
	if blocked {
		os.Exit(1)
	}
}

func run(tree string, request io.Reader, out, problems io.Writer) (blocked bool, err error) {
	text, err := io.ReadAll(request)
	if err != nil {
		return false, err
	}
	var answer protocol.Answer
	if err := json.Unmarshal(render.Do(tree, text), &answer); err != nil {
		return false, err
	}
	if answer.Versions != nil {
		fmt.Fprintf(out, "%+v\n", *answer.Versions)
	}
	if _, err := io.WriteString(out, answer.Manifests); err != nil {
		return false, err
	}
	for _, problem := range answer.Problems {
		blocked = blocked || problem.Blocking
		line, err := json.Marshal(problem)
		if err != nil {
			return false, err
		}
		fmt.Fprintf(problems, "%s\n", line)
	}
	return blocked, nil
}

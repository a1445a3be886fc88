package kustomize

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/api/konfig"

	"seccomp-gate/renderer/protocol"
)

var (
	// descent is how Kustomize says that it was inside of another folder; what is before it is about the way there.
	descent = regexp.MustCompile(`(?s)^.*(?:recursed accumulation of path|recursed merging from path|couldn't make target for path) '([^']*)': `)
	// attempt is what Kustomize tried first: to read an entry as a file. When the entry is no folder either, it holds the reason.
	attempt = regexp.MustCompile(`(?s)^accumulation err='(.*)': (.*)$`)
	// notFolder begins the second failure, which says nothing when the first one is about a file.
	notFolder = regexp.MustCompile(`^(?:must build at directory|file is not directory|new root|path ".*" is ambiguous)`)
	// wrappers are steps of Kustomize that lie between the user and the reason.
	wrappers = regexp.MustCompile(`^(?:accumulating resources|accumulating components|accumulateDirectory|loader\.New|` +
		`merging resources from '[^']*'|accumulating resources from '[^']*'|merging from generator [^:]*|loading KV pairs): `)
	// configured quotes the whole configuration of one of Kustomize's own plugins before the reason.
	configured = regexp.MustCompile("(?s)^trouble configuring builtin (\\w+) with config: `.*?`: ")
	// malformed is a YAML error with the file it is in, relative to the folder.
	malformed = regexp.MustCompile(`(?s)^(?:MalformedYAMLError: )?yaml: (?:line (\d+): )?(.*?)(?: in File: (\S+))?$`)
	invalid   = regexp.MustCompile(`(?s)^invalid Kustomization: (?:json: |error converting YAML to JSON: )?(.*)$`)
	unknown   = regexp.MustCompile(`^unknown field "([^"]+)"`)
	outside   = regexp.MustCompile(`security; file '([^']*)' is not in or below '([^']*)'`)
	noFile    = regexp.MustCompile(`^unable to find one of .* in directory '([^']*)'`)
	// named is what stands between the names in a line of a kustomization.
	named   = regexp.MustCompile(`[\s"'=,\[\]{}]+`)
	several = regexp.MustCompile(`^Found multiple kustomization files under: (\S+)`)
)

const cannotBuild = "Kustomize cannot build it: "

// explain reduces an error of Kustomize to its cause and finds the file that it is about.
func explain(tree protocol.Tree, folder string, err error) protocol.Problem {
	in, text := reduce(tree, folder, err.Error())
	problem := protocol.Problem{Kind: protocol.RenderFailed, Path: kustomizationIn(tree, in), Blocking: true}
	if match := configured.FindStringSubmatch(text); match != nil {
		text = match[1] + ": " + strings.TrimPrefix(text, match[0])
	}
	switch {
	case noFile.MatchString(text):
		at := tree.Path(noFile.FindStringSubmatch(text)[1])
		problem.Kind, problem.Path = protocol.MissingFile, at
		problem.Message = fmt.Sprintf("%q has no kustomization.yaml", at)
		problem.Remedy = "add one, or name files instead of the folder"
	case several.MatchString(text):
		problem.Message = fmt.Sprintf("%q has more than one of %s", in, strings.Join(konfig.RecognizedKustomizationFileNames(), ", "))
		problem.Remedy = "keep one of them"
	case outside.MatchString(text):
		match := outside.FindStringSubmatch(text)
		problem.Message = fmt.Sprintf("it reads %s, which is not in or below its own folder %q, as Kustomize demands", describe(tree, match[1]), tree.Path(match[2]))
		problem.Remedy = "move the file there, or name the folder of a kustomization in place of the file; where it is built with " +
			"`--load-restrictor LoadRestrictionsNone`, set `loadRestrictor: none` in the configuration"
		problem.Line = lineNaming(tree, problem.Path, match[1])
	case invalid.MatchString(text):
		text = invalid.FindStringSubmatch(text)[1]
		problem.Kind, problem.Message, problem.Remedy = protocol.YAML, "the kustomization is not valid: "+text, "correct the file"
		problem.Line = lineIn(tree, problem.Path, text)
	case malformed.MatchString(text):
		match := malformed.FindStringSubmatch(text)
		problem.Kind, problem.Message, problem.Remedy = protocol.YAML, "not valid YAML: "+strings.TrimSpace(match[2]), "correct the YAML"
		if match[3] != "" {
			problem.Path = path.Join(in, match[3])
		}
		if match[1] != "" {
			problem.Line, _ = strconv.Atoi(match[1])
		}
	default:
		problem.Message = cannotBuild + text
		problem.Remedy = fmt.Sprintf("`kustomize build %s` stops at the same place", folder)
	}
	problem.Message = tree.Strip(problem.Message)
	return problem
}

// isRestricted reports whether the load restriction is the cause of an error.
func isRestricted(tree protocol.Tree, folder string, err error) bool {
	_, text := reduce(tree, folder, err.Error())
	return outside.MatchString(text)
}

// reduce follows an error inwards. It returns the folder of the kustomization that it is about, and the reason.
func reduce(tree protocol.Tree, folder, text string) (in, reason string) {
	in = folder
	for {
		before := text
		text = strings.TrimSpace(text)
		if unquoted, err := strconv.Unquote(text); err == nil { // components wrap an error with %q
			text = unquoted
		}
		if match := descent.FindStringSubmatch(text); match != nil {
			in, text = tree.Path(match[1]), strings.TrimPrefix(text, match[0])
		}
		if match := attempt.FindStringSubmatch(text); match != nil {
			text = match[2]
			if notFolder.MatchString(text) {
				text = match[1]
			}
		}
		text = wrappers.ReplaceAllString(text, "")
		if text == before {
			return in, text
		}
	}
}

// describe names a file, and where it really is when it is a link.
func describe(tree protocol.Tree, disk string) string {
	name := fmt.Sprintf("%q", tree.Path(disk))
	if place := (places{}).of(disk); tree.Path(place) != tree.Path(disk) {
		return fmt.Sprintf("%s, a link to %q", name, tree.Path(place))
	}
	return name
}

// lineNaming finds the line of a kustomization that names a file; 0 when there is none, as for a file that a plugin names.
func lineNaming(tree protocol.Tree, kustomization, file string) int {
	disk, err := tree.Disk(kustomization)
	if err != nil {
		return 0
	}
	data, err := os.ReadFile(disk)
	if err != nil {
		return 0
	}
	for number, line := range strings.Split(string(data), "\n") {
		for _, word := range named.Split(line, -1) {
			if word != "" && filepath.Join(filepath.Dir(disk), word) == file {
				return number + 1
			}
		}
	}
	return 0
}

func kustomizationIn(tree protocol.Tree, folder string) string {
	folder = strings.TrimSuffix(folder, "/"+inflatedFolder)
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		file := path.Join(folder, name)
		disk, err := tree.Disk(file)
		if err != nil {
			break
		}
		if _, err := os.Stat(disk); err == nil {
			return file
		}
	}
	return folder
}

// lineIn finds the line of a kustomization that an error of encoding/json or of the YAML library is about; 0 when unknown.
func lineIn(tree protocol.Tree, file, text string) int {
	if match := malformed.FindStringSubmatch(text); match != nil && match[1] != "" {
		line, _ := strconv.Atoi(match[1])
		return line
	}
	field := unknown.FindStringSubmatch(text)
	disk, err := tree.Disk(file)
	if field == nil || err != nil {
		return 0
	}
	data, err := os.ReadFile(disk)
	if err != nil {
		return 0
	}
	for number, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " -\""), field[1]) {
			return number + 1
		}
	}
	return 0
}

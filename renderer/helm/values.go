package helm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"helm.sh/helm/v4/pkg/strvals"

	"seccomp-gate/renderer/protocol"
)

// mergeValues repeats helm/helm: pkg/cli/values/options.go, which would link every way Helm has to fetch a file.
// Inline values come between the files and the settings.
func (j *job) mergeValues() (map[string]any, *protocol.Problem) {
	values := map[string]any{}
	for _, name := range j.req.ValuesFiles {
		data, problem := j.readFile(name, "values file")
		if problem != nil {
			return nil, problem
		}
		parsed, err := loader.LoadValues(bytes.NewReader(data))
		if err != nil {
			return nil, j.explainYAML(name, data, "values file", err)
		}
		values = loader.MergeMaps(values, parsed)
	}
	values = loader.MergeMaps(values, j.req.Values)
	for _, setting := range j.req.SetJSON {
		merged, err := setJSON(values, setting)
		if err != nil {
			return nil, j.badSetting("set-json", setting, err)
		}
		values = merged
	}
	for _, setting := range j.req.Set {
		if err := strvals.ParseInto(setting, values); err != nil {
			return nil, j.badSetting("set", setting, err)
		}
	}
	for _, setting := range j.req.SetString {
		if err := strvals.ParseIntoString(setting, values); err != nil {
			return nil, j.badSetting("set-string", setting, err)
		}
	}
	for _, setting := range j.req.SetFile {
		var unreadable *protocol.Problem
		err := strvals.ParseIntoFile(setting, values, func(name []rune) (any, error) {
			data, problem := j.readFile(string(name), "file of set-file")
			if problem != nil {
				unreadable = problem
				return nil, errors.New(problem.Message)
			}
			return string(data), nil
		})
		if unreadable != nil {
			return nil, unreadable
		}
		if err != nil {
			return nil, j.badSetting("set-file", setting, err)
		}
	}
	return values, nil
}

// setJSON takes both forms of the option: a whole object, or key=value.
func setJSON(values map[string]any, setting string) (map[string]any, error) {
	if !strings.HasPrefix(strings.TrimSpace(setting), "{") {
		return values, strvals.ParseJSON(setting, values)
	}
	var object map[string]any
	if err := json.Unmarshal([]byte(setting), &object); err != nil {
		return nil, err
	}
	return loader.MergeMaps(values, object), nil
}

func (j *job) badSetting(option, setting string, err error) *protocol.Problem {
	problem := j.failed("", "%s %q cannot be read: %v", option, setting, err)
	problem.Remedy = "write it as for `helm template --" + option + "`"
	return problem
}

// readFile reads a file that the request names. what says in a message what the file is for.
func (j *job) readFile(name, what string) ([]byte, *protocol.Problem) {
	if strings.Contains(name, "://") {
		return nil, &protocol.Problem{
			Kind: protocol.RemoteResource, Message: fmt.Sprintf("%s %q is not in the repository", what, name),
			Remedy: "commit the file and name it by its path", Blocking: true,
		}
	}
	disk, err := j.tree.Disk(name)
	if err != nil {
		return nil, &protocol.Problem{
			Kind: protocol.Refused, Message: fmt.Sprintf("%s %v", what, err), Remedy: "name a file inside the repository", Blocking: true,
		}
	}
	data, err := os.ReadFile(disk)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &protocol.Problem{
			Kind: protocol.MissingFile, Path: name, Message: fmt.Sprintf("%s %q does not exist", what, name),
			Remedy: "commit it, or correct the path", Blocking: true,
		}
	case err != nil:
		return nil, j.failed(name, "%s %q cannot be read: %v", what, name, err)
	}
	return data, nil
}

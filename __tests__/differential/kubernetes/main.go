// Command differential answers, by Kubernetes' own libraries, what the tests ask our code as well: JSON on each line in, JSON on each line out.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	corev1 "k8s.io/api/core/v1"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	admissionapi "k8s.io/pod-security-admission/admission/api"
	"k8s.io/pod-security-admission/admission/api/load"
	"k8s.io/pod-security-admission/admission/api/validation"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	kjson "sigs.k8s.io/json"
	"sigs.k8s.io/yaml"
)

// newestMinor is the newest version asked for by number, well above what the checks know.
const newestMinor = 40

type answer struct {
	Error string `json:"error,omitempty"`
	Value any    `json:"value,omitempty"`
}

var questions = map[string]func(line []byte) (any, error){
	"pods":      judgePod,
	"policies":  readPolicy,
	"yaml":      decodeYAML,
	"documents": splitDocuments,
}

// judgePod runs the two seccomp checks on a Pod by every version of the standards: one letter a version, `a` for allowed, the last for latest.
func judgePod(line []byte) (any, error) {
	evaluator, err := policy.NewEvaluator([]policy.Check{policy.CheckSeccompBaseline(), policy.CheckSeccompProfileRestricted()}, nil)
	if err != nil {
		return nil, err
	}
	var pod corev1.Pod
	if err := kjson.UnmarshalCaseSensitivePreserveInts(line, &pod); err != nil {
		return nil, err
	}
	versions := []api.Version{}
	for minor := 0; minor <= newestMinor; minor++ {
		versions = append(versions, api.MajorMinorVersion(1, minor))
	}
	versions = append(versions, api.LatestVersion())
	verdicts := map[api.Level]string{}
	for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
		for _, version := range versions {
			result := policy.AggregateCheckResults(evaluator.EvaluatePod(api.LevelVersion{Level: level, Version: version}, &pod.ObjectMeta, &pod.Spec))
			if result.Allowed {
				verdicts[level] += "a"
			} else {
				verdicts[level] += "f"
			}
		}
	}
	return verdicts, nil
}

// readPolicy says what a namespace demands, from its labels and the admission configuration.
func readPolicy(line []byte) (any, error) {
	var question struct {
		Labels        map[string]string `json:"labels"`
		Configuration json.RawMessage   `json:"configuration"`
	}
	if err := kjson.UnmarshalCaseSensitivePreserveInts(line, &question); err != nil {
		return nil, err
	}
	var configured []byte
	if string(question.Configuration) != "null" {
		configured = question.Configuration
	}
	configuration, err := load.LoadFromData(configured)
	if err != nil {
		return nil, err
	}
	if problems := validation.ValidatePodSecurityConfiguration(configuration); len(problems) > 0 {
		return nil, problems.ToAggregate()
	}
	defaults, err := admissionapi.ToPolicy(configuration.Defaults)
	if err != nil {
		return nil, err
	}
	demanded, _ := api.PolicyToEvaluate(question.Labels, defaults)
	return map[string]string{"enforce": demanded.Enforce.String(), "audit": demanded.Audit.String(), "warn": demanded.Warn.String()}, nil
}

// decodeYAML gives the JSON of a YAML text.
func decodeYAML(line []byte) (any, error) {
	var text string
	if err := json.Unmarshal(line, &text); err != nil {
		return nil, err
	}
	decoded, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		return nil, err
	}
	return json.RawMessage(decoded), nil
}

// splitDocuments gives the documents of a text as kubectl reads a file: those before the first that it cannot read, and why it stopped.
func splitDocuments(line []byte) (any, error) {
	var text string
	if err := json.Unmarshal(line, &text); err != nil {
		return nil, err
	}
	decoder := utilyaml.NewYAMLOrJSONDecoder(bytes.NewReader([]byte(text)), 4096)
	found := struct {
		Documents []json.RawMessage `json:"documents"`
		Stopped   string            `json:"stopped"`
	}{Documents: []json.RawMessage{}}
	for {
		var document json.RawMessage
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			found.Stopped = err.Error()
			return found, nil
		}
		found.Documents = append(found.Documents, document)
	}
}

// respond never fails for what is in a line: a decoder that panics has refused it.
func respond(question func([]byte) (any, error), line []byte) (given answer) {
	defer func() {
		if problem := recover(); problem != nil {
			given = answer{Error: fmt.Sprint(problem)}
		}
	}()
	value, err := question(line)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Value: value}
}

func run(in io.Reader, out io.Writer, question func([]byte) (any, error)) error {
	lines := bufio.NewReader(in)
	writer := bufio.NewWriter(out)
	encoder := json.NewEncoder(writer)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := encoder.Encode(respond(question, line)); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return writer.Flush()
		}
		if err != nil {
			return err
		}
	}
}

func main() {
	var question func([]byte) (any, error)
	if len(os.Args) == 2 {
		question = questions[os.Args[1]]
	}
	if question == nil {
		fmt.Fprintln(os.Stderr, "usage: differential pods|policies|yaml|documents, questions on standard input")
		os.Exit(2)
	}
	if err := run(os.Stdin, os.Stdout, question); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

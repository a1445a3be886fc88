module sigs.k8s.io/yaml

go 1.26.0

require (
	go.yaml.in/yaml/v2 v2.4.4
	go.yaml.in/yaml/v3 v3.0.5
	upstream.invalid/yaml v1.6.0
)

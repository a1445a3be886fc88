{{- define "web.podSecurityContext" -}}
{{- $default := dict "seccompProfile" (dict "type" "RuntimeDefault") -}}
{{- toYaml (merge (deepCopy (.Values.podSecurityContext | default dict)) $default) -}}
{{- end -}}

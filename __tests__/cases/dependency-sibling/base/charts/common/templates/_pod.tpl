{{- define "common.podSecurityContext" -}}
securityContext:
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "common.podSecurityContext" -}}
securityContext:
  seccompProfile:
    type: Unconfined
{{- end -}}

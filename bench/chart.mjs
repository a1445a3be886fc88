// One generated chart, shaped like the usual chart of public repositories: what `helm create` begins with, grown by what charts that
// are in use have: RBAC, network policy, autoscaling, monitoring, a configuration file, a test pod. Some carry a template as large as a
// custom resource definition.

const LARGE_EVERY = 12; // every twelfth chart has a template of about 90 kB

/** Files of the chart by their path inside it. `tag` and `profile` are what pull requests of the benchmark change. */
export function chartFiles(name, number, { tag = "1.4.2", profile = "RuntimeDefault" } = {}) {
  const files = {
    "Chart.yaml": `apiVersion: v2\nname: ${name}\ndescription: The ${name} service\ntype: application\nversion: 1.${number}.0\nappVersion: "1.4.2"\nkubeVersion: ">=1.25.0-0"\nmaintainers:\n  - name: platform\n`,
    ".helmignore": ".DS_Store\n.git/\n*.tmproj\n*.bak\n",
    "README.md": `# ${name}\n\n${"| Key | Type | Default | Description |\n|---|---|---|---|\n"}${rows(60, (row) => `| \`setting${row}\` | string | \`"value${row}"\` | What setting ${row} of ${name} does |`)}`,
    "values.yaml": values(name, tag, profile),
    "templates/_helpers.tpl": helpers(name),
    "templates/NOTES.txt": notes(name),
    "templates/deployment.yaml": deployment(name),
    "templates/service.yaml": `apiVersion: v1\nkind: Service\n${metadata(name)}\nspec:\n  type: {{ .Values.service.type }}\n  ports:\n    {{- range .Values.service.ports }}\n    - name: {{ .name }}\n      port: {{ .port }}\n      targetPort: {{ .name }}\n      protocol: TCP\n    {{- end }}\n  selector:\n    {{- include "${name}.selectorLabels" . | nindent 4 }}\n`,
    "templates/serviceaccount.yaml": guarded("serviceAccount.create", `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {{ include "${name}.serviceAccountName" . }}\n  labels:\n    {{- include "${name}.labels" . | nindent 4 }}\n  {{- with .Values.serviceAccount.annotations }}\n  annotations:\n    {{- toYaml . | nindent 4 }}\n  {{- end }}\nautomountServiceAccountToken: {{ .Values.serviceAccount.automount }}\n`),
    "templates/role.yaml": guarded("rbac.create", `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\n${metadata(name)}\nrules:\n  {{- toYaml .Values.rbac.rules | nindent 2 }}\n`),
    "templates/rolebinding.yaml": guarded("rbac.create", `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\n${metadata(name)}\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: {{ include "${name}.fullname" . }}\nsubjects:\n  - kind: ServiceAccount\n    name: {{ include "${name}.serviceAccountName" . }}\n    namespace: {{ .Release.Namespace }}\n`),
    "templates/configmap.yaml": `apiVersion: v1\nkind: ConfigMap\n${metadata(name)}\ndata:\n  application.yaml: |\n    {{- tpl (toYaml .Values.config) . | nindent 4 }}\n`,
    "templates/ingress.yaml": ingress(name),
    "templates/hpa.yaml": guarded("autoscaling.enabled", `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n${metadata(name)}\nspec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: {{ include "${name}.fullname" . }}\n  minReplicas: {{ .Values.autoscaling.minReplicas }}\n  maxReplicas: {{ .Values.autoscaling.maxReplicas }}\n  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target:\n          type: Utilization\n          averageUtilization: {{ .Values.autoscaling.targetCPU }}\n`),
    "templates/pdb.yaml": guarded("podDisruptionBudget.enabled", `apiVersion: policy/v1\nkind: PodDisruptionBudget\n${metadata(name)}\nspec:\n  minAvailable: {{ .Values.podDisruptionBudget.minAvailable }}\n  selector:\n    matchLabels:\n      {{- include "${name}.selectorLabels" . | nindent 6 }}\n`),
    "templates/networkpolicy.yaml": guarded("networkPolicy.enabled", `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n${metadata(name)}\nspec:\n  podSelector:\n    matchLabels:\n      {{- include "${name}.selectorLabels" . | nindent 6 }}\n  policyTypes: [Ingress]\n  ingress:\n    - ports:\n        {{- range .Values.service.ports }}\n        - port: {{ .port }}\n          protocol: TCP\n        {{- end }}\n`),
    "templates/servicemonitor.yaml": `{{- if and .Values.metrics.enabled (.Capabilities.APIVersions.Has "monitoring.coreos.com/v1") }}\napiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\n${metadata(name)}\nspec:\n  endpoints:\n    - port: metrics\n      interval: {{ .Values.metrics.interval }}\n  selector:\n    matchLabels:\n      {{- include "${name}.selectorLabels" . | nindent 6 }}\n{{- end }}\n`,
    "templates/tests/test-connection.yaml": `apiVersion: v1\nkind: Pod\nmetadata:\n  name: "{{ include "${name}.fullname" . }}-test-connection"\n  labels:\n    {{- include "${name}.labels" . | nindent 4 }}\n  annotations:\n    "helm.sh/hook": test\nspec:\n  securityContext:\n    {{- toYaml .Values.podSecurityContext | nindent 4 }}\n  containers:\n    - name: wget\n      image: busybox:1.36\n      command: [wget]\n      args: ['{{ include "${name}.fullname" . }}:8080']\n  restartPolicy: Never\n`,
  };
  return number % LARGE_EVERY === LARGE_EVERY - 1 ? { ...files, "templates/crd.yaml": definition(name) } : files;
}

const rows = (count, row) => Array.from({ length: count }, (_, index) => `${row(index)}\n`).join("");
const metadata = (name) => `metadata:\n  name: {{ include "${name}.fullname" . }}\n  namespace: {{ .Release.Namespace }}\n  labels:\n    {{- include "${name}.labels" . | nindent 4 }}`;
const guarded = (value, text) => `{{- if .Values.${value} }}\n${text}{{- end }}\n`;

function helpers(name) {
  return `{{- define "${name}.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "${name}.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{- define "${name}.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "${name}.labels" -}}
helm.sh/chart: {{ include "${name}.chart" . }}
{{ include "${name}.selectorLabels" . }}
{{- if .Chart.AppVersion }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "${name}.selectorLabels" -}}
app.kubernetes.io/name: {{ include "${name}.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "${name}.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "${name}.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "${name}.image" -}}
{{- printf "%s/%s:%s" .registry .repository (toString .tag) }}
{{- end }}
`;
}

function deployment(name) {
  return `apiVersion: apps/v1
kind: Deployment
${metadata(name)}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "${name}.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      annotations:
        checksum/config: {{ include (print $.Template.BasePath "/configmap.yaml") . | sha256sum }}
        {{- with .Values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      labels:
        {{- include "${name}.labels" . | nindent 8 }}
    spec:
      {{- with .Values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      serviceAccountName: {{ include "${name}.serviceAccountName" . }}
      securityContext:
        {{- toYaml .Values.podSecurityContext | nindent 8 }}
      initContainers:
        - name: migrate
          image: {{ include "${name}.image" .Values.image }}
          args: [migrate, up]
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
      containers:
        - name: {{ .Chart.Name }}
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
          image: {{ include "${name}.image" .Values.image }}
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          ports:
            {{- range .Values.service.ports }}
            - name: {{ .name }}
              containerPort: {{ .port }}
              protocol: TCP
            {{- end }}
          env:
            {{- range $key, $value := .Values.env }}
            - name: {{ $key | snakecase | upper }}
              value: {{ $value | quote }}
            {{- end }}
          livenessProbe:
            {{- toYaml .Values.livenessProbe | nindent 12 }}
          readinessProbe:
            {{- toYaml .Values.readinessProbe | nindent 12 }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          volumeMounts:
            - name: config
              mountPath: /etc/${name}
            - name: tmp
              mountPath: /tmp
        - name: metrics
          image: {{ include "${name}.image" .Values.metrics.image }}
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
          resources:
            {{- toYaml .Values.metrics.resources | nindent 12 }}
      volumes:
        - name: config
          configMap:
            name: {{ include "${name}.fullname" . }}
        - name: tmp
          emptyDir: {}
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .Values.affinity }}
      affinity:
        {{- tpl (toYaml .) $ | nindent 8 }}
      {{- end }}
      {{- with .Values.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
`;
}

function ingress(name) {
  return guarded("ingress.enabled", `{{- $fullName := include "${name}.fullname" . }}
apiVersion: networking.k8s.io/v1
kind: Ingress
${metadata(name)}
  {{- with .Values.ingress.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  ingressClassName: {{ .Values.ingress.className }}
  rules:
    {{- range .Values.ingress.hosts }}
    - host: {{ tpl .host $ | quote }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ .path }}
            pathType: {{ .pathType }}
            backend:
              service:
                name: {{ $fullName }}
                port:
                  name: http
          {{- end }}
    {{- end }}
`);
}

function notes(name) {
  return `{{ .Chart.Name }} is installed as {{ .Release.Name }}.
{{- if .Values.ingress.enabled }}
{{- range .Values.ingress.hosts }}
  https://{{ tpl .host $ }}
{{- end }}
{{- else }}
  kubectl --namespace {{ .Release.Namespace }} port-forward svc/{{ include "${name}.fullname" . }} 8080:8080
{{- end }}
`;
}

/** About 150 lines. */
function values(name, tag, profile) {
  return `# Number of pods, unless autoscaling decides.
replicaCount: 2

image:
  registry: registry.example.org
  repository: team/${name}
  tag: "${tag}"
  pullPolicy: IfNotPresent

imagePullSecrets: []
nameOverride: ""
fullnameOverride: ""
commonLabels:
  team: platform

serviceAccount:
  create: true
  automount: true
  annotations: {}
  name: ""

rbac:
  create: true
  rules:
    - apiGroups: [""]
      resources: [configmaps, secrets]
      verbs: [get, list, watch]
    - apiGroups: [coordination.k8s.io]
      resources: [leases]
      verbs: [get, create, update]

podAnnotations:
  prometheus.io/scrape: "true"

podSecurityContext:
  runAsNonRoot: true
  fsGroup: 1000
  seccompProfile:
    type: ${profile}

securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsUser: 1000
  capabilities:
    drop: [ALL]

service:
  type: ClusterIP
  ports:
    - name: http
      port: 8080
    - name: metrics
      port: 9090

ingress:
  enabled: true
  className: nginx
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: 8m
  hosts:
    - host: "{{ .Chart.Name }}.example.org"
      paths:
        - path: /
          pathType: Prefix
        - path: /api
          pathType: Prefix

resources:
  limits:
    memory: 256Mi
  requests:
    cpu: 100m
    memory: 128Mi

livenessProbe:
  httpGet:
    path: /healthz
    port: http
  initialDelaySeconds: 10
  periodSeconds: 10

readinessProbe:
  httpGet:
    path: /ready
    port: http
  periodSeconds: 5

autoscaling:
  enabled: true
  minReplicas: 2
  maxReplicas: 10
  targetCPU: 80

podDisruptionBudget:
  enabled: true
  minAvailable: 1

networkPolicy:
  enabled: true

metrics:
  enabled: true
  interval: 30s
  image:
    registry: registry.example.org
    repository: team/exporter
    tag: "0.9.1"
  resources:
    requests:
      cpu: 10m
      memory: 32Mi

env:
  logLevel: info
  httpPort: "8080"
  databaseHost: postgres
  databaseName: ${name}
  cacheHost: redis

config:
  server:
    address: 0.0.0.0:8080
    readTimeout: 5s
    writeTimeout: 10s
  database:
    host: "{{ .Release.Name }}-postgres"
    pool: 20
  features:
    search: true
    export: false
    audit: true
  logging:
    format: json
    level: info

nodeSelector:
  kubernetes.io/os: linux

tolerations:
  - key: dedicated
    operator: Equal
    value: services
    effect: NoSchedule

affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: ${name}
`;
}

/** A custom resource definition of about 90 kB. */
export function definition(name) {
  const fields = rows(340, (row) => `                setting${row}:\n                  type: ${row % 3 === 0 ? "integer" : "string"}\n                  description: |-\n                    Setting ${row} of the ${name} resource. It is read when the controller starts, and again when the\n                    object changes; an empty value means the default.`);
  return guarded("rbac.create", `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${name}s.platform.example.org
  labels:
    {{- include "${name}.labels" . | nindent 4 }}
spec:
  group: platform.example.org
  names:
    kind: Thing
    plural: ${name}s
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
${fields}`);
}

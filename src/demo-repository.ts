// The demo's repository: a chart, a Kustomize base with two overlays, a plain manifest, and a pull request that touches them all.

/** Text files by path. */
export type Files = Readonly<Record<string, string>>;

const deployment = (name: string, pod: string, container: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
${pod}      containers:
        - name: ${name}
          image: registry.example/${name}:1.0
${container}`;

const confined = `      securityContext:
        seccompProfile:
          type: RuntimeDefault
`;

const chartTemplate = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}-shop
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      {{- with .Values.podSecurityContext }}
      securityContext: {{- toYaml . | nindent 8 }}
      {{- end }}
      initContainers:
        - name: migrate
          image: registry.example/migrate:1.0
      containers:
        - name: shop
          image: registry.example/shop:{{ .Values.tag }}
          {{- with .Values.securityContext }}
          securityContext: {{- toYaml . | nindent 12 }}
          {{- end }}
`;

/** `main` as it was. */
export const mainFiles: Files = {
  "charts/shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
  "charts/shop/values.yaml": "tag: \"1.0\"\npodSecurityContext:\n  seccompProfile:\n    type: RuntimeDefault\nsecurityContext: {}\n",
  "charts/shop/templates/deployment.yaml": chartTemplate,
  "deploy/base/kustomization.yaml": "resources:\n  - worker.yaml\n",
  "deploy/base/worker.yaml": deployment("worker", confined, ""),
  "deploy/staging/kustomization.yaml": "namespace: staging\nresources:\n  - ../base\n",
  "deploy/production/kustomization.yaml": "namespace: production\nresources:\n  - ../base\n",
  "jobs/backup.yaml": `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: registry.example/backup:1.0
              securityContext:
                seccompProfile:
                  type: Unconfined
`,
};

/** What the pull request writes over it: three changes for the worse and one for the better. */
export const pullRequestFiles: Files = {
  // The chart's containers lose their profile: the values key is emptied.
  "charts/shop/values.yaml": "tag: \"1.1\"\npodSecurityContext: {}\nsecurityContext: {}\n",
  // Production gets a patch that makes the worker privileged; staging stays as it is.
  "deploy/production/kustomization.yaml": "namespace: production\nresources:\n  - ../base\npatches:\n  - path: debug.yaml\n",
  "deploy/production/debug.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  template:
    spec:
      containers:
        - name: worker
          securityContext:
            privileged: true
`,
  // The backup is fixed, and gets a sidecar that runs Unconfined.
  "jobs/backup.yaml": `apiVersion: batch/v1
kind: CronJob
metadata:
  name: backup
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: backup
              image: registry.example/backup:1.0
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
            - name: upload
              image: registry.example/upload:1.0
              securityContext:
                seccompProfile:
                  type: Unconfined
`,
};

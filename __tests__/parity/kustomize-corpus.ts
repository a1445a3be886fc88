// Overlays of our own, one per feature of `kustomize build`, each built by the real kustomize too.

import type { Stand } from "../support/tree.ts";

export interface KustomizeCase {
  readonly name: string;
  readonly files: Readonly<Record<string, Stand>>;
  /** Folder to build; `over` when absent. */
  readonly folder?: string;
}

type Texts = Readonly<Record<string, Stand>>;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web }
spec:
  replicas: 1
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      securityContext:
        seccompProfile: { type: RuntimeDefault }
      initContainers:
        - name: init
          image: registry.example/init:1
      containers:
        - name: web
          image: registry.example/web:1
          envFrom:
            - configMapRef: { name: settings }
`;
const service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: { app: web }\n  ports: [{ port: 80 }]\n";
const base: Texts = { "base/kustomization.yaml": "resources: [web.yaml, service.yaml]\n", "base/web.yaml": deployment, "base/service.yaml": service };

const over = (name: string, kustomization: string, more: Texts = {}): KustomizeCase => ({
  name,
  files: { ...base, "over/kustomization.yaml": `resources: [../base]\n${kustomization}`, ...more },
});

const privileged = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          securityContext: { privileged: true }\n";

export const kustomizeCases: readonly KustomizeCase[] = [
  { name: "a base alone", files: base, folder: "base" },
  over("namespace, prefix, suffix, labels, annotations", "namespace: prod\nnamePrefix: a-\nnameSuffix: -z\nlabels:\n  - pairs: { team: x }\n    includeSelectors: true\ncommonAnnotations: { note: text }\n"),
  over("legacy commonLabels", "commonLabels: { team: x }\n"),
  over("images and replicas", "images:\n  - name: registry.example/web\n    newName: other.example/web\n    newTag: '2'\nreplicas:\n  - { name: web, count: 3 }\n"),
  over("a strategic-merge patch from a file", "patches:\n  - path: p.yaml\n", { "over/p.yaml": privileged }),
  over("a strategic-merge patch inline, by target", "patches:\n  - target: { kind: Deployment }\n    patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: any }\n      spec: { template: { spec: { hostNetwork: true } } }\n"),
  over("a JSON 6902 patch", "patches:\n  - target: { kind: Deployment, name: web }\n    patch: |-\n      - op: remove\n        path: /spec/template/spec/securityContext\n      - { op: add, path: /spec/template/spec/containers/-, value: { name: side, image: s } }\n"),
  over("legacy patchesStrategicMerge and patchesJson6902", "patchesStrategicMerge: [p.yaml]\npatchesJson6902:\n  - target: { version: v1, kind: Service, name: web }\n    path: j.yaml\n", { "over/p.yaml": privileged, "over/j.yaml": "- { op: replace, path: /spec/ports/0/port, value: 81 }\n" }),
  over("$patch: delete and null", "patches:\n  - patch: |-\n      $patch: delete\n      apiVersion: v1\n      kind: Service\n      metadata: { name: web }\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: web }\n      spec: { template: { spec: { securityContext: null } } }\n"),
  over("generators with files, literals, env and hash suffixes", "configMapGenerator:\n  - name: settings\n    files: [a.txt, renamed=b.txt]\n    literals: [k=v]\n    envs: [c.env]\nsecretGenerator:\n  - name: hidden\n    literals: [p=q]\n", { "over/a.txt": "alpha\n", "over/b.txt": "beta", "over/c.env": "X=1\n" }),
  over("generator options and behaviour", "configMapGenerator:\n  - name: settings\n    literals: [k=v]\n    options: { labels: { l: m }, disableNameSuffixHash: true }\ngeneratorOptions: { annotations: { g: h } }\n"),
  over("a component", "components: [../part]\n", { "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - path: p.yaml\n", "part/p.yaml": privileged }),
  over("replacements", "replacements:\n  - source: { kind: Service, name: web, fieldPath: 'spec.ports.0.port' }\n    targets:\n      - select: { kind: Deployment }\n        fieldPaths: [spec.replicas]\n"),
  over("legacy vars", "vars:\n  - name: NAME\n    objref: { apiVersion: v1, kind: Service, name: web }\npatches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: web }\n      spec: { template: { spec: { containers: [{ name: web, args: ['$(NAME)'] }] } } }\n"),
  over("transformers and generators in files", "transformers: [t.yaml]\ngenerators: [g.yaml]\n", { "over/t.yaml": "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: { name: t }\nprefix: t-\nfieldSpecs: [{ path: metadata/name }]\n", "over/g.yaml": "apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: { name: gen }\nliterals: [a=b]\n" }),
  over("configurations", "namePrefix: c-\nconfigurations: [conf.yaml]\n", { "over/conf.yaml": "nameReference:\n  - kind: Service\n    fieldSpecs:\n      - { path: spec/template/spec/serviceRef, kind: Deployment }\n" }),
  over("sort options", "sortOptions: { order: fifo }\n"),
  over("origin annotations", "buildMetadata: [originAnnotations]\n"),
  { name: "legacy bases, kustomization.yml", files: { ...base, "over/kustomization.yml": "bases: [../base]\nnameSuffix: -b\n" } },
  { name: "a file named Kustomization", files: { "over/Kustomization": "resources: [web.yaml]\n", "over/web.yaml": deployment } },
  { name: "a link to a base inside the repository", files: { ...base, "over/kustomization.yaml": "resources: [linked]\n", "over/linked": { link: "../base" } } },
  { name: "a kustomization at the root", files: { "kustomization.yaml": "resources: [base]\n", ...base }, folder: "." },
  { name: "crds and a custom resource", files: { "over/kustomization.yaml": "resources: [crd.yaml, cr.yaml]\nnamePrefix: p-\n", "over/crd.yaml": "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: things.x.example }\nspec: { group: x.example, names: { kind: Thing, plural: things }, scope: Namespaced, versions: [] }\n", "over/cr.yaml": "apiVersion: x.example/v1\nkind: Thing\nmetadata: { name: t }\nspec: { containers: [{ name: c }] }\n" } },
];

/** What both refuse. */
export const kustomizeRefusals: readonly KustomizeCase[] = [
  over("a missing resource", "components: [../nowhere]\n"),
  over("an unknown field", "resourcez: [x]\n"),
  over("a patch without a target", "patches:\n  - patch: |-\n      apiVersion: v1\n      kind: Service\n      metadata: { name: other }\n      spec: {}\n"),
  over("a patch that is not YAML", "patches:\n  - path: p.yaml\n", { "over/p.yaml": "a: [\n" }),
  { name: "two of one object", files: { ...base, "over/kustomization.yaml": "resources: [../base, copy.yaml]\n", "over/copy.yaml": service } },
  { name: "an empty kustomization", files: { "over/kustomization.yaml": "" } },
];

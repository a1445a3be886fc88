// Every built-in transformer, as a field of a kustomization and as a file.

import { bare, over, plugin, privileged, service, type KustomizeCase } from "./kustomize-case.ts";

const roles = `${bare("ServiceAccount", "sa")}---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: rb }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: r }\nsubjects: [{ kind: ServiceAccount, name: sa }, { kind: ServiceAccount, name: default }, { kind: ServiceAccount, name: other, namespace: else }]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: crb }\nsubjects: [{ kind: ServiceAccount, name: sa, namespace: x }]\n---\n${bare("Role", "r", "rbac.authorization.k8s.io/v1")}---\n${bare("Namespace", "ns")}`;
const cron = "apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: job }\nspec:\n  schedule: '* * * * *'\n  jobTemplate: { spec: { template: { spec: { containers: [{ name: c, image: registry.example/web }] } } } }\n";
const names = "fieldSpecs: [{ path: metadata/name }]\n";

/** Transformers as fields. */
const fields: readonly KustomizeCase[] = [
  over("namespace, prefix, suffix, labels, annotations", "namespace: prod\nnamePrefix: a-\nnameSuffix: -z\nlabels:\n  - pairs: { team: x }\n    includeSelectors: true\ncommonAnnotations: { note: text }\n"),
  over("legacy commonLabels", "commonLabels: { team: x }\n"),
  over("labels outside selectors, inside templates, and in fields of one's own", "labels:\n  - pairs: { a: '1' }\n  - pairs: { b: '2' }\n    includeTemplates: true\n  - pairs: { c: '3' }\n    fields: [{ path: spec/more/labels, kind: Thing, create: true }]\n", { "over/thing.yaml": bare("Thing", "t", "x.example/v1"), "over/kustomization.yaml": "resources: [../base, thing.yaml]\nlabels:\n  - pairs: { a: '1' }\n  - pairs: { b: '2' }\n    includeTemplates: true\n  - pairs: { c: '3' }\n    fields: [{ path: spec/more/labels, kind: Thing, create: true }]\n" }),
  over("namespaces of subjects and of what has none", "namespace: prod\n", { "over/kustomization.yaml": "resources: [../base, roles.yaml]\nnamespace: prod\nnamePrefix: p-\n", "over/roles.yaml": roles }),
  over("images and replicas", "images:\n  - name: registry.example/web\n    newName: other.example/web\n    newTag: '2'\nreplicas:\n  - { name: web, count: 3 }\n"),
  over("images by digest, by name alone, with a suffix, in other kinds", "", { "over/kustomization.yaml": "resources: [../base, cron.yaml]\nimages:\n  - { name: registry.example/web, digest: 'sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3' }\n  - { name: registry.example/init, newName: mirror.example/init }\n  - { name: nowhere, newTag: x }\n", "over/cron.yaml": cron }),
  over("images with a tag suffix, and both name and tag", "images:\n  - { name: registry.example/web, tagSuffix: -debug }\n  - { name: registry.example/init, newName: init, newTag: v2 }\n"),
  over("annotations of templates, texts that look like something else", "commonAnnotations: { a: 'true', b: '1', c: 'null', d: \"x: y\" }\n"),
  over("a prefix that reaches references", "namePrefix: p-\nconfigMapGenerator: [{ name: settings, literals: [a=b] }]\n"),
  over("prefixes and namespaces on two levels", "", { "mid/kustomization.yaml": "resources: [../base]\nnamePrefix: mid-\nnamespace: mid\n", "over/kustomization.yaml": "resources: [../mid]\nnamePrefix: top-\nnameSuffix: -end\nnamespace: top\n" }),
];

/** Transformers as files. */
const files: readonly KustomizeCase[] = [
  plugin("transformers", "PrefixTransformer", `prefix: t-\n${names}`),
  plugin("transformers", "SuffixTransformer", `suffix: -t\n${names}`),
  plugin("transformers", "PrefixSuffixTransformer", `prefix: a-\nsuffix: -b\n${names}`),
  plugin("transformers", "NamespaceTransformer", "", { "over/p.yaml": "apiVersion: builtin\nkind: NamespaceTransformer\nmetadata: { name: p, namespace: there }\nfieldSpecs: [{ path: metadata/name, kind: Namespace, create: true }]\nunsetOnly: true\nsetRoleBindingSubjects: allServiceAccounts\n", "over/kustomization.yaml": "resources: [../base, roles.yaml]\ntransformers: [p.yaml]\n", "over/roles.yaml": roles }),
  plugin("transformers", "LabelTransformer", "labels: { a: b }\nfieldSpecs: [{ path: metadata/labels, create: true }, { path: spec/template/metadata/labels, kind: Deployment, create: true }]\n"),
  plugin("transformers", "AnnotationsTransformer", "annotations: { a: b }\nfieldSpecs: [{ path: metadata/annotations, create: true }]\n"),
  plugin("transformers", "ImageTagTransformer", "imageTag: { name: registry.example/web, newTag: v9 }\n"),
  { ...plugin("transformers", "ImageTagTransformer", "imageTag: { name: other, newName: registry.example/other }\nfieldSpecs: [{ path: spec/image, kind: Thing }]\n", { "over/kustomization.yaml": "resources: [thing.yaml]\ntransformers: [p.yaml]\n", "over/thing.yaml": `${bare("Thing", "t", "x.example/v1")}spec: { image: 'other:1' }\n` }), name: "ImageTagTransformer with fields of one's own" },
  plugin("transformers", "ReplicaCountTransformer", "replica: { name: web, count: 7 }\nfieldSpecs: [{ path: spec/replicas, kind: Deployment, create: true }]\n"),
  plugin("transformers", "PatchTransformer", "target: { kind: Deployment }\npatch: |-\n  - { op: add, path: /spec/template/spec/hostPID, value: true }\n"),
  { ...plugin("transformers", "PatchTransformer", "path: patch.yaml\n", { "over/patch.yaml": privileged }), name: "PatchTransformer of another file" },
  plugin("transformers", "PatchJson6902Transformer", "target: { version: v1, kind: Service, name: web }\njsonOp: '[{\"op\": \"replace\", \"path\": \"/spec/ports/0/port\", \"value\": 81}]'\n"),
  plugin("transformers", "PatchStrategicMergeTransformer", "paths: [patch.yaml]\n", { "over/patch.yaml": privileged }),
  plugin("transformers", "ReplacementTransformer", "replacements:\n  - source: { kind: Service, fieldPath: spec.ports.0.port }\n    targets: [{ select: { kind: Deployment }, fieldPaths: [spec.replicas] }]\n"),
  plugin("transformers", "ValueAddTransformer", "value: added\ntargets: [{ selector: { kind: Service }, fieldPath: metadata/labels/added }]\n"),
  { ...plugin("transformers", "ValueAddTransformer", "value: added\ntargetFilePath: fields.yaml\n", { "over/fields.yaml": "targets: [{ fieldPath: metadata/labels/it }]\n" }), name: "ValueAddTransformer of another file" },
  plugin("transformers", "HashTransformer", "", { "over/kustomization.yaml": "resources: [../base]\ntransformers: [p.yaml]\nconfigMapGenerator: [{ name: settings, literals: [a=b] }]\n" }),
  over("a transformer that is written into the kustomization", "transformers:\n  - |-\n    apiVersion: builtin\n    kind: SuffixTransformer\n    metadata: { name: inline }\n    suffix: -inline\n    fieldSpecs: [{ path: metadata/name, kind: Service }]\n"),
  over("a folder of transformers, which is a kustomization", "transformers: [../t]\n", { "t/kustomization.yaml": "resources: [a.yaml, b.yaml]\n", "t/a.yaml": `apiVersion: builtin\nkind: PrefixTransformer\nmetadata: { name: a }\nprefix: a-\n${names}`, "t/b.yaml": `apiVersion: builtin\nkind: SuffixTransformer\nmetadata: { name: b }\nsuffix: -b\n${names}` }),
  over("several transformers in one file, in order", "transformers: [t.yaml]\n", { "over/t.yaml": ["one", "two"].map((prefix) => `apiVersion: builtin\nkind: PrefixTransformer\nmetadata: { name: ${prefix} }\nprefix: ${prefix}-\n${names}`).join("---\n") }),
  over("a file without patches for a service that is listed twice", "patches: []\n", { "over/kustomization.yaml": "resources: [../base, more.yaml]\n", "over/more.yaml": service.replace("name: web", "name: other") }),
];

/** Cases of transformers. */
export const kustomizeTransformerCases: readonly KustomizeCase[] = [...fields, ...files];

// How kustomizations are put together, and everything in them that is neither generator, transformer nor patch.

import { bare, base, deployment, over, privileged, service, type KustomizeCase, type Texts } from "./kustomize-case.ts";

const component = (body: string): string => `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n${body}`;
const replacement = (targets: string, source = "kind: Service, name: web, fieldPath: metadata.name"): string => `replacements:\n  - source: { ${source} }\n    targets:\n      - ${targets}\n`;
const thing = `${bare("Thing", "t", "x.example/v1")}spec: { serviceRef: web, containers: [{ name: c, image: 'registry.example/web:1' }] }\n`;
const withThing: Texts = { "over/thing.yaml": thing };
const schema = JSON.stringify({ definitions: { "v1.Thing": { properties: { spec: { properties: { containers: { type: "array", items: { properties: { name: { type: "string" } } }, "x-kubernetes-patch-merge-key": "name", "x-kubernetes-patch-strategy": "merge" } } } }, "x-kubernetes-group-version-kind": [{ group: "x.example", version: "v1", kind: "Thing" }] } } });
const crds = JSON.stringify({ "example.x/v1.Thing": { Schema: { description: "t", properties: { apiVersion: { type: "string" }, kind: { type: "string" }, metadata: { type: "object" }, spec: { properties: { secretRef: { "x-kubernetes-object-ref-api-version": "v1", "x-kubernetes-object-ref-kind": "Secret", "x-kubernetes-object-ref-name-key": "name", properties: { name: { type: "string" } } } } } } }, Dependencies: [] } });

/** Cases of files, names and places. */
const places: readonly KustomizeCase[] = [
  { name: "a base alone", files: base, folder: "base" },
  { name: "legacy bases, kustomization.yml", files: { ...base, "over/kustomization.yml": "bases: [../base]\nnameSuffix: -b\n" } },
  { name: "a file named Kustomization", files: { "over/Kustomization": "resources: [web.yaml]\n", "over/web.yaml": deployment } },
  { name: "a link to a base inside the repository", files: { ...base, "over/kustomization.yaml": "resources: [linked]\n", "over/linked": { link: "../base" } } },
  { name: "links to files inside the repository", files: { "over/kustomization.yaml": "resources: [linked.yaml]\npatches: [{ path: p.yaml }]\n", "over/linked.yaml": { link: "../shared/web.yaml" }, "over/p.yaml": { link: "../shared/p.yaml" }, "shared/web.yaml": deployment, "shared/p.yaml": privileged } },
  { name: "a kustomization at the root", files: { "kustomization.yaml": "resources: [base]\n", ...base }, folder: "." },
  { name: "files of other folders, without the load restriction", files: { "over/kustomization.yaml": "resources: [../shared/web.yaml]\npatches: [{ path: ../shared/p.yaml }]\n", "shared/web.yaml": deployment, "shared/p.yaml": privileged } },
  { name: "files of its own folder, with the load restriction", files: { ...base, "over/kustomization.yaml": "resources: [../base, more/web.yaml]\nnamePrefix: p-\n", "over/more/web.yaml": deployment.replace("name: web", "name: more") }, restricted: true },
  { name: "resources with returns, byte-order marks, comments, several documents and lists", files: { "over/kustomization.yaml": "# a comment\r\nresources:\r\n  - a.yaml # here\r\n  - list.yaml\r\n  - j.json\r\n", "over/a.yaml": `---\n# one\n${deployment}---\n---\n${service}`.replaceAll("\n", "\r\n"), "over/list.yaml": `apiVersion: v1\nkind: List\nitems:\n  - ${JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "in-list" } })}\n`, "over/j.json": '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"j"},"data":{"a":"1"}}' } },
  { name: "texts, anchors and quotes as they were", files: { "over/kustomization.yaml": "resources: [cm.yaml]\n", "over/cm.yaml": 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: cm }\ndata:\n  block: |\n    one\n      two\n  folded: >-\n    a\n    b\n  quoted: "tab\\t end"\n  octal: "0644"\n  yes: "yes"\n  anchor: &a same\n  alias: *a\n  long: "a very long line that goes on and on and on and on and on and on and on and on and on and on and on"\n' } },
  { name: "an apiVersion and kind, and metadata of the kustomization", files: { ...base, "over/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: { name: arbitrary, annotations: { config.kubernetes.io/local-config: 'true' } }\nresources: [../base]\n" } },
  { name: "objects that are only for Kustomize", files: { "over/kustomization.yaml": "resources: [local.yaml, cm.yaml]\n", "over/local.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: local, annotations: { config.kubernetes.io/local-config: 'true' } }\n", "over/cm.yaml": bare("ConfigMap", "cm") } },
  { name: "crds and a custom resource", files: { "over/kustomization.yaml": "resources: [crd.yaml, cr.yaml]\nnamePrefix: p-\n", "over/crd.yaml": "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: things.x.example }\nspec: { group: x.example, names: { kind: Thing, plural: things }, scope: Namespaced, versions: [] }\n", "over/cr.yaml": "apiVersion: x.example/v1\nkind: Thing\nmetadata: { name: t }\nspec: { containers: [{ name: c }] }\n" } },
];

/** Cases of components, replacements and variables. */
const parts: readonly KustomizeCase[] = [
  over("a component", "components: [../part]\n", { "part/kustomization.yaml": component("patches:\n  - path: p.yaml\n"), "part/p.yaml": privileged }),
  over("two components in order, one in the other", "components: [../one, ../two]\nnamePrefix: p-\n", { "one/kustomization.yaml": component("components: [../three]\nnameSuffix: -one\n"), "two/kustomization.yaml": component("nameSuffix: -two\nresources: [cm.yaml]\n"), "two/cm.yaml": bare("ConfigMap", "cm"), "three/kustomization.yaml": component("configMapGenerator: [{ name: settings, literals: [a=b] }]\n") }),
  over("replacements", "replacements:\n  - source: { kind: Service, name: web, fieldPath: 'spec.ports.0.port' }\n    targets:\n      - select: { kind: Deployment }\n        fieldPaths: [spec.replicas]\n"),
  over("replacements in a file, of a part, with a delimiter", "replacements: [{ path: r.yaml }]\n", { "over/r.yaml": "source: { kind: Deployment, name: web, fieldPath: 'spec.template.spec.containers.[name=web].image', options: { delimiter: '/', index: 1 } }\ntargets:\n  - select: { kind: Deployment }\n    fieldPaths: ['spec.template.spec.initContainers.[name=init].image']\n    options: { delimiter: '/', index: 1 }\n" }),
  over("replacements that create, reject and go everywhere", `${replacement("select: { kind: Deployment }\n        fieldPaths: [metadata.annotations.from, 'spec.template.spec.containers.*.image']\n        options: { create: true }\n      - select: { version: v1 }\n        reject: [{ kind: Service }]\n        fieldPaths: [metadata.labels.made]\n        options: { create: true }")}`),
  over("a replacement by a value of its own", "replacements:\n  - sourceValue: fixed\n    targets: [{ select: { kind: Service }, fieldPaths: [spec.type], options: { create: true } }]\n"),
  over("a replacement out of what is generated, with its hash", "configMapGenerator: [{ name: settings, literals: [a=b] }]\n" + replacement("select: { kind: Deployment }\n        fieldPaths: [metadata.annotations.config]\n        options: { create: true }", "kind: ConfigMap, name: settings, fieldPath: data.a")),
  over("legacy vars", "vars:\n  - name: NAME\n    objref: { apiVersion: v1, kind: Service, name: web }\npatches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: web }\n      spec: { template: { spec: { containers: [{ name: web, args: ['$(NAME)'] }] } } }\n"),
  over("legacy vars of a field, below a prefix, one unused and one escaped", "namePrefix: p-\nvars:\n  - { name: PORT, objref: { apiVersion: v1, kind: Service, name: web }, fieldref: { fieldpath: 'spec.ports[0].port' } }\n  - { name: UNUSED, objref: { apiVersion: apps/v1, kind: Deployment, name: web } }\npatches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: web }\n      spec: { template: { spec: { containers: [{ name: web, args: ['--port=$(PORT)', '$$(PORT)', '$(NOT_MINE)'] }] } } }\n"),
];

/** Cases of what Kustomize knows of kinds, and of its output. */
const knowledge: readonly KustomizeCase[] = [
  over("configurations", "namePrefix: c-\nconfigurations: [conf.yaml]\n", { "over/conf.yaml": "nameReference:\n  - kind: Service\n    fieldSpecs:\n      - { path: spec/template/spec/serviceRef, kind: Deployment }\n" }),
  { name: "configurations of every kind for a kind of one's own", files: { ...base, ...withThing, "over/kustomization.yaml": "resources: [../base, thing.yaml]\nnamePrefix: p-\nnamespace: space\ncommonLabels: { a: b }\ncommonAnnotations: { c: d }\nimages: [{ name: registry.example/web, newTag: '9' }]\nconfigurations: [conf.yaml]\n", "over/conf.yaml": "nameReference: [{ kind: Service, fieldSpecs: [{ path: spec/serviceRef, kind: Thing }] }]\nimages: [{ path: spec/containers/image, kind: Thing }]\ncommonLabels: [{ path: spec/labels, kind: Thing, create: true }]\ncommonAnnotations: [{ path: spec/annotations, kind: Thing, create: true }]\nnamespace: [{ path: spec/namespace, kind: Thing, create: true }]\nnamePrefix: [{ path: metadata/name }]\nvarReference: [{ path: spec/serviceRef, kind: Thing }]\nreplicas: [{ path: spec/replicas, kind: Thing, create: true }]\n" } },
  { name: "openapi: a schema of one's own", files: { ...withThing, "over/kustomization.yaml": "resources: [thing.yaml]\nopenapi: { path: schema.json }\npatches: [{ path: p.yaml }]\n", "over/schema.json": schema, "over/p.yaml": `${bare("Thing", "t", "x.example/v1")}spec: { containers: [{ name: c, privileged: true }, { name: d }] }\n` } },
  over("openapi: a version", "openapi: { version: v1.21.2 }\npatches: [{ path: p.yaml }]\n", { "over/p.yaml": privileged }),
  { name: "crds: references of a kind of one's own", files: { "over/kustomization.yaml": "resources: [thing.yaml]\ncrds: [crds.json]\nnamePrefix: p-\nsecretGenerator: [{ name: s, literals: [a=b] }]\n", "over/crds.json": crds, "over/thing.yaml": "apiVersion: example.x/v1\nkind: Thing\nmetadata: { name: t }\nspec: { secretRef: { name: s } }\n" } },
  over("sort options: fifo", "sortOptions: { order: fifo }\n"),
  { name: "sort options: legacy, and its default order", files: { "over/kustomization.yaml": "resources: [all.yaml]\nsortOptions: { order: legacy }\n", "over/all.yaml": ["ValidatingWebhookConfiguration", "Deployment", "Service", "Thing", "ConfigMap", "Namespace"].map((kind) => bare(kind, "x")).join("---\n") } },
  { name: "sort options: legacy, in an order of one's own", files: { "over/kustomization.yaml": "resources: [all.yaml]\nsortOptions: { order: legacy, legacySortOptions: { orderFirst: [Service], orderLast: [Namespace] } }\n", "over/all.yaml": ["Deployment", "Namespace", "ConfigMap", "Service"].map((kind) => bare(kind, "x")).join("---\n") } },
  { name: "without sort options: the order of kinds, and names", files: { "over/kustomization.yaml": "resources: [all.yaml]\n", "over/all.yaml": ["MutatingWebhookConfiguration", "Deployment", "Service", "Thing", "Secret", "Namespace", "ClusterRole"].flatMap((kind) => [bare(kind, "z"), bare(kind, "a")]).join("---\n") } },
  over("origin annotations", "buildMetadata: [originAnnotations]\n"),
  over("the label of the tool that built it", "buildMetadata: [managedByLabel]\n"),
  over("all annotations of the build, on generated and patched objects", "buildMetadata: [originAnnotations, transformerAnnotations]\nnamePrefix: p-\nconfigMapGenerator: [{ name: settings, literals: [a=b] }]\npatches: [{ path: p.yaml }]\n", { "over/p.yaml": privileged }),
  { name: "validators", files: { ...base, "over/kustomization.yaml": "resources: [../base]\nvalidators: [v.yaml]\n", "over/v.yaml": "apiVersion: builtin\nkind: AnnotationsTransformer\nmetadata: { name: v }\nannotations: {}\nfieldSpecs: [{ path: metadata/annotations }]\n" } },
];

/** What the load restriction lets through, and what lifting it does. */
const restriction: readonly KustomizeCase[] = [
  { ...over("with the load restriction: a base and a component by their folders, files below", "components: [../part]\npatches: [{ path: deep/p.yaml }]\n", { "over/deep/p.yaml": privileged, "part/kustomization.yaml": component("namePrefix: c-\n") }), restricted: true },
  { ...over("with the load restriction: a link from inside to inside", "patches: [{ path: p.yaml }]\n", { "over/p.yaml": { link: "deep/p.yaml" }, "over/deep/p.yaml": privileged }), restricted: true },
  over("without it: a patch above", "patches: [{ path: ../p.yaml }]\n", { "p.yaml": privileged }),
  over("without it: a generator of a file above", "configMapGenerator: [{ name: g, files: [../up.txt] }]\n", { "up.txt": "text" }),
];

/** Cases of structure. */
export const kustomizeStructureCases: readonly KustomizeCase[] = [...places, ...parts, ...knowledge, ...restriction];

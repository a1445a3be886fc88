// What both refuse.

import { base, bare, over, privileged, service, type KustomizeCase } from "./kustomize-case.ts";
import { kustomizeChartRefusals } from "./kustomize-chart-cases.ts";

const patch = (text: string): string => `patches:\n  - patch: |-\n${text.replace(/^/gm, "      ").trimEnd()}\n`;

/** Cases that both refuse. */
export const kustomizeRefusals: readonly KustomizeCase[] = [
  over("a missing resource", "components: [../nowhere]\n"),
  over("an unknown field", "resourcez: [x]\n"),
  over("a patch without a target", "patches:\n  - patch: |-\n      apiVersion: v1\n      kind: Service\n      metadata: { name: other }\n      spec: {}\n"),
  over("a patch that is not YAML", "patches:\n  - path: p.yaml\n", { "over/p.yaml": "a: [\n" }),
  over("a patch that is both path and text", "patches: [{ path: p.yaml, patch: 'a: b' }]\n", { "over/p.yaml": privileged }),
  over("a JSON 6902 patch of what is not there", "patches: [{ target: { kind: Service }, patch: '[{ \"op\": \"remove\", \"path\": \"/spec/nowhere\" }]' }]\n"),
  over("a JSON 6902 test that does not hold", "patches: [{ target: { kind: Service }, patch: '[{ \"op\": \"test\", \"path\": \"/metadata/name\", \"value\": \"other\" }]' }]\n"),
  over("a patch that is JSON in spirit only", "patches: [{ target: { kind: Service }, patch: '[{ op: remove, path: /spec }]' }]\n"),
  over("a patch that deletes by a name that is not there", patch("$patch: delete\napiVersion: v1\nkind: Service\nmetadata: { name: other }\n")),
  over("a generator of a file that is missing", "configMapGenerator: [{ name: settings, files: [nowhere.txt] }]\n"),
  over("a generator with one key twice", "configMapGenerator: [{ name: settings, literals: [a=1, a=2] }]\n"),
  over("a generator with a literal that is none", "configMapGenerator: [{ name: settings, literals: [nothing] }]\n"),
  over("a generator that merges with nothing", "configMapGenerator: [{ name: nowhere, behavior: merge, literals: [a=1] }]\n"),
  over("a variable of an object that is not there", "vars: [{ name: V, objref: { apiVersion: v1, kind: Service, name: other } }]\n"),
  over("one variable twice", "vars: [{ name: V, objref: { apiVersion: v1, kind: Service, name: web } }, { name: V, objref: { apiVersion: v1, kind: Service, name: web } }]\n"),
  over("a replacement from an object that is not there", "replacements: [{ source: { kind: Nothing, fieldPath: a }, targets: [{ select: { kind: Service }, fieldPaths: [spec.type] }] }]\n"),
  over("a replacement of a field that is not there", "replacements: [{ source: { kind: Service, fieldPath: metadata.name }, targets: [{ select: { kind: Service }, fieldPaths: [spec.no.where] }] }]\n"),
  over("a transformer that Kustomize does not have", "transformers: [t.yaml]\n", { "over/t.yaml": "apiVersion: builtin\nkind: NoSuchTransformer\nmetadata: { name: t }\n" }),
  over("a transformer that is only a field", "transformers: [t.yaml]\n", { "over/t.yaml": "apiVersion: builtin\nkind: SortOrderTransformer\nmetadata: { name: t }\nsortOptions: { order: fifo }\n" }),
  over("a function that runs a program", "transformers: [t.yaml]\n", { "over/t.yaml": "apiVersion: x.example/v1\nkind: Fn\nmetadata: { name: t, annotations: { config.kubernetes.io/function: '{ exec: { path: ./run } }' } }\n", "over/run": "#!/bin/sh\n" }),
  over("a function in a container", "generators: [g.yaml]\n", { "over/g.yaml": "apiVersion: x.example/v1\nkind: Fn\nmetadata: { name: g, annotations: { config.kubernetes.io/function: '{ container: { image: registry.example/fn } }' } }\n" }),
  over("a validator that changes something", "validators: [v.yaml]\n", { "over/v.yaml": "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: { name: v }\nprefix: v-\nfieldSpecs: [{ path: metadata/name }]\n" }),
  over("a remote resource", "components: ['https://remote.example/part.yaml']\n"),
  over("a remote base", "components: ['github.com/example/example//part?ref=v1']\n"),
  over("a configuration that is missing", "configurations: [nowhere.yaml]\n"),
  over("a schema that is missing", "openapi: { path: nowhere.json }\n"),
  over("a version of the schema that is not built in", "openapi: { version: v1.2.3 }\n"),
  over("an order that is none", "sortOptions: { order: random }\n"),
  over("a component that is a kustomization", "components: [../base]\n"),
  over("a resource that is a component", "", { "over/kustomization.yaml": "resources: [../base, ../part]\n", "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnameSuffix: -p\n" }),
  { name: "two of one object", files: { ...base, "over/kustomization.yaml": "resources: [../base, copy.yaml]\n", "over/copy.yaml": service } },
  { name: "an empty kustomization", files: { "over/kustomization.yaml": "" } },
  { name: "a folder without a kustomization", files: { "over/web.yaml": service } },
  { name: "two kustomization files", files: { ...base, "over/kustomization.yaml": "resources: [../base]\n", "over/kustomization.yml": "resources: [../base]\n" } },
  { name: "a kustomization that is not YAML", files: { "over/kustomization.yaml": "resources: [\n" } },
  { name: "kustomizations in a circle", files: { "over/kustomization.yaml": "resources: [../other]\n", "other/kustomization.yaml": "resources: [../over]\n" } },
  { name: "a resource that is not YAML", files: { "over/kustomization.yaml": "resources: [bad.yaml]\n", "over/bad.yaml": "a: [\n" } },
  { name: "a resource without a kind", files: { "over/kustomization.yaml": "resources: [bad.yaml]\n", "over/bad.yaml": "apiVersion: v1\nmetadata: { name: x }\n" } },
  { name: "a resource without a name", files: { "over/kustomization.yaml": "resources: [bad.yaml]\n", "over/bad.yaml": "apiVersion: v1\nkind: ConfigMap\n" } },
  { name: "an object with generateName and without a name", files: { "over/kustomization.yaml": "resources: [job.yaml]\n", "over/job.yaml": "apiVersion: batch/v1\nkind: Job\nmetadata: { generateName: job- }\n" } },
  { name: "a file of another folder, with the load restriction", files: { "over/kustomization.yaml": "resources: [../cm.yaml]\n", "cm.yaml": bare("ConfigMap", "cm") }, restricted: true },
  { name: "a link to a file of another folder, with the load restriction", files: { "over/kustomization.yaml": "resources: [cm.yaml]\n", "over/cm.yaml": { link: "../cm.yaml" }, "cm.yaml": bare("ConfigMap", "cm") }, restricted: true },
  { name: "a folder as a patch", files: { ...base, "over/kustomization.yaml": "resources: [../base]\npatches: [{ path: ../base }]\n" } },
  ...kustomizeChartRefusals,
];

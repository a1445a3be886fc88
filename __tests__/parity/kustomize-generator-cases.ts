// What Kustomize makes itself: ConfigMaps, Secrets and the hashes behind their names.

import { base, bare, over, plugin, type KustomizeCase } from "./kustomize-case.ts";

const env = "# a comment\nA=1\n\nB=two words\nC=\nD='quoted'\nE=a=b\n";

/** Cases of generators. */
export const kustomizeGeneratorCases: readonly KustomizeCase[] = [
  over("generators with files, literals, env and hash suffixes", "configMapGenerator:\n  - name: settings\n    files: [a.txt, renamed=b.txt]\n    literals: [k=v]\n    envs: [c.env]\nsecretGenerator:\n  - name: hidden\n    literals: [p=q]\n", { "over/a.txt": "alpha\n", "over/b.txt": "beta", "over/c.env": "X=1\n" }),
  over("a secret of every source and type", "secretGenerator:\n  - { name: hidden, type: kubernetes.io/tls, files: [tls.crt, tls.key=key.pem] }\n  - { name: more, envs: [c.env], namespace: there }\n", { "over/tls.crt": "crt\n", "over/key.pem": "key\n", "over/c.env": env }),
  over("files of variables with comments, blanks and returns", "configMapGenerator: [{ name: settings, envs: [c.env, d.env] }, { name: legacy, env: c.env }]\n", { "over/c.env": env, "over/d.env": "\uFEFFF=6\r\nG=7\r\n" }),
  over("files that are not text", "configMapGenerator: [{ name: settings, files: [b.bin] }]\nsecretGenerator: [{ name: hidden, files: [b.bin] }]\n", { "over/b.bin": new Uint8Array([0, 255, 254, 10]) }),
  over("files with returns, tabs, blanks at the end, and nothing in them", "configMapGenerator: [{ name: settings, files: [r.txt, t.txt, e.txt, n.txt] }]\n", { "over/r.txt": "a\r\nb\r\n", "over/t.txt": "\tx \n y\n\n", "over/e.txt": "", "over/n.txt": "no end" }),
  over("literals with quotes, colons and more lines", "configMapGenerator:\n  - name: settings\n    literals:\n      - a=\"quoted\"\n      - b='single'\n      - c=x=y:z\n      - d=true\n      - \"e=one\\ntwo\"\n      - f=\n"),
  over("generator options and behaviour", "configMapGenerator:\n  - name: settings\n    literals: [k=v]\n    options: { labels: { l: m }, disableNameSuffixHash: true }\ngeneratorOptions: { annotations: { g: h } }\n"),
  over("options for all: no hashes, labels, immutable", "generatorOptions: { disableNameSuffixHash: true, immutable: true, labels: { a: b } }\nconfigMapGenerator: [{ name: settings, literals: [k=v], options: { immutable: false } }]\nsecretGenerator: [{ name: hidden, literals: [p=q] }]\n"),
  over("merging with what a base generates", "", { "mid/kustomization.yaml": "resources: [../base]\nconfigMapGenerator: [{ name: settings, literals: [a=1, b=1] }]\n", "over/kustomization.yaml": "resources: [../mid]\nconfigMapGenerator: [{ name: settings, behavior: merge, literals: [b=2, c=2] }]\n" }),
  over("replacing what a base generates", "", { "mid/kustomization.yaml": "resources: [../base]\nsecretGenerator: [{ name: s, literals: [a=1] }]\n", "over/kustomization.yaml": "resources: [../mid]\nsecretGenerator: [{ name: s, behavior: replace, literals: [z=9] }]\n" }),
  over("hashes of objects that ask for them", "", { "over/kustomization.yaml": "resources: [../base, cm.yaml]\n", "over/cm.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  annotations: { kustomize.config.k8s.io/needs-hash: 'true' }\ndata: { a: b }\n" }),
  over("hashes below a prefix and a namespace", "namePrefix: p-\nnamespace: space\nconfigMapGenerator: [{ name: settings, literals: [a=b] }]\n"),
  plugin("generators", "ConfigMapGenerator", "literals: [a=b]\nfiles: [a.txt]\nenvs: [c.env]\n", { "over/a.txt": "alpha\n", "over/c.env": env }),
  plugin("generators", "SecretGenerator", "literals: [a=b]\ntype: Opaque\noptions: { disableNameSuffixHash: true }\n"),
  plugin("generators", "IAMPolicyGenerator", "cloud: gke\nkubernetesService: { namespace: n, name: sa }\nserviceAccount: { name: account, projectId: project }\n"),
  over("transformers and generators in files", "transformers: [t.yaml]\ngenerators: [g.yaml]\n", { "over/t.yaml": "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: { name: t }\nprefix: t-\nfieldSpecs: [{ path: metadata/name }]\n", "over/g.yaml": "apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: { name: gen }\nliterals: [a=b]\n" }),
  over("a generator that is written into the kustomization", "generators:\n  - |-\n    apiVersion: builtin\n    kind: SecretGenerator\n    metadata: { name: inline }\n    literals: [a=b]\n"),
  over("a folder of generators, which is a kustomization", "generators: [../g]\n", { "g/kustomization.yaml": "resources: [g.yaml]\nnamePrefix: made-\n", "g/g.yaml": "apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: { name: gen }\nliterals: [a=b]\n" }),
  { name: "a generator's file above the kustomization", files: { ...base, "over/kustomization.yaml": "resources: [../base]\nconfigMapGenerator: [{ name: settings, files: [../shared.txt] }]\n", "shared.txt": "shared" } },
  { name: "nothing but a generator", files: { "over/kustomization.yaml": "configMapGenerator: [{ name: only, literals: [a=b] }]\n" } },
  { name: "names of references that are not touched", files: { "over/kustomization.yaml": "resources: [pod.yaml]\nconfigMapGenerator: [{ name: settings, literals: [a=b] }]\n", "over/pod.yaml": `${bare("Pod", "p")}spec:\n  volumes: [{ name: v, configMap: { name: settings } }, { name: w, projected: { sources: [{ configMap: { name: settings } }, { secret: { name: other } }] } }]\n  containers: [{ name: c, env: [{ name: E, valueFrom: { configMapKeyRef: { name: settings, key: a } } }] }]\n` } },
];

// What a case of the Kustomize corpus is, and the base that most of them build on.

import type { Stand } from "../support/tree.ts";

/** Files by path, relative to the root of the repository. */
export type Texts = Readonly<Record<string, Stand>>;

/** One run of `kustomize build`, ours and the real one. */
export interface KustomizeCase {
  readonly name: string;
  readonly files: Texts;
  /** Folder to build; `over` when absent. */
  readonly folder?: string;
  /** As `kustomize build` does unless told otherwise: what a kustomization reads must lie below it. */
  readonly restricted?: true;
  /** How ours differs, and why that is left so; it does not when absent. */
  readonly differs?: string;
  /** Charts that may stand in for absent ones; kustomize itself is given what `vendored` adds. */
  readonly charts?: readonly string[];
  /** Files that only the real kustomize has: ours does without them. */
  readonly vendored?: Texts;
}

/** A Deployment `web`, which refers to a ConfigMap `settings`. */
export const deployment = `apiVersion: apps/v1
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

/** A Service `web`. */
export const service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: { app: web }\n  ports: [{ port: 80 }]\n";

/** Both, in the folder `base`. */
export const base: Texts = { "base/kustomization.yaml": "resources: [web.yaml, service.yaml]\n", "base/web.yaml": deployment, "base/service.yaml": service };

/** A case of a kustomization in `over`, on top of the base. */
export const over = (name: string, kustomization: string, more: Texts = {}): KustomizeCase => ({
  name,
  files: { ...base, "over/kustomization.yaml": `resources: [../base]\n${kustomization}`, ...more },
});

/** A patch that makes the container privileged. */
export const privileged = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          securityContext: { privileged: true }\n";

/** An object with a name and nothing else. */
export const bare = (kind: string, name: string, apiVersion = "v1"): string => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n`;

/** A case of one of Kustomize's own plugins in a file, as `transformers` or `generators` name it. */
export const plugin = (list: "transformers" | "generators" | "validators", kind: string, fields: string, more: Texts = {}): KustomizeCase =>
  over(`${kind} in a file`, `${list}: [p.yaml]\n`, { "over/p.yaml": `apiVersion: builtin\nkind: ${kind}\nmetadata: { name: p }\n${fields}`, ...more });

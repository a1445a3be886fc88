// What the renderer's tests share: targets as discovery would name them, and a renderer from the build output.

import { join } from "node:path";
import { helmDefaults } from "../../src/core/selection.ts";
import { plainHelm, plainKustomize, type HelmSettings, type HelmTarget, type KustomizeTarget } from "../../src/core/target.ts";
import { openRenderer, type Renderer, type RendererOptions } from "../../src/render/renderer.ts";
import type { Stand } from "../support/tree.ts";

const root = process.cwd(); // jest runs in the root of the repository
const paths = { wasmPath: join(root, "dist", "renderer.wasm.br"), workerPath: join(root, ".tsbuild", "src", "render", "worker.js") };

/** A renderer over the real module. */
export function renderer(options: Omit<Partial<RendererOptions>, "wasmPath" | "workerPath"> = {}): Renderer {
  return openRenderer({ ...paths, ...options });
}

/** The packed module and the compiled worker. */
export const built = paths;

export function helm(path: string, settings: Partial<HelmSettings> = {}): HelmTarget {
  return { ...plainHelm, id: `helm:${path}`, path, helm: { ...helmDefaults, ...settings } };
}

export function kustomize(path: string): KustomizeTarget {
  return { ...plainKustomize, id: `kustomize:${path}`, path };
}

/** A chart in `folder` with one template, `templates/it.yaml`. */
export function chart(folder: string, template: string, values = ""): Record<string, Stand> {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  return {
    [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
    [`${folder}/values.yaml`]: values,
    [`${folder}/templates/it.yaml`]: template,
  };
}

/** A template of a ConfigMap whose one datum is an expression. */
export function configMap(expression: string, name = "it"): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  it: ${expression}\n`;
}

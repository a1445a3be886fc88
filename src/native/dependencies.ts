// Which repositories the dependencies of a chart come from: `helm dependency build` wants them registered before it follows Chart.lock.

import { isMapping, readDocuments } from "../core/manifest.ts";
import { resolvePath, type Tree } from "../core/tree.ts";
import { decodeUtf8 } from "../core/utf8.ts";

/** Says that `charts/` does not hold what the chart declares. helm/helm: pkg/action/dependency.go (CheckDependencies). */
export function lacksDependencies(stderr: string): boolean {
  return /missing in charts\/ directory/.test(stderr);
}

async function textAt(tree: Tree, path: string): Promise<string | null> {
  const led = resolvePath(tree, path);
  if (led.kind !== "found" || led.entry.kind !== "file") return null;
  const bytes = (await tree.read([led.entry.id])).get(led.entry.id);
  return bytes === undefined ? null : decodeUtf8(bytes);
}

/** Addresses (http, https) of the repositories that a chart of the tree names, sorted. */
export async function repositoriesOf(tree: Tree, chart: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const name of ["Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock"]) {
    const text = await textAt(tree, `${chart}/${name}`);
    if (text === null) continue;
    for (const { object } of readDocuments({ path: name, text, origin: "file" }).documents) {
      const dependencies = object["dependencies"];
      for (const dependency of Array.isArray(dependencies) ? dependencies : []) {
        const repository: unknown = isMapping(dependency) ? dependency["repository"] : null;
        if (typeof repository === "string" && /^https?:\/\//.test(repository)) found.add(repository);
      }
    }
  }
  return [...found].sort();
}

/** The file that registers repositories with Helm. JSON is YAML. helm/helm: pkg/repo/repo.go. */
export function repositoryFile(addresses: readonly string[]): string {
  return JSON.stringify({ apiVersion: "v1", repositories: addresses.map((url, index) => ({ name: `r${index}`, url })) });
}

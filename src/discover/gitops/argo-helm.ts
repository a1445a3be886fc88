// What an Application tells Helm. argoproj/argo-cd: reposerver/repository/repository.go (helmTemplate, getResolvedValueFiles), util/helm/cmd.go.

import { doublestar, readGlob } from "../../core/glob.ts";
import { isMapping } from "../../core/manifest.ts";
import type { Trouble } from "../../core/problem.ts";
import { quoteValue } from "../../core/show-value.ts";
import type { HelmSettings } from "../../core/target.ts";
import { joinPath } from "../../core/tree.ts";
import { fileAt } from "../tree-files.ts";
import type { ArgoSource } from "./argo-source.ts";
import { titleOf, troubleWith } from "./declaration.ts";
import { at, list, mapping, readValue, text, texts, type Mapping } from "./loose-values.ts";

/** The settings of a source that is a chart, or why they cannot be told. */
export function settingsOfArgo(source: ArgoSource): { readonly helm: HelmSettings; readonly trouble: Trouble | null } {
  const { gitOps, application, written, namespace } = source;
  const helm = at(written, "helm");
  const inline = valuesOf(helm);
  const files = valuesFilesOf(source);
  const parameters = list(at(helm, "parameters"));
  // Argo CD keeps the last one of a name.
  const pairs = (forced: boolean): readonly string[] => {
    const chosen = parameters.filter((parameter) => (at(parameter, "forceString") === true) === forced);
    return [...new Map(chosen.map((parameter) => [text(at(parameter, "name")), cleanValue(substituteArgo(source, text(at(parameter, "value"))))]))].map(([name, value]) => `${name}=${value}`);
  };
  const setFile: string[] = [];
  let trouble = files.trouble ?? (inline === null ? troubleWith(application, "yaml", `the inline Helm values of ${titleOf(application)} are not YAML that can be read`, "Correct `helm.values`.") : null);
  for (const parameter of list(at(helm, "fileParameters"))) {
    const placed = placeFile(source, text(at(parameter, "path")));
    if (placed.kind === "trouble") trouble ??= placed.trouble;
    else setFile.push(`${text(at(parameter, "name"))}=${cleanValue(placed.path)}`);
  }
  const settings = {
    ...gitOps.selection.helmDefaults,
    release: text(at(helm, "releaseName")) || application.name,
    namespace: text(at(helm, "namespace")) || text(at(written, "namespace")) || namespace,
    valuesFiles: files.paths,
    values: inline ?? {},
    set: pairs(false),
    setString: pairs(true),
    setFile,
    kubeVersion: text(at(helm, "kubeVersion")) || gitOps.selection.helmDefaults.kubeVersion,
    apiVersions: at(helm, "apiVersions") === undefined ? gitOps.selection.helmDefaults.apiVersions : texts(at(helm, "apiVersions")),
    skipTests: at(helm, "skipTests") === true || gitOps.selection.helmDefaults.skipTests,
  };
  return { helm: settings, trouble };
}

function valuesOf(helm: unknown): Mapping | null {
  if (isMapping(at(helm, "valuesObject"))) return mapping(at(helm, "valuesObject"));
  const values = text(at(helm, "values"));
  const read = values === "" ? {} : readValue(values);
  return isMapping(read) ? read : null;
}

/** A comma would end the value, unless it is escaped already or the value is a list. util/helm/cmd.go (cleanSetParameters). */
export function cleanValue(value: string): string {
  return value.startsWith("{") && value.endsWith("}") ? value : value.replace(/(^|[^\\]),/g, "$1\\,").replace(/(^|[^\\]),/g, "$1\\,");
}

/** `$ARGOCD_APP_NAME` and its siblings. argoproj/argo-cd: docs/user-guide/build-environment.md. */
export function substituteArgo({ application, written, namespace }: ArgoSource, value: string): string {
  const known: Readonly<Record<string, string>> = {
    ARGOCD_APP_NAME: application.name,
    ARGOCD_APP_NAMESPACE: namespace,
    ARGOCD_APP_SOURCE_PATH: text(at(written, "path")),
    ARGOCD_APP_SOURCE_REPO_URL: text(at(written, "repoURL")),
    ARGOCD_APP_SOURCE_TARGET_REVISION: text(at(written, "targetRevision")),
    ARGOCD_APP_PROJECT_NAME: text(at(application.object, "spec", "project")),
  };
  return value.replace(/\$(?:\{(ARGOCD_[A-Z_]+)\}|(ARGOCD_[A-Z_]+))/g, (whole: string, braced?: string, bare?: string) => known[braced ?? bare ?? ""] ?? whole);
}

/** argoproj/argo-cd: reposerver/repository/repository.go (isGlobPath). */
const isGlob = (path: string): boolean => /[*?[]/.test(path);

type PlacedFile = { readonly kind: "file"; readonly path: string } | { readonly kind: "trouble"; readonly trouble: Trouble };

/** A file that an Application names: below its path, from the root with `/`, or in another source with `$ref/`. */
function placeFile(source: ArgoSource, name: string): PlacedFile {
  const { application, folder, refs } = source;
  const trouble = (kind: Trouble["kind"], message: string, remedy: string): PlacedFile => ({ kind: "trouble", trouble: troubleWith(application, kind, `${titleOf(application)} ${message}`, remedy) });
  const [, ref, rest] = /^(\$[^/]+)\/(.*)$/s.exec(name) ?? [];
  const referenced = ref === undefined ? undefined : refs.get(ref);
  if (referenced !== undefined) {
    if (referenced.trouble !== null) return { kind: "trouble", trouble: referenced.trouble };
    const path = joinPath(".", substituteArgo(source, rest ?? ""));
    return path === null ? trouble("link-outside", `names the file \`${name}\`, which is outside of the repository`, "Correct the path.") : { kind: "file", path };
  }
  const resolved = substituteArgo(source, name);
  if (/^[a-z]+:\/\//i.test(resolved)) return trouble("remote-resource", `reads \`${resolved}\`, which is not in this repository`, "Keep the file in the repository.");
  if (folder === null) return trouble("refused", `reads \`${name}\` from inside a packaged chart, which cannot be done here`, "Copy these values into the Application, or into a file of this repository that a second source with `ref` names.");
  const path = resolved.startsWith("/") ? joinPath(".", resolved) : joinPath(folder, resolved);
  return path === null ? trouble("link-outside", `names the file \`${name}\`, which is outside of the repository`, "Correct the path.") : { kind: "file", path };
}

function valuesFilesOf(source: ArgoSource): { readonly paths: readonly string[]; readonly trouble: Trouble | null } {
  const { gitOps, written } = source;
  const { tree } = gitOps.survey;
  const ignoreMissing = at(written, "helm", "ignoreMissingValueFiles") === true;
  const placed = texts(at(written, "helm", "valueFiles")).map((name) => placeFile(source, name));
  const explicit = new Set(placed.flatMap((file) => (file.kind === "file" && !isGlob(file.path) ? [file.path] : [])));
  const paths = new Set<string>();
  for (const file of placed) {
    if (file.kind === "trouble") return { paths: [...paths], trouble: file.trouble };
    if (tree.entries.has(file.path) || !isGlob(file.path)) {
      if (!ignoreMissing || fileAt(tree, file.path) !== null) paths.add(file.path);
      continue;
    }
    const glob = readGlob(file.path, doublestar);
    if (glob.kind === "refused") return { paths: [...paths], trouble: troubleWith(source.application, "refused", `${titleOf(source.application)} reads the values files ${quoteValue(file.path)}, a glob that ${glob.reason}`, "Correct the glob.") };
    const matched = [...tree.entries].flatMap(([path, { kind }]) => (kind !== "folder" && glob.matches(path) ? [path] : []));
    if (matched.length === 0 && !ignoreMissing) paths.add(file.path); // which Helm will not find, as Argo CD does not
    for (const path of matched) if (!explicit.has(path)) paths.add(path);
  }
  return { paths: [...paths], trouble: null };
}

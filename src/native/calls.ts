// What the tools are told. Every value is joined to its option or stands behind `--`, and every path is absolute, so that no text of a
// repository can become an option or an address.

import { join } from "node:path";
import type { Trouble } from "../core/problem.ts";
import type { HelmTarget, KustomizeTarget } from "../core/target.ts";
import { joinPath } from "../core/tree.ts";
import type { Tools } from "./tools.ts";

/** One value of an option that splits its values as CSV does. spf13/pflag: string_slice.go. */
function csv(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function refused(message: string, remedy: string): Trouble {
  return { kind: "refused", path: null, line: null, message, remedy, blocking: true };
}

const embedded = "Use the embedded engine for it, or leave the target out";

/** Leaves the tree, or is an address: what `--set-file` would read of the machine or the network. */
const LEAVES = /\.\.|:\/\/|[=,]\s*(?:[/\\~]|[A-Za-z]:)/;

/** Why the tools cannot render a target as it is meant; null when they can. */
export function refusalOf(target: HelmTarget | KustomizeTarget): Trouble | null {
  if (target.engine === "kustomize") {
    if (joinPath(".", target.path) === null) return refused(`The path \`${target.path}\` leaves the repository`, "Correct the path");
    if (target.edits === null && target.substitute === null) return null;
    return refused("What Flux or Argo CD adds to a kustomization (patches, images, variables …) is not known to `kustomize build`, so the native engine does not render it", embedded);
  }
  const { helm, path, wanted } = target;
  if (wanted !== null) return refused(`The chart \`${wanted.name}\` is to be taken from the chart cache, which the native engine does not have`, embedded);
  if (helm.defaultsFiles.length + helm.defaultsInChart.length > 0) return refused("Values files that take the place of a chart's own values are not known to `helm template`, so the native engine does not render it", embedded);
  if (helm.postRenderers.length > 0) return refused("Post-renderers of a HelmRelease are not known to `helm template`, so the native engine does not render it", embedded);
  const leaving = [path, ...helm.valuesFiles].find((file) => joinPath(".", file) === null) ?? helm.setFile.find((setting) => LEAVES.test(setting));
  return leaving === undefined ? null : refused(`\`${leaving}\` names a file outside the repository`, "Name a file of the repository, relative to its root");
}

/** The arguments of `helm template` for a target in the tree at `root`; `inline` is the file with its inline values. */
export function helmArguments({ path, helm }: HelmTarget, root: string, inline: string | null): readonly string[] {
  const each = (option: string, values: readonly string[]): readonly string[] => values.map((value) => `--${option}=${value}`);
  const files = [...helm.valuesFiles.map((file) => join(root, joinPath(".", file) ?? ".")), ...(inline === null ? [] : [inline])];
  return [
    "template",
    "--include-crds",
    `--namespace=${helm.namespace}`,
    ...each("values", files.map(csv)),
    ...each("set", helm.set),
    ...each("set-string", helm.setString),
    ...each("set-json", helm.setJson),
    ...each("set-file", helm.setFile),
    ...(helm.kubeVersion === "" ? [] : [`--kube-version=${helm.kubeVersion}`]),
    ...each("api-versions", helm.apiVersions),
    ...(helm.skipTests ? ["--skip-tests"] : []),
    "--",
    helm.release,
    join(root, path),
  ];
}

/**
 * The arguments that build a kustomization of the tree at `root`. Programs and charts from elsewhere are what the native engine is for.
 * Without the restriction to the kustomization's own folder a path can climb out of the tree into the machine, which the programs that a
 * kustomization names can do in any case: it is lifted where the configuration says so.
 */
export function buildArguments({ path, loadRestrictor }: KustomizeTarget, root: string, { helm, builder }: Tools): readonly string[] {
  const command = builder.name === "kustomize" ? ["build", "--enable-exec"] : ["kustomize"];
  return [...command, "--enable-alpha-plugins", "--enable-helm", `--helm-command=${helm}`, `--load-restrictor=LoadRestrictions${loadRestrictor === "none" ? "None" : "RootOnly"}`, "--", join(root, path)];
}

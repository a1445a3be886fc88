// Where in this repository a source and a path lead, or why they lead elsewhere.

import type { Trouble } from "../../core/problem.ts";
import { joinPath, resolvePath } from "../../core/tree.ts";
import { behindArtifact } from "./artifact-folder.ts";
import { titleOf, troubleWith, type GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { at, canonical, text } from "./loose-values.ts";
import { nearestObject } from "./nearest-object.ts";
import type { WrittenObject } from "./repository-objects.ts";
import { isPinned, isThisRepository, normalAddress, normalBranch } from "./this-repository.ts";

/** A folder of this repository, or what is in the way. `path` is `.` where nobody can tell the folder. */
export interface SourceFolder {
  readonly path: string;
  readonly trouble: Trouble | null;
  /** What is known of the source, for comparing both sides. */
  readonly decides: string;
  /** True when what is deployed are not the files at `path` of this tree. */
  readonly isElsewhere: boolean;
  /** The branch of this repository that is deployed, as a list: empty where it is none, or nobody says which. */
  readonly branches: readonly string[];
}

type Found = Pick<SourceFolder, "path" | "trouble">;

const isMissing = ({ trouble }: Found): boolean => trouble?.kind === "missing-file";

const REMEDY = "If it is this repository, add the address under `repository:` in the configuration; otherwise check it in its own repository.";

/** The folder that a `sourceRef` of Flux and a path in it mean. */
export function folderOfFlux(gitOps: GitOps, object: DeployedObject, writtenRef: unknown, writtenPath: string): SourceFolder {
  const { sourceRef, path: written } = behindArtifact(gitOps.sources, { sourceRef: writtenRef, path: writtenPath }, object.namespace, object.path);
  const [kind, name] = [text(at(sourceRef, "kind")) || "GitRepository", text(at(sourceRef, "name"))];
  const namespace = text(at(sourceRef, "namespace")) || object.namespace;
  const source = findSource(gitOps, kind, namespace, name, object.path);
  const found = folderAt(gitOps, object, written);
  const decides = source === null ? `${kind} ${namespace}/${name}` : canonical([at(source.object, "spec", "url"), at(source.object, "spec", "ref")]);
  if (source === null ? isProbablyHere(gitOps, kind, name, found) : isSourceHere(gitOps, source, found)) {
    if (source === null) return { ...found, decides, isElsewhere: isMissing(found), branches: [] };
    const [pin, branch] = [["commit", "tag", "semver", "name"].map((field) => refOf(source, field)).find(isPinned), refOf(source, "name") || refOf(source, "branch")];
    if (pin !== undefined) return { ...found, decides, trouble: pinned(object, pin), isElsewhere: true, branches: [] };
    return { ...found, decides, isElsewhere: isMissing(found), branches: branch === "" && gitOps.selection.repositories.length > 0 ? [] : [branchOf(gitOps, text(at(source.object, "spec", "url")), branch)] };
  }
  const address = text(at(source?.object, "spec", "url"));
  const what = source === null ? `${kind} \`${namespace}/${name}\`, which is not in this repository` : `${kind} \`${namespace}/${name}\` at \`${address}\`, which is another repository`;
  return { path: found.path, decides, trouble: troubleWith(object, "remote-resource", `${titleOf(object)} takes \`${written || "."}\` from ${what}`, REMEDY), isElsewhere: true, branches: [] };
}

const refOf = ({ object }: WrittenObject, field: string): string => text(at(object, "spec", "ref", field));

/** The folder that an address, a revision and a path of Argo CD mean. */
export function folderOfArgo(gitOps: GitOps, object: DeployedObject, address: string, revision: string, written: string): SourceFolder {
  const found = folderAt(gitOps, object, written);
  const decides = canonical([normalAddress(address), revision]);
  const here = isThisRepository(address, gitOps.selection.repositories) ?? found.trouble === null;
  if (!here) return { path: found.path, decides, trouble: troubleWith(object, "remote-resource", `${titleOf(object)} takes \`${written || "."}\` from \`${address}\`, which is another repository`, REMEDY), isElsewhere: true, branches: [] };
  if (isPinned(revision)) return { ...found, decides, trouble: pinned(object, revision), isElsewhere: true, branches: [] };
  return { ...found, decides, isElsewhere: isMissing(found), branches: [branchOf(gitOps, address, revision)] };
}

/** A branch; where nobody knows the address of this repository, with the one that is taken for it, so that another one is noticed. */
function branchOf({ selection }: GitOps, address: string, revision: string): string {
  return selection.repositories.length > 0 ? normalBranch(revision) : `${normalBranch(revision)} of ${normalAddress(address)}`;
}

function pinned(object: DeployedObject, revision: string): Trouble {
  return troubleWith(object, "remote-resource", `${titleOf(object)} deploys revision \`${revision}\` of this repository, whatever its branches hold`, "A change of these files has no effect until the revision is changed, too; point it at a branch to have them looked at.");
}

function folderAt({ survey }: GitOps, object: DeployedObject, written: string): Found {
  const path = joinPath(".", written);
  const resolved = path === null ? null : resolvePath(survey.tree, path);
  if (path !== null && resolved?.kind === "found" && resolved.entry.kind === "folder") return { path: resolved.path, trouble: null };
  if (resolved?.kind === "submodule") return { path: path ?? ".", trouble: troubleWith(object, "submodule", `${titleOf(object)} names \`${written}\`, which is in a submodule, whose files are not in this repository`, "Check it in its own repository.") };
  return { path: path ?? ".", trouble: troubleWith(object, "missing-file", `${titleOf(object)} names the folder \`${written}\`, which is not in this repository`, "Correct the path.") };
}

/** The object of a source; null when the repository does not hold it. */
export function findSource({ sources }: GitOps, kind: string, namespace: string, name: string, from: string): WrittenObject | null {
  const byName = sources.filter((source) => source.kind === kind && source.name === name);
  return nearestObject(byName, { kind, namespace, name, from }) ?? byName[0] ?? null;
}

function isSourceHere({ selection, sources }: GitOps, source: WrittenObject, found: Found): boolean {
  const known = source.kind === "Bucket" ? null : isThisRepository(text(at(source.object, "spec", "url")).replace(/^oci:/, ""), selection.repositories);
  if (known !== null) return known;
  const alike = new Set(sources.filter(({ kind }) => kind === source.kind).map(({ object }) => canonical(at(object, "spec", "url"))));
  return found.trouble === null && (alike.size === 1 || source.name === "flux-system");
}

/** What bootstraps Flux often makes the source of the repository itself, which then is not a file in it. */
function isProbablyHere({ sources }: GitOps, kind: string, name: string, found: Found): boolean {
  return found.trouble === null && (name === "flux-system" || (kind === "GitRepository" && !sources.some((source) => source.kind === "GitRepository")));
}

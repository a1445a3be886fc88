// Targets that objects of Flux and Argo CD in the repository declare: what is really deployed, with the values that live there.

import type { Selection } from "../../core/selection.ts";
import { identityOf, type Target } from "../../core/target.ts";
import type { Survey } from "../survey.ts";
import { targetsOfApplication } from "./application.ts";
import { targetsOfApplicationSet } from "./application-set.ts";
import type { GitOps } from "./declaration.ts";
import { deployedObjects, isFluxKustomization, type DeployedObject } from "./deployed-objects.ts";
import { targetOfFluxKustomization } from "./flux-kustomization.ts";
import { targetOfHelmRelease } from "./helm-release.ts";
import { loadPatches } from "./kustomization-edits.ts";
import { dataOf } from "./referenced-data.ts";
import { repositoryObjects, type WrittenObject } from "./repository-objects.ts";
import { routesOfFlux } from "./routes.ts";

export interface Declared {
  readonly targets: readonly Target[];
  /** Kustomization folders and manifest files that a declared target builds, so that they need not be looked at by themselves. */
  readonly covers: { readonly kustomizations: ReadonlySet<string>; readonly files: ReadonlySet<string> };
}

/** Everything that objects outside of charts and excluded paths declare, sorted by id. */
export async function declaredTargets(survey: Survey, selection: Selection, isExcluded: (path: string) => boolean): Promise<Declared> {
  const written = await repositoryObjects(survey, isExcluded);
  if (!written.some(declares)) return { targets: [], covers: { kustomizations: new Set(), files: new Set() } };
  await loadPatches(survey);
  const findData = await dataOf(survey, written);
  const gitOps: GitOps = { survey, selection, sources: written.filter(isSource), findData };
  const found: Target[] = [];
  for (const object of deployedObjects(survey, written, declares, findData)) found.push(...(await targetsOf(gitOps, object)));
  const targets = numbered(found);
  return { targets, covers: coveredBy(survey, targets) };
}

/** True for Flux's sources. */
export function isSource({ apiVersion }: Pick<WrittenObject, "apiVersion">): boolean {
  return /^source\.(?:toolkit|extensions)\.fluxcd\.io\//.test(apiVersion);
}

/** True for an object that declares targets. */
export function declares(object: Pick<WrittenObject, "apiVersion" | "kind">): boolean {
  const { apiVersion, kind } = object;
  if (apiVersion === "argoproj.io/v1alpha1") return kind === "Application" || kind === "ApplicationSet";
  return isFluxKustomization(object) || (kind === "HelmRelease" && apiVersion.startsWith("helm.toolkit.fluxcd.io/v2"));
}

/** The targets of one object as it is applied. */
export async function targetsOf(gitOps: GitOps, object: DeployedObject): Promise<readonly Target[]> {
  switch (object.kind) {
    case "Application":
      return targetsOfApplication(gitOps, object);
    case "ApplicationSet":
      return targetsOfApplicationSet(gitOps, object);
    case "HelmRelease":
      return [targetOfHelmRelease(gitOps, object)];
    default:
      return [await targetOfFluxKustomization(gitOps, object)];
  }
}

/** Objects of one name get numbers, what builds folders before charts, then in the order of their files; the very same target from one object counts once. */
function numbered(found: readonly Target[]): readonly Target[] {
  const ordered = [...found].sort((a, b) => compare(b.engine, a.engine) || compare(a.declaredBy?.path ?? "", b.declaredBy?.path ?? "") || (a.declaredBy?.line ?? 0) - (b.declaredBy?.line ?? 0));
  const times = new Map<string, number>();
  const taken = new Set<string>();
  const seen = new Set<string>();
  const targets = ordered.flatMap((target): readonly Target[] => {
    const same = JSON.stringify([target.id, target.declaredBy?.path, target.declaredBy?.line, target.declaredBy?.decides]);
    if (seen.has(same)) return [];
    seen.add(same);
    const identity = identityOf(target);
    let time = (times.get(identity) ?? 0) + 1;
    while (time > 1 && taken.has(`${identity}#${time}`)) time++;
    times.set(identity, time);
    const one = time === 1 ? target : { ...target, id: `${target.id}#${time}` };
    taken.add(identityOf(one));
    return [one];
  });
  return targets.sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function coveredBy(survey: Survey, targets: readonly Target[]): Declared["covers"] {
  const kustomizations = new Set<string>();
  const files = new Set<string>();
  for (const target of targets) {
    if (target.unresolvable !== null) continue;
    if (target.engine === "manifests") for (const file of target.files) files.add(file);
    if (target.engine !== "kustomize") continue;
    if (survey.kustomizations.has(target.path)) kustomizations.add(target.path);
    else for (const [file, route] of routesOfFlux(survey, target.path)) (route.length === 0 ? files : kustomizations).add(route.at(-1) ?? file);
  }
  return { kustomizations, files };
}

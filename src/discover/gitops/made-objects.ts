// Objects of Flux and Argo CD that are not written down but rendered, and the targets that they declare.

import type { ManifestSource } from "../../core/rendering.ts";
import type { Selection } from "../../core/selection.ts";
import { identityOf, type Target } from "../../core/target.ts";
import { exclusion } from "../glob.ts";
import type { Survey } from "../survey.ts";
import { declares, isSource, targetsOf } from "./declared-targets.ts";
import type { GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { dataOf } from "./referenced-data.ts";
import { mayDeclare, objectsIn, repositoryObjects, type WrittenObject } from "./repository-objects.ts";

/** What one rendering made: objects that declare targets, and what these refer to. */
export interface Made {
  /** Id of the target that was rendered. */
  readonly by: string;
  readonly objects: readonly WrittenObject[];
}

/** Such objects of a rendering, with the namespace of its target where they name none; none when nothing in it declares a target. */
export function objectsMade(target: Target, sources: readonly ManifestSource[]): readonly WrittenObject[] {
  if (!sources.some(({ text }) => mayDeclare(text))) return [];
  const namespace = target.engine === "helm" ? target.helm.namespace : target.namespace;
  // Lines of an output are no lines of a file.
  const found = sources.flatMap(({ path, text }) => objectsIn(text).map((object) => ({ ...object, path: path ?? target.path, line: 1, namespace: object.namespace || namespace })));
  return found.some(declares) ? found : [];
}

/** The targets of rendered objects, those of earlier renderings first. What is declared already (`known`) is left out; what has its name and is another gets a number. */
export async function targetsMade(survey: Survey, selection: Selection, made: readonly Made[], known: readonly Target[]): Promise<readonly Target[]> {
  const rendered = made.flatMap(({ objects }) => objects);
  if (rendered.length === 0) return [];
  const all = [...rendered, ...(await repositoryObjects(survey, exclusion(selection.exclude)))];
  const gitOps: GitOps = { survey, selection, sources: all.filter(isSource), findData: await dataOf(survey, all) };
  const taken = new Map(known.map((target) => [identityOf(target), target.declaredBy?.decides ?? ""]));
  const targets: Target[] = [];
  for (const { by, objects } of made) {
    for (const object of objects.filter(declares)) {
      for (const target of await targetsOf(gitOps, asApplied(object))) {
        // What a kustomization builds was mostly read from its files before, with what the kustomization does to it.
        const one = by.startsWith("kustomize:") && taken.has(identityOf(target)) ? null : distinct(target, taken);
        if (one !== null) targets.push(one);
      }
    }
  }
  return targets;
}

/** The target under a name that is free; null when it is there already. */
function distinct(target: Target, taken: Map<string, string>): Target | null {
  for (let number = 1; ; number++) {
    const one = number === 1 ? target : { ...target, id: `${target.id}#${number}` };
    const [identity, decides] = [identityOf(one), one.declaredBy?.decides ?? ""];
    const there = taken.get(identity);
    if (there === decides) return null;
    if (there !== undefined) continue;
    taken.set(identity, decides);
    return one;
  }
}

/** Nothing changes it any more. */
function asApplied({ tooLarge, ...written }: WrittenObject): DeployedObject {
  const message = `${written.kind} \`${written.name}\` has more than 100,000 parts`;
  return { ...written, trouble: tooLarge ? { kind: "limit", path: written.path, line: null, message, remedy: "Write less of it with aliases.", blocking: true } : null };
}

// What a target that cannot be rendered would be made of: a change of that is a change of containers that nobody looks at.

import type { Trouble } from "../core/problem.ts";
import type { Target } from "../core/target.ts";
import { isWithin } from "../core/tree.ts";
import { gatherInputs, type Closure, type Inputs } from "./closure.ts";
import { filesNamed, helmClosure } from "./helm-closure.ts";
import { kustomizeClosure } from "./kustomize-closure.ts";
import type { Survey } from "./survey.ts";

/** The inputs of a target that something stands in the way of, as far as they are in this tree. */
export async function unseenClosure(survey: Survey, target: Target, trouble: Trouble): Promise<Closure> {
  const { declaredBy } = target;
  const inputs = new Map([...(await inputsOfEngine(survey, target)), ...inputsBeside(survey, target).inputs]);
  // Nothing is rendered, so that what a reading could find beyond these is not looked for either.
  return { inputs, complete: true, charts: [], files: declaredBy === null ? [] : [declaredBy.path], troubles: [trouble] };
}

/** Files that are named one by one, and the whole folder: a program that makes manifests may read all of it. */
function inputsBeside({ tree }: Survey, target: Target): Inputs {
  const gathered = gatherInputs(tree);
  const { path, isElsewhere } = target;
  if (target.engine === "manifests") for (const file of target.files) gathered.add(file);
  // What a source that is elsewhere names beside its own folder may be of this tree, as the values of a packaged chart are.
  if (target.engine === "helm") for (const file of filesNamed(target.helm)) if (!isElsewhere || !isWithin(file, path)) gathered.add(file);
  if (!isElsewhere) gathered.addFolder(path);
  return gathered;
}

async function inputsOfEngine(survey: Survey, target: Target): Promise<Closure["inputs"]> {
  if (target.isElsewhere) return new Map();
  if (target.engine === "kustomize") return (await kustomizeClosure(survey, target)).inputs;
  return target.engine === "helm" ? (await helmClosure(survey, target)).inputs : new Map();
}

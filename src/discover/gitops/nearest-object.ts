// Which of several objects of one name is meant: repositories hold one for each cluster, and leave namespaces to kustomizations.

import type { WrittenObject } from "./repository-objects.ts";

/** What is referred to, and from where. */
export interface ObjectReference {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The file that refers to it. */
  readonly from: string;
}

type Placed = Pick<WrittenObject, "kind" | "namespace" | "name" | "path">;

/** The object that is meant: one of its namespace before one that names none, then the one nearest in the tree; null when there is none. */
export function nearestObject<Candidate extends Placed>(candidates: readonly Candidate[], { kind, namespace, name, from }: ObjectReference): Candidate | null {
  const rank = (candidate: Candidate): number => (candidate.namespace === namespace ? 10_000 : 0) + sharedFolders(candidate.path, from);
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (candidate.kind !== kind || candidate.name !== name || (candidate.namespace !== namespace && candidate.namespace !== "")) continue;
    if (best === null || rank(candidate) > rank(best)) best = candidate;
  }
  return best;
}

function sharedFolders(a: string, b: string): number {
  const [one, other] = [a.split("/"), b.split("/")];
  const differs = one.findIndex((part, i) => part !== other[i]);
  return differs < 0 ? one.length : differs;
}

// Kustomizations that Kustomize refuses on both sides for the same reason: where the change touches nothing in them that could hold or
// change a pod, such as the roles and definitions that operators generate, what they would have come to is the same.

import { splitDocuments } from "./core/chunk.ts";
import { podlessKind } from "./core/podless-kinds.ts";
import type { Trouble } from "./core/problem.ts";
import type { BlobId, Tree } from "./core/tree.ts";
import { decodeUtf8 } from "./core/utf8.ts";
import type { Compared, LookedAt } from "./gate.ts";

interface Trees {
  readonly base: Tree | null;
  readonly head: Tree;
}

const MAX_FILES = 200; // that differ: to read more would take longer than it is worth

/** What replacements and variables may carry into a pod. */
const CARRIED: ReadonlySet<string> = new Set(["ConfigMap", "Secret"]);

const saysOf = ({ kind, path, line, message }: Trouble): string => JSON.stringify([kind, path, line, message]);

/** What blocks on a side for reasons that nobody knows. */
const unexplained = ({ problems }: LookedAt): readonly Trouble[] => problems.filter(({ blocking, decides }) => blocking && decides === undefined);

/** Both sides of a target, each failure as decided by what it says, where no file that differs holds anything of a pod. */
export async function markPodlessChanges(compared: Compared, trees: Trees): Promise<Compared> {
  const { planned, base, head } = compared;
  const { differing } = planned;
  if (planned.head?.engine !== "kustomize" || trees.base === null || differing === null || differing.length > MAX_FILES) return compared;
  const said = new Set(unexplained(base).map(saysOf));
  if (!unexplained(head).some((trouble) => said.has(saysOf(trouble)))) return compared;
  if (!(await arePodless(trees.base, differing.map(([before]) => before))) || !(await arePodless(trees.head, differing.map(([, after]) => after)))) return compared;
  // What only one side says has nothing on the other that decides the same.
  const mark = (trouble: Trouble): Trouble => (trouble.decides === undefined ? { ...trouble, decides: saysOf(trouble) } : trouble);
  const marked = (side: LookedAt): LookedAt => ({ ...side, problems: side.problems.map(mark) });
  return { planned, base: marked(base), head: marked(head) };
}

/** Whether all are files of documents that hold no pods and nothing that is carried into one. */
async function arePodless(tree: Tree, ids: readonly (BlobId | null)[]): Promise<boolean> {
  const blobs = await tree.read(ids.flatMap((id) => id ?? []));
  return ids.every((id) => {
    const bytes = id === null ? undefined : blobs.get(id);
    const text = bytes === undefined ? null : decodeUtf8(bytes);
    return text !== null && splitDocuments(text).map((chunk) => podlessKind(chunk.text)).every((kind) => kind !== null && !CARRIED.has(kind));
  });
}

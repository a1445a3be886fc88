// What a commit object says of itself. In a shallow clone `HEAD^` and `git log` do not know the parents; the object does.

import { NoVerdictError } from "../core/failure.ts";
import type { ObjectReader } from "./object-reader.ts";

/** Ids of a commit's parents, in order. Throws a NoVerdictError when the commit is not in this clone. */
export async function readParents(objects: ObjectReader, sha: string): Promise<readonly string[]> {
  const commit = (await objects.read([sha])).get(sha);
  if (commit?.type !== "commit") throw new NoVerdictError("base-unavailable", `commit ${sha} is not in this clone`, `Fetch it first: \`git fetch origin ${sha}\`.`);
  const text = Buffer.from(commit.bytes).toString("latin1");
  const [header = ""] = text.split("\n\n", 1);
  return header.split("\n").flatMap((line) => (line.startsWith("parent ") ? [line.slice("parent ".length)] : []));
}

// From what people write to the commit they mean.

import { UsageError } from "../core/failure.ts";
import { demandObjectId, isObjectId } from "./object-reader.ts";
import { type Git, lineOf, runGit } from "./run-git.ts";

/** The object that an expression names, or null. What begins like an option never reaches git as one. */
async function lookUp(git: Git, expression: string): Promise<string | null> {
  const answer = await runGit(git, ["rev-parse", "--verify", "--quiet", "--end-of-options", expression]);
  const id = lineOf(answer);
  return answer.code === 0 && isObjectId(id) ? id : null;
}

/** The full id of the commit that a revision names (an annotated tag is its commit), or null when it names none. */
export async function findCommit(git: Git, revision: string): Promise<string | null> {
  // No name of git's begins with a dash or holds control characters: git-check-ref-format.
  if (revision === "" || revision.startsWith("-") || /[\0-\x1f\x7f]/.test(revision)) return null;
  return lookUp(git, `${revision}^{commit}`);
}

async function explain(git: Git, revision: string): Promise<UsageError> {
  const shown = `revision ${JSON.stringify(revision)}`;
  if (/[^.]\.\.|^\.\./.test(revision)) return new UsageError(`${shown} is a range`, "Name one commit, branch or tag; the other side has an option of its own.");
  const sound = !revision.startsWith("-") && !revision.includes("\0") && revision !== "";
  if (sound && (await lookUp(git, revision)) !== null) return new UsageError(`${shown} is not a commit`, "Name a commit, a branch or a tag of a commit.");
  if (sound && (await findCommit(git, `refs/remotes/origin/${revision}`)) !== null) {
    return new UsageError(`${shown} does not exist`, `Did you mean \`origin/${revision}\`?`);
  }
  return new UsageError(`${shown} does not exist in this clone`, "Name a commit, branch or tag that `git log` knows; what only the remote has must be fetched first (`git fetch`).");
}

/** The full id of the commit that a revision names. Throws a UsageError when it names none. */
export async function resolveCommit(git: Git, revision: string): Promise<string> {
  const commit = await findCommit(git, revision);
  if (commit === null) throw await explain(git, revision);
  return commit;
}

/** Full name of the branch that a symbolic ref points to; null when it is not there. */
export async function symbolicTarget(git: Git, ref: string): Promise<string | null> {
  const answer = await runGit(git, ["symbolic-ref", "--quiet", ref]);
  return answer.code === 0 ? lineOf(answer) : null;
}

/** The best common ancestor of two commits that are here, or null when this clone knows of none. */
export async function mergeBase(git: Git, a: string, b: string): Promise<string | null> {
  const answer = await runGit(git, ["merge-base", demandObjectId(a), demandObjectId(b)]);
  return answer.code === 0 ? lineOf(answer) : null;
}

// The base that is meant when nobody names one: where the work left the default branch.

import { NoVerdictError, UsageError } from "../core/failure.ts";
import type { Repository } from "./repository.ts";

/** Nobody named a base, and there is none that could be meant. */
export class NoDefaultBase extends UsageError {}

interface Branch {
  /** As people write it: `origin/main`. */
  readonly name: string;
  readonly tip: string;
}

/** The default branch: what origin says, then what it is usually called, at origin and here. Null when there is none. */
async function findDefaultBranch(repository: Repository): Promise<Branch | null> {
  const told = await repository.symbolicTarget("refs/remotes/origin/HEAD");
  const usual = ["refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master", "refs/heads/trunk"];
  for (const ref of told === null ? usual : [told, ...usual]) {
    const tip = await repository.findCommit(ref);
    if (tip !== null) return { name: ref.replace(/^refs\/(?:heads|remotes)\//, ""), tip };
  }
  return null;
}

/** What to type instead, as far as this clone can follow. */
async function suggestion(repository: Repository, revision: string, commit: string): Promise<string> {
  const [parent] = await repository.parents(commit);
  if (parent === undefined) return "It has no parent to compare with: judge what is there with `seccomp-gate scan`, or name another revision with `--base`.";
  if (await repository.has(parent)) return `Name the revision to compare with, for example \`--base ${revision}~1\`.`;
  return `Fetch its history (\`git fetch --unshallow\`), then name the revision to compare with, for example \`--base ${revision}~1\`.`;
}

/** The error for a repository without a commit. */
export function emptyRepository(root: string): UsageError {
  return new UsageError(`the repository \`${root}\` has no commit yet: there is nothing to compare with`, "Judge what is there with `seccomp-gate scan`.");
}

/** The merge base of a commit and the default branch, which may be the commit itself; null when there is no default branch. */
async function leftDefaultBranch(repository: Repository, commit: string): Promise<{ readonly base: string; readonly branch: string } | null> {
  const branch = await findDefaultBranch(repository);
  if (branch === null) return null;
  const base = await repository.mergeBase(commit, branch.tip);
  if (base !== null) return { base, branch: branch.name };
  const message = `\`${branch.name}\` and ${commit} have no common history in this clone`;
  if (await repository.isShallow()) throw new NoVerdictError("base-unavailable", message, "Fetch it (`git fetch --unshallow`; in a workflow `fetch-depth: 0`), or name the base with `--base`.");
  throw new UsageError(message, "Name the revision to compare with: `--base REV`.");
}

/**
 * Where `revision` left the default branch. Throws NoDefaultBase when it is part of the default branch or there is none, and a
 * NoVerdictError when the clone is too shallow to tell.
 */
export async function defaultBase(repository: Repository, revision: string): Promise<string> {
  const commit = await repository.findCommit(revision);
  if (commit === null && revision === "HEAD") throw emptyRepository(repository.root);
  const head = commit ?? (await repository.resolveCommit(revision));
  const left = await leftDefaultBranch(repository, head);
  if (left === null) throw new NoDefaultBase("no base is named, and neither `origin/HEAD` nor a branch `main`, `master` or `trunk` exists", await suggestion(repository, revision, head));
  if (left.base !== head) return left.base;
  throw new NoDefaultBase(`no base is named, and \`${revision}\` is part of the default branch \`${left.branch}\``, await suggestion(repository, revision, head));
}

/** The base of uncommitted work: where HEAD left the default branch, or HEAD itself where it did not. Throws a UsageError without a commit. */
export async function defaultWorktreeBase(repository: Repository): Promise<string> {
  const head = await repository.head();
  if (head === null) throw emptyRepository(repository.root);
  return (await leftDefaultBranch(repository, head))?.base ?? head;
}

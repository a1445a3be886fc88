// Which two commits are compared: on the command line by what the user says, in a workflow by what the event says.

import { NoVerdictError, UsageError } from "../core/failure.ts";
import { defaultBase, defaultWorktreeBase, emptyRepository } from "./default-base.ts";
import type { RemoteAccess } from "./remote.ts";
import type { Repository } from "./repository.ts";

/** Two sides that are both in this clone. */
export interface Revisions {
  readonly base: string;
  /** `worktree` for what is on disk. */
  readonly head: string;
}

export interface DiffRequest {
  readonly base?: string | undefined;
  /** `HEAD` when left out. */
  readonly head?: string | undefined;
  readonly worktree?: boolean | undefined;
}

/** What must be checked out. */
export type HeadPlan =
  /** A merge commit whose second parent is `headSha`, or `headSha` itself. */
  | { readonly kind: "tested-merge"; readonly headSha: string }
  | { readonly kind: "commit"; readonly sha: string };

export type BasePlan =
  /** First parent of the checked-out merge commit; where the head itself is checked out, its merge base with `baseSha`. */
  | { readonly kind: "first-parent"; readonly baseSha: string }
  | { readonly kind: "commit"; readonly sha: string }
  /** Merge base of the head and the tip of a branch of the remote. */
  | { readonly kind: "merge-base"; readonly branch: string }
  /** As the user wrote it. */
  | { readonly kind: "revision"; readonly revision: string };

/** What an event asks for, as plain data. */
export interface EventPlan {
  readonly head: HeadPlan;
  readonly base: BasePlan;
}

/** The commits that `seccomp-gate diff` compares. Throws a UsageError, or a NoVerdictError when a shallow clone cannot tell. */
export async function resolveDiff(repository: Repository, { base, head, worktree = false }: DiffRequest): Promise<Revisions> {
  if (worktree && head !== undefined) throw new UsageError("`--worktree` and `--head` exclude each other", "Give one of the two.");
  if (worktree && repository.bare) throw new UsageError(`\`${repository.root}\` is a bare repository, which has no work tree`, "Give `--head REV` instead of `--worktree`.");
  if (worktree) return { base: base === undefined ? await defaultWorktreeBase(repository) : await repository.resolveCommit(base), head: "worktree" };
  if (head === undefined && (await repository.head()) === null) throw emptyRepository(repository.root);
  const revision = head ?? "HEAD";
  const commit = await repository.resolveCommit(revision);
  return { base: base === undefined ? await defaultBase(repository, revision) : await repository.resolveCommit(base), head: commit };
}

function otherCommit(checkedOut: string | null, named: string): NoVerdictError {
  const found = checkedOut === null ? "no commit is checked out" : `commit ${checkedOut} is checked out`;
  return new NoVerdictError("base-unavailable", `${found}, which is not the commit ${named} that the event names`, "Let actions/checkout check out what the event names: leave out its `ref`, or set `working-directory` to its `path`.");
}

interface CheckedOut {
  readonly commit: string;
  /** Of the merge commit that the platform made for the test; null when something else is checked out. */
  readonly firstParent: string | null;
}

/** Certifies that what is checked out is what the event names. */
async function checkHead(repository: Repository, plan: HeadPlan): Promise<CheckedOut> {
  const commit = await repository.head();
  const named = plan.kind === "commit" ? plan.sha : plan.headSha;
  if (commit === null) throw otherCommit(null, named);
  if (commit === named) return { commit, firstParent: null };
  if (plan.kind === "commit") throw otherCommit(commit, named);
  const [first, second, ...more] = await repository.parents(commit);
  if (first === undefined || second === undefined || more.length > 0) throw otherCommit(commit, named);
  if (second === named) return { commit, firstParent: first };
  throw new NoVerdictError(
    "stale-merge",
    `the checked-out merge commit ${commit} merges ${second}, not the pull request's head ${named}: it is out of date`,
    "Re-run the job: GitHub makes the merge commit anew for every push, and it may come late.",
  );
}

async function demandMergeBase(repository: Repository, head: string, other: string, access: RemoteAccess): Promise<string> {
  const base = await repository.remote.mergeBase(head, other, access);
  if (base !== null) return base;
  throw new NoVerdictError("base-unavailable", `${head} and ${other} have no common history, so there is no merge base`, "Set the input `base` to the revision to compare with.");
}

/** A revision that the user wrote, wherever it is: in this clone, or a branch, tag or commit of the remote. */
async function findRevision(repository: Repository, revision: string, access: RemoteAccess): Promise<string> {
  const local = (await repository.findCommit(revision)) ?? (await repository.findCommit(`refs/remotes/origin/${revision}`));
  if (local !== null) return local;
  const isName = /^[^-^~:?*[\\\s][^^~:?*[\\\s]*$/.test(revision) && !revision.includes(".."); // git-check-ref-format
  const sha = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(revision) ? revision : isName ? await repository.remote.tipOf(revision, access) : null;
  if (sha === null) return repository.resolveCommit(revision); // which says why not
  await repository.remote.fetchCommit(sha, access);
  return sha;
}

async function findTip(repository: Repository, branch: string, access: RemoteAccess): Promise<string> {
  const tip = (await repository.findCommit(`refs/remotes/origin/${branch}`)) ?? (await repository.remote.tipOf(`refs/heads/${branch}`, access));
  if (tip !== null) return tip;
  throw new NoVerdictError("base-unavailable", `the remote has no branch \`${branch}\``, "Set the input `base` to the revision to compare with.");
}

async function findBase(repository: Repository, { commit, firstParent }: CheckedOut, plan: BasePlan, access: RemoteAccess): Promise<string> {
  switch (plan.kind) {
    case "revision":
      return findRevision(repository, plan.revision, access);
    case "commit":
      return plan.sha;
    case "first-parent":
      return firstParent ?? demandMergeBase(repository, commit, plan.baseSha, access);
    case "merge-base":
      return demandMergeBase(repository, commit, await findTip(repository, plan.branch, access), access);
  }
}

/**
 * The commits that an event compares, fetched as far as they are not here. Throws a NoVerdictError when something else is
 * checked out, the merge commit is stale or the base cannot be had, and a UsageError for a base that does not exist.
 */
export async function resolvePlan(repository: Repository, plan: EventPlan, access: RemoteAccess): Promise<Revisions> {
  const checkedOut = await checkHead(repository, plan.head);
  const base = await findBase(repository, checkedOut, plan.base, access);
  await repository.remote.fetchCommit(base, access);
  return { base, head: checkedOut.commit };
}

// A git repository, open for reading.

import { UsageError } from "../core/failure.ts";
import type { Tree } from "../core/tree.ts";
import { readParents } from "./commit.ts";
import { openCommitTree } from "./commit-tree.ts";
import { discoverRepository } from "./discover-repository.ts";
import type { Environment } from "./git-environment.ts";
import { openObjectReader } from "./object-reader.ts";
import { openObjectStore } from "./object-store.ts";
import { isShallowClone, openRemote, type Remote } from "./remote.ts";
import { findCommit, mergeBase, resolveCommit, symbolicTarget } from "./revision.ts";
import { openWorktree } from "./worktree.ts";

/** Commits are full ids throughout. Nothing of the repository runs, and only `remote` reaches the network. */
export interface Repository extends AsyncDisposable {
  /** Absolute path of the work tree; of a bare repository its own folder. */
  readonly root: string;
  readonly bare: boolean;
  /** The commit that a revision names. Throws a UsageError when it names none. */
  resolveCommit(revision: string): Promise<string>;
  /** The same, or null. */
  findCommit(revision: string): Promise<string | null>;
  /** The checked-out commit; null where there is none yet. */
  head(): Promise<string | null>;
  /** Full name of the ref that another points to, such as `refs/remotes/origin/HEAD`; null when it is not there. */
  symbolicTarget(ref: string): Promise<string | null>;
  /** Parents as the commit object lists them, whether they are in this clone or not. */
  parents(sha: string): Promise<readonly string[]>;
  /** True when the commit is in this clone. */
  has(sha: string): Promise<boolean>;
  isShallow(): Promise<boolean>;
  /** The merge base as far as this clone knows; null when it knows of none. */
  mergeBase(a: string, b: string): Promise<string | null>;
  /** The files of a commit. */
  tree(sha: string): Promise<Tree>;
  /** What is on disk: tracked files, and untracked ones that are not ignored. Throws a UsageError in a bare repository. */
  worktree(): Promise<Tree>;
  readonly remote: Remote;
}

/** Opens the repository that a folder lies in. Throws a UsageError when there is none, or git is missing or too old. */
export async function openRepository(directory: string, environment: Environment = process.env): Promise<Repository> {
  const { git, bare, format } = await discoverRepository(directory, environment);
  const store = await openObjectStore(git, format);
  const objects = openObjectReader(store.git);
  const has = async (sha: string): Promise<boolean> => (await objects.read([sha])).get(sha)?.type === "commit";
  return {
    root: git.directory,
    bare,
    resolveCommit: (revision) => resolveCommit(git, revision),
    findCommit: (revision) => findCommit(git, revision),
    head: () => findCommit(git, "HEAD"),
    symbolicTarget: (ref) => symbolicTarget(git, ref),
    parents: (sha) => readParents(objects, sha),
    has,
    isShallow: () => isShallowClone(git),
    mergeBase: (a, b) => mergeBase(git, a, b),
    tree: (sha) => openCommitTree(store.git, objects, sha),
    worktree: () => {
      if (!bare) return openWorktree({ git, objectGit: store.git, objects, format });
      return Promise.reject(new UsageError(`\`${git.directory}\` is a bare repository, which has no work tree`, "Compare two revisions instead: `seccomp-gate diff --base REV --head REV`."));
    },
    remote: openRemote(git, environment, has),
    [Symbol.asyncDispose]: async () => {
      await objects[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}

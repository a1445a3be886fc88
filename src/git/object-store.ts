// Where objects are read from. In a partial clone git dies for an object that it would have to fetch; there it is called
// in an empty repository of ours that borrows the objects, and so knows nothing of a remote: what is not here is just missing.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitPath, isPartialClone } from "./discover-repository.ts";
import type { ObjectFormat } from "./disk.ts";
import type { Git } from "./run-git.ts";

export interface ObjectStore extends AsyncDisposable {
  /** Calls git for the objects alone: no refs, no index, no remote. */
  readonly git: Git;
}

const configuration = {
  sha1: "[core]\n\trepositoryformatversion = 0\n\tbare = true\n",
  sha256: "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n",
} as const satisfies Record<ObjectFormat, string>;

/** Opens the objects of a repository; dispose of it to remove what it put into the temporary folder. */
export async function openObjectStore(git: Git, format: ObjectFormat): Promise<ObjectStore> {
  if (!(await isPartialClone(git))) return { git, [Symbol.asyncDispose]: () => Promise.resolve() };
  const objects = await gitPath(git, "objects");
  const folder = await mkdtemp(join(tmpdir(), "seccomp-gate-git-"));
  await mkdir(join(folder, "refs"));
  await writeFile(join(folder, "HEAD"), "ref: refs/heads/none\n");
  await writeFile(join(folder, "config"), configuration[format]);
  return {
    git: { ...git, environment: { ...git.environment, GIT_DIR: folder, GIT_OBJECT_DIRECTORY: objects } },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

// Writes a layout to an empty folder: regular files only, none of them executable.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Trouble } from "../core/problem.ts";
import type { Tree } from "../core/tree.ts";
import { errorCode } from "./error-code.ts";
import type { LaidFile, Layout } from "./layout.ts";

const BATCH_BYTES = 32 * 1024 * 1024; // of blobs in memory at a time
const BATCH_FILES = 256;
const LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/v1"); // git-lfs/git-lfs: docs/spec.md

/** A tree on disk. */
export interface Materialised {
  /** Absolute. */
  readonly folder: string;
  /** What is not there as the tree has it, each with its path. */
  readonly troubles: readonly Trouble[];
}

function* batches(files: readonly LaidFile[]): Generator<readonly LaidFile[]> {
  let batch: LaidFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length >= BATCH_FILES || (batch.length > 0 && bytes + file.size > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(file);
    bytes += file.size;
  }
  if (batch.length > 0) yield batch;
}

async function writeOne(root: string, { path, id }: LaidFile, bytes: Uint8Array | undefined): Promise<readonly Trouble[]> {
  const blocking = { path, line: null, blocking: true } as const;
  if (bytes === undefined) {
    return [{ ...blocking, kind: "missing-file", message: `Git does not have the file's bytes (blob ${id})`, remedy: "Fetch the whole commit: a partial clone leaves such bytes out" }];
  }
  const taken = await writeFile(join(root, path), bytes, { flag: "wx", mode: 0o600 }).then(() => false, (error: unknown) => {
    if (errorCode(error) === "EEXIST") return true;
    throw error;
  });
  if (taken) return [{ ...blocking, kind: "refused", message: "Another file has the same name on this file system, which does not tell upper from lower case", remedy: "Rename one of them, or use the embedded engine" }];
  if (!LFS_POINTER.equals(bytes.subarray(0, LFS_POINTER.length))) return [];
  return [{ ...blocking, kind: "lfs-pointer", message: "Git holds only a Git LFS pointer in place of the file, so what it really says was not read", remedy: "Keep the file in git itself (git lfs untrack)" }];
}

/** Writes what a layout says into `folder`, which is empty. Rejects when the disk or the tree fails. */
export async function materialise(tree: Tree, layout: Layout, folder: string): Promise<Materialised> {
  const troubles: Trouble[] = [...layout.troubles];
  for (const path of layout.folders) await mkdir(join(folder, path), { recursive: true, mode: 0o700 });
  for (const batch of batches(layout.files)) {
    const blobs = await tree.read([...new Set(batch.map(({ id }) => id))]);
    for (const found of await Promise.all(batch.map((file) => writeOne(folder, file, blobs.get(file.id))))) troubles.push(...found);
  }
  return { folder, troubles };
}

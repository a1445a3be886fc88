// A folder of packaged charts on disk, put beside a tree's own files.

import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { GIVEN_CHARTS } from "../core/chart-cache.ts";
import { UsageError } from "../core/failure.ts";
import type { BlobId, Tree, TreeEntry } from "../core/tree.ts";
import { completeEntries } from "./tree-entries.ts";

const MOST_BYTES = 256 * 1024 * 1024; // of all archives together: they are kept in memory

/** What puts the archives of a folder into a tree, under GIVEN_CHARTS. Throws a UsageError when the folder cannot be read or holds none. */
export async function readChartCache(folder: string): Promise<(tree: Tree) => Tree> {
  const names = (await readdir(folder).catch((error: unknown) => refuse(folder, error))).filter((name) => name.endsWith(".tgz")).sort();
  if (names.length === 0) throw new UsageError(`the chart cache \`${folder}\` holds no packaged chart \`NAME-VERSION.tgz\``, "Fill it with `helm pull` or with what `helm dependency build` leaves in `charts/`.");
  const blobs = new Map<BlobId, Uint8Array>();
  const given: [string, TreeEntry][] = [];
  let total = 0;
  for (const name of names) {
    const place = join(folder, name);
    const there = await stat(place).catch((error: unknown) => refuse(place, error));
    if (!there.isFile()) continue;
    total += there.size;
    if (total > MOST_BYTES) throw new UsageError(`the chart cache \`${folder}\` holds more than ${MOST_BYTES >> 20} MB of charts`, "Keep only those that the repository needs.");
    const bytes = new Uint8Array(await readFile(place).catch((error: unknown) => refuse(place, error)));
    // Not the id that git would give it: an archive that is in the repository too must not be looked for there.
    const id = `given:${createHash("sha256").update(bytes).digest("hex")}`;
    blobs.set(id, bytes);
    given.push([`${GIVEN_CHARTS}/${name}`, { kind: "file", id, size: bytes.length }]);
  }
  return (tree) => withBlobs(tree, completeEntries(new Map([...tree.entries, ...given])), blobs);
}

function withBlobs(tree: Tree, entries: Tree["entries"], blobs: ReadonlyMap<BlobId, Uint8Array>): Tree {
  return {
    revision: tree.revision,
    entries,
    read: async (ids) => {
      const theirs = await tree.read(ids.filter((id) => !blobs.has(id)));
      const given = ids.flatMap((id): [BlobId, Uint8Array][] => {
        const bytes = blobs.get(id);
        return bytes === undefined ? [] : [[id, bytes]];
      });
      return new Map([...theirs, ...given]);
    },
  };
}

function refuse(place: string, error: unknown): never {
  throw new UsageError(`the chart cache \`${place}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`, "Correct `--chart-cache`.");
}

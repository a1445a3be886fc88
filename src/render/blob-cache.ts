// Blobs by id, shared by both revisions and by all workers: most of base and head is the same.

import type { BlobId, Tree } from "../core/tree.ts";

/** Reads blobs through a cache. */
export interface BlobCache {
  /** Bytes in memory that threads can share. Ids that the tree does not know are missing. Rejects when the tree cannot be read. */
  read(tree: Tree, ids: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Uint8Array>>;
}

type Loading = Promise<Uint8Array | null>;

/** A cache that keeps the blobs used last, up to `maxBytes`. What is being read is never read twice at the same time. */
export function createBlobCache(maxBytes: number): BlobCache {
  const known = new Map<BlobId, Loading>(); // in order of use
  const sizes = new Map<BlobId, number>();
  let total = 0;

  const keep = (id: BlobId, bytes: Uint8Array | null): Uint8Array | null => {
    if (bytes === null) known.delete(id); // another tree may have it
    else {
      sizes.set(id, bytes.length);
      total += bytes.length;
    }
    for (const [oldest, size] of sizes) {
      if (total <= maxBytes) break;
      known.delete(oldest);
      sizes.delete(oldest);
      total -= size;
    }
    return bytes;
  };
  const load = (tree: Tree, ids: readonly BlobId[]): void => {
    if (ids.length === 0) return;
    const reading = tree.read(ids);
    for (const id of ids) {
      const one = reading.then((found) => keep(id, shareable(found.get(id))));
      one.catch(() => known.delete(id)); // who waits for it is told; who asks later tries again
      known.set(id, one);
    }
  };
  return {
    read: async (tree, ids) => {
      const wanted = [...new Set(ids)];
      load(tree, wanted.filter((id) => !known.has(id)));
      const pairs = wanted.map(async (id): Promise<[BlobId, Uint8Array | null]> => {
        const size = sizes.get(id);
        if (size !== undefined) {
          sizes.delete(id);
          sizes.set(id, size); // used just now
        }
        return [id, (await known.get(id)) ?? null];
      });
      const found = new Map<BlobId, Uint8Array>();
      for (const [id, bytes] of await Promise.all(pairs)) if (bytes !== null) found.set(id, bytes);
      return found;
    },
  };
}

/** A copy that is sent to any number of threads without being copied again. */
function shareable(bytes: Uint8Array | undefined): Uint8Array | null {
  if (bytes === undefined) return null;
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

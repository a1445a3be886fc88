// Small trees in memory, with the very ids that git would give.

import { createHash } from "node:crypto";
import type { BlobId, Tree, TreeEntry } from "../../src/core/tree.ts";
import { parentOf } from "../../src/core/tree.ts";

/** What stands at a path: a file's text or bytes, a symbolic link's target, or a gitlink. */
export type Stand = string | Uint8Array | { readonly link: string } | { readonly submodule: /** any commit, or this one */ true | string };

/** The id git gives a blob of these bytes. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(bytes: Uint8Array): BlobId {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** A tree of these files; the folders above them are made up. Keys are paths relative to the root. */
export function treeOf(files: Readonly<Record<string, Stand>>, revision = "0".repeat(40)): Tree {
  const found = new Map<string, TreeEntry>();
  const blobs = new Map<BlobId, Uint8Array>();
  const keep = (bytes: Uint8Array): BlobId => {
    const id = blobId(bytes);
    blobs.set(id, bytes);
    return id;
  };
  for (const [path, stand] of Object.entries(files)) {
    for (let folder = parentOf(path); folder !== "."; folder = parentOf(folder)) found.set(folder, { kind: "folder" });
    found.set(path, entryOf(stand, keep));
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    revision,
    entries: new Map(sorted),
    read: (ids) => {
      // Copies, as a reader of git's output makes: whoever gets them may do with them what he likes.
      const known = ids.flatMap((id): [BlobId, Uint8Array][] => {
        const bytes = blobs.get(id);
        return bytes === undefined ? [] : [[id, bytes.slice()]];
      });
      return Promise.resolve(new Map(known));
    },
  };
}

function entryOf(stand: Stand, keep: (bytes: Uint8Array) => BlobId): TreeEntry {
  if (typeof stand === "string" || stand instanceof Uint8Array) {
    const bytes = typeof stand === "string" ? Buffer.from(stand, "utf8") : stand;
    return { kind: "file", id: keep(bytes), size: bytes.length };
  }
  if ("link" in stand) return { kind: "link", id: keep(Buffer.from(stand.link, "utf8")), target: stand.link };
  return { kind: "submodule", id: stand.submodule === true ? "5".repeat(40) : stand.submodule };
}

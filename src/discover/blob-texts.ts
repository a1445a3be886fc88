// Texts of blobs, read in batches and kept by content, so that what both sides share is read once.

import type { BlobId, Tree } from "../core/tree.ts";
import { decodeUtf8 } from "../core/utf8.ts";

/** Text by blob id; null for bytes that are not UTF-8. */
export type BlobTexts = Map<BlobId, string | null>;

/** Reads what is not there yet, in one batch. */
export async function loadTexts(tree: Tree, texts: BlobTexts, ids: Iterable<BlobId>): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !texts.has(id));
  if (wanted.length === 0) return;
  const blobs = await tree.read(wanted);
  for (const id of wanted) {
    const bytes = blobs.get(id);
    texts.set(id, bytes === undefined ? null : decodeUtf8(bytes));
  }
}

// Files of a tree as text.

import { resolvePath, type Tree } from "./tree.ts";
import { decodeUtf8 } from "./utf8.ts";

/** A file of one side. */
export interface TextFile {
  readonly path: string;
  /** Empty for what is no UTF-8. */
  readonly text: string;
}

/** The files at the given paths, in their order; those that are not there are left out. Links are followed. */
export async function textsAt(tree: Tree, paths: readonly string[]): Promise<readonly TextFile[]> {
  const files = paths.flatMap((path) => {
    const found = resolvePath(tree, path);
    return found.kind === "found" && found.entry.kind === "file" ? [{ path, id: found.entry.id }] : [];
  });
  const read = await tree.read([...new Set(files.map(({ id }) => id))]);
  return files.map(({ path, id }) => ({ path, text: decodeUtf8(read.get(id) ?? new Uint8Array()) ?? "" }));
}

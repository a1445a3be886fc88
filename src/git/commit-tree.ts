// The tree of a commit, from git's objects; nothing is checked out.

import { isAscii } from "node:buffer";
import { NoVerdictError } from "../core/failure.ts";
import type { BlobId, Tree, TreeEntry } from "../core/tree.ts";
import { demandObjectId, type ObjectReader } from "./object-reader.ts";
import { decodePath, isSoundPath } from "./path-text.ts";
import { complaintOf, type Git, runGit } from "./run-git.ts";
import { completeEntries } from "./tree-entries.ts";

interface ListedEntry {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  /** bytes; `-` for what is no blob, `BAD` for a blob that this clone lacks */
  readonly size: string;
}

/** Records of `git ls-tree -l -z`: mode, type, id, padded size, tab, path. */
function readListing(listing: Buffer): readonly ListedEntry[] {
  const text = listing.toString("latin1"); // one character per byte; taken apart at once, since a repository has tens of thousands of them
  const plain = isAscii(listing);
  const entries: ListedEntry[] = [];
  for (let start = 0; start < listing.length; ) {
    const end = text.indexOf("\0", start);
    const tab = text.indexOf("\t", start);
    const fields = text.slice(start, tab).split(" ");
    const [mode, id, size] = [fields[0], fields[2], fields.at(-1)];
    if (end < 0 || tab < 0 || mode === undefined || id === undefined || size === undefined) throw new Error("git ls-tree wrote a record that is none");
    entries.push({ path: plain ? text.slice(tab + 1, end) : decodePath(listing.subarray(tab + 1, end)), mode, id, size });
    start = end + 1;
  }
  return entries;
}

function entryOf({ mode, id, size }: ListedEntry, targets: ReadonlyMap<BlobId, string>): TreeEntry | null {
  if (mode === "040000") return { kind: "folder" };
  if (mode === "160000") return { kind: "submodule", id };
  if (mode !== "120000") return { kind: "file", id, size: size === "BAD" ? 0 : Number(size) };
  const target = targets.get(id);
  return target === undefined ? null : { kind: "link", id, target };
}

/** Only blobs, as bytes. */
export async function readBlobs(objects: ObjectReader, ids: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Uint8Array>> {
  const found = await objects.read(ids);
  return new Map([...found].filter(([, { type }]) => type === "blob").map(([id, { bytes }]) => [id, bytes]));
}

/**
 * Lists a commit's files. In a partial clone a file whose content is not here has size 0 and is missing from `read`.
 * Throws a NoVerdictError when the listing itself is not here, and for paths that git would refuse to check out.
 */
export async function openCommitTree(git: Git, objects: ObjectReader, sha: string): Promise<Tree> {
  const answer = await runGit(git, ["ls-tree", "-r", "-t", "-l", "-z", "--full-tree", demandObjectId(sha)]);
  if (answer.code !== 0) {
    throw new NoVerdictError("base-unavailable", `the files of commit ${sha} cannot be listed: ${complaintOf(answer)}`, "Fetch the commit whole: clone without `--filter`.");
  }
  const listed = readListing(answer.stdout);
  const links = await readBlobs(objects, listed.filter(({ mode }) => mode === "120000").map(({ id }) => id));
  const targets = new Map([...links].map(([id, bytes]) => [id, decodePath(bytes)]));
  const entries = new Map<string, TreeEntry>();
  for (const item of listed) {
    const where = `${JSON.stringify(item.path)} of commit ${sha}`;
    // One of two equal names would hide the other, and what leaves the root would be read by nobody.
    if (!isSoundPath(item.path) || entries.has(item.path)) throw new NoVerdictError("refused", `the path ${where} is one that git does not check out`, "Remove it from the history.");
    const entry = entryOf(item, targets);
    if (entry === null) throw new NoVerdictError("missing-file", `the target of the link ${where} is not in this clone`, "Clone without `--filter`.");
    entries.set(item.path, entry);
  }
  return { revision: sha, entries: completeEntries(entries), read: (ids) => readBlobs(objects, ids) };
}

// Files on disk, seen as git would see them: links are links, and every file has the id of its bytes.
// Conversion filters (autocrlf, LFS …) are not run: they are programs that the repository names.

import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, readlink } from "node:fs/promises";
import { NoVerdictError } from "../core/failure.ts";
import type { BlobId, TreeEntry } from "../core/tree.ts";
import { mapBounded } from "./map-bounded.ts";
import { decodePath, diskPath, encodePath } from "./path-text.ts";

/** How the repository names its objects. */
export type ObjectFormat = "sha1" | "sha256";

export const OPEN_FILES = 16;

/** One folder on disk. It remembers where it saw which bytes, not the bytes. */
export interface Disk {
  /** What stands at a path below the folder. Null for nothing, and for sockets, pipes and devices. */
  look(path: string): Promise<TreeEntry | null>;
  /** The link that a system without links stores as the text of a file. Its content becomes the target. */
  lookAsLink(path: string): Promise<TreeEntry>;
  /** Bytes of what was seen. Throws a NoVerdictError where a file has changed since. */
  read(ids: readonly BlobId[]): Promise<ReadonlyMap<BlobId, Uint8Array>>;
}

function errorCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown";
}

/** True for the errors of a path at which nothing is. */
export function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(errorCode(error));
}

/** The error for what is there and cannot be read. */
export function unreadable(path: string, error: unknown): NoVerdictError {
  return new NoVerdictError("missing-file", `${JSON.stringify(path)} cannot be read (${errorCode(error)})`, "Make it readable for the user that runs this, or remove it.");
}

function changed(path: string): NoVerdictError {
  return new NoVerdictError("missing-file", `${JSON.stringify(path)} changed while it was being read`, "Run again while nothing writes to the working tree.");
}

function startBlob(format: ObjectFormat, size: number): Hash {
  return createHash(format).update(`blob ${size}\0`); // https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
}

function blobIdOf(format: ObjectFormat, bytes: Uint8Array): BlobId {
  return startBlob(format, bytes.length).update(bytes).digest("hex");
}

/** Runs `use` on an open regular file; null when it is not one any more. Neither follows a link nor waits for a pipe. */
async function withFile<Result>(place: string | Buffer, use: (file: FileHandle, size: number) => Promise<Result>): Promise<Result | null> {
  // Windows has neither flag, nor pipes among its files; opening a link there is prevented by the lstat before.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(place, flags);
  try {
    const stat = await file.stat();
    return stat.isFile() ? await use(file, stat.size) : null;
  } finally {
    await file.close();
  }
}

async function hashFile(place: string | Buffer, path: string, format: ObjectFormat): Promise<{ id: BlobId; size: number } | null> {
  return withFile(place, async (file, size) => {
    const hash = startBlob(format, size);
    const buffer = Buffer.allocUnsafe(Math.min(Math.max(size, 1), 256 * 1024));
    let total = 0;
    for (let length = -1; length !== 0; total += length) {
      ({ bytesRead: length } = await file.read(buffer, 0, buffer.length, null));
      hash.update(buffer.subarray(0, length));
    }
    if (total !== size) throw changed(path);
    return { id: hash.digest("hex"), size };
  });
}

async function readBytes(place: string | Buffer): Promise<Uint8Array | null> {
  return withFile(place, async (file) => {
    return new Uint8Array(await file.readFile()); // a copy: a Buffer may share its memory with others
  });
}

/** Opens a folder. Nothing is read yet. */
export function openDisk(root: string, format: ObjectFormat): Disk {
  const files = new Map<BlobId, string>();
  const links = new Map<BlobId, Uint8Array>();

  const keepLink = (target: Uint8Array): TreeEntry => {
    const id = blobIdOf(format, target);
    links.set(id, target);
    return { kind: "link", id, target: decodePath(target) };
  };

  const inspect = async (path: string): Promise<TreeEntry | null> => {
    const place = diskPath(root, path);
    const stat = await lstat(place);
    if (stat.isDirectory()) return { kind: "folder" };
    if (stat.isSymbolicLink()) {
      const target = decodePath(await readlink(place, { encoding: "buffer" }));
      return keepLink(encodePath(process.platform === "win32" ? target.replaceAll("\\", "/") : target));
    }
    const seen = stat.isFile() ? await hashFile(place, path, format) : null;
    if (seen === null) return null;
    if (!files.has(seen.id)) files.set(seen.id, path);
    return { kind: "file", ...seen };
  };

  const reread = async ([id, path]: readonly [BlobId, string]): Promise<readonly [BlobId, Uint8Array]> => {
    const bytes = await readBytes(diskPath(root, path)).catch((error: unknown) => {
      throw isAbsence(error) ? changed(path) : unreadable(path, error);
    });
    if (bytes === null || blobIdOf(format, bytes) !== id) throw changed(path);
    return [id, bytes];
  };

  return {
    look: (path) =>
      inspect(path).catch((error: unknown) => {
        if (isAbsence(error)) return null;
        throw error instanceof NoVerdictError ? error : unreadable(path, error);
      }),
    lookAsLink: async (path) => keepLink((await readBytes(diskPath(root, path))) ?? new Uint8Array()),
    read: async (ids) => {
      const wanted = [...new Set(ids)];
      const known = wanted.flatMap((id): [BlobId, Uint8Array][] => {
        const target = links.get(id);
        return target === undefined ? [] : [[id, new Uint8Array(target)]];
      });
      const places = wanted.flatMap((id): [BlobId, string][] => {
        const path = links.has(id) ? undefined : files.get(id);
        return path === undefined ? [] : [[id, path]];
      });
      return new Map([...known, ...(await mapBounded(places, OPEN_FILES, reread))]);
    },
  };
}

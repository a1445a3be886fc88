// The file system that the module sees: one revision's tree, read-only, behind descriptor 3.
// https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md

import type { TreeEntry } from "../core/tree.ts";
import { errno } from "./errno.ts";
import type { GuestMemory } from "./guest-memory.ts";
import { type Handle, ROOT, type Volume } from "./volume.ts";
import type { Following } from "./walk-path.ts";
import type { ImportedFunction } from "./webassembly.ts";

type Imports = Readonly<Record<string, ImportedFunction>>;

const CHARACTER_DEVICE = 2;
const fileTypes = { folder: 3, submodule: 3, file: 4, link: 7 } as const satisfies Record<TreeEntry["kind"], number>;
const ALL_RIGHTS = 0x1fff_ffffn; // Go asks for rights and believes the answer
const RIGHT_WRITE = 1n << 6n;
const CREATE = 1;
const FOLDER_ONLY = 2;
const TRUNCATE = 8;
const FOLLOW = 1;

/** The imports that answer from a volume. What would write is refused as on a disk that is mounted read-only. */
export function fileSystemImports(memory: GuestMemory, volume: Volume): Imports {
  return { ...descriptorImports(memory, volume), ...readingImports(memory, volume), ...pathImports(memory, volume), ...refusals };
}

const readOnly = (): number => errno.rofs;
const refusals: Imports = {
  fd_allocate: readOnly,
  fd_filestat_set_size: readOnly,
  fd_filestat_set_times: readOnly,
  fd_pwrite: readOnly,
  path_create_directory: readOnly,
  path_filestat_set_times: readOnly,
  path_link: readOnly,
  path_remove_directory: readOnly,
  path_rename: readOnly,
  path_symlink: readOnly,
  path_unlink_file: readOnly,
};

function descriptorImports(memory: GuestMemory, volume: Volume): Imports {
  return {
    fd_prestat_get: (descriptor: number, out: number) => {
      if (descriptor !== ROOT) return errno.badf;
      memory.setUint32(out, 0); // a folder
      memory.setUint32(out + 4, 1); // its name's length
      return errno.success;
    },
    fd_prestat_dir_name: (descriptor: number, pointer: number, length: number) => {
      if (descriptor !== ROOT || length < 1) return errno.badf;
      memory.bytes().set([0x2f], pointer);
      return errno.success;
    },
    fd_fdstat_get: (descriptor: number, out: number) => {
      const handle = volume.handle(descriptor);
      if (handle === undefined && (descriptor < 0 || descriptor >= ROOT)) return errno.badf;
      memory.setUint64(out, BigInt(handle === undefined ? CHARACTER_DEVICE : fileTypes[handle.entry.kind]));
      memory.setUint64(out + 8, ALL_RIGHTS);
      memory.setUint64(out + 16, ALL_RIGHTS);
      return errno.success;
    },
    fd_fdstat_set_flags: () => errno.success,
    fd_filestat_get: (descriptor: number, out: number) => {
      const handle = volume.handle(descriptor);
      return handle === undefined ? errno.badf : writeStat(memory, volume, handle.path, handle.entry, out);
    },
    fd_close: (descriptor: number) => volume.close(descriptor),
  };
}

function pathImports(memory: GuestMemory, volume: Volume): Imports {
  return {
    path_filestat_get: (descriptor: number, flags: number, pointer: number, length: number, out: number) => {
      const walked = volume.walk(descriptor, memory.text(pointer, length), followingOf(flags));
      return walked.kind === "refused" ? walked.errno : writeStat(memory, volume, walked.path, walked.entry, out);
    },
    path_readlink: (descriptor: number, pointer: number, length: number, buffer: number, size: number, out: number) => {
      const target = volume.linkTarget(descriptor, memory.text(pointer, length));
      if (typeof target === "number") return target;
      const text = Buffer.from(target, "utf8").subarray(0, size);
      memory.bytes().set(text, buffer);
      memory.setUint32(out, text.length);
      return errno.success;
    },
    path_open: (
      descriptor: number,
      flags: number,
      pointer: number,
      length: number,
      how: number,
      rights: bigint,
      _inherited: bigint,
      _status: number,
      out: number,
    ) => {
      if ((how & (CREATE | TRUNCATE)) !== 0 || (rights & RIGHT_WRITE) !== 0n) return errno.rofs;
      const walked = volume.walk(descriptor, memory.text(pointer, length), followingOf(flags));
      if (walked.kind === "refused") return walked.errno;
      if ((how & FOLDER_ONLY) !== 0 && fileTypes[walked.entry.kind] !== fileTypes.folder) return errno.notdir;
      const opened = volume.open(walked.path, walked.entry);
      if (typeof opened === "number") return opened;
      memory.setUint32(out, opened.descriptor);
      return errno.success;
    },
  };
}

function readingImports(memory: GuestMemory, volume: Volume): Imports {
  const readFile = (descriptor: number, read: (handle: Handle) => number): number => {
    const handle = volume.handle(descriptor);
    if (handle === undefined) return errno.badf;
    return handle.entry.kind === "file" ? read(handle) : errno.isdir;
  };
  return {
    fd_read: (descriptor: number, vectors: number, count: number, out: number) =>
      readFile(descriptor, (handle) => {
        const length = copyOut(memory, handle.bytes.subarray(handle.position), vectors, count);
        handle.position += length;
        memory.setUint32(out, length);
        return errno.success;
      }),
    fd_pread: (descriptor: number, vectors: number, count: number, offset: bigint, out: number) =>
      readFile(descriptor, (handle) => {
        memory.setUint32(out, copyOut(memory, handle.bytes.subarray(Number(offset)), vectors, count));
        return errno.success;
      }),
    fd_seek: (descriptor: number, offset: bigint, whence: number, out: number) =>
      readFile(descriptor, (handle) => {
        const from = [0, handle.position, handle.bytes.length][whence];
        const position = (from ?? NaN) + Number(offset);
        if (!(position >= 0)) return errno.inval;
        handle.position = position;
        memory.setUint64(out, BigInt(position));
        return errno.success;
      }),
    fd_readdir: (descriptor: number, buffer: number, size: number, cookie: bigint, out: number) => {
      const handle = volume.handle(descriptor);
      if (handle === undefined) return errno.badf;
      if (handle.entry.kind === "file") return errno.notdir;
      memory.setUint32(out, writeEntries(volume, handle, Number(cookie), memory.bytes().subarray(buffer, buffer + size)));
      return errno.success;
    },
  };
}

/** Fills the ranges one after another; returns how many bytes there were to copy. */
function copyOut(memory: GuestMemory, bytes: Uint8Array, vectors: number, count: number): number {
  let copied = 0;
  for (const { pointer, length } of memory.ranges(vectors, count)) {
    const piece = bytes.subarray(copied, copied + length);
    memory.bytes().set(piece, pointer);
    copied += piece.length;
  }
  return copied;
}

const ENTRY_HEAD = 24;

/** Writes folder entries from the cookie on; the last one is cut where the buffer ends, which says that there are more. */
function writeEntries(volume: Volume, folder: Handle, cookie: number, buffer: Uint8Array): number {
  const names = volume.names(folder);
  let at = 0;
  for (let index = cookie; index < names.length && at < buffer.length; index += 1) {
    const child = volume.childOf(folder, names[index] ?? "");
    const name = Buffer.from(names[index] ?? "", "utf8");
    const entry = Buffer.alloc(ENTRY_HEAD + name.length);
    entry.writeBigUInt64LE(BigInt(index + 1), 0);
    entry.writeBigUInt64LE(BigInt(child.inode), 8);
    entry.writeUInt32LE(name.length, 16);
    entry.writeUInt8(fileTypes[child.entry.kind], 20);
    name.copy(entry, ENTRY_HEAD);
    const piece = entry.subarray(0, buffer.length - at);
    buffer.set(piece, at);
    at += piece.length;
  }
  return at;
}

function writeStat(memory: GuestMemory, volume: Volume, path: string, entry: TreeEntry, out: number): number {
  const size = entry.kind === "file" ? entry.size : entry.kind === "link" ? Buffer.byteLength(entry.target) : 0;
  const device = 1; // one for all: Go's os.SameFile compares device and inode
  const fields = [device, volume.inode(path), fileTypes[entry.kind], 1, size, 0, 0, 0]; // type, links, size, three times
  for (const [index, value] of fields.entries()) memory.setUint64(out + 8 * index, BigInt(value));
  return errno.success;
}

function followingOf(flags: number): Following {
  return (flags & FOLLOW) !== 0 ? "all" : "all-but-last";
}

// Paths as text. Git's paths are bytes; most are UTF-8, none has to be.

import { isUtf8 } from "node:buffer";
import { join } from "node:path";

/**
 * Text of a path. A byte that is not part of UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which valid UTF-8 never yields:
 * different bytes stay different texts. As Python does: https://peps.python.org/pep-0383/
 */
export function decodePath(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString("utf8");
  let text = "";
  for (let at = 0; at < buffer.length; ) {
    const length = [1, 2, 3, 4].find((size) => at + size <= buffer.length && isUtf8(buffer.subarray(at, at + size)));
    text += length === undefined ? String.fromCharCode(0xdc00 + (buffer[at] ?? 0)) : buffer.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return text;
}

/** The bytes that `decodePath` made this text of. */
export function encodePath(text: string): Buffer {
  const parts = Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return character.length === 1 && code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(character, "utf8");
  });
  return Buffer.concat(parts);
}

/** Where a path of a tree lies on disk below `root`, in the form that Node opens. */
export function diskPath(root: string, path: string): string | Buffer {
  const plain = join(root, path);
  return /[\udc80-\udcff]/u.test(path) ? encodePath(plain) : plain; // with the flag u: lone surrogates only
}

/** True when a path may stand in a tree: what git itself refuses to check out may not. git/git: read-cache.c (verify_path). */
export function isSoundPath(path: string): boolean {
  return !/(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)/i.test(path);
}

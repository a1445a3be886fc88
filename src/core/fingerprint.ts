// What makes two findings of two runs the same one.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** 32 lower-case hexadecimal digits, equal for equal parts: stable across runs and machines. */
export function fingerprint(parts: readonly (string | null)[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 32);
}

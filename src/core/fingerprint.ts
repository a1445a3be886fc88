// What makes two findings of two runs the same one.

import { sha256Hex } from "./sha256-hex.ts";

/** 32 lower-case hexadecimal digits, equal for equal parts: stable across runs and machines. */
export function fingerprint(parts: readonly (string | null)[]): string {
  return sha256Hex(JSON.stringify(parts)).slice(0, 32);
}

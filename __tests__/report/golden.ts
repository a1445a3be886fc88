// Golden files: what users see. `UPDATE=1` rewrites them; a file that no test produces fails.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

// The tests run compiled, from .tsbuild; the golden files stand beside the sources.
const folder = new URL("../../../__tests__/report/expected/", import.meta.url);
const update = process.env["UPDATE"] === "1";

/** The golden file's text, which is `actual` itself while golden files are being rewritten. */
export function golden(name: string, actual: string): string {
  const file = new URL(name, folder);
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, actual);
  }
  return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
}

/** Golden files that are not among `names`; none are left while golden files are being rewritten. */
export function strays(names: readonly string[]): readonly string[] {
  const found = readdirSync(folder).filter((name) => !names.includes(name));
  if (update) for (const name of found) rmSync(new URL(name, folder));
  return update ? [] : found;
}

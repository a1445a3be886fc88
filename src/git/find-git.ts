// Where the git program is. Looked up here because systems search the current folder too (Windows, a PATH with `.` in it),
// and that folder may be the repository under test: nothing in it may run.

import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { UsageError } from "../core/failure.ts";

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Absolute path of git: the first one in an absolute folder of `searchPath` (the value of PATH). Throws a UsageError without one. */
export async function findGit(searchPath: string): Promise<string> {
  const name = process.platform === "win32" ? "git.exe" : "git";
  for (const folder of searchPath.split(delimiter)) {
    const path = join(folder, name);
    if (isAbsolute(folder) && (await isProgram(path))) return path;
  }
  throw new UsageError("`git` was not found in the folders of PATH", "Install git 2.30 or later, or add its folder to PATH.");
}

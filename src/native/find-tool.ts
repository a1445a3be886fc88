// Where a tool is. Looked up here, so that no shell and no system searches the current folder: that may be the repository under test,
// and nothing in it may run.

import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { delimiter, dirname, isAbsolute, join, relative, sep } from "node:path";
import { UsageError } from "../core/failure.ts";

/** True when a path on disk is a folder or lies below it. */
export function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The real path of the repository that a folder on disk is in; the folder itself when it is in none. */
export async function repositoryAround(folder: string): Promise<string> {
  const start = await realpath(folder);
  for (let at = start; ; at = dirname(at)) {
    if (await stat(join(at, ".git")).then(() => true, () => false)) return at;
    if (dirname(at) === at) return start;
  }
}

/** The real path of a program that may be run: a file, executable, outside the repository. */
async function program(path: string, repository: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  if (real === null || liesIn(repository, real) || liesIn(repository, path)) return null;
  if (!(await stat(real)).isFile()) return null;
  // Started by the path that was found: a program may go by the name it is called.
  return access(path, constants.X_OK).then(() => path, () => null);
}

/**
 * Absolute path of a tool, null when it is in no absolute folder of `searchPath` (the value of PATH) outside the repository. On Windows
 * only `.exe` counts: what else PATHEXT lists runs through a shell.
 */
export async function findTool(name: string, searchPath: string, repository: string): Promise<string | null> {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  for (const folder of searchPath.split(delimiter)) {
    const found = isAbsolute(folder) ? await program(join(folder, file), repository) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The tool at the path that `variable` of the environment holds. Throws a UsageError when it is not one that may be run. */
export async function givenTool(variable: string, path: string, repository: string): Promise<string> {
  if (!isAbsolute(path)) throw new UsageError(`${variable} is \`${path}\`, which is not an absolute path`, `Set ${variable} to the absolute path of the program.`);
  const found = await program(path, repository);
  if (found === null) throw new UsageError(`${variable} is \`${path}\`, which is no program, or lies in the repository under test`, `Set ${variable} to a program outside the repository.`);
  return found;
}

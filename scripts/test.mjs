// Runs the tests: jest on what was compiled, then Go's. With arguments: jest alone, on what they name.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { editedPackage, editKustomize } from "./edited-kustomize.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin", "jest.js");
const named = process.argv.slice(2);

/** Runs a program in a folder, its output shown as it comes. Where it fails, so does this one. */
function run(program, args, folder) {
  const { status, error } = spawnSync(program, args, { cwd: folder, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exitCode = status ?? 1;
}

// ES modules in jest: jestjs.io/docs/ecmascript-modules
run(process.execPath, ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", jest, ...named], root);
// Go's tests, with the Kustomize that the renderer is built with, and Kustomize's own tests of what was edited.
if (named.length === 0 && process.exitCode === undefined) {
  if (spawnSync("go", ["version"]).status === 0) run("go", ["test", "-trimpath", editKustomize(), "./...", editedPackage], join(root, "renderer"));
  else console.log("Go is not installed: the Go tests in renderer/ were NOT run.");
}

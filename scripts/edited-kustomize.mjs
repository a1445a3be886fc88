// Kustomize as the renderer is built with it: its own sources, with renderer/_kustomize laid over them. Nothing of it is kept in this repository,
// and none of its answers change: what it works out again and again is remembered.

import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const renderer = join(dirname(dirname(fileURLToPath(import.meta.url))), "renderer");
const module = "sigs.k8s.io/kustomize/api";

/** The package that is added to. It is Kustomize's own business, so that no other module may replace or import it. */
export const editedPackage = `${module}/internal/plugins/builtinconfig`;

/** What is called otherwise, so that a file of ours can stand before it. */
const edits = [{ file: "transformerconfig.go", was: "func (t *TransformerConfig) Merge(input", is: "func (t *TransformerConfig) mergeAnew(input" }];

/** Where the copy is made. Go writes its path, from renderer/, into what it builds: the same one everywhere. */
const place = "../.cache/kustomize";

/**
 * Makes the copy, and returns the option of `go` that uses it in renderer/. Throws, with the reason, when Kustomize is not what the edits were
 * made for, or Go cannot get it.
 */
export function editKustomize(env = process.env) {
  const folder = join(renderer, place);
  const copy = join(folder, "api");
  if (existsSync(folder)) remove(folder);
  cpSync(sources(env), copy, { recursive: true });
  const edited = join(copy, "internal", "plugins", "builtinconfig");
  writable(edited);
  for (const { file, was, is } of edits) {
    const parts = readFileSync(join(edited, file), "utf8").split(was);
    if (parts.length !== 2) throw new Error(`${editedPackage}/${file} does not have ${JSON.stringify(was)} once: look at what changed in Kustomize, and at renderer/_kustomize`);
    writeFileSync(join(edited, file), parts.join(is));
  }
  const added = join(renderer, "_kustomize", "builtinconfig");
  for (const file of readdirSync(added)) copyFileSync(join(added, file), join(edited, file));
  const modfile = join(folder, "go.mod");
  writeFileSync(modfile, `${readFileSync(join(renderer, "go.mod"), "utf8")}\nreplace ${module} => ${place}/api\n`);
  copyFileSync(join(renderer, "go.sum"), join(folder, "go.sum"));
  return `-modfile=${modfile}`;
}

/** Where Go keeps the sources of the version that renderer/go.mod names. */
function sources(env) {
  const { status, error, stdout, stderr } = spawnSync("go", ["mod", "download", "-json", module], { cwd: renderer, encoding: "utf8", env });
  if (error) throw error;
  if (status !== 0) throw new Error(`go mod download ${module} exited with ${status}: ${stderr}${stdout}`);
  return JSON.parse(stdout).Dir;
}

/** Go keeps sources read-only, and copies are as they were. */
function writable(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isFile()) chmodSync(join(folder, entry.name), 0o644);
}

function remove(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) if (entry.isDirectory()) chmodSync(join(entry.parentPath ?? entry.path, entry.name), 0o755);
  rmSync(folder, { recursive: true, force: true });
}

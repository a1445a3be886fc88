// What the command line of the comparison says.

import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const usage = `npm run parity -- [OPTION…] PATH…

PATH is a folder with charts or kustomizations, such as a clone of a repository. Each chart is rendered with its own values, with
each ci/*-values.yaml, and with its definitions; each kustomization is built. SECCOMP_GATE_TOOLS names the folder into which
scripts/real-tools.mjs has installed helm and kustomize.

  --only TEXT    only what has TEXT in its name, such as helm:charts/api; may be repeated
  --first N      only the first N charts and the first N kustomizations of each PATH
  --dist FOLDER  another build of ours, to compare builds

Ends with 1 when something differs, or fails with only one of the two for no reason that is known.`;

const flags = {
  only: { type: "string", multiple: true, default: [] },
  first: { type: "string", default: "" },
  dist: { type: "string", default: join(root, "dist") },
  help: { type: "boolean", default: false },
};

/** The options; `trouble` says in one line why they cannot be followed, or is null. */
export function readOptions(argv, environment) {
  let parsed;
  try {
    parsed = parseArgs({ args: argv, allowPositionals: true, options: flags });
  } catch (error) {
    return { trouble: error.message };
  }
  const { values, positionals } = parsed;
  const tools = environment.SECCOMP_GATE_TOOLS ?? "";
  const first = values.first === "" ? Infinity : Number(values.first);
  const troubles = [
    positionals.length === 0 && "no PATH is named",
    ...positionals.map((path) => !isFolder(path) && `${JSON.stringify(path)} is not a folder`),
    !(first >= 1) && `--first ${values.first}: a number from 1 is needed`,
    tools === "" && "SECCOMP_GATE_TOOLS is not set: name the folder into which scripts/real-tools.mjs has installed helm and kustomize",
  ];
  return {
    trouble: values.help ? null : (troubles.find((trouble) => trouble !== false) ?? null),
    help: values.help,
    wants: (id) => values.only.length === 0 || values.only.some((text) => id.includes(text)),
    first,
    dist: resolve(values.dist),
    compiled: join(root, ".tsbuild", "src"),
    tools: resolve(tools),
    paths: positionals.map((path) => resolve(path)),
  };
}

const isFolder = (path) => existsSync(path) && statSync(path).isDirectory();

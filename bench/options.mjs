// What the command line of the benchmark says, and which of the real tools are there.

import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

export const usage = `npm run bench -- [OPTION…] [CLONE…]

CLONE is a clone of a public repository with charts: those that render as they are get measured as well.

  --rounds N        pairs per figure; 7 when left out
  --only NAME       one figure: one, many, hundred, overlay, yaml,
                    vendored, operators, tiny, clone or profile; may be repeated
  --helm PATH       the real helm; the one on the PATH when left out
  --kustomize PATH  the real kustomize, likewise
  --dist FOLDER     another build of ours, to compare builds`;

/** The program with its version, or null when it cannot be run. */
function tool(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? { program, version: stdout.trim() } : null;
}

/** Reads the command line. Throws for what it does not know. */
export function readOptions(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "7" },
      only: { type: "string", multiple: true, default: [] },
      helm: { type: "string", default: "helm" },
      kustomize: { type: "string", default: "kustomize" },
      dist: { type: "string", default: join(root, "dist") },
      help: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds}: a whole number from 1 is needed`);
  return {
    help: values.help,
    rounds,
    wants: (figure) => values.only.length === 0 || values.only.includes(figure),
    helm: tool(values.helm, ["version", "--short"]),
    kustomize: tool(values.kustomize, ["version"]),
    dist: resolve(values.dist),
    compiled: join(root, ".tsbuild", "src"),
    clones: positionals.map((clone) => resolve(clone)),
  };
}

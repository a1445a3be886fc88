// Programs that stand for helm and kustomize: they write down how they were called, and do what a file `act` of their target says.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNativeRenderer, type NativeOptions, type NativeRenderer } from "../../src/native/native-renderer.ts";

/** How a tool was called. */
export interface Call {
  readonly tool: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Path and mode of every file where it ran. */
  readonly files: Readonly<Record<string, number>>;
}

const program = `#!${process.execPath}
const { appendFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { spawn } = require("node:child_process");
const { basename, join } = require("node:path");
const args = process.argv.slice(2);
const tool = basename(process.argv[1]);
const files = {};
for (const item of readdirSync(".", { recursive: true, withFileTypes: true })) {
  const path = join(item.parentPath, item.name);
  if (!item.isDirectory()) files[path] = lstatSync(path).mode;
}
appendFileSync(join(__dirname, "calls"), JSON.stringify({ tool, args, env: process.env, cwd: process.cwd(), files }) + "\\n");
const target = args.at(-1);
const act = existsSync(join(target, "act")) ? readFileSync(join(target, "act"), "utf8") : "";
const print = () => process.stdout.write("---\\n# Source: c/templates/it.yaml\\nkind: " + (existsSync(join(target, "kind")) ? readFileSync(join(target, "kind"), "utf8") : "Thing") + "\\n");
if (args.includes("version")) process.stdout.write(tool === "kubectl" ? "Client Version: v1.35.1\\nKustomize Version: v5.7.1\\n" : "v4.2.9\\n");
else if (act === "sleep") { spawn(process.execPath, ["-e", "setInterval(() => require('node:fs').appendFileSync(process.argv[1], '.'), 50)", join(__dirname, "beats")], { stdio: "inherit" }); setTimeout(() => {}, 60000); }
else if (act === "flood") { const chunk = "x".repeat(65536); const more = () => { while (process.stdout.write(chunk)); process.stdout.once("drain", more); }; more(); }
else if (act === "fail") { process.stderr.write("WARNING: old\\nError: cannot read " + join(target, "it.yaml") + " from https://me:secret@example.org/\\u001b[31m " + "y".repeat(5000) + "\\n"); process.exit(1); }
else if (act === "latin1") process.stdout.write(Buffer.from([0x61, 0xe9]));
else if (act === "depend" && args[0] === "template" && !existsSync(join(target, "charts", "built"))) { process.stderr.write("Error: found in Chart.yaml, but missing in charts/ directory: common\\n"); process.exit(1); }
else if (act === "depend" && args[0] === "dependency") { mkdirSync(join(target, "charts")); writeFileSync(join(target, "charts", "built"), readFileSync(process.env.HELM_REPOSITORY_CONFIG, "utf8")); }
else print();
`;

/** A folder with the tools, and renderers that use them. */
export interface Bench extends AsyncDisposable {
  /** Beside the tools: where nothing of a repository can be. */
  readonly folder: string;
  readonly repository: string;
  calls(): readonly Call[];
  /** How often a process that a tool started has given a sign of life. */
  beats(): number;
  put(name: string, folder?: string): string;
  open(environment?: Readonly<Record<string, string>>, options?: Partial<NativeOptions>): Promise<NativeRenderer>;
}

export function makeBench(...tools: readonly string[]): Bench {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "native-test-")));
  const [folder, repository] = [join(root, "bin"), join(root, "repository")];
  mkdirSync(folder);
  writeFileSync(join(root, "package.json"), "{}"); // what stands above the temporary folder does not say how the tools are read
  mkdirSync(join(repository, ".git"), { recursive: true });
  mkdirSync(join(repository, "below"));
  const renderers: NativeRenderer[] = [];
  const put = (name: string, where = folder): string => {
    mkdirSync(where, { recursive: true });
    writeFileSync(join(where, name), program);
    chmodSync(join(where, name), 0o755);
    return join(where, name);
  };
  for (const name of tools) put(name);
  return {
    folder,
    repository,
    put,
    calls: () => (existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as Call) : []),
    beats: () => (existsSync(join(folder, "beats")) ? readFileSync(join(folder, "beats")).length : 0),
    open: async (environment = {}, options = {}) => {
      const splitOutput: NativeOptions["splitOutput"] = (_tree, _target, text) => [{ path: null, text, origin: "rendered" }];
      const renderer = await openNativeRenderer({ environment: { PATH: folder, ...environment }, folder: join(repository, "below"), splitOutput, ...options });
      renderers.push(renderer);
      return renderer;
    },
    [Symbol.asyncDispose]: async () => {
      for (const renderer of renderers) await renderer[Symbol.asyncDispose]();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

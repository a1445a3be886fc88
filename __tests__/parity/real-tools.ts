// The real helm and kustomize, with nothing of this machine's configuration, without git and without a network.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Stand } from "../support/tree.ts";

/** The real tools by the name of their folder. */
export type RealTool = "helm4" | "helm3" | "kustomize";

/** Folder that scripts/real-tools.mjs has installed them into; undefined when nothing shall be compared. */
export const toolsFolder = process.env["SECCOMP_GATE_TOOLS"];

const BLACK_HOLE = "http://127.0.0.1:9"; // the port at which everything used to be thrown away: RFC 863
const proxies = Object.fromEntries(["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, BLACK_HOLE]));

/** Absolute path of a tool. Throws when it is not there. */
export function programOf(tool: RealTool): string {
  const program = join(toolsFolder ?? "", tool, tool === "kustomize" ? "kustomize" : "helm");
  if (!existsSync(program)) throw new Error(`${program} is not there: run scripts/real-tools.mjs`);
  return program;
}

type Files = Readonly<Record<string, Stand>>;

/**
 * Output of a real tool over these files; null when it refuses. Rejects when it cannot be run. What a tool of one version once said of the
 * same files and arguments is remembered beside it: starting hundreds of processes takes a minute, and none of them ever changes its mind.
 */
export async function outputOf(tool: RealTool, args: readonly string[], files: Files): Promise<string | null> {
  const installed = await Promise.all((["helm4", "helm3", "kustomize"] as const).map((name) => readFile(join(dirname(programOf(name)), "installed-from"), "utf8")));
  const bytes = Object.entries(files).map(([path, stand]) => [path, stand instanceof Uint8Array ? Buffer.from(stand).toString("base64") : stand]);
  const key = createHash("sha256").update(JSON.stringify([installed, tool, args, bytes])).digest("hex");
  const memory = join(toolsFolder ?? "", "remembered", `${key}.json`);
  if (existsSync(memory)) return readRemembered(await readFile(memory, "utf8"));
  const output = await runIn(await onDisk(files), programOf(tool), args);
  await mkdir(dirname(memory), { recursive: true });
  const half = `${memory}.${process.pid}`;
  await writeFile(half, JSON.stringify({ output }));
  await rename(half, memory);
  return output;
}

function readRemembered(text: string): string | null {
  const { output } = JSON.parse(text) as { output: string | null };
  return output;
}

async function onDisk(files: Files): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "parity-")));
  for (const [path, stand] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    if (typeof stand === "string" || stand instanceof Uint8Array) await writeFile(join(folder, path), stand);
    else if ("link" in stand) await symlink(stand.link, join(folder, path));
  }
  return folder;
}

async function runIn(folder: string, program: string, args: readonly string[]): Promise<string | null> {
  const env = { ...proxies, PATH: "", HOME: folder, HELM_NO_PLUGINS: "1", KUBECONFIG: devNull };
  const output = await new Promise<string | null>((resolve, reject) => {
    const child = spawn(program, [...args], { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(chunks).toString("utf8") : null));
  });
  await rm(folder, { recursive: true, force: true });
  return output;
}

// What the README promises whoever has just cloned the repository, and what CI calls.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot, runProgram } from "./support/command-line.ts";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
/** Commands of the README's section "Try it", in order. */
const [, section = ""] = /^## Try it\n([^]*?)^## /m.exec(readme) ?? [];
const commands = [...section.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = ""]) => block.trim().split("\n"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "seccomp-gate-fresh-"));
  mkdirSync(join(folder, "home"));
  // The clone may belong to another user than the tests run as, as in a container.
  const trust = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: "*" };
  const env = { PATH: process.env["PATH"], HOME: join(folder, "home"), GIT_CONFIG_NOSYSTEM: "1", ...trust };
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${projectRoot.replaceAll("\\", "/")}`, join(folder, "clone")], { env, stdio: "pipe" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

it("promises two commands", () => {
  expect(commands).toEqual(["node dist/cli/index.js demo", "npm cit"]);
});

it("the first one works in a fresh clone, with nothing installed and nobody at home", async () => {
  const [program = "", ...args] = (commands[0] ?? "").split(" ");
  expect(program).toBe("node");
  expect(existsSync(join(folder, "clone", "node_modules"))).toBe(false);
  const before = readdirSync(join(folder, "clone"), { recursive: true }).length;
  const ran = await runProgram(process.execPath, args, { folder: join(folder, "clone"), env: { HOME: join(folder, "home") } });
  expect([ran.exitCode, ran.stderr]).toEqual([0, ""]);
  expect(ran.stdout).toMatch(/^fail: \d+ containers weaken seccomp confinement/m);
  expect(readdirSync(join(folder, "home"))).toEqual([]);
  expect(readdirSync(join(folder, "clone"), { recursive: true })).toHaveLength(before);
});

it("the second one is what CI calls", () => {
  const script = readFileSync(join(projectRoot, ".ci", "run"), "utf8");
  expect(script.split("\n")).toContain(commands[1]);
  expect(JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"))).toHaveProperty("scripts.test"); // `npm cit` is `npm ci`, then `npm test`
});

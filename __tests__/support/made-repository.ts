// A real repository with a fixed past: the same files give the same commit ids on every machine.

import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import type { Stand } from "./tree.ts";

/** What stands where, by path relative to the root. */
export type Files = Readonly<Record<string, Stand>>;

export interface MadeRepository extends Disposable {
  readonly folder: string;
  /** Runs git in the repository; answers its output without the last line feed. */
  git(...args: readonly string[]): string;
  /** Puts the files of HEAD on disk. */
  checkOut(): void;
}

const environment = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };

function git(folder: string, args: readonly string[], input?: Buffer): string {
  return execFileSync("git", ["-C", folder, ...args], { env: environment, input, stdio: ["pipe", "pipe", "pipe"] }).toString("utf8").replace(/\n$/, "");
}

/** One entry of a commit; paths are quoted, so that any byte but NUL may stand in a name. https://git-scm.com/docs/git-fast-import */
function entry(path: string, stand: Stand): Buffer {
  const quoted = `"${path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
  if (typeof stand === "object" && "submodule" in stand) return Buffer.from(`M 160000 ${"5".repeat(40)} ${quoted}\n`);
  const isLink = typeof stand === "object" && "link" in stand;
  const content = Buffer.from(isLink ? stand.link : stand);
  return Buffer.concat([Buffer.from(`M ${isLink ? "120000" : "100644"} inline ${quoted}\ndata ${content.length}\n`), content, Buffer.from("\n")]);
}

function commit(ref: string, files: Files, index: number): Buffer {
  const when = `Test <test@example.org> ${1_767_225_600 + index} +0000`; // 2026
  const head = `commit ${ref}\nmark :${index + 1}\nauthor ${when}\ncommitter ${when}\ndata 6\nchange\n${index === 0 ? "" : `from :${index}\n`}deleteall\n`;
  return Buffer.concat([Buffer.from(head), ...Object.entries(files).map(([path, stand]) => entry(path, stand)), Buffer.from("\n")]);
}

/**
 * A repository whose branch `main` holds the first files and whose branch `pull-request`, which HEAD is on, the last ones: one commit each,
 * in a row. Nothing is on disk until it is checked out.
 */
export function makeRepository(...sides: readonly Files[]): MadeRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "seccomp-gate-case-")));
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=pull-request"]);
  const stream = sides.map((files, index) => commit(index === 0 ? "refs/heads/main" : "refs/heads/pull-request", files, index));
  if (sides.length === 1) stream.push(Buffer.from("reset refs/heads/pull-request\nfrom :1\n\n"));
  git(folder, ["fast-import", "--quiet"], Buffer.concat(stream));
  return {
    folder,
    git: (...args) => git(folder, args),
    checkOut: () => void git(folder, ["reset", "--quiet", "--hard"]),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

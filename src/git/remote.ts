// What the clone lacks, from the remote it was cloned from. Only objects arrive: no ref, tag, FETCH_HEAD or work tree changes,
// and so no hook has an occasion (githooks: reference-transaction). The address and the ssh command are those of the
// repository's own configuration, as actions/checkout left them; credentials are checkout's, or the token.

import { readFile } from "node:fs/promises";
import { NoVerdictError } from "../core/failure.ts";
import { gitPath } from "./discover-repository.ts";
import { type Environment, networkEnvironment, tokenEnvironment } from "./git-environment.ts";
import { demandObjectId } from "./object-reader.ts";
import { mergeBase } from "./revision.ts";
import { complaintOf, type Git, type GitAnswer, runGit } from "./run-git.ts";

/** How to reach the remote where checkout left no credentials. */
export interface RemoteAccess {
  readonly token?: string | undefined;
  /** The only address the token is sent to; without one, GitHub's. */
  readonly serverUrl?: string | undefined;
}

export interface Remote {
  /** Addresses of this clone's remotes, as configured, sorted; a folder of this machine is none. */
  addresses(): Promise<readonly string[]>;
  /** Gets a commit with its files. Throws a NoVerdictError when that fails. */
  fetchCommit(sha: string, access: RemoteAccess): Promise<void>;
  /** The commit that a branch or tag of the remote points to, or null. `name` may be short or full. */
  tipOf(name: string, access: RemoteAccess): Promise<string | null>;
  /** The merge base of two commits, with as much history as it takes. Null when they have none. */
  mergeBase(a: string, b: string, access: RemoteAccess): Promise<string | null>;
}

const REMEDY =
  "In a workflow set `fetch-depth: 2` on actions/checkout (`fetch-depth: 0` where a merge base is needed) and grant `permissions: contents: read`; elsewhere run `git fetch` first.";

const FETCH = [
  ..."fetch --quiet --no-tags --no-recurse-submodules --no-write-fetch-head --refmap= --no-prune --no-prune-tags".split(" "),
  ..."--no-auto-maintenance --no-show-forced-updates --no-write-commit-graph --no-filter".split(" "),
  "--upload-pack=git-upload-pack", // remote.origin.uploadpack names a program
];

// A remote that says nothing for a minute is gone.
const PATIENCE = ["-c", "protocol.version=2", "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60"];

const FIRST_STEP = 32; // commits; doubled every time

function quote(answer: GitAnswer, { token }: RemoteAccess): string {
  const complaint = complaintOf(answer);
  return token === undefined || token === "" ? complaint : complaint.replaceAll(token, "***");
}

/** Opens the remote `origin`. `isHere` tells whether a commit is in this clone. */
export function openRemote(git: Git, source: Environment, isHere: (sha: string) => Promise<boolean>): Remote {
  const online = (more: Environment): Git => ({ ...git, environment: { ...networkEnvironment(source), ...more } });

  const ask = async (args: readonly string[], access: RemoteAccess): Promise<GitAnswer> => {
    const first = await runGit(online({}), [...PATIENCE, ...args]);
    if (first.code === 0 || access.token === undefined || access.token === "") return first;
    return runGit(online(tokenEnvironment(access.token, access.serverUrl ?? "https://github.com")), [...PATIENCE, ...args]);
  };

  /** Without a remote of that name git would take it for a folder. */
  const demandOrigin = async (what: string): Promise<void> => {
    const { code } = await runGit(git, ["config", "--get", "remote.origin.url"]);
    if (code !== 0) throw new NoVerdictError("base-unavailable", `${what} is not in this clone, which has no remote \`origin\` to ask`, REMEDY);
  };

  const isShallow = (): Promise<boolean> => isShallowClone(git);

  const fetchCommit: Remote["fetchCommit"] = async (sha, access) => {
    if (await isHere(demandObjectId(sha))) return;
    await demandOrigin(`commit ${sha}`);
    // On a complete clone --depth would cut the history that is there.
    const depth = (await isShallow()) ? ["--depth=1"] : [];
    const answer = await ask([...FETCH, ...depth, "origin", sha], access);
    if (answer.code === 0 && (await isHere(sha))) return;
    throw new NoVerdictError("base-unavailable", `commit ${sha} is not in this clone and cannot be fetched: ${quote(answer, access)}`, REMEDY);
  };

  const tipOf: Remote["tipOf"] = async (name, access) => {
    await demandOrigin(`\`${name}\``);
    const refs = name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
    const wanted = refs.flatMap((ref) => [`${ref}^{}`, ref]); // a peeled tag before the tag itself
    const answer = await ask(["ls-remote", "--quiet", "--upload-pack=git-upload-pack", "origin", ...wanted], access);
    if (answer.code !== 0) throw new NoVerdictError("base-unavailable", `the remote cannot be asked for \`${name}\`: ${quote(answer, access)}`, REMEDY);
    const lines = answer.stdout.toString("utf8").split("\n").map((line) => line.split("\t"));
    for (const ref of wanted) {
      const [sha] = lines.find(([, listed]) => listed === ref) ?? [];
      if (sha !== undefined) return sha;
    }
    return null;
  };

  const deepen = async (a: string, b: string, access: RemoteAccess): Promise<string | null> => {
    const boundary = await gitPath(git, "shallow");
    for (let step = FIRST_STEP; ; step *= 2) {
      const found = await mergeBase(git, a, b);
      if (found !== null || !(await isShallow())) return found;
      const before = await readFile(boundary, "utf8");
      await demandOrigin(`the history of ${a} and ${b}`);
      const answer = await ask([...FETCH, `--deepen=${step}`, "origin", a, b], access);
      if (answer.code !== 0) {
        throw new NoVerdictError("base-unavailable", `the merge base of ${a} and ${b} is not in this clone, and its history cannot be fetched: ${quote(answer, access)}`, REMEDY);
      }
      const after = await readFile(boundary, "utf8").catch(() => "");
      if (after === before) return null; // the boundary that is left belongs to neither of the two
    }
  };

  return {
    addresses: async () => {
      const { code, stdout } = await runGit(git, ["config", "--null", "--get-regexp", "^remote\\..*\\.url$"]);
      if (code !== 0) return []; // git's answer where nothing matches
      const written = stdout.toString("utf8").split("\0").flatMap((line) => (line.includes("\n") ? [line.slice(line.indexOf("\n") + 1)] : []));
      return written.filter((address) => !isOnDisk(address)).sort();
    },
    fetchCommit,
    tipOf,
    mergeBase: async (a, b, access) => {
      await fetchCommit(a, access);
      await fetchCommit(b, access);
      return deepen(a, b, access);
    },
  };
}

/** Whether git takes an address for a folder of this machine. git: Documentation/urls.adoc: a colon before the first slash makes it a host's. */
const isOnDisk = (address: string): boolean => /^file:\/\//i.test(address) || /^[a-z]:[\\/]/i.test(address) || !/^[^/\\]*:/.test(address);

/** True when the clone's history is cut. */
export async function isShallowClone(git: Git): Promise<boolean> {
  return (await runGit(git, ["rev-parse", "--is-shallow-repository"])).stdout.toString("latin1").trim() === "true";
}

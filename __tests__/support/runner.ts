// A runner's environment built from nothing, so that the machine's own variables cannot decide a test.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../src/github/environment.ts";

for (const name of Object.keys(process.env)) {
  if (/^(GITHUB_|INPUT_|RUNNER_|ACTIONS_|CI$|NO_COLOR$|FORCE_COLOR$|https?_proxy$|no_proxy$)/i.test(name)) delete process.env[name];
}

export const BASE = "b".repeat(40);
export const HEAD = "a".repeat(40);
export const MERGE = "c".repeat(40);
export const ZEROS = "0".repeat(40);

const repository = { full_name: "octo/demo", default_branch: "main" };

/** A `pull_request` payload, with `headRepository` null for a fork that was deleted. */
export function pullRequestPayload(headRepository: string | null = "octo/demo", action = "synchronize") {
  const repo = headRepository === null ? null : { full_name: headRepository };
  return { action, number: 7, repository, pull_request: { number: 7, head: { sha: HEAD, ref: "topic", repo }, base: { sha: BASE, ref: "main", repo: { full_name: "octo/demo" } } } };
}

export function pushPayload(tweak: object = {}) {
  return { repository, ref: "refs/heads/main", before: BASE, after: HEAD, deleted: false, ...tweak };
}

export interface Runner {
  readonly folder: string;
  readonly env: Environment;
  remove(): void;
}

/** A runner for one event, with its files in a temporary folder. `more` overrides variables; undefined takes one away. */
export function startRunner(event: string, payload: unknown, more: Environment = {}): Runner {
  const folder = mkdtempSync(join(tmpdir(), "seccomp-gate-runner-"));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const env = {
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file("event.json", typeof payload === "string" ? payload : JSON.stringify(payload)),
    GITHUB_REPOSITORY: "octo/demo",
    GITHUB_SHA: MERGE,
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_WORKSPACE: folder,
    GITHUB_RUN_ID: "4711",
    GITHUB_OUTPUT: file("output", ""),
    GITHUB_STEP_SUMMARY: file("summary", ""),
    RUNNER_TEMP: folder,
    ...more,
  };
  return { folder, env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// The action's inputs, as action.yml declares them: read, checked, and refused in words.

import { tmpdir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
import { UsageError } from "../core/failure.ts";
import type { Policy } from "../core/policy.ts";
import type { CommentMode } from "./comment.ts";
import { type Environment, variable } from "./environment.ts";

export interface Inputs {
  /** Null: nothing can be written. */
  readonly token: string | null;
  /** Absolute. */
  readonly workingDirectory: string;
  /** Null: the base side's `.seccomp-gate.yaml`, if there is one. */
  readonly config: string | null;
  /** Null: by the event. */
  readonly base: string | null;
  /** Empty: everything that is discovered. */
  readonly targets: readonly string[];
  /** Null: what the configuration says. */
  readonly failOn: Policy["failOn"] | null;
  readonly comment: CommentMode;
  readonly review: boolean;
  readonly checkRun: boolean;
  readonly checkName: string;
  readonly id: string;
  readonly commentAuthor: string;
  /** Absolute. */
  readonly output: string;
  readonly engine: "embedded" | "native";
  /** Whether the native engine may render pull requests from forks. */
  readonly allowNativeOnForks: boolean;
}

const CHECK_NAME = "Seccomp posture";

/** An input's trimmed value, null when it was left out: the runner passes both the same way. */
function input(env: Environment, name: string): string | null {
  return variable(env, `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`);
}

function oneOf<T extends string>(env: Environment, name: string, valid: readonly T[], fallback: T): T;
function oneOf<T extends string>(env: Environment, name: string, valid: readonly T[], fallback: null): T | null;
function oneOf<T extends string>(env: Environment, name: string, valid: readonly T[], fallback: T | null): T | null {
  const text = input(env, name);
  if (text === null) return fallback;
  const found = valid.find((value) => value === text);
  if (found === undefined) throw new UsageError(`the input \`${name}\` is \`${text}\``, `Valid values: ${valid.map((value) => `\`${value}\``).join(", ")}.`);
  return found;
}

const flag = (env: Environment, name: string, fallback: "true" | "false"): boolean => oneOf(env, name, ["true", "false"], fallback) === "true";

function readId(env: Environment): string {
  const id = input(env, "id") ?? "default";
  if (!/^[a-z0-9-]{1,32}$/.test(id)) throw new UsageError(`the input \`id\` is \`${id}\``, "Use 1 to 32 of the characters `a` to `z`, `0` to `9` and `-`.");
  return id;
}

/** A name that was chosen is used as it is; the default one tells the uses apart by their id. */
function readCheckName(env: Environment, id: string): string {
  const name = input(env, "check-name") ?? CHECK_NAME;
  if (/\p{Cc}/u.test(name)) throw new UsageError(`the input \`check-name\` is ${JSON.stringify(name)}`, "Use a name on one line, without control characters.");
  return name === CHECK_NAME && id !== "default" ? `${name} (${id})` : name;
}

function readWorkingDirectory(env: Environment, workspace: string): string {
  const text = input(env, "working-directory") ?? ".";
  const folder = resolve(workspace, text);
  const within = relative(workspace, folder);
  if (within === ".." || /^\.\.[\\/]/.test(within) || isAbsolute(within)) {
    throw new UsageError(`the input \`working-directory\` is \`${text}\`, which lies outside GITHUB_WORKSPACE (\`${workspace}\`)`, "Name the folder that actions/checkout was given as `path`.");
  }
  return folder;
}

function readOutput(env: Environment, workspace: string, id: string): string {
  const given = input(env, "output");
  if (given !== null) return resolve(workspace, given);
  return join(resolve(variable(env, "RUNNER_TEMP") ?? tmpdir()), id === "default" ? "seccomp-gate" : `seccomp-gate-${id}`);
}

function refuseUnavailable(env: Environment): void {
  for (const name of ["shard", "report-from"]) {
    if (input(env, name) !== null) throw new UsageError(`the input \`${name}\` is not available in this version`, `Remove \`${name}\`, or use a version that offers it.`);
  }
}

/** The token to mask before anything else is printed; null without one. */
export function readToken(env: Environment): string | null {
  return input(env, "token");
}

/** All inputs. Throws a UsageError that quotes the value and lists the valid ones. */
export function readInputs(env: Environment): Inputs {
  const workspace = resolve(variable(env, "GITHUB_WORKSPACE") ?? process.cwd());
  const id = readId(env);
  refuseUnavailable(env);
  return {
    token: readToken(env),
    workingDirectory: readWorkingDirectory(env, workspace),
    config: input(env, "config"),
    base: input(env, "base"),
    targets: (input(env, "target") ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ""),
    failOn: oneOf(env, "fail-on", ["error", "warning", "note", "never"], null),
    comment: oneOf(env, "comment", ["always", "on-findings", "never"], "on-findings"),
    review: flag(env, "review", "true"),
    checkRun: flag(env, "check-run", "true"),
    checkName: readCheckName(env, id),
    id,
    commentAuthor: input(env, "comment-author") ?? "github-actions[bot]",
    output: readOutput(env, workspace, id),
    engine: oneOf(env, "engine", ["embedded", "native"], "embedded"),
    allowNativeOnForks: flag(env, "allow-native-on-forks", "false"),
  };
}

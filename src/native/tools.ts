// The tools of the machine: where they are, and which versions they say they are.

import { UsageError } from "../core/failure.ts";
import { findTool, givenTool } from "./find-tool.ts";
import type { ToolAnswer } from "./run-tool.ts";
import { searchPathOf, type Environment } from "./tool-environment.ts";

/** How kustomizations are built: by `kustomize build` or by `kubectl kustomize`. */
export interface Builder {
  readonly name: "kustomize" | "kubectl";
  readonly program: string;
}

export interface Tools {
  /** Absolute path. */
  readonly helm: string;
  readonly builder: Builder;
}

/** Runs a program with arguments in an empty folder. */
export type Ask = (program: string, args: readonly string[]) => Promise<ToolAnswer>;

/** The path given by an environment variable, else the first one in PATH; null without either. */
async function locate(name: string, variable: string, source: Environment, repository: string): Promise<string | null> {
  const given = source[variable];
  return given === undefined || given === "" ? findTool(name, searchPathOf(source), repository) : givenTool(variable, given, repository);
}

/** Finds `helm`, and `kustomize` or else `kubectl`. Throws a UsageError that says what to install. */
export async function findTools(source: Environment, repository: string): Promise<Tools> {
  const helm = await locate("helm", "SECCOMP_GATE_HELM", source, repository);
  if (helm === null) throw new UsageError("`helm` was not found in the folders of PATH, and the native engine renders charts with it", "Install Helm, set SECCOMP_GATE_HELM to its absolute path, or use the embedded engine, which needs no tools.");
  const kustomize = await locate("kustomize", "SECCOMP_GATE_KUSTOMIZE", source, repository);
  if (kustomize !== null) return { helm, builder: { name: "kustomize", program: kustomize } };
  const kubectl = await locate("kubectl", "SECCOMP_GATE_KUBECTL", source, repository);
  if (kubectl !== null) return { helm, builder: { name: "kubectl", program: kubectl } };
  throw new UsageError(
    "neither `kustomize` nor `kubectl` was found in the folders of PATH, and the native engine builds kustomizations with them",
    "Install one of them, set SECCOMP_GATE_KUSTOMIZE or SECCOMP_GATE_KUBECTL to its absolute path, or use the embedded engine, which needs no tools.",
  );
}

const VERSION = /v?(\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]+)?)/;

async function versionOf(ask: Ask, program: string, args: readonly string[], pattern: RegExp): Promise<string> {
  const answer = await ask(program, args);
  const text = answer.kind === "ended" && answer.code === 0 ? Buffer.from(answer.stdout).toString("utf8").slice(0, 4000) : "";
  const version = pattern.exec(text)?.[1];
  if (version !== undefined) return version.slice(0, 60);
  const how = answer.kind === "not-started" ? `cannot be started: ${answer.reason}` : "does not say its version";
  throw new UsageError(`\`${program}\` ${how} (\`${args.join(" ")}\`)`, "Install a released version of it, or use the embedded engine.");
}

/** What the tools say of themselves, as `1.2.3`. Throws a UsageError when one does not. */
export async function askVersions({ helm, builder }: Tools, ask: Ask): Promise<{ readonly helm: string; readonly kustomize: string }> {
  const ofHelm = await versionOf(ask, helm, ["version", "--template", "{{.Version}}"], VERSION);
  const ofKustomize =
    builder.name === "kustomize"
      ? await versionOf(ask, builder.program, ["version"], VERSION)
      : `${await versionOf(ask, builder.program, ["version", "--client"], new RegExp(`Kustomize Version: ${VERSION.source}`))} (kubectl)`;
  return { helm: ofHelm, kustomize: ofKustomize };
}

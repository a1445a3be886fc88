// What a command of the command line looks at: two trees of a repository, or one of whatever can be read.

import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { CONFIGURATION, configurationInEffect, knownBy, understand, type InEffect } from "./configuration-in-effect.ts";
import { NoVerdictError, UsageError } from "./core/failure.ts";
import type { Tree } from "./core/tree.ts";
import { kustomizationNames } from "./discover/kustomization.ts";
import { holdsObjects } from "./discover/sniff.ts";
import { readChartCache } from "./git/chart-cache.ts";
import { fileTree, folderTree, textTree } from "./git/folder.ts";
import { resolveDiff } from "./git/comparison.ts";
import { NoDefaultBase } from "./git/default-base.ts";
import { openRepository, type Repository } from "./git/repository.ts";
import type { Command } from "./options/argv.ts";

export type DiffCommand = Extract<Command, { kind: "diff" }>;
export type ExplainCommand = Extract<Command, { kind: "explain" }>;
export type ScanCommand = Extract<Command, { kind: "scan" }>;

/** Both sides and the configuration in effect; a null base is a scan. */
export interface Sides {
  readonly base: Tree | null;
  readonly head: Tree;
  readonly inEffect: InEffect;
}

/** A configuration file that was named is read from disk as it is, and is in effect whatever the base says. */
async function configurationOf(base: Tree | null, head: Tree, config: string | null, folder: string): Promise<InEffect> {
  if (config === null) return configurationInEffect(base, head, CONFIGURATION, false);
  const path = resolve(folder, config);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`the configuration file \`${config}\` cannot be read: ${error instanceof Error ? error.message : String(error)}`, "Correct `--config`.");
  });
  return { ...(await understand(bytes, config)), path: null, complete: true, policyNotes: [], merged: null };
}

/** The two sides of `diff`, and of `explain` where there are two, in the repository around `folder`. */
export async function openDiff(command: DiffCommand | ExplainCommand, repository: Repository, folder: string): Promise<Sides & { readonly base: Tree }> {
  const worktree = command.head.kind === "worktree";
  const head = command.head.kind === "revision" ? (command.head.revision ?? undefined) : undefined;
  const revisions = await resolveDiff(repository, { base: command.base ?? undefined, head, worktree });
  const [before, after] = await Promise.all([repository.tree(revisions.base), worktree ? repository.worktree() : repository.tree(revisions.head)]);
  // Uncommitted work without a named base is one's own: so is its configuration.
  const decides = worktree && command.base === null ? null : before;
  const inEffect = knownBy(await configurationOf(decides, after, command.config, folder), await repository.remote.addresses());
  const withCharts = await chartCache(command, folder);
  return { base: withCharts(before), head: withCharts(after), inEffect };
}

/** The sides of `explain`. Where no base is named and none can be meant there is the head alone, and `noBase` says why. */
export async function openExplained(command: ExplainCommand, repository: Repository, folder: string): Promise<Sides & { readonly noBase: UsageError | null }> {
  try {
    return { ...(await openDiff(command, repository, folder)), noBase: null };
  } catch (error) {
    if (!(error instanceof NoDefaultBase)) throw error;
    const revision = command.head.kind === "revision" ? command.head.revision : null;
    const head = await repository.tree(await repository.resolveCommit(revision ?? "HEAD"));
    const inEffect = knownBy(await configurationOf(null, head, command.config, folder), await repository.remote.addresses());
    return { base: null, head: (await chartCache(command, folder))(head), inEffect, noBase: error };
  }
}

/** What puts the charts of `--chart-cache` into a tree; nothing without it. */
async function chartCache({ chartCache: given }: { readonly chartCache: string | null }, folder: string): Promise<(tree: Tree) => Tree> {
  return given === null ? (tree) => tree : readChartCache(resolve(folder, given));
}

async function readAll(input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The one side of `scan`: standard input, a file, a folder, or what is on disk of the repository around it. */
export async function openScan(command: ScanCommand, folder: string, input: AsyncIterable<Uint8Array | string>, own: (repository: Repository) => Repository): Promise<Sides> {
  const file = await namedFile(command.path, folder, input);
  const { tree, addresses } = file === null ? await scannedFolder(resolve(folder, command.path ?? "."), command.path === null, own) : { tree: file, addresses: [] };
  const head = (await chartCache(command, folder))(tree);
  const inEffect = knownBy(await configurationOf(null, head, command.config, folder), addresses);
  return { base: null, head, inEffect: file === null ? inEffect : await lookingAt(file, command.path ?? "", inEffect) };
}

/** Whether a file of this name makes sense only with what lies around it. */
const isOneOfMany = (name: string): boolean => name === "Chart.yaml" || kustomizationNames.has(name);

/** Standard input or the file that is named; null for a folder. */
async function namedFile(path: string | null, folder: string, input: AsyncIterable<Uint8Array | string>): Promise<Tree | null> {
  if (path === "-") return textTree("stdin.yaml", await readAll(input));
  const place = resolve(folder, path ?? ".");
  const there = await stat(place).catch(() => null);
  if (there === null) throw new UsageError(`\`${path ?? "."}\` does not exist`, "Give a repository, a folder, a file, or `-` for standard input.");
  if (!there.isDirectory() && isOneOfMany(basename(place))) {
    throw new UsageError(`\`${path ?? "."}\` alone is no manifest, but a part of a chart or of a kustomization`, "Name the folder that it is in.");
  }
  // A pipe is no file to `stat`, as in `scan <(helm template charts/api)`.
  return there.isDirectory() ? null : fileTree(place);
}

/**
 * Whoever names a file means it, whatever it is called. One without an object is a slip, such as the empty output of a tool that failed:
 * to pass it would be to pass without having looked.
 */
async function lookingAt(file: Tree, named: string, inEffect: InEffect): Promise<InEffect> {
  const files = [...file.entries].flatMap(([path, entry]) => (entry.kind === "file" ? [{ path, id: entry.id }] : []));
  const blobs = await file.read(files.map(({ id }) => id));
  const settings = files.flatMap(({ path, id }) => (holdsObjects(blobs.get(id) ?? null) ? [{ manifests: path, name: null, namespace: "default" }] : []));
  if (settings.length > 0) return { ...inEffect, complete: false, selection: { ...inEffect.selection, targets: settings, exclude: [] } };
  const name = named === "-" ? "standard input" : `\`${named}\``;
  throw new NoVerdictError("not-found", `${name} holds no Kubernetes object: nothing in it has both \`apiVersion\` and \`kind\``, "Give it manifests, such as the output of `helm template`; for a chart or a kustomization name its folder.");
}

/** The files of a folder, and the addresses by which its repository is known. */
async function scannedFolder(place: string, inRepository: boolean, own: (repository: Repository) => Repository): Promise<{ readonly tree: Tree; readonly addresses: readonly string[] }> {
  const repository = inRepository ? own(await openRepository(place)) : await openRepositoryAt(place, own);
  if (repository === null) return { tree: await folderTree(place), addresses: [] };
  return { tree: await repository.worktree(), addresses: await repository.remote.addresses() };
}

/** The repository whose root a folder is; null for a plain folder, or one inside a repository, which is scanned as it is. */
async function openRepositoryAt(place: string, own: (repository: Repository) => Repository): Promise<Repository | null> {
  const there = await stat(resolve(place, ".git")).catch(() => null);
  return there === null ? null : own(await openRepository(place));
}

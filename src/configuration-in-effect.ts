// Which configuration file is in effect, and what a change of it will do.

import type { Policy } from "./core/policy.ts";
import { defaultPolicy } from "./core/policy.ts";
import { UsageError } from "./core/failure.ts";
import { discoverEverything, type Selection } from "./core/selection.ts";
import { resolvePath, type Tree } from "./core/tree.ts";
import { decodeUtf8 } from "./core/utf8.ts";

/** Where the configuration is when nobody names it. */
export const CONFIGURATION = ".seccomp-gate.yaml";

export interface InEffect {
  readonly selection: Selection;
  readonly policy: Policy;
  /** Its file inside the repository; null when it is none of it. */
  readonly path: string | null;
  /** False when only a part of what it is for is looked at. */
  readonly complete: boolean;
  /** What a change of the file in this very change says; empty without one. */
  readonly policyNotes: readonly string[];
  /** The configuration once this very change is merged; null when that makes no difference, or cannot be understood. */
  readonly merged: Pick<InEffect, "selection" | "policy"> | null;
}

/** The same, in a repository that is known by further addresses: Flux and Argo CD objects name it by them. */
export function knownBy(inEffect: InEffect, addresses: readonly string[]): InEffect {
  const known = (selection: Selection): Selection => ({ ...selection, repositories: [...selection.repositories, ...addresses] });
  const { selection, merged } = inEffect;
  return { ...inEffect, selection: known(selection), merged: merged === null ? null : { ...merged, selection: known(merged.selection) } };
}

/** Bytes of a file of a tree; null when it is not there. */
async function fileOf(tree: Tree, path: string): Promise<Uint8Array | null> {
  const found = resolvePath(tree, path);
  if (found.kind !== "found" || found.entry.kind !== "file") return null;
  return (await tree.read([found.entry.id])).get(found.entry.id) ?? null;
}

/** Understands the bytes of a configuration file. Rejects with a UsageError with every mistake. */
export async function understand(bytes: Uint8Array, path: string): Promise<Pick<InEffect, "selection" | "policy">> {
  const text = decodeUtf8(bytes);
  if (text === null) throw new UsageError(`${path}:1:1: the configuration file is not UTF-8 text`, "Save it as UTF-8.");
  // Loaded here, because the schema library takes longer to start than everything else of ours, and most repositories have no such file.
  const { readConfiguration } = await import("./options/configuration.ts");
  return readConfiguration(text, path);
}

type Merge = Pick<InEffect, "policyNotes" | "merged">;

const noMerge: Merge = { policyNotes: [], merged: null };
const defaults = { selection: discoverEverything, policy: defaultPolicy };

const MOST_CHANGES = 20;

/** What the file will say once the change is merged, and what that will be. */
async function mergeOf(before: Uint8Array | null, after: Uint8Array | null, path: string): Promise<Merge> {
  if (before === null ? after === null : after !== null && Buffer.compare(before, after) === 0) return noMerge;
  const what = before === null ? "added" : after === null ? "removed" : "edited";
  try {
    const merged = after === null ? defaults : await understand(after, path);
    const { configurationChanges } = await import("./options/configuration-changes.ts");
    const textOf = (bytes: Uint8Array | null): string | null => (bytes === null ? null : decodeUtf8(bytes));
    const changes = configurationChanges(textOf(before), textOf(after), path);
    // Comments and layout are nobody's concern.
    if (changes.length === 0) return noMerge;
    const left = changes.length - MOST_CHANGES;
    const shown = [...changes.slice(0, MOST_CHANGES), ...(left > 0 ? [`and ${left} more ${left === 1 ? "change" : "changes"}`] : [])];
    return { policyNotes: [`\`${path}\` is ${what} by this change. Nothing of that is in effect until it is merged: this verdict follows the base`, ...shown], merged };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { policyNotes: [`\`${path}\` is ${what} by this change, and once merged nothing could be checked any more: ${error.message.split("\n").join("; ")}`], merged: null };
  }
}

/**
 * The configuration of the side that decides: the base, so that no change can waive itself; the head where there is no base.
 * `required` is for a file that was asked for by name. Throws a UsageError for what cannot be understood.
 */
export async function configurationInEffect(base: Tree | null, head: Tree, path: string, required: boolean): Promise<InEffect> {
  const decides = base ?? head;
  const bytes = await fileOf(decides, path);
  if (bytes === null && required && (base === null || (await fileOf(head, path)) === null)) {
    throw new UsageError(`the configuration file \`${path}\` is not in ${decides.revision}`, "Correct the path; it is relative to the repository's root.");
  }
  const read = bytes === null ? defaults : await understand(bytes, path);
  const merge = base === null ? noMerge : await mergeOf(bytes, await fileOf(head, path), path);
  return { ...read, path, complete: true, ...merge };
}

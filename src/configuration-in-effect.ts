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
  /** What a change of the file in this very change will do once merged. */
  readonly policyNotes: readonly string[];
}

/** The same, in a repository that is known by further addresses: Flux and Argo CD objects name it by them. */
export function knownBy(inEffect: InEffect, addresses: readonly string[]): InEffect {
  const { selection } = inEffect;
  return { ...inEffect, selection: { ...selection, repositories: [...selection.repositories, ...addresses] } };
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

/** What will be in effect once the change is merged, in one sentence. */
async function noteOn(before: Uint8Array | null, after: Uint8Array | null, path: string): Promise<string[]> {
  if (before === null ? after === null : after !== null && Buffer.compare(before, after) === 0) return [];
  if (after === null) return [`\`${path}\` is removed by this change. Until it is merged the file of the base is in effect; afterwards the defaults are.`];
  const what = before === null ? "added" : "edited";
  try {
    await understand(after, path);
    return [`\`${path}\` is ${what} by this change. Nothing of that is in effect until it is merged: this verdict follows the base.`];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [`\`${path}\` is ${what} by this change, and once merged nothing could be checked any more: ${error.message.split("\n").join("; ")}`];
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
  const read = bytes === null ? { selection: discoverEverything, policy: defaultPolicy } : await understand(bytes, path);
  const policyNotes = base === null ? [] : await noteOn(bytes, await fileOf(head, path), path);
  return { ...read, policyNotes };
}

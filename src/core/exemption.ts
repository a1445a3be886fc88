// Which findings policy lets pass. An exemption covers what its patterns match, as long as it holds.

import { matchesGlob } from "./glob.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { ExemptionRule } from "./policy.ts";
import type { Workload } from "./report.ts";

/** What a finding is about: one container, or a target as a whole, which must be covered as a whole. */
export interface ExemptionSubject {
  readonly rule: string;
  readonly workloads: readonly Workload[];
  /** Null for a target as a whole. */
  readonly container: { readonly name: string; readonly image: string | null } | null;
}

/** Whether policy lets a finding pass. `expired`: it did, and does not any more. */
export type Standing = { readonly kind: "none" } | { readonly kind: "holds" | "expired"; readonly exemption: ExemptionRule };

function matchesWorkload(pattern: string, workload: Workload): boolean {
  const name = [workload.kind, workload.namespace ?? "", workload.name];
  const parts = pattern.split("/");
  const wanted = parts.length === 2 ? [parts[0], "*", parts[1]] : parts;
  return wanted.length === 3 && wanted.every((glob, i) => glob === "*" || matchesGlob(name[i] ?? "", glob ?? ""));
}

/** The image without its tag and digest. distribution/reference: reference.go (grammar). */
function repositoryOf(image: string): string {
  const [name = ""] = image.split("@", 1);
  const colon = name.lastIndexOf(":");
  return colon > name.lastIndexOf("/") ? name.slice(0, colon) : name;
}

/** A pattern without a tag is for every tag. */
function matchesImage(pattern: string, image: string | null): boolean {
  return image !== null && (matchesGlob(image, pattern) || matchesGlob(repositoryOf(image), pattern));
}

/** Whether the patterns match, whatever the rule and the day. */
function coversPlace({ workload, container, image }: ExemptionRule, subject: Omit<ExemptionSubject, "rule">): boolean {
  if (!subject.workloads.every((one) => matchesWorkload(workload, one))) return false;
  if (container !== null && (subject.container === null || !matchesGlob(subject.container.name, container))) return false;
  return image === null || (subject.container !== null && matchesImage(image, subject.container.image));
}

/** Whether the exemption is about this container. */
export function coversEntry(exemption: ExemptionRule, { workload, container, image }: InventoryEntry): boolean {
  return coversPlace(exemption, { workloads: [workload], container: { name: container.name, image } });
}

/** True on days on which it is not in effect any more; `today` is `YYYY-MM-DD`. */
export function isExpired({ expires }: ExemptionRule, today: string): boolean {
  return expires !== null && expires < today;
}

/** The first exemption that holds; else the first that did. */
export function standingOf(subject: ExemptionSubject, exemptions: readonly ExemptionRule[], today: string): Standing {
  const covering = exemptions.filter((exemption) => (exemption.rules === null || exemption.rules.includes(subject.rule)) && coversPlace(exemption, subject));
  const holds = covering.find((exemption) => !isExpired(exemption, today));
  if (holds !== undefined) return { kind: "holds", exemption: holds };
  const [expired] = covering;
  return expired === undefined ? { kind: "none" } : { kind: "expired", exemption: expired };
}

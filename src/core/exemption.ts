// Which findings policy lets pass. An exemption covers what its patterns match, as long as it holds.

import { globMatcher, matchesGlob } from "./glob.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { ExemptionRule } from "./policy.ts";
import { remembered } from "./remembered.ts";
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

/** Tell whether the kind, the namespace and the name of a workload are meant. */
type WorkloadMatcher = readonly [kind: (text: string) => boolean, namespace: (text: string) => boolean, name: (text: string) => boolean];

/** Null for a pattern that has another number of parts, which means no workload. */
const workloadMatcher = remembered(({ workload }: ExemptionRule): WorkloadMatcher | null => {
  const parts = workload.split("/").map(globMatcher);
  const [kind, second, third] = parts;
  if (kind === undefined || second === undefined || parts.length > 3) return null;
  return third === undefined ? [kind, () => true, second] : [kind, second, third];
});

function matchesWorkload(exemption: ExemptionRule, { kind, namespace, name }: Workload): boolean {
  const matcher = workloadMatcher(exemption);
  return matcher !== null && matcher[0](kind) && matcher[1](namespace ?? "") && matcher[2](name);
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
function coversPlace(exemption: ExemptionRule, subject: Omit<ExemptionSubject, "rule">): boolean {
  const { container, image } = exemption;
  if (!subject.workloads.every((one) => matchesWorkload(exemption, one))) return false;
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
  const covers = (exemption: ExemptionRule): boolean => (exemption.rules === null || exemption.rules.includes(subject.rule)) && coversPlace(exemption, subject);
  const holds = exemptions.find((exemption) => !isExpired(exemption, today) && covers(exemption));
  if (holds !== undefined) return { kind: "holds", exemption: holds };
  const expired = exemptions.find((exemption) => isExpired(exemption, today) && covers(exemption));
  return expired === undefined ? { kind: "none" } : { kind: "expired", exemption: expired };
}

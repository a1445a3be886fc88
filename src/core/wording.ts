// Postures and containers in words, the same in every rule and format.

import type { Pair } from "./diff.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { Cause, Posture, Profile } from "./posture.ts";
import type { Container, Was, Workload } from "./report.ts";

/** `RuntimeDefault`, `Localhost (profiles/audit.json)`, `Unconfined (privileged)`, `no profile` … */
export function describePosture(posture: Posture): string {
  switch (posture.profile) {
    case "RuntimeDefault":
      return "RuntimeDefault";
    case "Localhost":
      return `Localhost (${posture.localhostProfile ?? ""})`;
    case "Unconfined":
      return posture.cause === "privileged" ? "Unconfined (privileged)" : "Unconfined";
    case "Unset":
      return "no profile";
    case "Invalid":
      return posture.advice === null ? "an invalid profile" : "refused";
    case "NotApplicable":
      return posture.cause === "inherits" ? "its pod's profile" : "none (Windows)";
  }
}

const types = { container: "container", init: "init container", ephemeral: "ephemeral container" } as const satisfies Record<Container["type"], string>;

/** `container `app``, `init container `migrate``, `container `main` of pod `build`` … */
export function describeContainer({ type, name, pod }: Container): string {
  return `${types[type]} \`${name}\`${pod === undefined ? "" : ` of pod \`${pod}\``}`;
}

/** `Deployment `shop/api``: kind, namespace and name. */
export function describeWorkload(workload: Workload): string {
  return `${workload.kind} \`${workload.namespace === null ? "" : `${workload.namespace}/`}${workload.name}\``;
}

/** `container `app` of Deployment `shop/api``. */
export function describeEntry(entry: InventoryEntry): string {
  return `${describeContainer(entry.container)} of ${describeWorkload(entry.workload)}`;
}

/** ` (set at `spec…`)`, or nothing when no field decides. */
export function decidedAt(posture: Posture): string {
  return posture.decidedBy === null ? "" : ` (set at \`${posture.decidedBy}\`)`;
}

/** `ran under RuntimeDefault (set at …)`, `ran under RuntimeDefault by default, as …,`, `ran in a sandbox`, `was refused for …`: what was. */
function whatItDid(posture: Posture): string {
  const { effective, profile, assumption, decidedBy } = posture;
  if (posture.cause === "windows") return `ran on Windows${decidedAt(posture)}`;
  const asked = `${describePosture(posture)}${decidedAt(posture)}`;
  if (effective === "Rejected") return profile === "Invalid" ? `was refused for \`${decidedBy ?? ""}\`` : `asked for ${asked}, which was refused,`;
  if (effective === "Sandboxed") return `ran ${profile === "Unset" ? "" : `under ${asked} `}in a sandbox (${assumption ?? ""})`;
  return profile === "Unset" && effective !== "Unconfined" ? `ran under ${effective} by default, as ${assumption ?? ""},` : `ran under ${asked}`;
}

/** What to write at the place of the field or annotation that decides, to have a profile: `type: RuntimeDefault`, `runtime/default` … */
export function profileAt(cause: Cause, profile: Profile, localhostProfile: string | null): string {
  if (cause === "container-annotation" || cause === "pod-annotation") return localhostProfile === null ? "`runtime/default`" : `\`localhost/${localhostProfile}\``;
  return `\`type: ${profile}\`${localhostProfile === null ? "" : ` with \`localhostProfile: ${localhostProfile}\``}`;
}

/** What came before, for the middle of a sentence: `ran under RuntimeDefault (set at …) and now `, `is new and `, or nothing in a scan. */
export function history({ base, basis }: Pick<Pair, "base" | "basis">): string {
  if (base !== null) return `${whatItDid(base.posture)} and now `;
  return basis === "none" ? "" : "is new and ";
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

const matchedWith = (what: string, { target, by }: Was): string => ` (matched with ${what} in \`${target}\` on the base, by ${listed(by)})`;

/** The end of a message about a container that was matched across a rename or a move. */
export function describeMatch(was: Was): string {
  return matchedWith(`${describeContainer(was.container)} of ${describeWorkload(was.workload)}`, was);
}

/** The same for several containers of one workload. */
export function describeWorkloadMatch(was: Was): string {
  return matchedWith(describeWorkload(was.workload), was);
}

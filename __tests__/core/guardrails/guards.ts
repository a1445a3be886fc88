// What the tests of protections share: two sides of small files, and what became of the protections in them.

import { kindlessObjects } from "../../../src/core/guardrails/kindless-files.ts";
import { countDependents, findWeakenedGuards, type Guard } from "../../../src/core/guardrails/pair-guards.ts";
import { takeInventory } from "../../../src/core/inventory.ts";
import { judge } from "../../../src/core/judge.ts";
import { defaultPolicy } from "../../../src/core/policy.ts";
import type { FoundObject } from "../../../src/core/workload.ts";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

function objectsOf(files: Files): readonly FoundObject[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const objects = path.endsWith(".toml") ? [] : takeInventory(path, "default", [{ path, text, origin: "file" }], defaultPolicy).objects;
    return [...kindlessObjects(path, text).objects, ...objects];
  });
}

/** Protections that changed between two sides. */
export function guardsBetween(base: Files, head: Files): readonly Guard[] {
  const entries = Object.entries(head).flatMap(([path, text]) => (path.endsWith(".toml") ? [] : takeInventory(path, "default", [{ path, text, origin: "file" }], defaultPolicy).entries));
  return findWeakenedGuards({ own: objectsOf(base), elsewhere: [] }, { own: objectsOf(head), elsewhere: [] }).map((guard) => ({ ...guard, dependents: countDependents(guard, { entries, unseen: 0 }) }));
}

/** Findings on them, as `severity rule: message`. */
export function saidOf(base: Files, head: Files): readonly string[] {
  return judge([], [], defaultPolicy, "2026-01-01", new Map(), guardsBetween(base, head)).map(({ finding: { severity, rule, message } }) => `${severity} ${rule}: ${message}`);
}

/** What to do about them. */
export function remediesOf(base: Files, head: Files): readonly string[] {
  return judge([], [], defaultPolicy, "2026-01-01", new Map(), guardsBetween(base, head)).map(({ finding: { remedy } }) => remedy);
}

/** Findings on one file in short: the severity, the kind of object, and what became of it. */
export function turnsOf(base: string | null, head: string | null, path = "f.yaml"): readonly string[] {
  const files = (text: string | null): Files => (text === null ? {} : { [path]: text });
  return judge([], [], defaultPolicy, "2026-01-01", new Map(), guardsBetween(files(base), files(head))).map(({ finding, guard }) => {
    const turn = guard?.turn.kind === "weaker" ? guard.turn.ways.join("; ") : "unclear";
    return `${finding.severity} ${finding.workload.kind}/${finding.workload.name} ${guard?.fact.what ?? ""} ${turn}`;
  });
}

// Laws of the comparison, on generated workloads.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { pairInventories, type Pair } from "../src/core/diff.ts";
import { takeInventory, type InventoryEntry } from "../src/core/inventory.ts";
import { judge } from "../src/core/judge.ts";
import { defaultPolicy } from "../src/core/policy.ts";
import type { Change } from "../src/core/report.ts";
import { reachVerdict } from "../src/core/verdict.ts";

const profile = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.constantFrom({ type: "RuntimeDefault" }, { type: "Unconfined" }, { type: "Localhost", localhostProfile: "a.json" }, { type: "Localhost", localhostProfile: "b.json" }),
  fc.constantFrom({}, { type: "unconfined" }, { type: "Localhost" }, { type: "RuntimeDefault", localhostProfile: "a.json" }),
);
const securityContext = fc.oneof(fc.constant(undefined), fc.record({ seccompProfile: profile, privileged: fc.constantFrom(undefined, true, false) }));
const container = fc.record({ name: fc.constantFrom("a", "b", "c"), securityContext });
const podSpec = fc.record({
  containers: fc.uniqueArray(container, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
  initContainers: fc.uniqueArray(container, { maxLength: 2, selector: ({ name }) => name }),
  securityContext: fc.oneof(fc.constant(undefined), fc.record({ seccompProfile: profile })),
  os: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant({ name: "windows" }) }),
});
const workload = fc.record({ kind: fc.constantFrom<string>("Deployment", "StatefulSet", "DaemonSet"), name: fc.constantFrom<string>("x", "y", "z"), podSpec });
type Workload = typeof workload extends fc.Arbitrary<infer W> ? W : never;
const side = fc.uniqueArray(workload, { maxLength: 5, selector: ({ kind, name }) => `${kind}/${name}` });

const documentOf = ({ kind, name, podSpec: spec }: Workload): string =>
  JSON.stringify({ apiVersion: "apps/v1", kind, metadata: { name }, spec: { template: { spec } } });

function inventory(workloads: readonly Workload[]): readonly InventoryEntry[] {
  const { entries, problems } = takeInventory("manifests:.", "default", [{ path: "p.yaml", text: workloads.map(documentOf).join("\n---\n"), origin: "file" }], defaultPolicy);
  expect(problems).toEqual([]);
  return entries;
}

const pair = (base: readonly Workload[], head: readonly Workload[]): readonly Pair[] => pairInventories(inventory(base), inventory(head), () => "read");
const keyOf = ({ base, head }: Pair): string => (head ?? base)?.key ?? "";
const changes = (pairs: readonly Pair[]): ReadonlyMap<string, Change> => new Map(pairs.map((one) => [keyOf(one), one.change]));
const told = (pairs: readonly Pair[]) => judge(pairs, [], defaultPolicy, "2026-01-01").map(({ finding }) => `${finding.rule} ${finding.fingerprint}`);

const mirrored = { added: "removed", removed: "added", weakened: "strengthened", strengthened: "weakened", changed: "changed", unchanged: "unchanged" } as const satisfies Record<Change, Change>;

describe("a comparison", () => {
  it("with itself finds nothing", () => {
    fc.assert(
      fc.property(side, (one) => {
        const pairs = pair(one, one);
        expect(new Set(pairs.map(({ change }) => change)).size).toBeLessThanOrEqual(1);
        expect(pairs.every(({ change }) => change === "unchanged")).toBe(true);
        expect(told(pairs)).toEqual([]);
      }),
    );
  });

  it("the other way round is the mirror image", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const mirror = new Map([...changes(pair(one, two))].map(([key, change]) => [key, mirrored[change]]));
        expect(changes(pair(two, one))).toEqual(mirror);
      }),
    );
  });

  it("does not depend on the order of documents or containers", () => {
    const shuffle = ({ podSpec: spec, ...rest }: Workload): Workload => ({ ...rest, podSpec: { ...spec, containers: spec.containers.toReversed(), initContainers: spec.initContainers.toReversed() } });
    fc.assert(
      fc.property(side, side, (one, two) => {
        const [plain, shuffled] = [pair(one, two), pair(one.toReversed().map(shuffle), two.toReversed().map(shuffle))];
        expect(new Map([...changes(shuffled)].sort())).toEqual(new Map([...changes(plain)].sort()));
        expect(told(shuffled).sort()).toEqual(told(plain).sort());
      }),
    );
  });

  it("is not changed by an object that both sides gain", () => {
    const unrelated: Workload = { kind: "Deployment", name: "unrelated", podSpec: { containers: [{ name: "a", securityContext: undefined }], initContainers: [], securityContext: undefined, os: undefined } };
    fc.assert(
      fc.property(side, side, (one, two) => {
        const more = [...changes(pair([...one, unrelated], [...two, unrelated]))].filter(([key]) => !key.includes("unrelated"));
        expect(new Map(more)).toEqual(changes(pair(one, two)));
        expect(told(pair([...one, unrelated], [...two, unrelated]))).toEqual(told(pair(one, two)));
      }),
    );
  });

  it("loses no container of either side, and calls every change of profile a change", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const pairs = pair(one, two);
        expect(new Set(pairs.map(keyOf))).toEqual(new Set([...inventory(one), ...inventory(two)].map(({ key }) => key)));
        for (const { base, head, change } of pairs) {
          if (base !== null && head !== null && base.posture.profile !== head.posture.profile) expect(change).not.toBe("unchanged");
        }
      }),
    );
  });

  it("speaks up about every container that became open, by itself or in being new", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const pairs = pair(one, two);
        const opened = pairs.filter(({ base, head }) => head?.posture.effective === "Unconfined" && base?.posture.effective !== "Unconfined");
        const spoken = new Set(judge(pairs, [], defaultPolicy, "2026-01-01").map(({ entry }) => entry?.key));
        expect(opened.filter((one) => !spoken.has(keyOf(one)))).toEqual([]);
      }),
    );
  });
});

describe("a verdict", () => {
  it("is never pass while something was not looked at", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const findings = judge(pair(one, two), [], defaultPolicy, "2026-01-01").map(({ finding }) => ({ ...finding, locations: [], group: "", alsoIn: [] }));
        const problem = { kind: "yaml", side: "head", target: null, path: null, line: null, message: "m", remedy: "", blocking: true } as const;
        expect(reachVerdict(findings, [problem], defaultPolicy)).toBe(findings.some(({ severity }) => severity === "error") ? "fail" : "no-verdict");
      }),
    );
  });
});

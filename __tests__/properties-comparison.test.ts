// Laws of the comparison of whole sides: several targets, renames and moves.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { direction, pairInventories, type Pair } from "../src/core/diff.ts";
import { takeInventory, type InventoryEntry } from "../src/core/inventory.ts";
import { judge } from "../src/core/judge.ts";
import { matchMoved } from "../src/core/match.ts";
import { defaultPolicy } from "../src/core/policy.ts";
import type { Change } from "../src/core/report.ts";
import { fails } from "../src/core/verdict.ts";

interface Box {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly { readonly containerPort: number }[];
  readonly securityContext: unknown;
}

interface Made {
  readonly target: string;
  readonly kind: string;
  readonly name: string;
  readonly podProfile: unknown;
  readonly boxes: readonly Box[];
}

const profile = fc.constantFrom<unknown>(undefined, null, { type: "RuntimeDefault" }, { type: "Unconfined" }, { type: "Localhost", localhostProfile: "a.json" }, { type: "unconfined" });
const box: fc.Arbitrary<Box> = fc.record({
  name: fc.constantFrom("a", "b", "c"),
  image: fc.constantFrom("i/one:1", "i/one:2", "i/two:1", "i/three"),
  ports: fc.constantFrom<Box["ports"]>([], [{ containerPort: 80 }], [{ containerPort: 81 }]),
  securityContext: fc.oneof(fc.constant<unknown>(undefined), fc.record({ seccompProfile: profile, privileged: fc.constantFrom(undefined, true) })),
});
const made: fc.Arbitrary<Made> = fc.record({
  target: fc.constantFrom("helm:t", "helm:u", "manifests:."),
  kind: fc.constantFrom("Deployment", "StatefulSet"),
  name: fc.constantFrom("v", "w", "x", "y", "z"),
  podProfile: profile,
  boxes: fc.uniqueArray(box, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
});
/** A kind and name stands once on a side: one that several targets take over makes more rows one way than the other. */
const side = fc.uniqueArray(made, { maxLength: 5, selector: ({ kind, name }) => `${kind}/${name}` });

const documentOf = ({ kind, name, podProfile, boxes }: Made): string =>
  JSON.stringify({ apiVersion: "apps/v1", kind, metadata: { name }, spec: { template: { spec: { securityContext: { seccompProfile: podProfile }, containers: boxes } } } });

function inventory(objects: readonly Made[], target: string): readonly InventoryEntry[] {
  const text = objects.filter((one) => one.target === target).map(documentOf).join("\n---\n");
  const { entries, problems } = takeInventory(target, "default", [{ path: "p.yaml", text, origin: "file" }], defaultPolicy);
  expect(problems).toEqual([]);
  return entries;
}

function pairsOf(base: readonly Made[], head: readonly Made[], targets: readonly string[] = [...new Set([...base, ...head].map(({ target }) => target))]): readonly Pair[] {
  return matchMoved(targets.flatMap((target) => pairInventories(inventory(base, target), inventory(head, target), () => "read")));
}

const named = (entry: InventoryEntry | null): string => (entry === null ? "-" : entry.key.replaceAll("\0", "/"));
const lines = (pairs: readonly Pair[]): string[] => pairs.map(({ base, head, change }) => `${named(base)} ${named(head)} ${change}`).sort();
const told = (pairs: readonly Pair[]): string[] => judge(pairs, [], defaultPolicy, "2026-01-01").map(({ finding }) => `${finding.rule} ${finding.fingerprint}`).sort();
const passes = (pairs: readonly Pair[]): boolean => judge(pairs, [], defaultPolicy, "2026-01-01").every(({ finding }) => !fails(finding, defaultPolicy));
const mirrored = { added: "removed", removed: "added", weakened: "strengthened", strengthened: "weakened", changed: "changed", unchanged: "unchanged" } as const satisfies Record<Change, Change>;

describe("a comparison with renames and moves", () => {
  it("with itself finds nothing, and matches nothing", () => {
    fc.assert(
      fc.property(side, (one) => {
        expect(pairsOf(one, one).filter(({ change, by }) => change !== "unchanged" || by !== null)).toEqual([]);
      }),
    );
  });

  it("the other way round is the mirror image", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const mirror = pairsOf(one, two).map(({ base, head, change }) => `${named(head)} ${named(base)} ${mirrored[change]}`).sort();
        expect(lines(pairsOf(two, one))).toEqual(mirror);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of targets, documents or containers", () => {
    const shuffled = (objects: readonly Made[]): Made[] => objects.toReversed().map((one) => ({ ...one, boxes: one.boxes.toReversed() }));
    fc.assert(
      fc.property(side, side, (one, two) => {
        const [plain, other] = [pairsOf(one, two), pairsOf(shuffled(one), shuffled(two))];
        expect(lines(other)).toEqual(lines(plain));
        expect(told(other)).toEqual(told(plain));
      }),
      { numRuns: 300 },
    );
  });

  it("is not changed by an unrelated object that the head gains", () => {
    const unrelated: Made = { target: "helm:u", kind: "Deployment", name: "other", podProfile: { type: "RuntimeDefault" }, boxes: [{ name: "o", image: "other/other", ports: [], securityContext: undefined }] };
    fc.assert(
      fc.property(side, side, (one, two) => {
        const [plain, more] = [pairsOf(one, two), pairsOf(one, [...two, unrelated])];
        expect(lines(more).filter((line) => !line.includes("/other/"))).toEqual(lines(plain));
        expect(told(more)).toEqual(told(plain));
      }),
    );
  });

  it("says the same when everything has another name on both sides", () => {
    const other = (objects: readonly Made[]): Made[] => objects.map((one) => ({ ...one, target: `${one.target}q`, name: `${one.name}q`, boxes: one.boxes.map((own) => ({ ...own, name: `${own.name}q` })) }));
    const changes = (pairs: readonly Pair[]): string[] => pairs.map(({ change, by }) => `${change} ${by?.join() ?? ""}`).sort();
    fc.assert(
      fc.property(side, side, (one, two) => {
        expect(changes(pairsOf(other(one), other(two)))).toEqual(changes(pairsOf(one, two)));
      }),
    );
  });

  it("finds everything again under other names, where no two are alike", () => {
    const distinct = side.map((objects) => objects.map((one) => ({ ...one, boxes: one.boxes.map((own) => ({ ...own, image: `${one.kind}${one.name}/${own.name}` })) })));
    fc.assert(
      fc.property(distinct, fc.constantFrom("release-", "x-"), (one, prefix) => {
        const pairs = pairsOf(one, one.map((object) => ({ ...object, name: `${prefix}${object.name}` })));
        expect(pairs.filter(({ change }) => change !== "unchanged").map(({ change }) => change)).toEqual([]);
        expect(told(pairs)).toEqual([]);
      }),
    );
  });

  it("loses no container of either side", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const pairs = pairsOf(one, two);
        const keys = (objects: readonly Made[]): string[] => [...new Set(objects.map(({ target }) => target))].flatMap((target) => inventory(objects, target).map(({ key }) => key)).sort();
        expect(pairs.flatMap(({ head }) => head?.key ?? []).sort()).toEqual(keys(two));
        expect([...new Set(pairs.flatMap(({ base }) => base?.key ?? []))].sort()).toEqual(keys(one));
      }),
    );
  });

  it("speaks up about every container that became open, whatever it was matched with", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const pairs = pairsOf(one, two);
        const opened = pairs.filter(({ base, head }) => head?.posture.effective === "Unconfined" && base?.posture.effective !== "Unconfined");
        const spoken = new Set(judge(pairs, [], defaultPolicy, "2026-01-01").map(({ entry }) => entry?.key));
        expect(opened.filter(({ head }) => !spoken.has(head?.key))).toEqual([]);
      }),
    );
  });

  it("matches nothing that does not share an image", () => {
    fc.assert(
      fc.property(side, side, (one, two) => {
        const images = (entry: InventoryEntry | null): string[] => (JSON.stringify(entry?.document.object).match(/"i\/\w+/g) ?? []).sort();
        for (const { base, head, by } of pairsOf(one, two)) {
          if (by !== null) expect(images(base).some((image) => images(head).includes(image))).toBe(true);
        }
      }),
    );
  });
});

describe("a stronger head", () => {
  it("never turns a pass into a failure", () => {
    const stronger = fc.constantFrom({ seccompProfile: { type: "RuntimeDefault" } }, { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } });
    fc.assert(
      fc.property(side, side, fc.nat(), stronger, (one, two, at, securityContext) => {
        const before = pairsOf(one, two);
        fc.pre(passes(before) && two.length > 0);
        const chosen = two[at % two.length];
        const head = two.map((object) => (object === chosen ? { ...object, boxes: object.boxes.map((own, i) => (i === 0 ? { ...own, securityContext } : own)) } : object));
        const keyed = new Map(before.flatMap(({ head: entry }) => (entry === null ? [] : [[entry.key, entry.posture]])));
        const after = pairsOf(one, head);
        const grew = after.every(({ head: entry }) => entry === null || ["unchanged", "strengthened"].includes(direction(keyed.get(entry.key) ?? entry.posture, entry.posture)));
        fc.pre(grew);
        expect(passes(after)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from "@jest/globals";
import { clusterWith, plainCluster } from "../../src/core/cluster.ts";
import { pairInventories, type Pair } from "../../src/core/diff.ts";
import { judge } from "../../src/core/judge.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import type { Judgement } from "../../src/core/rule.ts";
import { rules } from "../../src/core/rules.ts";
import { entriesOf, pod, standing, stands, type Stand } from "./manifests.ts";

const letters = {
  ".": [],
  "U": ["newly-unconfined"],
  "P": ["newly-privileged"],
  "R": ["profile-removed"],
  "A": ["added-without-profile"],
  "I": ["invalid-profile"],
  "W": ["profile-weakened"],
} as const;

const severities: Readonly<Record<string, string>> = { W: "warning" };

const heads: readonly (Stand | null)[] = [null, "RuntimeDefault", "Localhost a", "Localhost b", "Unconfined", "privileged", "Unset", "Invalid a", "Invalid b", "Windows"];

/** Rows are the base, columns the head: no container, then in the order of `stands`. */
const table: readonly (readonly [base: Stand | null, row: string])[] = [
  [null, ". . . . U P A I I ."],
  ["RuntimeDefault", ". . . . U P R I I ."],
  ["Localhost a", ". W . . U P R I I ."],
  ["Localhost b", ". W . . U P R I I ."],
  ["Unconfined", ". . . . . . . I I ."],
  ["privileged", ". . . . . . . I I ."],
  ["Unset", ". . . . U P . I I ."],
  ["Invalid a", ". . . . U P A . I ."],
  ["Invalid b", ". . . . U P A I . ."],
  ["Windows", ". . . . U P A I I ."],
];

function pairOf(base: Stand | null, head: Stand | null, seccompDefault: boolean, basis: Pair["basis"] = "read"): readonly Pair[] {
  const side = (stand: Stand | null) => (stand === null ? [] : [standing(stand, seccompDefault)]);
  return pairInventories(side(base), side(head), () => basis);
}

const spoken = (pairs: readonly Pair[]) => judge(pairs, [], defaultPolicy, "2026-01-01").map(({ finding }) => finding);

const cells = table.flatMap(([base, row]) => row.split(" ").map((letter, i) => [base, heads[i] ?? null, letter as keyof typeof letters] as const));

describe("which rule speaks", () => {
  it.each(cells)("from %s to %s: %s", (base, head, letter) => {
    expect(spoken(pairOf(base, head, false)).map(({ rule, severity }) => [rule, severity])).toEqual(letters[letter].map((rule) => [rule, severities[letter] ?? "error"]));
  });

  it.each(cells)("from %s to %s with seccompDefault: the same, and a note where the cluster confines, or a warning where it confined more before", (base, head, letter) => {
    const severity = letter === "R" ? (base === "RuntimeDefault" ? "note" : "warning") : letter === "A" ? "note" : (severities[letter] ?? "error");
    expect(spoken(pairOf(base, head, true)).map(({ rule, severity: own }) => [rule, own])).toEqual(letters[letter].map((rule) => [rule, severity]));
  });

  it.each(heads)("of a base that could not be read, and a head of %s: none", (head) => {
    expect(spoken(pairOf(null, head, false, "unread"))).toEqual([]);
  });

  it.each(cells.filter(([base]) => base === null))("in a scan, of %s to %s: as if it were new", (_, head, letter) => {
    expect(spoken(pairOf(null, head, false, "none")).map(({ rule }) => rule)).toEqual(letters[letter]);
  });
});

describe("where a profile moves without a change", () => {
  const profile = { securityContext: { seccompProfile: { type: "RuntimeDefault" } } };
  it.each([
    ["from the container to the pod", pod(profile), pod({}, profile)],
    ["from the pod to the container", pod({}, profile), pod(profile)],
    ["from privileged to Unconfined", stands.privileged, stands.Unconfined],
    ["from Unconfined to privileged", stands.Unconfined, stands.privileged],
  ])("%s, nobody speaks", (_, base, head) => {
    expect(spoken(pairInventories(entriesOf(base), entriesOf(head), () => "read"))).toEqual([]);
  });
});

const field = "`spec.containers[0].securityContext.seccompProfile`";
const app = "container `app` of Pod `default/it`";

describe("what a rule says", () => {
  it.each<[string, Stand | null, Stand, string, string]>([
    ["newly-unconfined, changed", "RuntimeDefault", "Unconfined", `${app} ran under RuntimeDefault (set at ${field}) and now runs Unconfined, by ${field}`, `At ${field} write \`type: RuntimeDefault\`, or remove the field if a profile is set above it.`],
    ["newly-unconfined, new", null, "Unconfined", `${app} is new and runs Unconfined, by ${field}`, `At ${field} write \`type: RuntimeDefault\`, or remove the field if a profile is set above it.`],
    [
      "newly-privileged",
      "Localhost a",
      "privileged",
      `${app} ran under Localhost (a.json) (set at ${field}) and now is privileged (\`spec.containers[0].securityContext.privileged\`), which drops any seccomp profile: it runs Unconfined`,
      "At `spec.containers[0].securityContext.privileged` write `privileged: false` and add the capabilities it needs under `capabilities.add`.",
    ],
    ["profile-removed", "RuntimeDefault", "Unset", `${app} ran under RuntimeDefault (set at ${field}) and now sets no profile: it runs Unconfined unless the kubelet sets \`seccompDefault\``, `Put the profile back: at ${field} write \`type: RuntimeDefault\`.`],
    ["profile-removed, Localhost", "Localhost a", "Unset", `${app} ran under Localhost (a.json) (set at ${field}) and now sets no profile: it runs Unconfined unless the kubelet sets \`seccompDefault\``, `Put the profile back: at ${field} write \`type: Localhost\` with \`localhostProfile: a.json\`.`],
    ["added-without-profile", null, "Unset", `${app} is new and has no seccomp profile, as no field gives it one: it runs Unconfined unless the kubelet sets \`seccompDefault\``, "At `spec.securityContext` write `seccompProfile: { type: RuntimeDefault }`."],
    [
      "invalid-profile",
      "RuntimeDefault",
      "Invalid a",
      `${app} has an invalid profile at ${field}: \`type: runtime/default\` is none of \`RuntimeDefault\`, \`Localhost\` and \`Unconfined\` (case counts)`,
      `At ${field} write \`type: RuntimeDefault\`, or \`type: Localhost\` with a \`localhostProfile\` relative to the kubelet's seccomp folder.`,
    ],
  ])("%s", (_, base, head, message, remedy) => {
    expect(spoken(pairOf(base, head, false)).map((finding) => [finding.message, finding.remedy])).toEqual([[message, remedy]]);
  });

  it.each<[Stand | null, string]>([
    ["RuntimeDefault", `${app} ran under RuntimeDefault (set at ${field}) and now sets no profile: nothing changes here, as \`cluster\` in the configuration says that kubelets set \`seccompDefault\`; on a vanilla cluster this container loses its profile`],
    [null, `${app} is new and has no seccomp profile, as no field gives it one: it runs under RuntimeDefault, as \`cluster\` in the configuration says that kubelets set \`seccompDefault\`; on a vanilla cluster it would run Unconfined`],
  ])("names what the cluster does: from %s", (base, message) => {
    expect(spoken(pairOf(base, "Unset", true)).map((finding) => finding.message)).toEqual([message]);
  });

  it("names the pod of a template, not of the object", () => {
    const job = JSON.stringify({ apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "j" }, spec: { jobTemplate: { spec: { template: { spec: { initContainers: [{ name: "i" }] } } } } } });
    const [finding] = spoken(pairInventories([], entriesOf(job), () => "read"));
    expect(finding?.message).toMatch(/^init container `i` of CronJob `default\/j` is new/);
    expect(finding?.remedy).toBe("At `spec.jobTemplate.spec.template.spec.securityContext` write `seccompProfile: { type: RuntimeDefault }`.");
  });

  it("says in a scan what is, not what is new", () => {
    expect(spoken(pairOf(null, "Unconfined", false, "none"))[0]?.message).toBe(`${app} runs Unconfined, by ${field}`);
  });

  it("is one sentence, one remedy, and does not name its rule", () => {
    for (const [base, head] of cells) {
      for (const { rule, message, remedy } of spoken(pairOf(base, head, false))) {
        expect(message).not.toMatch(/\.$|\n/);
        expect(message).not.toContain(rule);
        expect(remedy).toMatch(/\.$/);
      }
    }
  });
});

describe("an ephemeral container, which is refused whatever it asks for", () => {
  const debug = (securityContext: object | null): string => pod({}, { securityContext: { seccompProfile: { type: "RuntimeDefault" } }, ephemeralContainers: [{ name: "debug", ...(securityContext === null ? {} : { securityContext }) }] });
  const type = (name: string) => ({ seccompProfile: { type: name } });
  it.each<[string, object | null, object | null, string | null]>([
    ["from the pod's profile to none at all", null, type("Unconfined"), "it asked for RuntimeDefault and asks for Unconfined now"],
    ["to privileges", type("RuntimeDefault"), { privileged: true }, "it asked for RuntimeDefault and asks for Unconfined now"],
    ["to a profile", type("Unconfined"), type("RuntimeDefault"), null],
    ["to the same", type("Unconfined"), { privileged: true }, null],
  ])("%s", (_, base, head, message) => {
    const found = spoken(pairInventories(entriesOf(debug(base)), entriesOf(debug(head)), () => "read"));
    expect(found.map((finding) => [finding.rule, finding.message])).toEqual(message === null ? [] : [["invalid-profile", expect.stringContaining(message)]]);
  });

  it("got stronger or weaker by what it asks for", () => {
    const changes = (base: object, head: object) => pairInventories(entriesOf(debug(base)), entriesOf(debug(head)), () => "read").flatMap(({ head: entry, change }) => (entry?.container.type === "ephemeral" ? [change] : []));
    expect(changes(type("Unconfined"), type("RuntimeDefault"))).toEqual(["strengthened"]);
    expect(changes(type("RuntimeDefault"), type("Unconfined"))).toEqual(["weakened"]);
    expect(changes(type("RuntimeDefault"), { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } })).toEqual(["changed"]);
    expect(changes(type("RuntimeDefault"), type("RuntimeDefault"))).toEqual(["unchanged"]);
  });
});

describe("lost-from-view", () => {
  const rule = rules.find(({ id }) => id === "lost-from-view");
  const judged = (count: number): Judgement | null => {
    const unaccounted = Array.from({ length: count }, (_, i) => entriesOf(pod({ name: `c${i}` }))[0]).filter((entry) => entry !== undefined);
    return rule?.subject === "target" ? rule.judge({ id: "helm:a", path: "a", remains: "`a/templates/x.yaml` stayed", file: null, unaccounted }) : null;
  };

  it("says nothing when everything is accounted for", () => {
    expect(judged(0)).toBeNull();
  });

  it.each<[number, string]>([
    [1, "container `c0` of Pod `default/it`"],
    [5, "container `c4` of Pod `default/it`"],
    [6, "container `c4` of Pod `default/it` and 1 more"],
    [9, "container `c4` of Pod `default/it` and 4 more"],
  ])("names up to five of %i", (count, end) => {
    const message = judged(count)?.message ?? "";
    expect(message.startsWith("`helm:a` was rendered on the base and cannot be seen any more, though `a/templates/x.yaml` stayed; nobody looks at container `c0`")).toBe(true);
    expect(message.endsWith(end)).toBe(true);
  });
});

describe("the list of rules", () => {
  it("names each once, with words", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, summary } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
    }
  });
});

describe("what is called weakened", () => {
  const inSandbox = (text: string): string => text.replace('"spec":{', '"spec":{"runtimeClassName":"gvisor",');
  const everywhere = [plainCluster, clusterWith(true)].flatMap((cluster) =>
    Object.entries(stands).flatMap(([name, text]) => [{ name, text, cluster }, { name: `${name} in a sandbox`, text: inSandbox(text), cluster }]),
  );
  const weakened = everywhere.flatMap((before) =>
    everywhere.flatMap((after) => {
      if (before.cluster !== after.cluster) return [];
      const sides = [before, after].map(({ text, cluster }) => entriesOf(text, { cluster }));
      const pairs = pairInventories(sides[0] ?? [], sides[1] ?? [], () => "read");
      return pairs.some(({ change }) => change === "weakened") ? [[before.name, after.name, pairs] as const] : [];
    }),
  );

  it("is a good deal", () => {
    expect(weakened.length).toBeGreaterThan(100);
  });

  it.each(weakened)("from %s to %s is never passed over in silence", (_before, _after, pairs) => {
    expect(spoken(pairs)).not.toEqual([]);
  });
});

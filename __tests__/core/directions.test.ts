// What is said of every pair of postures on every kind of cluster, written down by hand: the direction, and the finding with its severity.

import { describe, expect, it } from "@jest/globals";
import { plainCluster, type Cluster, type NodeSettings } from "../../src/core/cluster.ts";
import { pairInventories } from "../../src/core/diff.ts";
import { takeInventory, type InventoryEntry } from "../../src/core/inventory.ts";
import { judge, type Judged } from "../../src/core/judge.ts";
import { defaultPolicy } from "../../src/core/policy.ts";
import { addSeccompFacts, emptySets } from "../../src/core/seccomp/facts.ts";
import { noProfiles } from "../../src/core/seccomp/profile-index.ts";

/** RuntimeDefault, Localhost, Unconfined, privileged, nothing, a profile that the API refuses, and Windows. */
const postures = {
  RD: { container: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } }, pod: {} },
  LH: { container: { securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "a.json" } } }, pod: {} },
  UC: { container: { securityContext: { seccompProfile: { type: "Unconfined" } } }, pod: {} },
  PR: { container: { securityContext: { privileged: true } }, pod: {} },
  UN: { container: {}, pod: {} },
  IN: { container: { securityContext: { seccompProfile: { type: "runtimedefault" } } }, pod: {} },
  WI: { container: {}, pod: { os: { name: "windows" } } },
} as const;

type Name = keyof typeof postures;
const names = Object.keys(postures) as Name[];

const on = (settings: Partial<NodeSettings>): Cluster => ({ ...plainCluster, everywhere: { platform: null, seccompDefault: null, scc: null, ...settings } });

/** A base of `--` has no such container. Directions: `+` stronger, `-` weaker, `=` unchanged, `~` changed, `a` added; then the rule and its severity. */
const vanilla = `
          RD   LH   UC   PR   UN   IN   WI
      --  a    a    aUe  aPe  aAe  aIe  a
      RD  =    +    -Ue  -Pe  -Re  -Ie  ~
      LH  -Ww  =    -Ue  -Pe  -Re  -Ie  ~
      UC  +    +    =    ~    +    ~Ie  ~
      PR  +    +    ~    =    +    ~Ie  ~
      UN  +    +    -Ue  -Pe  =    ~Ie  ~
      IN  +    +    ~Ue  ~Pe  ~Ae  =    ~
      WI  ~    ~    ~Ue  ~Pe  ~Ae  ~Ie  =`;

const tables: Readonly<Record<string, { readonly cluster: Cluster; readonly pod?: object; readonly table: string }>> = {
  "a vanilla cluster": {
    cluster: on({}),
    table: vanilla,
  },
  "kubelets with seccompDefault": {
    cluster: on({ seccompDefault: true }),
    table: `
          RD   LH   UC   PR   UN   IN   WI
      --  a    a    aUe  aPe  aAn  aIe  a
      RD  =    +    -Ue  -Pe  -Rn  -Ie  ~
      LH  -Ww  =    -Ue  -Pe  -Rw  -Ie  ~
      UC  +    +    =    ~    +    ~Ie  ~
      PR  +    +    ~    =    +    ~Ie  ~
      UN  +    +    -Ue  -Pe  =    -Ie  ~
      IN  +    +    ~Ue  ~Pe  +An  =    ~
      WI  ~    ~    ~Ue  ~Pe  ~An  ~Ie  =`,
  },
  // It refuses Localhost, so that what asks for it does not run, and what asked for it did not.
  "GKE Autopilot": {
    cluster: on({ platform: "gke-autopilot" }),
    table: `
          RD   LH   UC   PR   UN   IN   WI
      --  a    aIw  aUe  aPe  aAn  aIe  a
      RD  =    -Iw  -Ue  -Pe  -Rn  -Ie  ~
      LH  +    =    ~Ue  ~Pe  +Rn  ~Ie  ~
      UC  +    ~Iw  =    ~    +    ~Ie  ~
      PR  +    ~Iw  ~    =    +    ~Ie  ~
      UN  +    -Iw  -Ue  -Pe  =    -Ie  ~
      IN  +    ~Iw  ~Ue  ~Pe  +An  =    ~
      WI  ~    ~Iw  ~Ue  ~Pe  ~An  ~Ie  =`,
  },
  // It refuses Localhost and Unconfined; whether it lets privileged containers in is no matter of seccomp.
  "OpenShift's restricted-v2": {
    cluster: on({ platform: "openshift", scc: "restricted-v2" }),
    table: `
          RD   LH   UC   PR   UN   IN   WI
      --  a    aIw  aUe  aPe  aAn  aIe  a
      RD  =    -Iw  -Ue  -Pe  -Rn  -Ie  ~
      LH  +    =    ~Ue  ~Pe  +Rn  ~Ie  ~
      UC  +    ~    =    ~Pe  +    ~Ie  ~
      PR  +    ~Iw  ~    =    +    ~Ie  ~
      UN  +    -Iw  -Ue  -Pe  =    -Ie  ~
      IN  +    ~Iw  ~Ue  ~Pe  +An  =    ~
      WI  ~    ~Iw  ~Ue  ~Pe  ~An  ~Ie  =`,
  },
  "OpenShift's privileged": {
    cluster: on({ platform: "openshift", scc: "privileged" }),
    table: vanilla,
  },
  // Whatever is asked for, another kernel answers: what is explicit is said, and is a note.
  "a sandbox": {
    cluster: on({}),
    pod: { runtimeClassName: "gvisor" },
    table: `
          RD   LH   UC   PR   UN   IN   WI
      --  a    a    aUn  aPn  aAn  aIe  a
      RD  =    ~    -Un  -Pn  -Rn  -Ie  ~
      LH  ~    =    -Un  -Pn  -Rn  -Ie  ~
      UC  +    +    =    ~    +    -Ie  ~
      PR  +    +    ~    =    +    -Ie  ~
      UN  +    +    -Un  -Pn  =    -Ie  ~
      IN  +    +    +Un  +Pn  +An  =    ~
      WI  ~    ~    ~Un  ~Pn  ~An  ~Ie  =`,
  },
};

function inventory(name: string, cluster: Cluster, more: object): readonly InventoryEntry[] {
  const posture = names.find((known) => known === name);
  if (posture === undefined) return [];
  const { container, pod } = postures[posture];
  const spec = { ...pod, ...more, containers: [{ name: "a", image: "i", ...container }] };
  const text = JSON.stringify({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "x" }, spec: { template: { spec } } });
  const { entries } = takeInventory("manifests:.", "default", [{ path: "p.yaml", text, origin: "file" }], { cluster });
  return addSeccompFacts(entries, { profiles: noProfiles, around: [], assume: () => "weakest", policy: defaultPolicy }, emptySets());
}

const signs = { weakened: "-", strengthened: "+", unchanged: "=", changed: "~", added: "a", removed: "r" } as const;
const letters: Readonly<Record<string, string>> = { "newly-unconfined": "U", "newly-privileged": "P", "profile-removed": "R", "profile-weakened": "W", "invalid-profile": "I", "added-without-profile": "A" };

function compare(base: string, head: string, cluster: Cluster, more: object): { readonly cell: string; readonly judged: readonly Judged[] } {
  const pairs = pairInventories(inventory(base, cluster, more), inventory(head, cluster, more), () => "read");
  const judged = judge(pairs, [], { ...defaultPolicy, cluster }, "2026-01-01");
  const said = judged.map(({ finding: { rule, severity } }) => `${letters[rule] ?? rule}${severity[0] ?? ""}`);
  return { cell: `${pairs.map(({ change }) => signs[change]).join("")}${said.join("")}`, judged };
}

describe.each(Object.entries(tables))("on %s", (_, { cluster, pod = {}, table }) => {
  const [heads = [], ...rows] = table.trim().split("\n").map((line) => line.trim().split(/\s+/));
  const cells = rows.flatMap(([base = "", ...row]) => row.map((expected, i) => [base, heads[i] ?? "", expected] as const));

  it("every pair is there", () => {
    expect([heads, rows.map(([base]) => base), cells.length]).toEqual([names, ["--", ...names], names.length * (names.length + 1)]);
  });

  it.each(cells)("from %s to %s: %s", (base, head, expected) => {
    expect(compare(base, head, cluster, pod).cell).toBe(expected);
  });
});

it.each([
  ["GKE Autopilot", "RD", "nothing changes here, as GKE Autopilot runs containers that set nothing under RuntimeDefault; on a vanilla cluster this container loses its profile"],
  ["kubelets with seccompDefault", "LH", "it runs under RuntimeDefault, as `cluster` in the configuration says that kubelets set `seccompDefault`; on a vanilla cluster it would run Unconfined"],
  ["a sandbox", "RD", "nothing changes here, as runtime class `gvisor` is a sandbox with a kernel of its own; on a vanilla cluster this container loses its profile"],
])("on %s what is explicit and what is in effect are told apart when %s goes", (name, base, words) => {
  const { cluster, pod = {} } = tables[name] ?? { cluster: plainCluster };
  expect(compare(base, "UN", cluster, pod).judged.map(({ finding }) => finding.message.includes(words) || finding.message)).toEqual([true]);
});

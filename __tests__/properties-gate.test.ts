// Laws of whole comparisons, on generated repositories: annotations, runtime classes, Windows, cluster settings, Localhost profiles, and
// namespaces with Pod Security levels.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { plainCluster, type Cluster } from "../src/core/cluster.ts";
import { defaultPolicy } from "../src/core/policy.ts";
import type { Change, Report } from "../src/core/report.ts";
import { discoverEverything } from "../src/core/selection.ts";
import { runGate } from "../src/gate.ts";
import { changedLines } from "../src/git/changed-lines.ts";
import { treeOf } from "./support/tree.ts";

interface Box {
  readonly name: string;
  readonly securityContext: Readonly<Record<string, unknown>> | undefined;
}

interface Work {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly podSpec: Readonly<Record<string, unknown>>;
  readonly annotation: string | null;
  readonly boxes: readonly Box[];
}

/** What one side holds; one file for each folder, so that some do not change. */
interface Side {
  readonly works: readonly Work[];
  /** Content of `profiles/NAME.json`; null where it is not there. */
  readonly profiles: Readonly<Record<string, string | null>>;
  /** Pod Security level of each namespace; null without a label. */
  readonly levels: Readonly<Record<string, string | null>>;
}

const seccompProfile = fc.constantFrom<unknown>(
  undefined,
  null,
  { type: "RuntimeDefault" },
  { type: "Unconfined" },
  { type: "Localhost", localhostProfile: "profiles/a.json" },
  { type: "Localhost", localhostProfile: "profiles/b.json" },
  { type: "Localhost", localhostProfile: "profiles/gone.json" },
  { type: "unconfined" },
);
const box: fc.Arbitrary<Box> = fc.record({
  name: fc.constantFrom("a", "b"),
  securityContext: fc.oneof(
    fc.constant(undefined),
    fc.record({ seccompProfile, privileged: fc.constantFrom(undefined, true, false), allowPrivilegeEscalation: fc.constantFrom(undefined, false), capabilities: fc.constantFrom(undefined, { add: ["SYS_ADMIN"] }, { drop: ["ALL"] }) }),
  ),
});
const work: fc.Arbitrary<Work> = fc.record({
  kind: fc.constantFrom("Deployment", "DaemonSet"),
  namespace: fc.constantFrom("shop", "tools"),
  name: fc.constantFrom("x", "y", "z"),
  podSpec: fc.record({
    securityContext: fc.oneof(fc.constant(undefined), fc.record({ seccompProfile })),
    os: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant({ name: "windows" }) }),
    runtimeClassName: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom("gvisor", "other") }),
  }),
  annotation: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom("unconfined", "runtime/default", "localhost/profiles/a.json") }),
  boxes: fc.uniqueArray(box, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
});

const usual = ["exit", "exit_group", "read", "write", "mmap"];
const content = (names: readonly string[], defaultAction: string): string => JSON.stringify({ defaultAction, architectures: ["SCMP_ARCH_X86_64"], syscalls: [{ names, action: defaultAction === "SCMP_ACT_ALLOW" ? "SCMP_ACT_ERRNO" : "SCMP_ACT_ALLOW" }] });
const profile = fc.constantFrom(null, content(usual, "SCMP_ACT_ERRNO"), content([...usual, "bpf"], "SCMP_ACT_ERRNO"), content([...usual, "keyctl"], "SCMP_ACT_ERRNO"), content(["bpf"], "SCMP_ACT_ALLOW"), content(["bpf"], "SCMP_ACT_LOG"), "{");
const level = fc.constantFrom(null, "privileged", "baseline", "restricted");

const side: fc.Arbitrary<Side> = fc.record({
  works: fc.uniqueArray(work, { maxLength: 4, selector: ({ kind, namespace, name }) => `${kind}/${namespace}/${name}` }),
  profiles: fc.record({ a: profile, b: profile }),
  levels: fc.record({ shop: level, tools: level }),
});

const kubeVersion = fc.constantFrom(null, { major: 1, minor: 18, patch: 0 }, { major: 1, minor: 24, patch: 0 }, { major: 1, minor: 26, patch: 0 }, { major: 1, minor: 34, patch: 0 });
const cluster: fc.Arbitrary<Cluster> = fc.record({
  kubeVersion: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: kubeVersion }),
  everywhere: fc.record({ platform: fc.constantFrom(null, "gke-autopilot", "openshift"), seccompDefault: fc.constantFrom(null, true), scc: fc.constant(null) }),
  namespaces: fc.constantFrom<Cluster["namespaces"]>([], [{ namespace: "tools", settings: { platform: null, seccompDefault: true, scc: null } }]),
  runtimeClasses: fc.constant(plainCluster.runtimeClasses),
});

const objectOf = ({ kind, namespace, name, podSpec, annotation, boxes }: Work): object => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { namespace, name },
  spec: { template: { metadata: { annotations: annotation === null ? {} : { "seccomp.security.alpha.kubernetes.io/pod": annotation } }, spec: { ...podSpec, containers: boxes.map((one) => ({ ...one, image: `i/${one.name}` })) } } },
});

const namespaceOf = ([name, enforce]: readonly [string, string | null]): object => ({ apiVersion: "v1", kind: "Namespace", metadata: { name, labels: enforce === null ? {} : { "pod-security.kubernetes.io/enforce": enforce } } });

/** One file for the workloads of each namespace, so that the other one's may be untouched. `lead` stands at the top of each. */
function filesOf({ works, profiles, levels }: Side, lead = ""): Readonly<Record<string, string>> {
  const text = (objects: readonly object[]): string => lead + objects.map((object) => JSON.stringify(object)).join("\n---\n");
  const folders = [...new Set(works.map(({ namespace }) => namespace))];
  return {
    "README.md": "x",
    "cluster/namespaces.yaml": text(Object.entries(levels).map(namespaceOf)),
    ...Object.fromEntries(folders.map((folder) => [`apps/${folder}/all.yaml`, text(works.filter(({ namespace }) => namespace === folder).map(objectOf))])),
    ...Object.fromEntries(Object.entries(profiles).flatMap(([name, held]) => (held === null ? [] : [[`nodes/profiles/${name}.json`, held]]))),
  };
}

type Files = ReturnType<typeof filesOf>;

const compareFiles = (base: Files, head: Files, given: Cluster): Promise<Report> =>
  runGate(
    { base: treeOf(base), head: treeOf(head), selection: discoverEverything, policy: { ...defaultPolicy, cluster: given }, today: "2026-01-01", tool: { version: "0", engines: { helm: "0", kustomize: "0" } }, problems: [], policyNotes: [] },
    { render: () => Promise.reject(new Error("nothing is rendered here")), changedLines, progress: () => undefined },
  );
const compare = (base: Side, head: Side, given: Cluster): Promise<Report> => compareFiles(filesOf(base), filesOf(head), given);

const mirrored = { added: "removed", removed: "added", weakened: "strengthened", strengthened: "weakened", changed: "changed", unchanged: "unchanged" } as const satisfies Record<Change, Change>;

const places = ({ containers }: Report): readonly (readonly [string, Change])[] =>
  containers.map(({ workload, container, was, change }) => {
    const now = `${workload.kind}/${workload.namespace}/${workload.name}/${container.name}`;
    return [was === null ? now : [now, `${was.workload.kind}/${was.workload.namespace}/${was.workload.name}/${was.container.name}`].sort().join(" "), change] as const;
  });
const changes = (report: Report): readonly string[] => places(report).map((row) => row.join(" ")).sort();
/** What did not change may be looked at or not. */
const apart = (rows: readonly string[]): readonly string[] => rows.filter((row) => !row.endsWith("unchanged"));
const told = ({ findings }: Report): readonly string[] => findings.map(({ rule, severity, fingerprint }) => `${rule} ${severity} ${fingerprint}`).sort();

const runs = { numRuns: 40 };

describe("a comparison of repositories", () => {
  it("is made of everything that there is to find in manifests", async () => {
    const seen = new Set<string>();
    for (const [one, two, given] of fc.sample(fc.tuple(side, side, cluster), { numRuns: 150, seed: 1 })) for (const { rule } of (await compare(one, two, given)).findings) seen.add(rule);
    expect([...seen].sort()).toEqual(["added-without-profile", "admission-rejects", "dead-annotation", "guardrail-weakened", "invalid-profile", "localhost-missing", "localhost-permissive", "newly-privileged", "newly-unconfined", "profile-removed", "profile-weakened"]);
  });

  it("with itself finds nothing", async () => {
    await fc.assert(
      fc.asyncProperty(side, cluster, async (one, given) => {
        const report = await compareFiles(filesOf(one), { ...filesOf(one), "README.md": "y" }, given);
        expect([report.findings, report.containers.filter(({ change }) => change !== "unchanged"), report.verdict]).toEqual([[], [], "pass"]);
      }),
      runs,
    );
  });

  it("the other way round is the mirror image", async () => {
    await fc.assert(
      fc.asyncProperty(side, side, cluster, async (one, two, given) => {
        const mirror = apart(places(await compare(one, two, given)).map(([place, change]) => `${place} ${mirrored[change]}`).sort());
        expect(apart(changes(await compare(two, one, given)))).toEqual(mirror);
      }),
      runs,
    );
  });

  it("does not depend on the order of documents or containers, nor on where lines are", async () => {
    const shuffled = (one: Side): Side => ({ ...one, works: one.works.toReversed().map((own) => ({ ...own, boxes: own.boxes.toReversed() })) });
    await fc.assert(
      fc.asyncProperty(side, side, cluster, async (one, two, given) => {
        const plain = await compare(one, two, given);
        const other = await compareFiles(filesOf(shuffled(one), "# a\n\n"), filesOf(shuffled(two), "# a\n# b\n\n\n"), given);
        expect(told(other)).toEqual(told(plain));
        expect(apart(changes(other))).toEqual(apart(changes(plain)));
      }),
      runs,
    );
  });

  it("is not changed by an object that both sides gain", async () => {
    const unrelated: Work = { kind: "Deployment", namespace: "other", name: "unrelated", podSpec: {}, annotation: null, boxes: [{ name: "u", securityContext: undefined }] };
    const more = (one: Side): Side => ({ ...one, works: [...one.works, unrelated] });
    await fc.assert(
      fc.asyncProperty(side, side, cluster, async (one, two, given) => {
        const [plain, other] = [await compare(one, two, given), await compare(more(one), more(two), given)];
        // Findings on a namespace count the containers, and are the same all the same.
        expect(told(other)).toEqual(told(plain));
        expect(changes(other)).toEqual(changes(plain));
      }),
      runs,
    );
  });

  it("says the same when everything has another name on both sides", async () => {
    const other = (one: Side): Side => ({ ...one, works: one.works.map((own) => ({ ...own, name: `${own.name}q`, boxes: own.boxes.map((held) => ({ ...held, name: `${held.name}q` })) })) });
    const rules = ({ findings }: Report) => findings.map(({ rule, severity }) => `${rule} ${severity}`).sort();
    await fc.assert(
      fc.asyncProperty(side, side, cluster, async (one, two, given) => {
        const [plain, renamed] = [await compare(one, two, given), await compare(other(one), other(two), given)];
        expect(rules(renamed)).toEqual(rules(plain));
        expect(renamed.containers.map(({ change }) => change).sort()).toEqual(plain.containers.map(({ change }) => change).sort());
        expect(renamed.verdict).toBe(plain.verdict);
      }),
      runs,
    );
  });

  it("speaks up about every container that became open", async () => {
    await fc.assert(
      fc.asyncProperty(side, side, cluster, async (one, two, given) => {
        const { containers, findings } = await compare(one, two, given);
        const nameOf = ({ workload, container }: { workload: unknown; container: unknown }) => JSON.stringify([workload, container]);
        const spoken = new Set(findings.map(nameOf));
        const opened = containers.filter(({ base, head }) => head?.effective === "Unconfined" && base?.effective !== "Unconfined");
        expect(opened.map(nameOf).filter((name) => !spoken.has(name))).toEqual([]);
      }),
      runs,
    );
  });

  it("never gives two findings one fingerprint, and the same ones from run to run", async () => {
    await fc.assert(
      fc.asyncProperty(side, side, cluster, async (one, two, given) => {
        const [first, second] = [await compare(one, two, given), await compare(one, two, given)];
        expect(second).toEqual(first);
        const fingerprints = first.findings.map(({ fingerprint }) => fingerprint);
        expect(new Set(fingerprints).size).toBe(fingerprints.length);
      }),
      runs,
    );
  });

  it("never fails for a head that confines one more container", async () => {
    const vanilla = cluster.map((given): Cluster => ({ ...given, kubeVersion: null }));
    // What the pod is refused for goes too: a container that was refused for itself would be refused for the pod's sake from now on.
    const ofPod = (context: unknown): unknown => (JSON.stringify(context) === JSON.stringify({ seccompProfile: { type: "unconfined" } }) ? { seccompProfile: { type: "RuntimeDefault" } } : context);
    const confine = (own: Work): Work => ({
      ...own,
      podSpec: { ...own.podSpec, securityContext: ofPod(own.podSpec["securityContext"]) },
      annotation: null,
      boxes: own.boxes.map((held, i) => (i === 0 ? { ...held, securityContext: { seccompProfile: { type: "RuntimeDefault" } } } : held)),
    });
    await fc.assert(
      fc.asyncProperty(side, side, fc.nat(), vanilla, async (one, two, at, given) => {
        const linux = two.works.filter(({ podSpec }) => podSpec["os"] === undefined);
        fc.pre(linux.length > 0);
        const before = await compare(one, two, given);
        fc.pre(before.verdict === "pass");
        const chosen = linux[at % linux.length];
        const confined = two.works.map((own) => (own === chosen ? confine(own) : own));
        const after = await compare(one, { ...two, works: confined }, given);
        expect(after.verdict).toBe("pass");
      }),
      runs,
    );
  });
});

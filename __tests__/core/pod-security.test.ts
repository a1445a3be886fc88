// The stories by which Pod Security Admission explains its two seccomp checks, told in our words, and where a posture differs on purpose;
// then what we say that admission answers.
// kubernetes/pod-security-admission: test/fixtures_seccompProfile_baseline.go, test/fixtures_seccompProfile_restricted.go.

import { describe, expect, it } from "@jest/globals";
import { enrichEntries } from "../../src/core/enrich.ts";
import { namespacesJudgedAnew, type PodSecurity, type Refusal } from "../../src/core/pod-security.ts";
import { fieldPath } from "../../src/core/field.ts";
import { entriesOf, inventoryOf, pod } from "./manifests.ts";

const of = (type: string, localhostProfile?: string) => ({ securityContext: { seccompProfile: { type, ...(localhostProfile === undefined ? {} : { localhostProfile }) } } });
const init = (more: object) => ({ initContainers: [{ name: "init", ...more }] });
const ephemeral = (more: object) => ({ ephemeralContainers: [{ name: "debug", ...more }] });

type Level = "restricted" | "baseline" | "neither";

/** The highest level that the containers' postures would pass: all confined by a field; none explicitly open. */
function levelOf(text: string): Level {
  const profiles = entriesOf(text).map(({ posture }) => posture.profile);
  if (profiles.every((profile) => profile === "RuntimeDefault" || profile === "Localhost" || profile === "NotApplicable")) return "restricted";
  return profiles.every((profile) => profile !== "Unconfined" && profile !== "Invalid") ? "baseline" : "neither";
}

describe("where both agree", () => {
  it.each<[string, string, Level]>([
    ["nobody sets anything", pod({}, init({})), "baseline"],
    ["the pod sets RuntimeDefault for all", pod({}, { ...init({}), ...of("RuntimeDefault") }), "restricted"],
    ["the pod sets a profile of its own for all", pod({}, { ...init({}), ...of("Localhost", "a.json") }), "restricted"],
    ["every container sets one, the pod none", pod(of("RuntimeDefault"), init(of("Localhost", "a.json"))), "restricted"],
    ["only the regular container sets one", pod(of("RuntimeDefault"), init({})), "baseline"],
    ["only the init container sets one", pod({}, init(of("RuntimeDefault"))), "baseline"],
    ["the pod asks for Unconfined", pod({}, of("Unconfined")), "neither"],
    ["the regular container asks for it", pod(of("Unconfined"), of("RuntimeDefault")), "neither"],
    ["the init container asks for it", pod({}, { ...init(of("Unconfined")), ...of("RuntimeDefault") }), "neither"],
    ["the ephemeral container asks for it", pod({}, { ...ephemeral(of("Unconfined")), ...of("RuntimeDefault") }), "neither"],
    ["a Windows pod sets nothing: restricted lets it be since 1.25", pod({}, { os: { name: "windows" } }), "restricted"],
  ])("%s: %s", (_, text, expected) => {
    expect(levelOf(text)).toBe(expected);
  });
});

describe("where we differ, as admission looks at fields and we at what runs", () => {
  it.each<[string, string, Level]>([
    // Admission forbids the pod's Unconfined even where no container runs under it.
    ["an Unconfined pod whose every container overrides it", pod(of("RuntimeDefault"), of("Unconfined")), "restricted"],
    // Admission's seccomp check does not look at privileged; its check of privileged containers does.
    ["a privileged container with a profile", pod({ securityContext: { privileged: true, seccompProfile: { type: "RuntimeDefault" } } }), "neither"],
    // Admission does not look at the path: a kubelet refuses it, or once ran it Unconfined.
    ["a Localhost profile without a path", pod(of("Localhost", "")), "neither"],
    // The API server refuses a profile on a pod for Windows before admission counts; restricted would let it be.
    ["an Unconfined pod for Windows", pod({}, { os: { name: "windows" }, ...of("Unconfined") }), "neither"],
    // Neither Pods nor templates may have them: they come to running pods.
    ["an ephemeral container that is written down", pod(of("RuntimeDefault"), ephemeral({})), "neither"],
    // Admission knows no node selectors.
    ["a pod that only a node selector sends to Windows", pod({}, { nodeSelector: { "kubernetes.io/os": "windows" } }), "restricted"],
    // Before 1.19 admission read annotations; they do nothing since 1.27.
    ["an annotation", pod({}, {}, { annotations: { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" } }), "baseline"],
  ])("%s: %s", (_, text, expected) => {
    expect(levelOf(text)).toBe(expected);
  });
});

type Labels = Readonly<Record<string, string>>;
const label = (mode: string, value: string): Labels => ({ [`pod-security.kubernetes.io/${mode}`]: value });
const namespace = (name: string, labels: Labels) => JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name, labels } });

interface Place {
  readonly text: string;
  readonly path?: string;
  readonly target?: string | null;
}

type Said = Omit<PodSecurity, "refusal"> & { readonly refusal: (Omit<Refusal, "field" | "askedBy"> & { readonly field: string; readonly askedBy: readonly (string | null)[] }) | null };

function inWords({ refusal, ...answers }: PodSecurity): Said {
  return { ...answers, refusal: refusal === null ? null : { ...refusal, field: fieldPath(refusal.field), askedBy: refusal.askedBy.map(({ document }) => document.path) } };
}

/** What admission says about the containers of a text, among the objects of others. */
function among(text: string, others: readonly Place[], target = "manifests:.", ofNamespace = "default"): readonly (Said | null)[] {
  const around = others.flatMap(({ text: other, path = "n.yaml", target: of = null }) => inventoryOf(other, { path }).objects.map((object) => ({ ...object, target: of })));
  return enrichEntries(entriesOf(text, { target, namespace: ofNamespace }), around).map(({ podSecurity }) => (podSecurity === null ? null : inWords(podSecurity)));
}

function answer(text: string, labels: Labels): Said | null {
  const [first = null] = among(text, [{ text: namespace("default", labels) }]);
  return first;
}

const refused = (text: string, labels: Labels): Partial<Said["refusal"]> => answer(text, labels)?.refusal ?? null;

describe("what admission answers", () => {
  const restricted = label("enforce", "restricted");

  it("is allowed by every level where all is set, and by no level where the pod asks for Unconfined", () => {
    expect(answer(pod({}, of("RuntimeDefault")), {})).toEqual({ level: "privileged", version: "latest", baseline: "allowed", restricted: "allowed", refusal: null });
    expect(answer(pod(), {})).toMatchObject({ baseline: "allowed", restricted: "forbidden", refusal: null });
    // The pod's own field counts, though no container runs under it.
    expect(answer(pod(of("RuntimeDefault"), of("Unconfined")), {})).toMatchObject({ baseline: "forbidden", restricted: "forbidden" });
  });

  it("names what the namespace enforces, and the version by which it judges", () => {
    const labels = { ...restricted, ...label("enforce-version", "v1.18") };
    expect(answer(pod(), labels)).toEqual({ level: "restricted", version: "v1.18", baseline: "allowed", restricted: "allowed", refusal: null });
  });

  it("comes with the container that has no profile, and with that one alone", () => {
    const text = pod({}, init(of("RuntimeDefault")));
    const [first, second] = among(text, [{ text: namespace("default", restricted) }]);
    expect(first?.refusal).toBeNull();
    expect(first?.restricted).toBe("forbidden");
    expect(second?.refusal).toEqual({ mode: "enforce", level: "restricted", version: "latest", ofPod: false, field: "spec.containers[0]", value: null, askedBy: ["n.yaml"] });
  });

  it("comes with every container where the pod's own field is at fault, and with the container's own fault first", () => {
    const text = pod(of("Localhost", "a"), { ...init(of("unconfined")), ...of("Unconfined") });
    const [first, second] = among(text, [{ text: namespace("default", restricted) }]);
    expect(first?.refusal).toMatchObject({ ofPod: false, field: "spec.initContainers[0].securityContext.seccompProfile", value: "unconfined" });
    expect(second?.refusal).toMatchObject({ ofPod: true, field: "spec.securityContext.seccompProfile", value: "Unconfined" });
  });

  it.each<[string, string, Labels, Partial<Said["refusal"]>]>([
    ["what is only audited changes nothing", pod(), label("audit", "restricted"), null],
    ["what is warned about is let pass", pod(), label("warn", "restricted"), { mode: "warn", level: "restricted" }],
    ["the worse of the two counts", pod(of("Unconfined")), { ...label("enforce", "baseline"), ...label("warn", "restricted") }, { mode: "enforce", level: "baseline" }],
    ["a warning remains where the pod is let in", pod(), { ...label("enforce", "baseline"), ...label("warn", "restricted") }, { mode: "warn", level: "restricted" }],
    ["standards before 1.19 read annotations", pod({}, {}, { annotations: { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" } }), { ...label("enforce", "baseline"), ...label("enforce-version", "v1.18") }, { ofPod: true, field: "metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]", value: "unconfined" }],
    ["of the container, too", pod({}, {}, { annotations: { "container.seccomp.security.alpha.kubernetes.io/app": "" } }), { ...label("enforce", "baseline"), ...label("enforce-version", "v1.0") }, { ofPod: false, value: "" }],
    ["and those since 1.19 do not", pod({}, {}, { annotations: { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" } }), { ...label("enforce", "baseline"), ...label("enforce-version", "v1.19") }, null],
    ["restricted exempts Windows since 1.25", pod({}, { os: { name: "windows" } }), { ...restricted, ...label("enforce-version", "v1.25") }, null],
    ["and not before", pod({}, { os: { name: "windows" } }), { ...restricted, ...label("enforce-version", "v1.24") }, { mode: "enforce" }],
    ["no node selector exempts anything", pod({}, { nodeSelector: { "kubernetes.io/os": "windows" } }), restricted, { mode: "enforce" }],
    ["a context that is no object is refused", pod({}, { securityContext: "none" }), label("enforce", "baseline"), { ofPod: true, value: "none" }],
  ])("%s", (_, text, labels, expected) => {
    const found = refused(text, labels);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  it("is a warning at most for a PodTemplate, of which nobody makes pods", () => {
    const template = JSON.stringify({ apiVersion: "v1", kind: "PodTemplate", metadata: { name: "t" }, template: { spec: { containers: [{ name: "app" }] } } });
    expect(refused(template, restricted)).toMatchObject({ mode: "warn" });
  });

  it("finds a template's annotations beside its spec", () => {
    const annotations = { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" };
    const job = { metadata: { annotations }, spec: { containers: [{ name: "app" }] } };
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: [{ apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "c" }, spec: { jobTemplate: { spec: { template: job } } } }] });
    expect(refused(list, { ...label("enforce", "baseline"), ...label("enforce-version", "v1.3") })).toMatchObject({ field: "spec.jobTemplate.spec.template.metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]" });
  });
});

describe("which namespace counts", () => {
  const strict = namespace("shop", label("enforce", "restricted"));
  const lax = namespace("shop", {});
  const levelAmong = (others: readonly Place[], target = "helm:charts/api"): string | undefined => among(pod(), others, target, "shop")[0]?.level;

  it("is the one of the workload's name", () => {
    expect(levelAmong([{ text: strict }])).toBe("restricted");
    expect(levelAmong([{ text: namespace("other", label("enforce", "restricted")) }])).toBe("privileged");
    expect(levelAmong([])).toBe("privileged");
  });

  it("is no object of another kind with that name and such labels", () => {
    expect(levelAmong([{ text: strict.replace('"v1"', '"example.org/v1"') }])).toBe("privileged");
  });

  it("is the one in the same target before any other", () => {
    expect(levelAmong([{ text: lax, target: "kustomize:base" }, { text: strict, target: "helm:charts/api" }, { text: lax, path: "charts/api/n.yaml" }])).toBe("restricted");
  });

  it("is what was rendered before what is written beside it", () => {
    expect(levelAmong([{ text: lax, path: "base/n.yaml" }, { text: strict, target: "kustomize:overlays/prod" }])).toBe("restricted");
  });

  it("is the nearest of several, in a repository of several clusters", () => {
    const both = [{ text: strict, path: "clusters/a/n.yaml" }, { text: lax, path: "clusters/b/n.yaml" }];
    expect(levelAmong(both, "manifests:clusters/a/apps")).toBe("restricted");
    expect(levelAmong(both, "helm:clusters/b/api@flux/x/y")).toBe("privileged");
    // Nobody knows to which of the two a chart goes that lies beside them.
    expect(levelAmong(both)).toBe("privileged");
    expect(levelAmong([...both, { text: strict, path: "clusters/ab/n.yaml" }], "manifests:clusters/a")).toBe("restricted");
  });
});

describe("a namespace is judged anew", () => {
  const namespace = (labels: Readonly<Record<string, string>> | null) => JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", ...(labels === null ? {} : { labels }) } });
  const enforce = (level: string) => namespace({ "pod-security.kubernetes.io/enforce": level });
  const objects = (texts: readonly string[]) => texts.flatMap((text, i) => inventoryOf(text, { target: `manifests:${i}` }).objects);
  const configuration = (level: string) => JSON.stringify({ apiVersion: "pod-security.admission.config.k8s.io/v1", kind: "PodSecurityConfiguration", defaults: { enforce: level } });

  it.each<[string, readonly string[], readonly string[], readonly string[] | "all"]>([
    ["where its level changed", [enforce("baseline")], [enforce("restricted")], ["shop"]],
    ["where it came with a level", [], [enforce("restricted")], ["shop"]],
    ["where it went with its level", [enforce("restricted")], [], ["shop"]],
    ["where it got its first label", [namespace(null)], [enforce("restricted")], ["shop"]],
    ["where it lost a level that others' defaults may undercut", [enforce("privileged")], [namespace({})], ["shop"]],
    ["where another target describes it without a level beside one that has it", [enforce("restricted"), namespace(null)], [enforce("restricted")], ["shop"]],
    ["not where it came without a word of it", [], [namespace(null)], []],
    ["not where it went without one", [namespace({ team: "shop" })], [], []],
    ["not where other labels changed", [namespace({ team: "a" })], [namespace({ team: "b" })], []],
    ["not where nothing changed", [enforce("restricted")], [enforce("restricted")], []],
    ["wherever the defaults changed", [configuration("baseline")], [configuration("restricted")], "all"],
  ])("%s", (_, base, head, expected) => {
    const anew = namespacesJudgedAnew(objects(base), objects(head));
    expect(anew === "all" ? anew : [...anew]).toEqual(expected);
  });
});

describe("the admission configuration", () => {
  const pods = (defaults: object, exemptions: object = {}) => ({ apiVersion: "pod-security.admission.config.k8s.io/v1", kind: "PodSecurityConfiguration", defaults, exemptions });
  const plugins = (configuration: object) => JSON.stringify({ apiVersion: "apiserver.config.k8s.io/v1", kind: "AdmissionConfiguration", plugins: [{ name: "EventRateLimit", path: "e.yaml" }, { name: "PodSecurity", configuration }] });
  const levelWith = (text: string, labels: Labels | null = {}, of: string = pod()): string | undefined =>
    among(of, [{ text }, ...(labels === null ? [] : [{ text: namespace("default", labels) }])])[0]?.refusal?.level;

  it("counts where a namespace has no labels, or is not in the repository", () => {
    expect(levelWith(plugins(pods({ enforce: "restricted" })))).toBe("restricted");
    expect(levelWith(plugins(pods({ enforce: "restricted" })), null)).toBe("restricted");
    expect(levelWith(JSON.stringify(pods({ enforce: "restricted" })))).toBe("restricted");
    expect(levelWith(plugins(pods({ enforce: "restricted" })), label("enforce", "privileged"))).toBeUndefined();
  });

  it("exempts namespaces and runtime classes", () => {
    expect(levelWith(plugins(pods({ enforce: "restricted" }, { namespaces: ["default"] })))).toBeUndefined();
    expect(levelWith(plugins(pods({}, { namespaces: ["default"] })), label("enforce", "restricted"))).toBeUndefined();
    const classes = plugins(pods({ enforce: "restricted" }, { runtimeClasses: ["kata"] }));
    expect(levelWith(classes, {}, pod({}, { runtimeClassName: "kata" }))).toBeUndefined();
    expect(levelWith(classes, {}, pod({}, { runtimeClassName: "runc" }))).toBe("restricted");
  });

  it("counts for nothing where the API server refuses it, or where two contradict each other", () => {
    expect(levelWith(plugins(pods({ enforce: "strict" })))).toBeUndefined();
    const both = [{ text: plugins(pods({ enforce: "restricted" })) }, { text: plugins(pods({ enforce: "baseline" })) }];
    expect(among(pod(), both)[0]?.level).toBe("privileged");
    expect(among(pod(), [both[0] ?? { text: "" }, both[0] ?? { text: "" }])[0]?.level).toBe("restricted");
  });
});

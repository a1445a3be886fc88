// The cluster that manifests are for, as the configuration declares it: what it makes of a container that sets nothing, and of one that does.

import { matchesGlob } from "./glob.ts";
import { describeVersion, isBefore, type KubeVersion } from "./kube-version.ts";
import { platformOf, type Platform } from "./platforms.ts";
import type { Effective, Profile } from "./posture.ts";
import { DEFAULT_SCC, lets, profilesOf } from "./security-context-constraints.ts";

/** What may differ between namespaces, as far as it is declared; null where nothing is said. */
export interface NodeSettings {
  /** Id of a row of the table of platforms. */
  readonly platform: string | null;
  /** Whether kubelets run containers that set nothing under RuntimeDefault. */
  readonly seccompDefault: boolean | null;
  /** Name of the security context constraints that admit the pods; only on OpenShift. */
  readonly scc: string | null;
}

export interface Cluster {
  /** Null: the newest. */
  readonly kubeVersion: KubeVersion | null;
  readonly everywhere: NodeSettings;
  /** The first whose glob matches the namespace is in effect there, in place of what it names. */
  readonly namespaces: readonly { readonly namespace: string; readonly settings: NodeSettings }[];
  /** Globs over the names of runtime classes that give a container a kernel of its own. */
  readonly runtimeClasses: readonly string[];
}

const nothingSaid: NodeSettings = { platform: null, seccompDefault: null, scc: null };

/**
 * gVisor ignores the profile unless told otherwise (google/gvisor: runsc/config/flags.go, oci-seccomp), and Kata does not pass it to the
 * guest (kata-containers/kata-containers: src/runtime/Makefile, DEFDISABLEGUESTSECCOMP): the node's kernel is not what answers.
 */
export const sandboxes: readonly string[] = ["gvisor", "runsc", "kata*"];

/** A cluster of which nothing is known. */
export const plainCluster: Cluster = { kubeVersion: null, everywhere: nothingSaid, namespaces: [], runtimeClasses: sandboxes };

/** The same with a kubelet setting declared: what `cluster.seccompDefault` alone says. */
export function clusterWith(seccompDefault: boolean): Cluster {
  return { ...plainCluster, everywhere: { ...nothingSaid, seccompDefault } };
}

/** A cluster as one namespace sees it. */
export interface Place {
  readonly kubeVersion: KubeVersion | null;
  /** What becomes of a container that sets nothing. */
  readonly unset: { readonly effective: Effective & ("RuntimeDefault" | "Unconfined"); readonly assumption: string; readonly advice: string | null };
  /** Why pods that set this profile are refused; null when they are not. */
  readonly refusal: (profile: Profile) => string | null;
  /** Whether a runtime class gives containers a kernel of their own. */
  readonly isSandbox: (runtimeClass: string) => boolean;
}

/** What is assumed of a container that sets nothing when the configuration says nothing of the cluster. */
export const UNCONFIGURED = "containers that set nothing run Unconfined unless the kubelet sets `seccompDefault`";

/** What is declared for a namespace. A platform named for it is another place: what is said of the kubelets elsewhere does not hold there. */
function settingsAt({ everywhere, namespaces }: Cluster, namespace: string | null): NodeSettings {
  const own = namespaces.find(({ namespace: glob }) => namespace !== null && matchesGlob(namespace, glob))?.settings;
  if (own === undefined) return everywhere;
  const inherited = own.platform === null ? everywhere : nothingSaid;
  return {
    platform: own.platform ?? inherited.platform,
    seccompDefault: own.seccompDefault ?? inherited.seccompDefault,
    scc: own.scc ?? inherited.scc,
  };
}

const underRuntimeDefault = (assumption: string): Place["unset"] => ({ effective: "RuntimeDefault", assumption, advice: null });
const unconfined = (assumption: string, advice: string | null = null): Place["unset"] => ({ effective: "Unconfined", assumption, advice });

/** What becomes of a container that sets nothing: admission first, then the kubelet, then what the platform does by itself. */
function unsetAt({ seccompDefault, scc }: NodeSettings, platform: Platform | null, version: KubeVersion | null): Place["unset"] {
  const isOpenShift = platform?.confinesSince === "scc";
  // OpenShift 4.11 is Kubernetes 1.24; before it, what everybody may use was `restricted`.
  const constraints = isOpenShift ? (scc ?? (isBefore(version, 24) ? "restricted" : DEFAULT_SCC)) : null;
  if (constraints !== null && profilesOf(constraints) === "default") {
    return underRuntimeDefault(`OpenShift's SCC \`${constraints}\` gives RuntimeDefault to pods that set nothing`);
  }
  if (seccompDefault !== null) {
    return seccompDefault
      ? underRuntimeDefault("`cluster` in the configuration says that kubelets set `seccompDefault`")
      : unconfined("`cluster` in the configuration says that kubelets do not set `seccompDefault`");
  }
  if (constraints !== null) return leftOpen(constraints);
  if (platform === null) return unconfined(UNCONFIGURED);
  const since = platform.confinesSince === "scc" ? null : platform.confinesSince;
  const confines = since !== null && !isBefore(version, since);
  const when = typeof since === "number" && since > 0 ? ` on ${describeVersion(version ?? { minor: since, patch: null })}${version === null ? " and later" : ""}` : "";
  const known = platform.confirmed ? "" : ", as far as is known";
  const assumption = `${platform.name}${when} runs containers that set nothing ${confines ? "under RuntimeDefault" : "Unconfined"}${known}`;
  return confines ? underRuntimeDefault(assumption) : unconfined(assumption);
}

function leftOpen(constraints: string): Place["unset"] {
  if (profilesOf(constraints) === "any") return unconfined(`OpenShift's SCC \`${constraints}\` leaves containers that set nothing Unconfined`);
  return unconfined(
    `OpenShift's SCC \`${constraints}\` leaves containers that set nothing Unconfined, and refuses pods that set a profile`,
    `Have constraints admit the pod that give it a profile, such as \`${DEFAULT_SCC}\`; \`${constraints}\` refuses every pod that sets one.`,
  );
}

/** Only constraints that are declared refuse: a pod may have the right to others. */
function refusalAt({ scc }: NodeSettings, platform: Platform | null): Place["refusal"] {
  const constraints = platform?.confinesSince === "scc" ? scc : null;
  return (profile) => {
    if (profile !== "RuntimeDefault" && profile !== "Localhost" && profile !== "Unconfined") return null;
    if (platform?.refuses.some((refused) => refused === profile) === true) return `${platform.name} refuses pods that set \`${profile}\``;
    if (constraints === null || lets(profilesOf(constraints), profile)) return null;
    return `OpenShift's SCC \`${constraints}\` refuses pods that set ${profilesOf(constraints) === "none" ? "a seccomp profile" : "another profile than RuntimeDefault"}`;
  };
}

const placesOf = new WeakMap<Cluster, Map<string | null, Place>>(); // one namespace is asked about for every pod in it

/** The cluster as a namespace sees it; null for what has none. */
export function placeOf(cluster: Cluster, namespace: string | null): Place {
  const known = placesOf.get(cluster) ?? new Map<string | null, Place>();
  placesOf.set(cluster, known);
  const found = known.get(namespace);
  if (found !== undefined) return found;
  const settings = settingsAt(cluster, namespace);
  const platform = platformOf(settings.platform);
  const isSandbox = (runtimeClass: string): boolean => cluster.runtimeClasses.some((glob) => matchesGlob(runtimeClass, glob));
  const place: Place = {
    kubeVersion: cluster.kubeVersion,
    unset: unsetAt(settings, platform, cluster.kubeVersion),
    refusal: refusalAt(settings, platform),
    isSandbox,
  };
  known.set(namespace, place);
  return place;
}

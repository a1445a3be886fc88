// The part `cluster` of the configuration file.

import { plainCluster, type Cluster, type NodeSettings } from "../core/cluster.ts";
import { readKubeVersion } from "../core/kube-version.ts";
import type { ManifestDocument } from "../core/manifest.ts";
import { platformOf } from "../core/platforms.ts";
import type { Configuration } from "./configuration-schema.ts";
import { placed } from "./configuration-errors.ts";

type Configured = NonNullable<Configuration["cluster"]>;

function settings({ platform, seccompDefault, scc }: Pick<Configured, "platform" | "seccompDefault" | "scc">): NodeSettings {
  return { platform: platform ?? null, seccompDefault: seccompDefault ?? null, scc: scc ?? null };
}

/** The cluster that a configuration declares. */
export function clusterOf(configured: Configured | undefined): Cluster {
  if (configured === undefined) return plainCluster;
  const { kubeVersion, namespaces, runtimeClasses } = configured;
  return {
    kubeVersion: kubeVersion === undefined ? null : readKubeVersion(kubeVersion),
    everywhere: settings(configured),
    namespaces: (namespaces ?? []).map(({ namespace, ...own }) => ({ namespace, settings: settings(own) })),
    runtimeClasses: runtimeClasses ?? plainCluster.runtimeClasses,
  };
}

/** Security context constraints where there is no OpenShift: they would be silently ignored. */
export function strayConstraints(document: ManifestDocument, { everywhere, namespaces }: Cluster): readonly string[] {
  const places = [
    { field: ["cluster"], platform: everywhere.platform, scc: everywhere.scc },
    ...namespaces.map((own, i) => ({ field: ["cluster", "namespaces", i], platform: own.settings.platform ?? everywhere.platform, scc: own.settings.scc })),
  ];
  return places.flatMap(({ field, platform, scc }) => {
    if (scc === null || platformOf(platform)?.confinesSince === "scc") return [];
    return [placed(document, [...field, "scc"], "`scc` is only for `platform: openshift`")];
  });
}

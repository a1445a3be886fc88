// The one table of kinds: which objects carry pods, and where. A new kind is one row in the file of its family.

import { bucketsOf } from "./buckets.ts";
import type { Field } from "./field.ts";
import { argoKinds } from "./kinds/argo.ts";
import { rolloutKinds } from "./kinds/argo-rollouts.ts";
import { placesAt } from "./kinds/at-path.ts";
import { batchKinds } from "./kinds/batch.ts";
import { databaseKinds } from "./kinds/databases.ts";
import { datadogKinds } from "./kinds/datadog.ts";
import { druidKinds } from "./kinds/druid.ts";
import { elasticKinds } from "./kinds/elastic.ts";
import { flinkKinds } from "./kinds/flink.ts";
import type { KindRow } from "./kinds/kind.ts";
import { keycloakKinds } from "./kinds/keycloak.ts";
import { kruiseKinds } from "./kinds/kruise.ts";
import { kubernetesKinds } from "./kinds/kubernetes.ts";
import { kubevirtKinds } from "./kinds/kubevirt.ts";
import { observabilityKinds } from "./kinds/observability.ts";
import { openshiftKinds } from "./kinds/openshift.ts";
import { perconaKinds } from "./kinds/percona.ts";
import { platformKinds } from "./kinds/platform.ts";
import { rayKinds } from "./kinds/ray.ts";
import { servingKinds } from "./kinds/serving.ts";
import { sparkKinds } from "./kinds/spark.ts";
import { strimziKinds } from "./kinds/strimzi.ts";
import { tektonKinds } from "./kinds/tekton.ts";
import { tidbKinds } from "./kinds/tidb.ts";
import type { Pod } from "./pod.ts";

/** The families of the page about kinds, each with its rows. */
export const families: Readonly<Record<string, readonly KindRow[]>> = {
  "Kubernetes": kubernetesKinds,
  "OpenShift and OLM": openshiftKinds,
  "Argo Rollouts": rolloutKinds,
  "Argo Workflows and Events": argoKinds,
  "Tekton": tektonKinds,
  "OpenKruise": kruiseKinds,
  "Batch and machine learning": batchKinds,
  "Ray": rayKinds,
  "Spark": sparkKinds,
  "Flink": flinkKinds,
  "Serving": servingKinds,
  "Observability": observabilityKinds,
  "Datadog": datadogKinds,
  "Elastic Cloud on Kubernetes": elasticKinds,
  "Strimzi": strimziKinds,
  "Databases and queues": databaseKinds,
  "Druid": druidKinds,
  "Percona": perconaKinds,
  "TiDB": tidbKinds,
  "Keycloak": keycloakKinds,
  "Platform": platformKinds,
  "KubeVirt": kubevirtKinds,
};

/** Every kind that is known to carry pods: one row per kind, path and shape. */
export const kinds: readonly KindRow[] = Object.values(families).flat();

const byKind = bucketsOf(kinds, ({ kind }) => kind);

/** The rows of one kind; empty for a kind that is not in the table. */
export function rowsOf(group: string, kind: string): readonly KindRow[] {
  return (byKind.get(kind) ?? []).filter(({ groups }) => groups.includes(group));
}

// Lists of lists of aliases could describe more containers than fit in memory; no real object comes near.
const MAX_CONTAINERS = 100_000;

/** The pods that an object has by one row. Throws RangeError for objects that describe too many containers. */
export function podsByRow(row: KindRow, object: Field): readonly Pod[] {
  const pods: Pod[] = [];
  let containers = 0;
  for (const { at, name } of placesAt(object, row.path)) {
    const called = row.pod === undefined ? name : name === null ? row.pod : `${row.pod}/${name}`;
    for (const pod of row.shape.find(at, called, row, object)) {
      containers += pod.containers.length;
      if (containers > MAX_CONTAINERS) throw new RangeError(`an object describes more than ${MAX_CONTAINERS} containers`);
      pods.push(pod);
    }
  }
  return pods;
}

const literal = (text: string): string => text.replaceAll(".", "\\.");
const alternatives = (texts: readonly string[]): string => [...new Set(texts)].map(literal).join("|");

const withoutList = kinds.filter(({ shape }) => shape.withoutList);
const groupsWithoutList = new RegExp(alternatives(withoutList.flatMap(({ groups }) => groups)));
const kindsWithoutList = new RegExp(`\\b(?:${alternatives(withoutList.map(({ kind }) => kind))})(?:List)?\\b`);

/** True for text that may hold an object whose pods need no list of containers; the parser has the last word. */
export function mentionsListlessKind(text: string): boolean {
  return groupsWithoutList.test(text) && kindsWithoutList.test(text);
}

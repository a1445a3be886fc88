// The one table of kinds: which objects carry pods, and where. A new kind is one row in the file of its family.

import type { Field } from "./field.ts";
import { placesAt } from "./kinds/at-path.ts";
import type { KindRow } from "./kinds/kind.ts";
import { kubernetesKinds } from "./kinds/kubernetes.ts";
import type { Pod } from "./pod.ts";

/** Every kind that is known to carry pods: one row per kind, path and shape. */
export const kinds: readonly KindRow[] = [...kubernetesKinds];

const byKind = new Map<string, KindRow[]>();
for (const row of kinds) byKind.set(row.kind, [...(byKind.get(row.kind) ?? []), row]);

/** The rows of one kind; empty for a kind that is not in the table. */
export function rowsOf(group: string, kind: string): readonly KindRow[] {
  return (byKind.get(kind) ?? []).filter(({ groups }) => groups.includes(group));
}

/** The pods that an object has by one row. */
export function podsByRow(row: KindRow, object: Field): readonly Pod[] {
  return placesAt(object, row.path).flatMap(({ at, name }) => {
    const pod = row.pod === undefined ? name : name === null ? row.pod : `${row.pod}/${name}`;
    return row.shape.find(at, pod, row, object);
  });
}

// `KIND/NAME[/CONTAINER]` and `KIND/NAMESPACE/NAME[/CONTAINER]`: how people name a workload, or one container of it.

import type { Container, Workload } from "./report.ts";

/** One way to read a name; null is any. */
export interface Reading {
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly container: string | null;
}

export interface Named {
  readonly workload: Workload;
  readonly container: Container;
}

/** The ways to read a name: three parts can be a container's, or have a namespace in the middle. None for what is no name. */
export function readingsOf(text: string): readonly Reading[] {
  const [kind, second, third, fourth, ...more] = text.split("/");
  if (kind === undefined || second === undefined || more.length > 0 || text.split("/").includes("")) return [];
  if (third === undefined) return [{ kind, namespace: null, name: second, container: null }];
  if (fourth !== undefined) return [{ kind, namespace: second, name: third, container: fourth }];
  return [
    { kind, namespace: null, name: second, container: third },
    { kind, namespace: second, name: third, container: null },
  ];
}

/** Whether the reading means the workload. Kinds are compared without case, as people type them. */
export function meansWorkload({ kind, namespace, name }: Reading, workload: Workload): boolean {
  return kind.toLowerCase() === workload.kind.toLowerCase() && name === workload.name && (namespace === null || namespace === workload.namespace);
}

/** Whether the reading means this container. */
export function means(reading: Reading, { workload, container }: Named): boolean {
  return meansWorkload(reading, workload) && (reading.container === null || reading.container === container.name);
}

/** `KIND/NAMESPACE/NAME`, as it can be given back. */
export function nameOfWorkload({ kind, namespace, name }: Workload): string {
  return [kind, ...(namespace === null ? [] : [namespace]), name].join("/");
}

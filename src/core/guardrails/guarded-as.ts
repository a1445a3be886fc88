// How a report names an object that protects containers: it stands where workloads stand.

import { asText } from "../field.ts";
import type { Workload } from "../report.ts";
import type { FoundObject } from "../workload.ts";

/** The object as reports and exemptions name it; one without a name of its own is called by its file. */
export function guardedAs({ apiVersion, kind, namespace, name, object, document }: FoundObject): Workload {
  const file = (document.path ?? "").slice((document.path ?? "").lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  return { apiVersion, kind, namespace, name: name !== "" ? name : (asText(object["name"]) ?? file) };
}

/** The target that a finding about it belongs to: what renders it, or the folder of its file. */
export function targetOfGuard({ target, document }: FoundObject): string {
  if (target !== null) return target;
  const path = document.path ?? "";
  return `manifests:${path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "."}`;
}

// The values of a HelmRelease: what `valuesFrom` names, in order, then its own. fluxcd/pkg: chartutil/values.go (ChartValuesFromReferences).

import { at, list, mapping, mergeMaps, readValue, text, type Mapping } from "./loose-values.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { titleOf, troubleWith } from "./declaration.ts";
import type { Trouble } from "../../core/problem.ts";
import type { FindData } from "./referenced-data.ts";
import { isMapping } from "../../core/manifest.ts";
import { trimEndOf } from "../../core/trim-end.ts";
import { unknownValue } from "./substitution.ts";

export interface ReferencedValues {
  readonly values: Mapping;
  readonly set: readonly string[];
  readonly setString: readonly string[];
  /** Why the values cannot be told. */
  readonly trouble: Trouble | null;
}

/** The values that a HelmRelease gives its chart. */
export function referencedValues(object: DeployedObject, findData: FindData): ReferencedValues {
  const spec = at(object.object, "spec");
  let values: Mapping = {};
  const set: string[] = [];
  const setString: string[] = [];
  let trouble: Trouble | null = null;
  for (const reference of list(at(spec, "valuesFrom"))) {
    const found = valueOf(object, reference, findData);
    if (found.kind === "absent") continue;
    if (found.kind === "trouble") {
      trouble ??= found.trouble;
      continue;
    }
    const target = text(at(reference, "targetPath"));
    if (target === "") {
      const read = readValue(found.text);
      if (isMapping(read)) values = mergeMaps(values, read);
      else trouble ??= troubleWith(object, "yaml", `${titleOf(object)} takes values from ${found.from}, which are not YAML that can be read`, "Correct the YAML there.");
    } else if (at(reference, "literal") === true) {
      setString.push(`${target}=${found.text.replace(/[\\,[\]{}]/g, "\\$&")}`);
    } else {
      const quoted = /^(?:'.*'|".*")$/s.test(found.text);
      (quoted ? setString : set).push(`${target}=${quoted ? trimEndOf(found.text.replace(/^['"]+/, ""), "'\"") : found.text}`);
    }
  }
  return { values: mergeMaps(values, mapping(at(spec, "values"))), set, setString, trouble };
}

type Found = { readonly kind: "text"; readonly text: string; readonly from: string } | { readonly kind: "absent" } | { readonly kind: "trouble"; readonly trouble: Trouble };

function valueOf(object: DeployedObject, reference: unknown, findData: FindData): Found {
  const [kind, name, key] = [text(at(reference, "kind")), text(at(reference, "name")), text(at(reference, "valuesKey")) || "values.yaml"];
  const from = `\`${key}\` of ${kind} \`${object.namespace}/${name}\``;
  const data = findData({ kind, namespace: object.namespace, name, from: object.path });
  const value = data !== null && Object.hasOwn(data.values, key) ? data.values[key] : undefined;
  if (value !== undefined) return { kind: "text", text: value, from };
  const untold = data?.untold.get(key);
  // One value that nobody can tell gets a stand-in; a whole set of them might decide anything.
  if (untold !== undefined && text(at(reference, "targetPath")) !== "") return { kind: "text", text: unknownValue(key), from };
  if (untold === undefined && at(reference, "optional") === true) return { kind: "absent" };
  const why = untold ?? (data === null ? "an object that is not in this repository" : "which the object does not have");
  return { kind: "trouble", trouble: troubleWith(object, "missing-file", `${titleOf(object)} takes values from ${from}, ${why}`, "Keep the values that decide what is deployed in the repository, in plain text, and only secrets elsewhere.") };
}

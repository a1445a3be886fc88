// OpenShift's templates: texts of their objects name parameters, which have values.
// openshift/library-go: pkg/template/templateprocessing/templateprocessor.go.

import { asText, fieldAt, isMapping, type Mapping } from "./field.ts";

const NAMED = /\$\{\{?(\w+)\}?\}/g;

/** The parameters that have a value; one that is generated, or has to be given, has none. */
function valuesOf({ parameters }: Mapping): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const parameter of Array.isArray(parameters) ? parameters : []) {
    const [name, value] = [asText(fieldAt(parameter, ["name"])), asText(fieldAt(parameter, ["value"]))];
    if (name !== null && value !== null) values.set(name, value);
  }
  return values;
}

/** `${NAME}` within a text; a whole `${{NAME}}` is the value itself, which need not be a text. */
function substituteText(text: string, values: ReadonlyMap<string, string>): unknown {
  const whole = /^\$\{\{(\w+)\}\}$/.exec(text)?.[1];
  const value = whole === undefined ? undefined : values.get(whole);
  if (value === undefined) return text.replace(NAMED, (all, name: string) => values.get(name) ?? all);
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** An object of a template with the parameters filled in. What aliases share stays shared, so that nothing grows. */
export function fillParameters(template: Mapping, object: Mapping): Mapping {
  const values = valuesOf(template);
  if (values.size === 0) return object;
  const done = new Map<object, unknown>();
  const fill = (value: unknown): unknown => {
    if (typeof value === "string") return value.includes("${") ? substituteText(value, values) : value;
    if (typeof value !== "object" || value === null) return value;
    const known = done.get(value);
    if (known !== undefined) return known;
    const filled = Array.isArray(value) ? value.map(fill) : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]));
    done.set(value, filled);
    return filled;
  };
  const filled = fill(object);
  return isMapping(filled) ? filled : object;
}

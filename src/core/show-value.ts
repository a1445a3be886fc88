import { isMapping } from "./field.ts";

const MAX_SHOWN = 100; // characters

/** A value as messages show it, at most so many characters of it. Lists and objects are not spelled out: aliases can make them larger than memory. */
export function showValue(value: unknown, most = MAX_SHOWN): string {
  if (Array.isArray(value)) return "[…]";
  if (isMapping(value)) return "{…}";
  const text = String(value);
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

const MAX_FIELDS = 4;

/** The same, with the fields of a mapping: `{ type: RuntimeDefault }`. What is in them is not spelled out. */
export function showFields(value: unknown): string {
  if (!isMapping(value)) return showValue(value);
  const shown: string[] = [];
  for (const key in value) {
    if (shown.length === MAX_FIELDS) return `{ ${shown.join(", ")}, … }`;
    if (Object.hasOwn(value, key)) shown.push(`${showValue(key)}: ${showValue(value[key])}`);
  }
  return shown.length === 0 ? "{}" : `{ ${shown.join(", ")} }`;
}

/** A value in code marks. */
export function quoteValue(value: unknown): string {
  return `\`${showValue(value)}\``;
}

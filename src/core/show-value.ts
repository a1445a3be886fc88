import { isMapping } from "./manifest.ts";

const MAX_SHOWN = 100; // characters

/** A value as messages show it. Lists and objects are not spelled out: aliases can make them larger than memory. */
export function showValue(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (isMapping(value)) return "{…}";
  const text = String(value);
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The same in code marks. */
export function quoteValue(value: unknown): string {
  return `\`${showValue(value)}\``;
}

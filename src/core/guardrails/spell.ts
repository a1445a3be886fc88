// Values of manifests as one text that does not depend on the order of fields: to compare and to name what has no name.

import { isMapping } from "../manifest.ts";

const MOST_NODES = 20_000; // aliases can make a small file describe more than fits in memory

/** A value as JSON with sorted fields. Texts of several lines count by their words. */
export function spell(value: unknown): string {
  let left = MOST_NODES;
  const write = (one: unknown): string => {
    if (left-- <= 0) return "…";
    if (typeof one === "string") return JSON.stringify(one.replace(/\s+/g, " ").trim());
    if (Array.isArray(one)) return `[${one.map(write).join(",")}]`;
    if (!isMapping(one)) return String(one);
    return `{${Object.keys(one).sort().map((key) => `${JSON.stringify(key)}:${write(one[key])}`).join(",")}}`;
  };
  return write(value);
}

/** A value in code marks, on one line. As long as it is: what is compared must be whole. */
export function show(value: unknown): string {
  const text = typeof value === "string" ? value.replace(/\s+/g, " ").trim() : spell(value).replaceAll('"', "");
  return `\`${text.replaceAll("`", "'")}\``;
}

/** The items of what should be a list; none for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** True for what speaks of seccomp profiles, by field or by annotation. */
export function concernsSeccomp(value: unknown): boolean {
  return /seccompprofile|seccomp\.security\.alpha/i.test(spell(value));
}

// What an edit of the configuration file changes, key by key, in words for whoever reviews it.

import { isMapping } from "../core/manifest.ts";
import { parseConfiguration } from "./configuration.ts";
import type { Configuration } from "./configuration-schema.ts";
import { listWords, quote } from "./nearest.ts";

type Exemption = NonNullable<Configuration["exemptions"]>[number];

function describeExemption({ workload, container, image, rules, reason, expires }: Exemption): string {
  const limits = [
    ...(container === undefined ? [] : [`container ${quote(container)}`]),
    ...(image === undefined ? [] : [`image ${quote(image)}`]),
    rules === undefined ? "every rule" : `${rules.length === 1 ? "rule" : "rules"} ${listWords(rules)}`,
    ...(expires === undefined ? [] : [`until ${expires}`]),
  ];
  return `exemption of ${quote(workload)} (${limits.join(", ")}), because ${quote(reason)}`;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Entries of a list that the other one does not have. */
const without = <T>(list: readonly T[], other: readonly T[]): readonly T[] => list.filter((entry) => !other.some((candidate) => same(candidate, entry)));

function listChanges<T>(key: string, before: readonly T[], after: readonly T[], describe: (entry: T) => string): readonly string[] {
  const [gone, added] = [without(before, after), without(after, before)];
  if (gone.length + added.length === 0) return same(before, after) ? [] : [`\`${key}\` has its entries in another order`];
  return [...added.map((entry) => `\`${key}\` gains ${describe(entry)}`), ...gone.map((entry) => `\`${key}\` loses ${describe(entry)}`)];
}

function changesOf(key: string, before: unknown, after: unknown): readonly string[] {
  if (same(before, after)) return [];
  if (before === undefined && !isMapping(after) && !Array.isArray(after)) return [`\`${key}\` is set to ${quote(after)}`];
  if (after === undefined && !isMapping(before) && !Array.isArray(before)) return [`\`${key}\`, which was ${quote(before)}, is not set any more`];
  const [was, is] = [before ?? (Array.isArray(after) ? [] : {}), after ?? (Array.isArray(before) ? [] : {})];
  if (Array.isArray(was) && Array.isArray(is)) return listChanges(key, was, is, quote);
  if (!isMapping(was) || !isMapping(is)) return [`\`${key}\` is ${quote(after)} instead of ${quote(before)}`];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((inner) => changesOf(`${key}.${inner}`, was[inner], is[inner]));
}

const nothing: Configuration = { version: 1 };

/** Every key that differs, one sentence without a full stop each, in the order of the alphabet; null texts stand for no file. Throws a UsageError for what is no configuration. */
export function configurationChanges(before: string | null, after: string | null, path: string): readonly string[] {
  const [was, is] = [before, after].map((text) => (text === null ? nothing : parseConfiguration(text, path).configuration));
  if (was === undefined || is === undefined) return [];
  const { exemptions: old = [], ...otherOld } = was;
  const { exemptions: fresh = [], ...otherFresh } = is;
  const [left, right] = [new Map<string, unknown>(Object.entries(otherOld)), new Map<string, unknown>(Object.entries(otherFresh))];
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
  return [...listChanges("exemptions", old, fresh, (entry) => `an ${describeExemption(entry)}`), ...keys.flatMap((key) => changesOf(key, left.get(key), right.get(key)))];
}

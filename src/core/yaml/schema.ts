// How nodes become values: as the decoder of kubectl, Helm and the API server does it, goyaml.v2 inside sigs.k8s.io/yaml.

import { FAILSAFE_SCHEMA, NOT_RESOLVED, defineMappingTag, defineScalarTag, defineSequenceTag, mapTag, seqTag, type Schema } from "js-yaml";
import { isMapping } from "../field.ts";
import { firstCharacters, plainScalar, taggedScalar } from "./scalar.ts";

const MAX_MERGED = 100_000; // fields; only bombs come near

const MERGE = Symbol("<<");
const mergeKey = defineScalarTag("tag:seccomp-gate,merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (text) => (text === "<<" ? MERGE : NOT_RESOLVED),
  identify: () => false,
});

const plainTag = defineScalarTag("tag:seccomp-gate,plain", {
  implicit: true,
  implicitFirstChars: firstCharacters,
  resolve: (text) => {
    const value = plainScalar(text);
    return typeof value === "string" ? NOT_RESOLVED : value;
  },
  identify: () => false,
});

/** Any tag: `!!merge <<` is a merge key, as yq writes it. go.yaml.in/yaml: v2/decode.go (isMerge). */
const anyScalar = defineScalarTag("", {
  matchByTagPrefix: true,
  resolve: (text, _, tag) => (tag === "tag:yaml.org,2002:merge" && text === "<<" ? MERGE : taggedScalar(tag, text)),
  identify: () => false,
});

/** Where no key stands, `<<` is a text like any other. */
const plain = (value: unknown): unknown => (value === MERGE ? "<<" : value);

/** Why a value cannot be in JSON, which everything becomes on its way to the API server; empty when it can. */
const refuse = (value: unknown): string => (typeof value === "number" && !Number.isFinite(value) ? "JSON has no infinite numbers, and none that are not numbers" : "");

// To name `finalize`, even one that does nothing, forbids what contains itself, as Kubernetes' decoder does.
const sequence = {
  ...seqTag,
  addItem: (items: unknown[], item: unknown, index: number) => refuse(item) || seqTag.addItem(items, plain(item), index),
  finalize: (items: unknown[]) => items,
};
// The tags of collections mean nothing to the decoder.
const sequences = [defineSequenceTag(seqTag.tagName, sequence), defineSequenceTag("", { ...sequence, matchByTagPrefix: true })];

/**
 * What a document means. Merge keys act in place, so that they override the fields written before them, which YAML would let win.
 * go.yaml.in/yaml: v2/decode.go (decoder.mapping, decoder.merge). Made anew for every document, since it counts what is merged.
 */
function schemaOfOneDocument(): Schema {
  let left = MAX_MERGED;
  const merge = (into: Record<string, unknown>, source: unknown): string => {
    if (!isMapping(source)) return "a merge key needs a mapping, or a list of mappings";
    for (const [key, value] of Object.entries(source)) {
      if (left-- <= 0) return `merge keys bring more than ${MAX_MERGED} fields`;
      mapTag.addPair(into, key, value);
    }
    return "";
  };
  const addPair = (into: Record<string, unknown>, key: unknown, value: unknown): string => {
    if (key === null) return "a key cannot be null";
    if (key !== MERGE) return refuse(value) || mapTag.addPair(into, key, plain(value));
    const from: readonly unknown[] = Array.isArray(value) ? value.toReversed() : [value]; // the first of a list counts most
    return from.reduce<string>((refused, one) => refused || merge(into, one), "");
  };
  const mappings = [defineMappingTag(mapTag.tagName, { ...mapTag, addPair }), defineMappingTag("", { ...mapTag, matchByTagPrefix: true, addPair })];
  return FAILSAFE_SCHEMA.withTags(mergeKey, plainTag, anyScalar, mappings, sequences);
}

/** For the many documents in which nothing can be merged: making a schema takes 4 % of the time of reading a usual one. */
const schemaWithoutMerging = schemaOfOneDocument();

/** The schema to read one text by. */
export function schemaFor(source: string): Schema {
  return source.includes("<<") ? schemaOfOneDocument() : schemaWithoutMerging;
}

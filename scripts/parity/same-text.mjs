// When two renderings count as the same.

import { loadAll, YAML11_SCHEMA } from "js-yaml";

/**
 * The text without what Helm 3 is known to print otherwise: it takes the white space around separators away, where Helm 4 leaves the
 * blank lines that a template ends with (helm/helm: pkg/releaseutil/manifest.go and pkg/release/v1/util/manifest.go).
 */
export function normalised(text, tool) {
  return tool === "helm3" ? text.replace(/\s+\n(?=---)/g, "\n").replace(/\s+$/, "\n").replace(/^---[ \t]*\n/gm, "---\n") : text;
}

/** The objects of a rendering; what cannot be read stands for itself as text. */
export function documentsOf(text) {
  return text.split(/^(?=---)/m).flatMap((chunk) => {
    try {
      // A key that is there twice is Helm's and Kubernetes' business: the last one counts on both sides.
      return loadAll(chunk, { json: true, schema: YAML11_SCHEMA, maxTotalMergeKeys: -1, maxAliases: -1 }).filter((document) => document !== null && document !== undefined);
    } catch {
      return [chunk];
    }
  });
}

export const sameObjects = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/**
 * The objects without what Helm 3 does otherwise on purpose: it keeps what is null in a chart's values (helm/helm#32530), and does not put
 * webhooks after everything else that it knows (helm/helm#30701).
 */
export function asEitherHelm(documents) {
  const isWebhook = (document) => /WebhookConfiguration$/.test(document?.kind ?? "");
  const plain = withoutNulls(documents);
  return [...plain.filter((document) => !isWebhook(document)), ...plain.filter(isWebhook)];
}

function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, field]) => (field === null ? [] : [[key, withoutNulls(field)]])));
}

/** True when ours differs from one rendering of theirs only where that differs from another one of theirs. */
export function isRandomOnly(ours, theirs, again) {
  return !sameObjects(theirs, again) && differsOnlyWhere(ours, theirs, again);
}

function differsOnlyWhere(ours, theirs, again) {
  if (Array.isArray(theirs) && Array.isArray(ours) && Array.isArray(again)) {
    return ours.length === theirs.length && theirs.length === again.length && theirs.every((item, index) => differsOnlyWhere(ours[index], item, again[index]));
  }
  if (isMapping(theirs) && isMapping(ours) && isMapping(again)) {
    const keys = Object.keys(theirs);
    return String(Object.keys(ours)) === String(keys) && String(Object.keys(again)) === String(keys) && keys.every((key) => differsOnlyWhere(ours[key], theirs[key], again[key]));
  }
  return ours === theirs || JSON.stringify(ours) === JSON.stringify(theirs) || (theirs !== again && typeof theirs === typeof ours && typeof theirs !== "object");
}

const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

// When two renderings count as the same.

import { loadAll } from "js-yaml";

/**
 * The text without what Helm 3 is known to print otherwise: it takes the white space around separators away, where Helm 4 leaves the
 * blank lines that a template ends with (helm/helm: pkg/releaseutil/manifest.go and pkg/release/v1/util/manifest.go).
 */
export function normalised(text, tool) {
  return tool === "helm3" ? text.replace(/\s+\n(?=---)/g, "\n").replace(/\s+$/, "\n").replace(/^---[ \t]*\n/gm, "---\n") : text;
}

/** The objects of a rendering; null when it is not YAML that can be read. */
export function documentsOf(text) {
  try {
    // A key that is there twice is Helm's and Kubernetes' business: the last one counts on both sides.
    return loadAll(text, { json: true, maxTotalMergeKeys: -1, maxAliases: -1 }).filter((document) => document !== null && document !== undefined);
  } catch {
    return null;
  }
}

export function sameObjects(left, right) {
  return left !== null && right !== null && JSON.stringify(left) === JSON.stringify(right);
}

/** True when ours differs from one rendering of theirs only where that differs from another one of theirs. */
export function isRandomOnly(ours, theirs, again) {
  if (ours === null || theirs === null || again === null || sameObjects(theirs, again)) return false;
  return differsOnlyWhere(ours, theirs, again);
}

function differsOnlyWhere(ours, theirs, again) {
  if (Array.isArray(theirs) && Array.isArray(ours) && Array.isArray(again)) {
    return ours.length === theirs.length && theirs.length === again.length && theirs.every((item, index) => differsOnlyWhere(ours[index], item, again[index]));
  }
  if (isMapping(theirs) && isMapping(ours) && isMapping(again)) {
    const keys = Object.keys(theirs);
    return String(Object.keys(ours)) === String(keys) && String(Object.keys(again)) === String(keys) && keys.every((key) => differsOnlyWhere(ours[key], theirs[key], again[key]));
  }
  return ours === theirs || (theirs !== again && typeof theirs === typeof ours && typeof theirs !== "object");
}

const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

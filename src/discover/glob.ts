// Globs over paths of a tree, the same on every platform: `/` separates, dots are nothing special.

import { matchesGlob } from "../core/glob.ts";
import { trimEndOf } from "../core/trim-end.ts";

/** A path or glob without a leading `./` and a trailing `/`; the root is `.`. */
export function cleanGlob(glob: string): string {
  const clean = trimEndOf(glob.replace(/^(?:\.\/+)+/, ""), "/");
  return clean === "" ? "." : clean;
}

/** True when the text has a wildcard, so that it can match more than itself. */
export function isGlob(text: string): boolean {
  return /[*?[]|[+@!]\(/.test(text) || /,|\.\./.test(text.includes("{") ? text.slice(text.indexOf("{")) : "");
}

/** A predicate over paths. `**` followed by `/` also matches no folder. Throws a UsageError for what is no glob. */
export function globMatcher(glob: string): (path: string) => boolean {
  const clean = cleanGlob(glob);
  if (!isGlob(clean)) return (path) => path === clean;
  return (path) => matchesGlob(path, clean);
}

/** A predicate over paths that are left out: a glob leaves out what it matches, a plain path also what lies below it. */
export function exclusion(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map((glob) => {
    const clean = cleanGlob(glob);
    return isGlob(clean) ? globMatcher(clean) : (path: string) => clean === "." || path === clean || path.startsWith(`${clean}/`);
  });
  return (path) => matchers.some((matches) => matches(path));
}

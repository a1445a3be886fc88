// Where a finding stands, in words and as a link.

import { namesLine } from "../core/group.ts";
import type { Location } from "../core/report.ts";
import { urlPath } from "./escape.ts";

/** `path:line`, or the path alone. Raw text: escape it for its destination. */
export function describeLocation(location: Location): string {
  return namesLine(location) ? `${location.path}:${location.line}` : location.path;
}

/** What links need to be built; null when it is not known. */
export interface LinkBase {
  /** Commit whose files are linked to. */
  readonly headSha: string | null;
  /** `https://HOST/OWNER/NAME`, without a slash at the end. */
  readonly repositoryUrl: string | null;
}

/** Address of the lines on GitHub, percent-encoded; null when no link can be built. Lines null: the file as a whole. */
export function blobUrl(base: LinkBase, path: string, lines: { readonly first: number; readonly last: number } | null): string | null {
  const encoded = urlPath(path);
  if (base.headSha === null || base.repositoryUrl === null || encoded === null) return null;
  const range = lines === null ? "" : lines.last > lines.first ? `#L${lines.first}-L${lines.last}` : `#L${lines.first}`;
  return `${base.repositoryUrl}/blob/${base.headSha}/${encoded}${range}`;
}

/** Lines of a location that a link may point to; null for the file as a whole. */
export function linesOf(location: Location): { readonly first: number; readonly last: number } | null {
  return namesLine(location) ? { first: location.line, last: location.endLine } : null;
}

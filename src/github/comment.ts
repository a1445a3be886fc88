// The sticky comment: one per pull request and id, edited in place, never anybody else's.

import { type Client, onlyOnce, pagesInBounds } from "./client.ts";
import type { Repository } from "./event.ts";
import type { StillHead } from "./live-head.ts";

export type CommentMode = "always" | "on-findings" | "never";

export interface StickyComment {
  readonly id: string;
  /** Login that our comments have. Anybody can post our marker. */
  readonly author: string;
  readonly mode: CommentMode;
  /** True when there is something to say; `on-findings` creates no comment otherwise. */
  readonly noteworthy: boolean;
  /** Without the marker. Escaped and within its limit already. */
  readonly body: string;
}

export type CommentOutcome =
  | { readonly kind: "written" | "unchanged"; readonly id: number; readonly url: string }
  | { readonly kind: "not-wanted" }
  /** The pull request has moved on: its newer run speaks. */
  | { readonly kind: "outdated" };

interface Existing {
  readonly id: number;
  readonly body?: string | null | undefined;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
}

/** First line of every comment of ours. */
export function commentMarker(id: string): string {
  return `<!-- seccomp-gate:comment:${id} -->`;
}

/** Servers may store other line ends, or none at the end. */
const stored = (body: string): string => body.replaceAll("\r\n", "\n").trimEnd();

/** Our comments on the pull request, the oldest first. */
async function listOurs(client: Client, { owner, name }: Repository, pull: number, { id, author }: StickyComment): Promise<readonly Existing[]> {
  const all: readonly Existing[] = await client.paginate(client.rest.issues.listComments, { owner, repo: name, issue_number: pull, per_page: 100 }, pagesInBounds());
  const marker = commentMarker(id);
  const ours = all.filter(({ body, user }) => user?.login === author && stored(body ?? "").split("\n", 1)[0] === marker);
  return ours.sort((a, b) => a.id - b.id);
}

async function remove(client: Client, { owner, name }: Repository, id: number): Promise<void> {
  try {
    await client.rest.issues.deleteComment({ owner, repo: name, comment_id: id });
  } catch (error) {
    // Gone is what we want: another run, or our own first try, was faster.
    if (!(error instanceof Error && "status" in error && error.status === 404)) throw error;
  }
}

/** Creates or updates our comment, and removes further ones of ours. Rejects with what the API refuses. */
export async function writeComment(client: Client, repository: Repository, pull: number, comment: StickyComment, isCurrent: StillHead): Promise<CommentOutcome> {
  if (comment.mode === "never") return { kind: "not-wanted" };
  const at = { owner: repository.owner, repo: repository.name };
  const body = `${commentMarker(comment.id)}\n${comment.body}`;
  const same = (existing: Existing): boolean => stored(existing.body ?? "") === stored(body);

  const [kept, ...extra] = await listOurs(client, repository, pull, comment);
  if (kept === undefined && comment.mode === "on-findings" && !comment.noteworthy) return { kind: "not-wanted" };
  if (kept !== undefined && same(kept) && extra.length === 0) return { kind: "unchanged", id: kept.id, url: kept.html_url };
  if (!(await isCurrent())) return { kind: "outdated" };

  if (kept === undefined) {
    const reconcile = async (): Promise<Existing | null> => (await listOurs(client, repository, pull, comment)).find(same) ?? null;
    const { data } = await client.rest.issues.createComment({ ...at, issue_number: pull, body, request: onlyOnce(reconcile) });
    return { kind: "written", id: data.id, url: data.html_url };
  }
  if (!same(kept)) await client.rest.issues.updateComment({ ...at, comment_id: kept.id, body });
  for (const { id } of extra) await remove(client, repository, id);
  return { kind: "written", id: kept.id, url: kept.html_url };
}

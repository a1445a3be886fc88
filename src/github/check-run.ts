// Our own check run on the head commit, with annotations in batches; or a commit status where there are no check runs.

import { randomUUID } from "node:crypto";
import { apiFailure } from "./api-failure.ts";
import { type Client, onlyOnce, pagesInBounds } from "./client.ts";
import type { Repository } from "./event.ts";

export type Conclusion = "success" | "failure" | "neutral";

/** One remark at a place in a file of the head commit. Texts are escaped already. */
export interface Annotation {
  /** Relative to the repository's root. */
  readonly path: string;
  /** 1-based. */
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

export interface CheckRun {
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: Conclusion;
  /** The verdict in one line. */
  readonly title: string;
  /** Markdown, at most 65,000 bytes. */
  readonly summary: string;
  /** Worst first. */
  readonly annotations: readonly Annotation[];
  /** Where to read more; null when unknown. */
  readonly detailsUrl: string | null;
}

// Limits of @octokit/openapi: checks/create, checks/update.
const BATCH = 50;
const MOST = 500; // ours: more is no help to a reader
const TITLE_LENGTH = 255;
const MESSAGE_BYTES = 64 * 1024;

/** At most `bytes` bytes of UTF-8, never half a character. */
function clip(text: string, bytes: number): string {
  const encoded = Buffer.from(text);
  return encoded.length <= bytes ? text : encoded.subarray(0, bytes - 4).toString().replace(/\ufffd+$/, "") + "…";
}

function wire({ path, startLine, endLine, level, title, message }: Annotation) {
  const text = clip(message, MESSAGE_BYTES - 1);
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, title: [...title].slice(0, TITLE_LENGTH).join(""), message: text };
}

function batchesOf(annotations: readonly Annotation[]): ReturnType<typeof wire>[][] {
  const shown = annotations.slice(0, MOST).map(wire);
  const count = Math.max(1, Math.ceil(shown.length / BATCH));
  return Array.from({ length: count }, (_, index) => shown.slice(index * BATCH, (index + 1) * BATCH));
}

/** Finds the run that a lost request created, by the id that we gave it: names are not ours alone. */
function findCreated(client: Client, at: { owner: string; repo: string }, { headSha, name }: CheckRun, externalId: string) {
  return onlyOnce(async () => {
    const runs = await client.paginate(client.rest.checks.listForRef, { ...at, ref: headSha, check_name: name, filter: "all", per_page: 100 }, pagesInBounds());
    return runs.find((run) => run.external_id === externalId) ?? null;
  });
}

/**
 * Writes the check run and returns its id. The run is made by the first request and completed by the last, so that nobody sees a
 * conclusion before its annotations. Rejects with what the API refuses; a run that was begun is completed all the same.
 */
export async function writeCheckRun(client: Client, { owner, name }: Repository, check: CheckRun): Promise<number> {
  const at = { owner, repo: name };
  const left = check.annotations.length - MOST;
  const summary = left > 0 ? `${check.summary}\n\n${left} more annotations are left out here; the job summary has all of it.` : check.summary;
  const batches = batchesOf(check.annotations);
  const externalId = `seccomp-gate:${randomUUID()}`;
  const state = (index: number) => (index === batches.length - 1 ? ({ status: "completed", conclusion: check.conclusion } as const) : ({ status: "in_progress" } as const));
  const output = (index: number) => ({ title: check.title, summary, annotations: batches[index] ?? [] });

  const { data: created } = await client.rest.checks.create({
    ...at,
    ...state(0),
    name: check.name,
    head_sha: check.headSha,
    external_id: externalId,
    ...(check.detailsUrl === null ? {} : { details_url: check.detailsUrl }),
    output: output(0),
    request: findCreated(client, at, check, externalId),
  });
  const run = { ...at, check_run_id: created.id };
  try {
    for (let index = 1, sent = BATCH; index < batches.length; index++) {
      sent += batches[index]?.length ?? 0;
      const expected = sent;
      // Annotations are added, not replaced: a repeat would show them twice.
      const arrived = onlyOnce(async () => {
        const { data } = await client.rest.checks.get(run);
        return data.output.annotations_count >= expected ? data : null;
      });
      await client.rest.checks.update({ ...run, ...state(index), output: output(index), request: arrived });
    }
  } catch (error) {
    if (apiFailure(error) !== null) await client.rest.checks.update({ ...run, status: "completed", conclusion: check.conclusion, output: { title: check.title, summary } });
    throw error;
  }
  return created.id;
}

const DESCRIPTION_LENGTH = 140; // characters; more is refused with 422

/** Writes the verdict as a commit status, which every GitHub-like server has. A status knows no `neutral`: it passes. */
export async function writeCommitStatus(client: Client, { owner, name }: Repository, check: CheckRun): Promise<void> {
  const at = { owner, repo: name };
  const state = check.conclusion === "failure" ? "failure" : "success";
  const characters = [...check.title];
  const description = characters.length <= DESCRIPTION_LENGTH ? check.title : `${characters.slice(0, DESCRIPTION_LENGTH - 1).join("")}…`;
  const reconcile = async () => {
    const { data } = await client.rest.repos.listCommitStatusesForRef({ ...at, ref: check.headSha, per_page: 100 });
    const newest = data.find((status) => status.context === check.name);
    return newest?.state === state && newest.description === description ? newest : null;
  };
  await client.rest.repos.createCommitStatus({
    ...at,
    sha: check.headSha,
    state,
    context: check.name,
    description,
    ...(check.detailsUrl === null ? {} : { target_url: check.detailsUrl }),
    request: onlyOnce(reconcile),
  });
}

// The parts of GitHub's webhook payloads that we rely on, checked before use.
// Source: octokit/webhooks: payload-schemas/api.github.com (pull_request, push, merge_group, workflow_run).

import { z } from "zod";

const sha = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, "must be a full commit id");
const branch = z.string().min(1);
/** Null once a fork was deleted. */
const fork = z.object({ full_name: z.string().min(1) }).nullish();

/** Every payload; a schedule's may lack the repository. */
export const anyPayload = z.object({ repository: z.object({ full_name: z.string().optional(), default_branch: branch.optional() }).nullish() });

export const pullRequestPayload = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.int().positive(),
    head: z.object({ sha, repo: fork }),
    base: z.object({ sha, ref: branch, repo: z.object({ full_name: z.string().min(1) }) }),
  }),
});

export const pushPayload = z.object({ before: sha, after: sha, ref: z.string().min(1) });

export const mergeGroupPayload = z.object({ merge_group: z.object({ head_sha: sha, base_sha: sha }) });

export const workflowRunPayload = z.object({
  workflow_run: z.object({
    id: z.int().positive(),
    event: z.string(),
    head_sha: sha,
    head_branch: branch.nullable(),
    head_repository: z.object({ full_name: z.string().min(1), owner: z.object({ login: z.string().min(1) }) }).nullish(),
  }),
});

/** True for the all-zero id that stands for "no commit" in a push. */
export function isZero(commit: string): boolean {
  return /^0+$/.test(commit);
}

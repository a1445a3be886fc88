// What the tests' GitHub server remembers, and GitHub's rules for changing it.

import type { Match } from "./github-openapi.ts";

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
}

export interface StoredCheckRun {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly head_sha: string;
  readonly external_id: string;
  readonly details_url: string;
  status: string;
  conclusion: string | null;
  title: string;
  summary: string;
  readonly annotations: Record<string, unknown>[];
}

export interface StoredStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly target_url: string | null;
}

export interface StoredPull {
  readonly number: number;
  head: string;
  /** `OWNER/NAME`; null for a fork that was deleted. */
  readonly headRepository: string | null;
  readonly files: readonly { readonly filename: string; readonly status: "added" | "modified" | "removed"; readonly patch?: string }[];
}

export interface State {
  readonly comments: StoredComment[];
  readonly checkRuns: StoredCheckRun[];
  readonly statuses: StoredStatus[];
  readonly pulls: StoredPull[];
  /** Further commits that exist, beside the heads of pull requests. */
  readonly commits: string[];
}

export interface Answer {
  readonly status: number;
  readonly data?: unknown;
}

/** Everything that a handler sees. */
export interface Call {
  readonly match: Match;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly login: string;
  readonly state: State;
  readonly nextId: () => number;
}

export const notFound: Answer = { status: 404, data: { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" } };

/** GitHub's form of "understood, and refused". */
export function unprocessable(message: string): Answer {
  return { status: 422, data: { message: "Validation Failed", errors: [{ code: "custom", message }], documentation_url: "https://docs.github.com/rest", status: "422" } };
}

export function text(value: unknown, fallback = ""): string {
  return typeof value === "string" ? value : fallback;
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function commitExists({ pulls, commits }: State, sha: string): boolean {
  return commits.includes(sha) || pulls.some(({ head }) => head === sha);
}

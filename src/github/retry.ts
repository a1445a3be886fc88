// When a request is worth repeating, and after how long.

import type { ApiFailure } from "./api-failure.ts";

/** Waits that long; a parameter so that tests need not. */
export type Sleep = (milliseconds: number) => Promise<void>;

/** How often one request is sent at most. */
export const TRIES = 3;

const LONGEST_WAIT = 60; // seconds; a job that waits longer costs more than a comment is worth
const PASSING = [502, 503, 504];

function secondsUntil(reset: string, headers: ApiFailure["headers"]): number {
  const now = Date.parse(headers["date"] ?? ""); // the server's clock, since it set the time to wait for
  return Math.max(0, Math.ceil(Number(reset) - (Number.isNaN(now) ? Date.now() : now) / 1000)) + 1;
}

/** Seconds that the server asks to wait, null when it asks for nothing. Retry-After may be a date (RFC 9110, 10.2.3). */
function askedFor({ status, headers, message }: ApiFailure): number | null {
  const retryAfter = headers["retry-after"];
  if (retryAfter !== undefined) return /^\d+$/.test(retryAfter) ? Number(retryAfter) : secondsUntil(String(Date.parse(retryAfter) / 1000), headers);
  if (status !== 403 && status !== 429) return null;
  const reset = headers["x-ratelimit-reset"];
  if (headers["x-ratelimit-remaining"] === "0" && reset !== undefined) return secondsUntil(reset, headers);
  return status === 429 || /rate limit/i.test(message) ? LONGEST_WAIT : null;
}

/**
 * Milliseconds to wait before a request is repeated; null when repeating is of no use: it was refused for good, it was tried often
 * enough, or the server asks for a longer wait than a job should spend.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function waitBeforeRepeating(failure: ApiFailure, triesSoFar: number): number | null {
  if (triesSoFar >= TRIES) return null;
  const asked = askedFor(failure);
  if (asked !== null) return asked <= LONGEST_WAIT ? asked * 1000 : null;
  const passing = failure.status === null || PASSING.includes(failure.status);
  return passing ? 1000 * 3 ** (triesSoFar - 1) : null;
}

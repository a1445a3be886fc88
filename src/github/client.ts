// The connection to the API: one token, one address, and repeats that never do a thing twice.

// Not the package's front door: that reads the event's file when it is imported, and throws on a broken one.
import { GitHub, getOctokitOptions } from "@actions/github/lib/utils";
import { apiFailure, CutOffError } from "./api-failure.ts";
import { type Sleep, waitBeforeRepeating } from "./retry.ts";

/** octokit with the REST methods and `paginate`. */
export type Client = InstanceType<typeof GitHub>;

/** Looks for what a lost request may have done: its result, or null when it did nothing. */
export type Reconcile<T> = () => Promise<T | null>;

interface Answer {
  readonly status: number;
  readonly data: unknown;
}

const ATTEMPT_LIMIT = 30_000; // ms for one answer; GitHub itself gives up after 10 s: docs, "Timeouts" of the REST API

const sleepFor: Sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The `request` parameter of a call that must not be carried out twice: it is repeated only after `reconcile` found nothing. */
export function onlyOnce<T>(reconcile: Reconcile<T>): { readonly reconcile: Reconcile<T> } {
  return { reconcile };
}

// GitHub takes 2,500 comments on one pull request and a thousand check suites on a commit; a broken server may name a next page for ever.
const MOST_PAGES = 100;

/** For `paginate`: all entries of a list, a hundred pages of it at most. */
export function pagesInBounds<Entry>(): (page: { readonly data: Entry[] }, done: () => void) => Entry[] {
  let pages = 0;
  return ({ data }, done) => {
    if (++pages === MOST_PAGES) done();
    return data;
  };
}

/** octokit hands out a body that broke off as text, with a success status. */
function requireWhole<T extends Answer>(answer: T, method: string, url: string): T {
  if (answer.status === 204 || (typeof answer.data === "object" && answer.data !== null)) return answer;
  throw new CutOffError(`${method} ${url}: the answer was cut off`);
}

/** A client for the API at `apiUrl`. Requests are repeated as `retry.ts` says; a POST without `onlyOnce` is never. */
export function createClient(token: string, apiUrl: string, sleep: Sleep = sleepFor): Client {
  const client = new GitHub(getOctokitOptions(token, { baseUrl: apiUrl, userAgent: "seccomp-gate" }));
  client.hook.wrap("request", async (send, options) => {
    const reconcile: Reconcile<unknown> | undefined = options.request?.["reconcile"];
    for (let tries = 1; ; tries++) {
      try {
        const signal = AbortSignal.timeout(ATTEMPT_LIMIT);
        return requireWhole(await send({ ...options, request: { ...options.request, signal } }), options.method, options.url);
      } catch (error) {
        const failure = apiFailure(error);
        const wait = failure === null ? null : waitBeforeRepeating(failure, tries);
        if (wait === null || (options.method === "POST" && reconcile === undefined)) throw error;
        await sleep(wait);
        const done = reconcile === undefined ? null : await reconcile();
        if (done !== null) return { status: 200, url: options.url, headers: {}, data: done };
      }
    }
  });
  return client;
}

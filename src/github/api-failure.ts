// What went wrong with a request, told from what octokit throws.

/** A request that was refused, or that got no answer. */
export interface ApiFailure {
  /** HTTP status; null when no (whole) answer arrived, so that it is unknown whether the request was carried out. */
  readonly status: number | null;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A success status whose body is not the JSON that was announced: the connection broke off, or something in between answered. */
export class CutOffError extends Error {
  override readonly name = "CutOffError";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function headersOf(response: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const headers = isRecord(response["headers"]) ? response["headers"] : {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/**
 * The failure behind an error; null when the error is none of the API's. octokit reports a broken connection as status 500 without
 * a response: octokit/request.js: src/fetch-wrapper.ts.
 */
export function apiFailure(error: unknown): ApiFailure | null {
  if (error instanceof CutOffError) return { status: null, headers: {}, message: error.message };
  if (!isRecord(error) || typeof error["status"] !== "number") return null;
  const message = typeof error["message"] === "string" ? error["message"] : "";
  const { response } = error;
  return isRecord(response) ? { status: error["status"], headers: headersOf(response), message } : { status: null, headers: {}, message };
}

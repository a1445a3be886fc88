// A GitHub API on this machine: stateful, paginated, limited and moody like the real one, and strict about what it is sent.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { complaintsAboutAnswer, complaintsAboutRequest, matchOperation } from "./github-openapi.ts";
import { handlers } from "./github-routes.ts";
import { type Answer, notFound, record, type State } from "./github-state.ts";

type Scope = "checks" | "statuses" | "pull-requests";

/** Who a token is, and what it may write (or, with `none`, not even read). */
export interface Token {
  readonly login: string;
  readonly permissions: Readonly<Partial<Record<Scope, "write" | "read" | "none">>>;
}

/** Something that goes wrong with matching requests. */
export interface Fault {
  /** Of `METHOD /path`. */
  readonly on: RegExp;
  /** How many requests it spoils. */
  times: number;
  /** `lost`: the connection breaks before anything is done. `unanswered`: after it was done. `cut`: in the middle of the answer. */
  readonly effect: "lost" | "unanswered" | "cut" | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly message?: string };
}

export interface ReceivedRequest {
  /** `METHOD /path` below the API's address, without the query. */
  readonly line: string;
  readonly query: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage["headers"];
  /** Null when the connection was broken off. */
  status: number | null;
}

export interface GithubServer {
  readonly url: string;
  readonly state: State;
  readonly tokens: Record<string, Token>;
  readonly faults: Fault[];
  readonly requests: ReceivedRequest[];
  /** What was wrong with requests (and with our own answers) by GitHub's published description. Empty in a good test. */
  readonly violations: string[];
  /** The most requests that were open at once. */
  busiest(): number;
  close(): Promise<void>;
}

export interface ServerSettings {
  /** Whether every page of a list names a next one, as broken servers and proxies do. */
  readonly endless?: boolean;
  /** Path below which the API lies, such as `/api/v3`. */
  readonly prefix?: string;
  /** 404 or 405 as Gitea and Forgejo have it. */
  readonly checkRuns?: "supported" | 404 | 405;
  /** Milliseconds before every answer. */
  readonly latency?: number;
}

/** A token with everything that the documentation asks for. */
export const botToken: Token = { login: "github-actions[bot]", permissions: { checks: "write", "pull-requests": "write", statuses: "read" } };
export const readOnlyToken: Token = { login: "github-actions[bot]", permissions: { checks: "read", "pull-requests": "read", statuses: "read" } };

const REPOSITORY_ID = 1296269;

function scopeOf(operationId: string): Scope {
  if (operationId.startsWith("checks/")) return "checks";
  return operationId.includes("status") ? "statuses" : "pull-requests";
}

const forbidden: Answer = { status: 403, data: { message: "Resource not accessible by integration", documentation_url: "https://docs.github.com/rest", status: "403" } };

function authorize(token: Token, operationId: string, method: string): Answer | null {
  const granted = token.permissions[scopeOf(operationId)] ?? "none";
  return granted === "write" || (granted === "read" && method === "GET") ? null : forbidden;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return text === "" ? undefined : JSON.parse(text);
}

/** One page of a list, and the header that leads to the next: GitHub's own links name the repository by number. */
function paginate(answer: Answer, url: URL, { endless = false }: ServerSettings): { readonly data: unknown; readonly headers: Readonly<Record<string, string>> } {
  const wrapped = record(answer.data)["check_runs"];
  const all: unknown = Array.isArray(answer.data) ? answer.data : wrapped;
  if (!Array.isArray(all)) return { data: answer.data, headers: {} };
  const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
  const page = Number(url.searchParams.get("page") ?? 1);
  const items = all.slice((page - 1) * size, page * size);
  const data = wrapped === undefined ? items : { ...record(answer.data), check_runs: items };
  if (page * size >= all.length && !endless) return { data, headers: {} };
  const next = new URL(url);
  next.pathname = next.pathname.replace(/\/repos\/[^/]+\/[^/]+/, `/repositories/${REPOSITORY_ID}`);
  next.searchParams.set("page", String(page + 1));
  return { data, headers: { link: `<${next.href}>; rel="next"` } };
}

function send(response: ServerResponse, status: number, data: unknown, headers: Readonly<Record<string, string>> = {}): void {
  // On every answer, refusals included: alone they say nothing about why.
  const limits = { "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "999", "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 30) };
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...limits, ...headers });
  response.end(data === undefined ? undefined : JSON.stringify(data));
}

interface Context {
  readonly server: Omit<GithubServer, "url" | "close" | "busiest">;
  readonly settings: ServerSettings;
  readonly nextId: () => number;
}

/** The answer of a GitHub that has no troubles of its own. */
function answer({ server, settings, nextId }: Context, method: string, path: string, url: URL, body: unknown, authorization: string): Answer {
  const token = server.tokens[authorization.replace(/^(token|bearer) /i, "")];
  if (token === undefined) return { status: 401, data: { message: "Bad credentials", status: "401" } };
  const match = matchOperation(method, path);
  const handler = handlers[match?.operation.operationId ?? ""];
  if (match === null || handler === undefined) {
    server.violations.push(`${method} ${path}: no such operation`);
    return notFound;
  }
  const missing = settings.checkRuns ?? "supported";
  if (missing !== "supported" && match.operation.operationId.startsWith("checks/")) return { ...notFound, status: missing };
  const refused = authorize(token, match.operation.operationId, method);
  if (refused !== null) return refused;
  const complaints = complaintsAboutRequest(match, url.searchParams, body);
  if (complaints.length > 0) {
    server.violations.push(...complaints.map((complaint) => `${method} ${path}: ${complaint}`));
    return { status: 422, data: { message: `Invalid request.\n\n${complaints.join("\n")}`, status: "422" } };
  }
  const answered = handler({ match, query: url.searchParams, body: record(body), login: token.login, state: server.state, nextId });
  if (answered.status < 300) server.violations.push(...complaintsAboutAnswer(match, answered.data).map((complaint) => `answer to ${method} ${path}: ${complaint}`));
  return answered;
}

async function serve(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { server, settings } = context;
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const prefix = settings.prefix ?? "";
  const body = await readBody(request);
  const path = url.pathname.slice(prefix.length).replace(`/repositories/${REPOSITORY_ID}/`, "/repos/octo/demo/");
  const received: ReceivedRequest = { line: `${method} ${path}`, query: url.search, body: record(body), headers: request.headers, status: null };
  server.requests.push(received);
  if (settings.latency !== undefined) await new Promise((resolve) => setTimeout(resolve, settings.latency));

  const fault = server.faults.find(({ on, times }) => times > 0 && on.test(received.line));
  if (fault !== undefined) fault.times--;
  if (fault?.effect === "lost") return void request.socket.destroy();
  if (typeof fault?.effect === "object") {
    received.status = fault.effect.status;
    return send(response, fault.effect.status, { message: fault.effect.message ?? "" }, fault.effect.headers);
  }
  const answered = url.pathname.startsWith(prefix) ? answer(context, method, path, url, body, request.headers.authorization ?? "") : notFound;
  if (fault?.effect === "unanswered") return void request.socket.destroy();
  const { data, headers } = paginate(answered, url, settings);
  if (fault?.effect === "cut") {
    response.writeHead(answered.status, { "content-type": "application/json; charset=utf-8", "content-length": "100000" });
    response.write(JSON.stringify(data).slice(0, 20));
    return void setTimeout(() => request.socket.destroy(), 20); // once the headers are out
  }
  received.status = answered.status;
  send(response, answered.status, data, headers);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

/** Starts a server for the repository `octo/demo`, with the token `t0ken` of a workflow. */
export async function startGithubServer(settings: ServerSettings = {}): Promise<GithubServer> {
  let id = 1000;
  let open = 0;
  let most = 0;
  const state: State = { comments: [], checkRuns: [], statuses: [], pulls: [], commits: [] };
  const server: Context["server"] = { state, tokens: { t0ken: botToken }, faults: [], requests: [], violations: [] };
  const context: Context = { server, settings, nextId: () => ++id };
  const http = createServer((request, response) => {
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    serve(context, request, response).catch((error: unknown) => {
      server.violations.push(`the server failed: ${String(error)}`);
      response.destroy();
    });
  });
  const port = await listen(http);
  const close = async (): Promise<void> => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  };
  return { ...server, url: `http://127.0.0.1:${port}${settings.prefix ?? ""}`, busiest: () => most, close };
}

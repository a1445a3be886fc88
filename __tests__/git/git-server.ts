// A git server over HTTP that asks for a password: git's own http-backend behind a few lines of Node.

import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Scratch } from "./scratch.ts";

export interface GitServer extends AsyncDisposable {
  /** Without a trailing slash. */
  readonly url: string;
  /** The `Authorization` headers that came, in order; several of one request joined by `|`. */
  readonly seen: readonly string[];
}

function answer(scratch: Scratch, request: IncomingMessage, response: ServerResponse): void {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const backend = spawn("git", ["http-backend"], {
    env: {
      ...scratch.environment,
      GIT_PROJECT_ROOT: scratch.folder,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    },
  });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  backend.on("close", () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf("\r\n\r\n");
    const headers = output.toString("latin1", 0, end).split("\r\n").map((line) => line.split(": "));
    const status = headers.find(([name]) => name === "Status")?.[1] ?? "200";
    for (const [name, value] of headers) if (name !== undefined && value !== undefined && name !== "Status") response.setHeader(name, value);
    response.writeHead(Number.parseInt(status, 10)).end(output.subarray(end + 4));
  });
}

/** Serves the repositories of the scratch to whoever sends exactly one `Authorization` header with this value. */
export async function serveGit(scratch: Scratch, authorization: string): Promise<GitServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const sent = request.rawHeaders.filter((_value, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === "authorization").join("|");
    seen.push(sent);
    if (sent === authorization) answer(scratch, request, response);
    else response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

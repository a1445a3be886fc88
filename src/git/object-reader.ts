// Objects by id, from one `git cat-file --batch` that lives as long as the repository is open.
// It cannot deadlock: answers are taken as they come, whatever is still to be asked, and a waiting id costs some forty bytes.

import { type BatchAnswer, createBatchParser } from "./batch-answers.ts";
import { complaintOf, gatherComplaint, type Git, type GitProcess, startGit } from "./run-git.ts";

export interface GitObject {
  /** `blob`, `commit`, `tree` or `tag`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface ObjectReader extends AsyncDisposable {
  /** The objects of these ids, each with its own copy of the bytes. What the repository lacks, and what is no id, is missing from the answer. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, GitObject>>;
}

interface Request {
  readonly ids: readonly string[];
  readonly found: Map<string, GitObject>;
  /** Index of the id that is answered next. */
  next: number;
  readonly resolve: (found: ReadonlyMap<string, GitObject>) => void;
  readonly reject: (reason: Error) => void;
}

interface Session {
  readonly child: GitProcess;
  readonly requests: Request[];
  readonly ended: Promise<void>;
}

/** True for a full object name, SHA-1 or SHA-256. Nothing else is ever written to git. */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** Guards a command line: git takes what begins with a dash for an option. Throws an Error for what is no full object name. */
export function demandObjectId(text: string): string {
  if (isObjectId(text)) return text;
  throw new Error(`${JSON.stringify(text)} is not the full name of an object`);
}

function take(requests: Request[], answer: BatchAnswer): void {
  const [request] = requests;
  if (request === undefined || request.ids[request.next] !== answer.id) throw new Error(`git cat-file answered ${answer.id}, which was not its turn`);
  if (answer.kind === "object") request.found.set(answer.id, { type: answer.type, bytes: answer.bytes });
  request.next += 1;
  if (request.next < request.ids.length) return;
  requests.shift();
  request.resolve(request.found);
}

function startSession(git: Git): Session {
  const child = startGit(git, ["cat-file", "--batch"]);
  const requests: Request[] = [];
  const complaint = gatherComplaint(child);
  const parse = createBatchParser((answer) => take(requests, answer));
  let cause: Error | null = null;
  const fail = (error: unknown): void => {
    cause ??= error instanceof Error ? error : new Error(String(error));
    child.kill();
  };
  child.stdin.on("error", () => undefined); // the end of the process says why
  child.on("error", fail);
  child.stdout.on("data", (chunk: Buffer) => {
    if (cause !== null) return;
    try {
      parse(chunk);
    } catch (error) {
      fail(error);
    }
  });
  const ended = new Promise<void>((resolve) => {
    child.on("close", (code) => {
      const reason = cause ?? new Error(`objects of ${git.directory} cannot be read: ${complaintOf({ code: code ?? -1, stderr: complaint() })}`);
      for (const request of requests.splice(0)) request.reject(reason);
      resolve();
    });
  });
  return { child, requests, ended };
}

/** Opens a reader; its process starts with the first read, and again after one that failed. */
export function openObjectReader(git: Git): ObjectReader {
  let session: Session | null = null;
  let closed = false;

  const current = (): Session => {
    if (session !== null) return session;
    const started = startSession(git);
    session = started;
    void started.ended.then(() => {
      if (session === started) session = null;
    });
    return started;
  };

  return {
    read: (ids) => {
      const asked = [...new Set(ids)].filter(isObjectId);
      if (closed) return Promise.reject(new Error(`the repository ${git.directory} is closed`));
      if (asked.length === 0) return Promise.resolve(new Map());
      const { child, requests } = current();
      return new Promise((resolve, reject) => {
        requests.push({ ids: asked, found: new Map(), next: 0, resolve, reject });
        child.stdin.write(`${asked.join("\n")}\n`);
      });
    },
    [Symbol.asyncDispose]: async () => {
      closed = true;
      const open = session;
      if (open === null) return;
      open.child.kill();
      await open.ended;
    },
  };
}

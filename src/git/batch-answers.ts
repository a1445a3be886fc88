// The answers of `git cat-file --batch`, cut out of a stream. https://git-scm.com/docs/git-cat-file#_batch_output

/** One answer; `missing` when the repository has no such object. */
export type BatchAnswer =
  | { readonly kind: "object"; readonly id: string; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: "missing"; readonly id: string };

const LINE_FEED = 10;

interface Body {
  readonly id: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** How much of `bytes` has arrived. */
  filled: number;
}

/** Takes chunks of the stream as they come and hands every complete answer to `deliver`, in order. Throws for what git never writes. */
export function createBatchParser(deliver: (answer: BatchAnswer) => void): (chunk: Uint8Array) => void {
  let header = "";
  let body: Body | null = null;

  const readHeader = (line: string): Body | null => {
    const [, id, type, size] = /^([0-9a-f]+) ([a-z]+) ([0-9]+)$/.exec(line) ?? [];
    if (id !== undefined && type !== undefined) return { id, type, bytes: new Uint8Array(Number(size)), filled: 0 };
    const [, missing] = /^([0-9a-f]+) (?:missing|ambiguous)$/.exec(line) ?? [];
    if (missing === undefined) throw new Error(`git cat-file answered ${JSON.stringify(line.slice(0, 200))}`);
    deliver({ kind: "missing", id: missing });
    return null;
  };

  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (body === null) {
        const end = chunk.indexOf(LINE_FEED, at);
        header += Buffer.from(chunk.subarray(at, end < 0 ? chunk.length : end)).toString("latin1");
        if (end < 0) return;
        body = readHeader(header);
        header = "";
        at = end + 1;
        continue;
      }
      const part = chunk.subarray(at, at + body.bytes.length - body.filled);
      body.bytes.set(part, body.filled);
      body.filled += part.length;
      at += part.length;
      if (at === chunk.length) return; // the line feed behind the bytes is still to come
      deliver({ kind: "object", id: body.id, type: body.type, bytes: body.bytes });
      body = null;
      at += 1;
    }
  };
}

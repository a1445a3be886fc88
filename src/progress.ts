// One line on a terminal that says how far the work is. Nobody else sees it.

export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  step(done: number, total: number): void;
  clear(): void;
}

const PATIENCE_MS = 1000; // shorter work needs no words

/** Progress on a stream, from the moment that work has taken a second; nothing when the stream is no terminal. */
export function showProgress(stream: ProgressStream, quiet: boolean): Progress {
  if (quiet || stream.isTTY !== true) return { step: () => undefined, clear: () => undefined };
  const start = Date.now();
  let shown = false;
  return {
    step(done, total) {
      if (Date.now() - start < PATIENCE_MS) return;
      stream.write(`\r\u001b[2Krendering ${done} of ${total}`);
      shown = true;
    },
    clear() {
      if (shown) stream.write("\r\u001b[2K");
      shown = false;
    },
  };
}

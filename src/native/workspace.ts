// A temporary folder that goes away with the process, however that ends (short of a kill that nobody can catch).

import { rmSync } from "node:fs";
import { mkdir, mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Workspace extends Disposable {
  /** Real path. */
  readonly folder: string;
  /** An empty folder, new on every call. */
  newFolder(): Promise<string>;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Makes the folder; `beforeRemoval` is called once, just before it goes, and ends what works in it. */
export async function openWorkspace(beforeRemoval: () => void): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "seccomp-gate-native-"))); // of mode 0700
  let [made, gone] = [0, false];
  const remove = (): void => {
    if (gone) return;
    gone = true;
    beforeRemoval();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    close();
    process.kill(process.pid, signal); // now that nobody listens it does what it does by itself
  };
  const close = (): void => {
    process.off("exit", remove);
    for (const signal of SIGNALS) process.off(signal, onSignal);
    remove();
  };
  process.on("exit", remove);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    folder,
    newFolder: async () => {
      const place = join(folder, String(made++));
      await mkdir(place, { mode: 0o700 });
      return place;
    },
    [Symbol.dispose]: close,
  };
}

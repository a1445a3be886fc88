// What a target turned into on one side: manifest texts and what was wrong on the way.

import type { Trouble } from "./problem.ts";

/** A piece of manifest text and the file it came from. */
export interface ManifestSource {
  /** Template, kustomization or manifest file, relative to the root; null when unknown. */
  readonly path: string | null;
  readonly text: string;
  /** `file`: the text is the file itself, so its lines are the file's. `rendered`: the lines are those of an output. */
  readonly origin: "file" | "rendered";
}

/** The answer of an engine for one target on one side. */
export interface Rendering {
  readonly sources: readonly ManifestSource[];
  readonly problems: readonly Trouble[];
  /** Paths that were opened, listed or looked for in vain, sorted: what the rendering depends on. */
  readonly opened: readonly string[];
  readonly listed: readonly string[];
  readonly missed: readonly string[];
}

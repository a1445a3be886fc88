// What could not be looked at, and why: collected as data, shown in every report, never thrown.

/** Why some part could not be read or rendered. The list is part of the report's contract. */
export type ProblemKind =
  | "render-failed"
  | "missing-dependency"
  | "remote-resource"
  | "refused"
  | "limit"
  | "yaml"
  | "encoding"
  | "lfs-pointer"
  | "submodule"
  | "link-outside"
  | "missing-file"
  | "not-found"
  | "duplicate-object"
  | "stale-policy"
  | "base-unavailable"
  | "stale-merge"
  | "internal";

export type Side = "base" | "head";

/** One reason why a part of one side was not looked at, or a remark about how it was. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly side: Side;
  /** Id of the target it belongs to; null when it concerns the whole run. */
  readonly target: string | null;
  /** File relative to the repository's root; null when no file is to blame. */
  readonly path: string | null;
  /** 1-based; null when unknown. */
  readonly line: number | null;
  /** What failed and why, quoting the offending value. One sentence. */
  readonly message: string;
  /** What to do about it; may be empty. */
  readonly remedy: string;
  /** True when `pass` would be a lie: something the change can touch was not looked at. */
  readonly blocking: boolean;
}

/** A problem as its finder knows it, before the gate adds side and target. */
export interface Trouble extends Omit<Problem, "side" | "target"> {
  /** Digest of everything that decides what could not be looked at; equal on both sides, it cannot differ. Absent when that is not known. */
  readonly decides?: string;
  /** Of a chart that refuses to render and was rendered all the same: how, as a clause. */
  readonly rest?: string;
  /** Likewise: digest of what it demands, and of what was left out for that. Equal on both sides, they can be compared as a whole. */
  readonly demands?: string;
}

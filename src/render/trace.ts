// What one rendering did to the file system: its inputs, and what it could not have.

/** Something in the tree that cannot be what it seems to be; `path` is where it stands. */
export type Incident =
  | { readonly kind: "link-outside"; readonly path: string; readonly target: string }
  | { readonly kind: "submodule"; readonly path: string }
  | { readonly kind: "lfs-pointer"; readonly path: string }
  | { readonly kind: "too-large"; readonly path: string; /** bytes */ readonly size: number }
  | { readonly kind: "unreadable"; readonly path: string; readonly id: string };

/** Paths relative to the root, sorted. Paths are real ones, behind all links; the links themselves count as opened. */
export interface TraceRecord {
  readonly opened: readonly string[];
  readonly listed: readonly string[];
  readonly missed: readonly string[];
  readonly incidents: readonly Incident[];
}

/** Collects while the module runs. */
export interface Trace {
  opened(path: string): void;
  listed(path: string): void;
  missed(path: string): void;
  met(incident: Incident): void;
  record(): TraceRecord;
}

/** An empty trace. */
export function startTrace(): Trace {
  const opened = new Set<string>();
  const listed = new Set<string>();
  const missed = new Set<string>();
  const incidents = new Map<string, Incident>();
  const sorted = (paths: Iterable<string>): string[] => [...paths].sort();
  return {
    opened: (path) => opened.add(path),
    listed: (path) => listed.add(path),
    missed: (path) => missed.add(path),
    met: (incident) => incidents.set(`${incident.path}\0${incident.kind}`, incident),
    record: () => ({
      opened: sorted(opened),
      listed: sorted(listed),
      missed: sorted(missed),
      incidents: sorted(incidents.keys()).flatMap((key) => incidents.get(key) ?? []),
    }),
  };
}

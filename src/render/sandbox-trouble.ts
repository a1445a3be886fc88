// In words: how a rendering ended before it had an answer, and what in the tree was not what it seemed to be.

import type { Trouble } from "../core/problem.ts";
import type { Outcome } from "./sandbox.ts";
import type { Incident } from "./trace.ts";

/** Every way in which a job ends without an answer; the last two are seen from outside of the worker. */
export type Death =
  | Exclude<Outcome, { kind: "answered" }>
  | { readonly kind: "out-of-time"; /** the limit */ readonly seconds: number }
  | { readonly kind: "worker-died"; readonly detail: string };

const ENDLESS =
  "In a chart look for a recursion or a loop without end (tpl, include, range, until, repeat); in a kustomization for very large custom resource definitions, which can be a target of their own; or leave the target out with `exclude:`";

/** The blocking problem that a death is. */
export function troubleOfDeath(death: Death): Trouble {
  switch (death.kind) {
    case "out-of-memory":
      return blocking("limit", null, "Rendering needed more memory than it may have and was stopped", ENDLESS);
    case "out-of-stack":
      return blocking("limit", null, "Rendering nests deeper than its stack allows and was stopped", `${ENDLESS}; values nested thousands deep do the same`);
    case "out-of-time":
      return blocking("limit", null, `Rendering took longer than it may take (${death.seconds} s of processor time) and was stopped`, ENDLESS);
    case "too-much-output":
      return blocking("limit", null, `Rendering made an answer of ${mebibytes(death.size)}, more than the 256 MiB that are read`, ENDLESS);
    case "crashed":
      return blocking("internal", null, `The renderer crashed: ${death.detail}`, "This is a bug of seccomp-gate: please report it together with the target");
    case "worker-died":
      return blocking("internal", null, `The renderer's thread died: ${death.detail}`, "This is a bug of seccomp-gate: please report it together with the target");
  }
}

/** The blocking problem that an incident is: what stands there was not looked at, though the tool wanted it. */
export function troubleOfIncident(incident: Incident): Trouble {
  const { path } = incident;
  switch (incident.kind) {
    case "link-outside":
      return blocking(
        "link-outside",
        path,
        `The symbolic link points out of the repository, to ${JSON.stringify(incident.target)}, and is not followed`,
        "Let the link point to a file of this repository, or replace it by the file itself",
      );
    case "submodule":
      return blocking("submodule", path, "The folder is a git submodule, whose files are not in this repository", "Copy the files that are rendered into this repository, or leave the target out");
    case "lfs-pointer":
      return blocking(
        "lfs-pointer",
        path,
        "Git holds only a Git LFS pointer in place of the file, so what it really says was not read",
        "Keep the file in git itself (git lfs untrack), or keep it out of what is rendered (.helmignore)",
      );
    case "too-large":
      return blocking("limit", path, `The file is ${mebibytes(incident.size)} large, more than the 100 MiB that are read`, "Keep the file out of what is rendered (.helmignore)");
    case "unreadable":
      return blocking("missing-file", path, `Git does not have the file's bytes (blob ${incident.id})`, "Fetch the whole commit: a partial clone leaves such bytes out");
  }
}

function blocking(kind: Trouble["kind"], path: string | null, message: string, remedy: string): Trouble {
  return { kind, path, line: null, message, remedy, blocking: true };
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MiB`;
}

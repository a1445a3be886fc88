// The JSON report, version 1, as a schema: what programs may rely on. The JSON Schema in `schema/` is generated from it.
// Fields may be added, never renamed or removed; so it allows fields that it does not know.

import { z } from "zod";

const text = z.string();
const line = z.int().min(1);
const count = z.int().min(0);

const profile = z.enum(["RuntimeDefault", "Localhost", "Unconfined", "Unset", "Invalid", "NotApplicable"]);
const severity = z.enum(["error", "warning", "note"]);
const side = z.enum(["rendered", "unchanged", "absent", "unresolved"]);
const counts = z.record(profile, count);

const workload = z.object({
  apiVersion: text,
  kind: text,
  namespace: text.nullable().describe("The effective one; null for kinds that have none"),
  name: text.describe("`PREFIX*` for an object with `generateName`"),
});

const container = z.object({
  type: z.enum(["container", "init", "ephemeral"]),
  name: text,
  pod: text.optional().describe("Which pod of the object, where it makes several"),
});

const posture = z.object({
  profile: profile.describe("What the manifest says; `Unset`: no field decides"),
  localhostProfile: text.nullable(),
  decidedBy: text.nullable().describe("Path of the deciding field inside its object; null when nothing decides"),
  cause: z.enum(["container-field", "pod-field", "container-annotation", "pod-annotation", "privileged", "windows", "inherits", "none"]),
  effective: z.enum(["RuntimeDefault", "Localhost", "Unconfined", "Sandboxed", "NotApplicable", "Rejected"]).describe("What it comes to on the configured cluster"),
  assumption: text.optional().describe("What `effective` rests on beside the manifest, as a clause; absent when on nothing"),
});

const target = z.object({
  id: text,
  engine: z.enum(["helm", "kustomize", "manifests"]),
  path: text,
  declaredBy: z.object({ apiVersion: text, kind: text, namespace: text, name: text, path: text, line }).optional().describe("The Flux or Argo CD object that declares it"),
  variant: text.optional().describe("`NAME` of the `ci/NAME-values.yaml` with which the chart is rendered"),
  base: side,
  head: side,
});

const answer = z.enum(["allowed", "forbidden"]);
const podSecurity = z.object({
  level: z.enum(["privileged", "baseline", "restricted"]).describe("What the namespace enforces; `privileged` where nothing is known of it"),
  version: text.describe("`latest`, or `v1.N`"),
  baseline: answer.describe("What this level's seccomp check says of the whole pod, by the standards of `version`"),
  restricted: answer,
});

const systemCalls = z.object({
  reachable: count.describe("Of those that have a number, on the head"),
  gained: z.array(text).describe("Names that the change opened, or opened further; empty where the base is not known"),
  lost: z.array(text).describe("Names that the change closed, wholly or in part"),
});

const row = z.object({
  target: text,
  workload,
  container,
  was: z
    .object({ target: text, workload, container, by: z.array(z.enum(["name", "image", "command", "ports", "environment", "mounts", "container names", "labels"])) })
    .optional()
    .describe("What it was matched with on the base, across a rename or a move, and in what the two are alike"),
  foundBy: z.enum(["kind", "structure"]).optional().describe("`structure`: the kind is unknown, its shape is that of a pod's owner"),
  base: posture.nullable(),
  head: posture.nullable(),
  change: z.enum(["added", "removed", "weakened", "strengthened", "changed", "unchanged"]),
  podSecurity: podSecurity.optional().describe("What Pod Security admission answers, of the head if the container is there; absent for kinds that it does not look into"),
  systemCalls: systemCalls.optional().describe("What the container can call on x86-64; absent where there is no filter to speak of, or its profile is not known"),
});

const location = z.object({
  path: text.describe("Relative to the root of the repository, at the head"),
  line,
  column: line,
  endLine: line,
  precision: z.enum(["exact", "action", "file"]).describe("`exact`: this very line; `action`: the line of the template that most likely wrote it; `file`: only the file is sure"),
  role: z.enum(["cause", "template", "patch"]),
  inDiff: z.boolean().describe("Whether the change added or edited the line"),
});

const finding = z.object({
  rule: text,
  severity,
  target: text,
  alsoIn: z.array(text).optional().describe("Further targets that render the same object from the same place"),
  workload,
  container: container.nullable().describe("Null when it concerns the whole target"),
  message: text,
  remedy: text,
  locations: z.array(location).describe("The most telling first"),
  fix: z.object({ path: text, startLine: line, endLine: line, replacement: text, proven: z.boolean() }).nullable(),
  fingerprint: text.describe("Stable across runs, machines and unrelated edits"),
  group: text.optional().describe("Equal for findings of one cause, which one edit would settle"),
  exemption: z.object({ reason: text, expires: text.nullable() }).nullable().describe("Set when policy lets it pass: it is shown, and does not count"),
});

const problem = z.object({
  kind: text.describe("docs/problems.md explains each; kinds may be added"),
  side: z.enum(["base", "head"]),
  target: text.nullable(),
  path: text.nullable(),
  line: line.nullable(),
  message: text,
  remedy: text,
  blocking: z.boolean().describe("Whether it forbids the verdict `pass`"),
});

/** A JSON report, as `--format json` and the action's `report.json` have it. */
export const reportSchema = z.object({
  schema: z.literal("seccomp-gate/report/v1"),
  tool: z.object({ version: text, engines: z.object({ helm: text, kustomize: text }) }),
  verdict: z.enum(["pass", "fail", "no-verdict"]),
  base: z.object({ revision: text }).nullable().describe("Null for a scan of one side"),
  head: z.object({ revision: text }),
  summary: z.object({
    containers: z.object({ base: counts, head: counts }),
    targets: z.object({ rendered: count, unchanged: count, unresolved: count }),
    findings: z.object({ error: count, warning: count, note: count, exempted: count }),
  }),
  targets: z.array(target),
  containers: z.array(row).describe("Every container of every rendered target, both sides in one row"),
  findings: z.array(finding).describe("Worst first, exempted ones last"),
  problems: z.array(problem),
  policyNotes: z.array(text).optional().describe("What a change of the configuration file in this very change will do once merged"),
});

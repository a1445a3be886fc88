// The one description of the configuration file: it validates, and a JSON Schema for editors is generated from it.

import { z } from "zod";
import { ours, readGlob } from "../core/glob.ts";
import { platforms } from "../core/platforms.ts";
import { rules } from "../core/rules.ts";
import { securityContextConstraints } from "../core/security-context-constraints.ts";
import { runtimeNames } from "../core/seccomp/runtime-profile.ts";

const severity = z.enum(["error", "warning", "note"]);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A text that is read as a glob, and is one. */
const globbed = <Text extends z.ZodString>(text: Text): Text =>
  text.check(({ value, issues }) => {
    const glob = readGlob(value, ours);
    if (glob.kind === "refused") issues.push({ code: "custom", input: value, message: glob.reason });
  });

const ACROSS = "has alternatives that reach over a `/`, where each part is matched by itself; write an entry for each, or alternatives of one part such as `Pod/shop/{a,b}`";

/** A pattern of which each part between `/` is a glob by itself: alternatives that reach over a `/` would be taken apart, and match nothing. */
const partwise = <Text extends z.ZodString>(text: Text): Text =>
  text.check(({ value, issues }) => {
    const parts = value.split("/");
    const reachesOver = parts.some((part) => /[{}]/.test(withoutGroups(part)));
    const reasons = reachesOver ? [ACROSS] : parts.map((part) => readGlob(part, ours)).flatMap((glob) => (glob.kind === "refused" ? [glob.reason] : []));
    for (const message of reasons.slice(0, 1)) issues.push({ code: "custom", input: value, message });
  });

/** What is left of a glob without its escaped characters and its groups in braces, the innermost first. */
function withoutGroups(glob: string): string {
  const less = glob.replace(/\\.|\{[^{}]*\}/g, "");
  return less === glob ? glob : withoutGroups(less);
}

/** A path that stays inside the repository. */
const path = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+$/).describe("Path, relative to the root of the repository");
/** A path or glob that stays inside the repository. */
const paths = globbed(path).describe("Path or glob, relative to the root of the repository");
const names = globbed(z.string().min(1));
const name = z.string().regex(/^[^@\s]+$/).describe("Tells apart several targets of one path");

const helm = z.strictObject({
  helm: paths,
  name: name.optional(),
  release: z.string().min(1).optional(),
  namespace: z.string().min(1).optional(),
  values: z.array(path).optional().describe("Values files, in order"),
  set: z.record(z.string().min(1), z.union([scalar, z.array(z.unknown())])).optional().describe("As `--set`, by Helm's own paths"),
  setString: z.record(z.string().min(1), scalar).optional().describe("As `--set-string`"),
  setJson: z.record(z.string().min(1), z.unknown()).optional().describe("As `--set-json`; a text is JSON, anything else is taken as it is"),
  setFile: z.record(z.string().min(1), path).optional().describe("As `--set-file`"),
  skipTests: z.boolean().optional(),
});

const loadRestrictor = z.enum(["rootOnly", "none"]).optional();

const kustomize = z.strictObject({
  kustomize: paths,
  name: name.optional(),
  loadRestrictor: loadRestrictor.describe("As `kustomize build --load-restrictor`; `none` reaches as far as the repository"),
});

const manifests = z.strictObject({ manifests: paths, name: name.optional(), namespace: z.string().min(1).optional() });

/** The targets of each engine, by the key that tells them apart. */
export const targetSchemas = { helm, kustomize, manifests } as const;

const ruleIds = rules.map(({ id }) => id);

const severities = z.strictObject(Object.fromEntries(ruleIds.map((id) => [id, z.enum([...severity.options, "off"]).optional()])));

const exemption = z.strictObject({
  workload: partwise(z.string().regex(/^[^/\s]+\/[^/\s]+(?:\/[^/\s]+)?$/)).describe("KIND/NAMESPACE/NAME or KIND/NAME, with globs"),
  container: names.optional().describe("Name or glob; absent: every container"),
  image: globbed(z.string().regex(/^\S+$/)).optional().describe("Image or glob, of every tag where it names none; absent: every image"),
  rules: z.array(z.enum(ruleIds)).min(1).optional().describe("Absent: every rule"),
  reason: z.string().regex(/\S/),
  expires: z.iso.date().optional().describe("Last day on which it holds"),
});

/** What may differ between the namespaces of a cluster. */
const nodeSettings = {
  platform: z.enum(platforms.map(({ id }) => id)).optional().describe("What the cluster runs on, which decides what becomes of containers that set nothing"),
  seccompDefault: z.boolean().optional().describe("Whether kubelets run containers that set nothing under RuntimeDefault"),
  scc: z.enum(securityContextConstraints.map((row) => row.name)).optional().describe("OpenShift: the security context constraints that admit the pods"),
};

export const configurationSchema = z.strictObject({
  version: z.literal(1),
  cluster: z
    .strictObject({
      ...nodeSettings,
      runtime: z.enum(runtimeNames).optional().describe("The nodes' container runtime, which decides what RuntimeDefault lets through"),
      kubeVersion: z.string().regex(/^v?\d+\.\d+(?:\.\d+)?(?:[-+].*)?$/).optional(),
      apiVersions: z.array(z.string().min(1)).optional(),
      namespaces: z.array(z.strictObject({ namespace: names, ...nodeSettings })).optional().describe("Namespaces where it is otherwise; the first that matches counts"),
      runtimeClasses: z.array(names).optional().describe("Globs over runtime classes that are sandboxes with a kernel of their own"),
    })
    .optional(),
  targets: z.array(z.union([helm, kustomize, manifests])).min(1).optional().describe("Absent: everything that is discovered"),
  exclude: z.array(paths).optional().describe("Globs of what is left out; a plain path also leaves out what lies below it"),
  variants: z.enum(["auto", "none"]).optional().describe("Whether `ci/*-values.yaml` of charts are rendered as further targets"),
  loadRestrictor: loadRestrictor.describe("For kustomizations that say nothing else: whether all they read must lie in or below their own folder"),
  chartCache: path.optional().describe("Folder of packaged charts NAME-VERSION.tgz that stand in for remote dependencies"),
  repository: z.union([z.string().min(1), z.array(z.string().min(1))]).optional().describe("Further addresses under which Flux and Argo CD objects name this repository"),
  localhostProfiles: z.array(paths).min(1).optional().describe("Globs of the JSON files that are seccomp profiles of the nodes"),
  allowedLocalhostProfiles: z.array(names).optional().describe("Globs over the names that `localhostProfile` may have; absent: any"),
  rules: severities.optional().describe("Severity of each rule"),
  severities: z.array(z.strictObject({ target: paths.describe("Id, path or glob of targets"), rules: severities })).optional().describe("Severities for some of the targets; of several the last one counts"),
  exemptions: z.array(exemption).optional(),
  failOn: z.enum([...severity.options, "never"]).optional().describe("Lowest severity that fails"),
  noVerdict: z.enum(["fail", "warn"]).optional().describe("Whether what could not be looked at fails"),
});

export type Configuration = z.infer<typeof configurationSchema>;
export type ConfiguredHelm = z.infer<typeof helm>;

// The configuration file: text to selection and policy, or all that is wrong with it at once.

import { UsageError } from "../core/failure.ts";
import { isMapping, positionOf, readDocuments, type ManifestDocument, type PathSegment } from "../core/manifest.ts";
import { defaultPolicy, type Policy, type Severities } from "../core/policy.ts";
import { discoverEverything, helmDefaults, type Selection, type TargetSetting } from "../core/selection.ts";
import type { HelmSettings, LoadRestrictor } from "../core/target.ts";
import { joinPath } from "../core/tree.ts";
import { configurationSchema, type Configuration } from "./configuration-schema.ts";
import { explainIssue, placed } from "./configuration-errors.ts";
import { clusterOf, strayConstraints } from "./configured-cluster.ts";
import { helmSettings } from "./helm-settings.ts";
import { quote } from "./nearest.ts";

export interface ReadConfiguration {
  readonly selection: Selection;
  readonly policy: Policy;
}

/** Reads a configuration file. Throws a UsageError with every mistake, each with `path:line:column`. */
export function readConfiguration(text: string, path: string): ReadConfiguration {
  const { configuration, document } = parseConfiguration(text, path);
  return interpret(configuration, document);
}

/** What a configuration file says, as it is written. Throws as above. */
export function parseConfiguration(text: string, path: string): { readonly configuration: Configuration; readonly document: ManifestDocument } {
  const document = theDocument(text, path);
  const hostile = refuseShape(document);
  const parsed = hostile.length > 0 ? null : configurationSchema.safeParse(withOff(document.object));
  const issues = parsed?.error?.issues ?? [];
  const mistakes = parsed === null ? hostile : [...twiceAtTop(text, path), ...wrongJson(document), ...issues.flatMap((issue) => explainIssue(document, issue))];
  if (mistakes.length > 0 || parsed?.data === undefined) {
    throw new UsageError(mistakes.join("\n"), "Correct the configuration file; nothing was compared.");
  }
  const stray = strayConstraints(document, clusterOf(parsed.data.cluster));
  if (stray.length > 0) throw new UsageError(stray.join("\n"), "Correct the configuration file; nothing was compared.");
  return { configuration: parsed.data, document };
}

function theDocument(text: string, path: string): ManifestDocument {
  const { documents, problems } = readDocuments({ path, text, origin: "file" });
  if (problems.length > 0) {
    throw new UsageError(problems.map(({ line, message }) => `${path}:${line ?? 1}:1: ${message}`).join("\n"), "Correct the YAML of the configuration file.");
  }
  const [document, second] = documents;
  if (document === undefined) throw new UsageError(`${path}:1:1: the configuration file holds no mapping`, "It begins with `version: 1`.");
  if (second !== undefined) {
    throw new UsageError(`${path}:${second.line}:1: the configuration file holds more than one document`, "Keep one; nothing after `---` would be in effect.");
  }
  return document;
}

const MOST_NODES = 100_000; // aliases multiply: a thousand bytes can stand for more than memory holds

/** A value inside the document, with the way back to the root. */
interface Node {
  readonly value: unknown;
  readonly key: PathSegment;
  readonly parent: Node | null;
}

function fieldOf(node: Node): readonly PathSegment[] {
  const field: PathSegment[] = [];
  for (let at = node; at.parent !== null; at = at.parent) field.unshift(at.key);
  return field;
}

/** What no schema can be asked to look at: more than can be looked at, and a key that object literals do not keep. */
function refuseShape(document: ManifestDocument): readonly string[] {
  const todo: Node[] = [{ value: document.object, key: "", parent: null }];
  for (let visited = 0; todo.length > 0; visited++) {
    if (visited > MOST_NODES) return [placed(document, [], `the configuration stands for more than ${MOST_NODES} values; aliases multiply what they repeat`)];
    const parent = todo.pop();
    if (typeof parent?.value !== "object" || parent.value === null) continue;
    for (const [key, value] of Object.entries(parent.value)) {
      const node: Node = { value, key: Array.isArray(parent.value) ? Number(key) : key, parent };
      if (key === "__proto__") return [placed(document, fieldOf(node), "unknown key `__proto__`")];
      todo.push(node);
    }
  }
  return [];
}

/** `off` is a boolean to Kubernetes' YAML, and a severity to us. */
function withOff(object: Readonly<Record<string, unknown>>): unknown {
  const own = withRulesOff(object);
  const severities = object["severities"];
  if (!Array.isArray(severities) || !isMapping(own)) return own;
  return { ...own, severities: severities.map((entry: unknown) => (isMapping(entry) ? withRulesOff(entry) : entry)) };
}

function withRulesOff(object: Readonly<Record<string, unknown>>): unknown {
  const rules = object["rules"];
  if (!isMapping(rules)) return object;
  return { ...object, rules: Object.fromEntries(Object.entries(rules).map(([id, severity]: [string, unknown]) => [id, severity === false ? "off" : severity])) };
}

/** Keys that stand at the top twice: YAML would silently keep the last one, and with it half of a policy. */
function twiceAtTop(text: string, path: string): readonly string[] {
  const seen = new Map<string, number>();
  if (/^[ \t]*\{/m.test(text)) return []; // flow style: a line's beginning says nothing about depth
  return text.split("\n").flatMap((line, i) => {
    const key = /^["']?([A-Za-z]\w*)["']?[ \t]*:/.exec(line)?.[1];
    if (key === undefined) return [];
    const first = seen.get(key);
    if (first === undefined) seen.set(key, i + 1);
    return first === undefined ? [] : [`${path}:${i + 1}:1: the key \`${key}\` is given a second time; the first is on line ${first}`];
  });
}

/** Texts of `setJson` that are no JSON. */
function wrongJson(document: ManifestDocument): readonly string[] {
  const targets = document.object["targets"];
  return (Array.isArray(targets) ? targets : []).flatMap((target: unknown, i) => {
    const setJson: unknown = typeof target === "object" && target !== null && "setJson" in target ? target.setJson : null;
    return Object.entries(typeof setJson === "object" && setJson !== null ? setJson : {}).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value !== "string" || isJson(value)) return [];
      return placed(document, ["targets", i, "setJson", key], `\`setJson.${key}\` is not JSON: ${quote(value)}; a text is written as \`'"text"'\``);
    });
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // a SyntaxError is the answer
  }
}

function interpret(configuration: Configuration, document: ManifestDocument): ReadConfiguration {
  const { cluster, targets, exclude, variants, loadRestrictor: given, chartCache, repository, localhostProfiles, allowedLocalhostProfiles, rules, severities, exemptions, failOn, noVerdict } = configuration;
  const defaults: HelmSettings = { ...helmDefaults, kubeVersion: cluster?.kubeVersion ?? "", apiVersions: cluster?.apiVersions ?? [] };
  const loadRestrictor = given ?? discoverEverything.loadRestrictor;
  return {
    selection: {
      targets: targets?.map((target) => targetSetting(target, defaults, loadRestrictor)) ?? null,
      exclude: exclude ?? [],
      only: [],
      variants: variants ?? discoverEverything.variants,
      loadRestrictor,
      chartCache: chartCache === undefined ? null : cleanPath(chartCache),
      repositories: repository === undefined ? [] : [repository].flat(),
      helmDefaults: defaults,
    },
    policy: {
      cluster: clusterOf(cluster),
      runtime: cluster?.runtime ?? defaultPolicy.runtime,
      localhostProfiles: localhostProfiles ?? [],
      allowedLocalhostProfiles: allowedLocalhostProfiles ?? null,
      rules: severitiesIn(rules ?? {}),
      severities: (severities ?? []).map(({ target, rules: own }) => ({ target, rules: severitiesIn(own) })),
      exemptions: (exemptions ?? []).map(({ workload, container, image, rules: ids, reason, expires }, i) => ({
        workload,
        container: container ?? null,
        image: image ?? null,
        rules: ids ?? null,
        reason,
        expires: expires ?? null,
        line: positionOf(document, ["exemptions", i])?.line ?? null,
      })),
      failOn: failOn ?? defaultPolicy.failOn,
      noVerdict: noVerdict ?? defaultPolicy.noVerdict,
    },
  };
}

/** Those that are given. */
function severitiesIn(rules: NonNullable<Configuration["rules"]>): Severities {
  return Object.fromEntries(Object.entries(rules).flatMap(([id, severity]) => (severity === undefined ? [] : [[id, severity]])));
}

/** A folder without `./` before and `/` behind it. */
function cleanPath(path: string): string {
  return joinPath(".", path) ?? path;
}

function targetSetting(target: NonNullable<Configuration["targets"]>[number], defaults: HelmSettings, loadRestrictor: LoadRestrictor): TargetSetting {
  const name = target.name ?? null;
  if ("helm" in target) return { helm: target.helm, name, settings: helmSettings(target, defaults) };
  if ("kustomize" in target) return { kustomize: target.kustomize, name, loadRestrictor: target.loadRestrictor ?? loadRestrictor };
  return { manifests: target.manifests, name, namespace: target.namespace ?? "default" };
}

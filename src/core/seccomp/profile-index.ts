// Which profile a `localhostProfile` means: a file of the repository, or an object of the Security Profiles Operator.
// kubernetes-sigs/security-profiles-operator: api/seccompprofile (GetProfileOperatorPath, before v0.9.0 with the namespace).

import { isMapping } from "../manifest.ts";
import { asText } from "../field.ts";
import type { FoundObject } from "../workload.ts";
import { readProfile, readProfileText, type ReadProfile } from "./read-profile.ts";

export const OPERATOR_GROUP = "security-profiles-operator.x-k8s.io";

/** A profile file of one side. */
export interface ProfileFile {
  readonly path: string;
  readonly text: string;
}

/** A profile that the repository holds. */
export interface KnownProfile {
  /** Where it stands, in words. */
  readonly place: string;
  /** The files it stands in, those of the profiles that it builds upon behind its own. */
  readonly paths: readonly string[];
  readonly content: ReadProfile;
  /** Equal for equal content. */
  readonly identity: string;
}

/** The profiles of one side. */
export interface ProfileIndex {
  readonly files: readonly KnownProfile[];
  /** What the configuration says are profiles: their file names are enough to be meant. */
  readonly areConfigured: boolean;
  readonly objects: readonly { readonly namespace: string | null; readonly name: string; readonly profile: KnownProfile }[];
  /** Those of the base, for the head: what a name meant there and means no more is missing. Null for a side by itself. */
  readonly before: ProfileIndex | null;
}

export const noProfiles: ProfileIndex = { files: [], areConfigured: false, objects: [], before: null };

/** What became of a `localhostProfile`. `unknown`: nothing here could say. */
export type Lookup =
  | { readonly kind: "found"; readonly profile: KnownProfile }
  | { readonly kind: "ambiguous"; readonly places: readonly string[]; readonly profiles: readonly KnownProfile[] }
  | { readonly kind: "missing" }
  | { readonly kind: "unknown" };

/** Whether a name leads to a profile, or to several. */
export const isHeld = ({ kind }: Lookup): boolean => kind === "found" || kind === "ambiguous";

function identityOf(content: ReadProfile): string {
  return JSON.stringify([content.profile, content.faults], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

/** A file that may be a profile. Null for JSON of another kind, unless somebody says that it is one. */
function fromFile({ path, text }: ProfileFile, isConfigured: boolean): KnownProfile | null {
  const content = readProfileText(text);
  if (!isConfigured && !/"defaultAction"/i.test(text)) return null;
  return { place: `\`${path}\``, paths: [path], content, identity: identityOf(content) };
}

const MOST_BASES = 15; // kubernetes-sigs/security-profiles-operator: internal/pkg/daemon/seccompprofile/seccompprofile.go (resolveSyscallsForProfile)

/** The content of a SeccompProfile with those of the profiles that it builds upon, and their files; one that is elsewhere makes the whole unknown. */
function contentOf(object: FoundObject, all: readonly FoundObject[], depth = 0): { readonly content: ReadProfile; readonly paths: readonly string[] } {
  const spec = object.object["spec"];
  const content = readProfile(spec);
  const paths = object.document.path === null ? [] : [object.document.path];
  const base = isMapping(spec) ? asText(spec["baseProfileName"]) : null;
  if (base === null || content.profile === null) return { content, paths };
  // No object has such a name, but a manifest may say so: what comes from a registry is not what it says.
  const found = base.startsWith("oci://") ? undefined : all.find(({ name, namespace }) => name === base && namespace === object.namespace);
  const below = found === undefined || depth >= MOST_BASES ? null : contentOf(found, all, depth + 1);
  if (below === null || below.content.profile === null) return { content: { profile: null, faults: [], ignored: content.ignored }, paths };
  return { content: { ...content, profile: { ...content.profile, rules: [...below.content.profile.rules, ...content.profile.rules] } }, paths: [...paths, ...below.paths] };
}

function fromObject(object: FoundObject, all: readonly FoundObject[]): ProfileIndex["objects"][number] {
  const { namespace, name } = object;
  const { content, paths } = contentOf(object, all);
  const place = `SeccompProfile \`${namespace === null ? "" : `${namespace}/`}${name}\``;
  return { namespace, name, profile: { place, paths, content, identity: identityOf(content) } };
}

/** The profiles of one side: files that may be some, and all objects of the side. */
export function indexProfiles(files: readonly ProfileFile[], areConfigured: boolean, around: readonly FoundObject[]): ProfileIndex {
  const objects = around.filter(({ group, kind }) => group === OPERATOR_GROUP && kind === "SeccompProfile");
  return {
    files: files.flatMap((file) => fromFile(file, areConfigured) ?? []),
    areConfigured,
    objects: objects.map((object) => fromObject(object, objects)),
    before: null,
  };
}

/** How many segments of a path's end are those of a name's end. */
function sharedEnd(path: string, name: string): number {
  const [left, right] = [path.split("/").reverse(), name.split("/").filter((part) => part !== "" && part !== ".").reverse()];
  const at = right.findIndex((part, i) => part !== left[i]);
  return at < 0 ? right.length : at;
}

/** Several places are no trouble as long as they say the same. */
function oneOf(found: readonly KnownProfile[]): Lookup | null {
  const [first] = found;
  if (first === undefined) return null;
  if (found.every(({ identity }) => identity === first.identity)) return { kind: "found", profile: first };
  return { kind: "ambiguous", places: [...new Set(found.map(({ place }) => place))].sort(), profiles: [...found].sort((a, b) => (a.place < b.place ? -1 : 1)) };
}

function amongFiles({ files, areConfigured }: ProfileIndex, name: string): Lookup | null {
  const least = areConfigured ? 1 : name.split("/").filter((part) => part !== "" && part !== ".").length;
  const ranked = files.map((profile) => ({ profile, shared: sharedEnd(profile.paths[0] ?? "", name) })).filter(({ shared }) => shared >= least);
  const most = Math.max(0, ...ranked.map(({ shared }) => shared));
  return oneOf(ranked.flatMap(({ profile, shared }) => (shared === most ? [profile] : [])));
}

const withJson = (name: string): string => (name.endsWith(".json") ? name : `${name}.json`);

function amongObjects({ objects }: ProfileIndex, name: string): Lookup | null {
  const [root, ...rest] = name.split("/");
  const file = rest.at(-1);
  if (root !== "operator" || file === undefined || rest.length > 2) return null;
  const wanted = rest.length === 2 ? rest[0] : undefined;
  return oneOf(objects.flatMap((one) => (withJson(one.name) === file && (wanted === undefined || one.namespace === null || one.namespace === wanted) ? [one.profile] : [])));
}

/**
 * What a `localhostProfile` means. It is only missing where there is something to be missing from: configured files, other profiles, objects
 * for names of the operator, or the one that it meant before.
 */
export function findProfile(index: ProfileIndex, name: string): Lookup {
  const found = amongObjects(index, name) ?? amongFiles(index, name);
  if (found !== null) return found;
  const { areConfigured, objects, files, before } = index;
  const isMissing = areConfigured || (name.startsWith("operator/") ? objects.length > 0 : files.length > 0) || (before !== null && isHeld(findProfile(before, name)));
  return { kind: isMissing ? "missing" : "unknown" };
}

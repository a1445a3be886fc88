// A profile file, strictly: what the schema of the OCI runtime specification takes, and the dialect of docker that only some runtimes understand.
// opencontainers/runtime-spec: schema/config-linux.json, schema/defs-linux.json; moby/profiles: seccomp/seccomp.go.

import { isMapping, type PathSegment } from "../manifest.ts";
import { actions, operators, type Action, type Condition, type FilterRule, type Operator, type SeccompProfile } from "./seccomp-profile.ts";
import { fieldPath } from "../field.ts";

/** What a profile file turned out to be. */
export interface ReadProfile {
  /** Null when the runtime would refuse it. */
  readonly profile: SeccompProfile | null;
  /** Why the runtime refuses it, each beginning with the path of the field; empty for a profile that works. */
  readonly faults: readonly string[];
  /** Fields that no runtime looks at, as paths. */
  readonly ignored: readonly string[];
}

// As libseccomp knows them, and the specification lists them; NATIVE is the Security Profiles Operator's.
const ARCHITECTURES = new Set(
  "X86 X86_64 X32 ARM AARCH64 LOONGARCH64 M68K MIPS MIPS64 MIPS64N32 MIPSEL MIPSEL64 MIPSEL64N32 PPC PPC64 PPC64LE S390 S390X SH SHEB PARISC PARISC64 RISCV64 NATIVE"
    .split(" ")
    .map((name) => `SCMP_ARCH_${name}`),
);
const FLAGS = new Set(["SECCOMP_FILTER_FLAG_TSYNC", "SECCOMP_FILTER_FLAG_LOG", "SECCOMP_FILTER_FLAG_SPEC_ALLOW", "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV"]);

const KNOWN = {
  profile: ["defaultAction", "defaultErrnoRet", "architectures", "flags", "listenerPath", "listenerMetadata", "syscalls", "archMap", "defaultErrno"],
  rule: ["names", "action", "errnoRet", "args", "name", "comment", "includes", "excludes", "errno"],
  condition: ["index", "value", "valueTwo", "op"],
} as const;

/** What docker's dialect adds and a runtime that reads plain OCI passes over. `comment` means nothing anyway. */
const DIALECT: ReadonlySet<string> = new Set(["archMap", "includes", "excludes", "name"]);

const MOST_RULES = 20_000;
const MOST_FAULTS = 20;
const MAX_ARGUMENT = 5; // a system call has six

/** Gathers what is wrong while values are read. */
interface Notes {
  readonly faults: string[];
  readonly ignored: string[];
  readonly dialect: string[];
}

type Path = readonly PathSegment[];

const at = (path: Path): string => (path.length === 0 ? "the profile" : `\`${fieldPath(path)}\``);

function show(value: unknown): string {
  if (value === undefined || value === null) return "missing";
  if (Array.isArray(value)) return "a list";
  if (isMapping(value)) return "an object";
  return `\`${String(value).slice(0, 60)}\``;
}

/** Notes a fault, in place of what was to be read. */
function fault(notes: Notes, path: Path, words: string): never[] {
  if (notes.faults.length < MOST_FAULTS) notes.faults.push(`${at(path)} ${words}`);
  return [];
}

/** The fields of an object by their proper names: Go's decoder, which runtimes use, does not mind the case of keys. encoding/json. */
function fields(value: Readonly<Record<string, unknown>>, known: readonly string[], path: Path, notes: Notes): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, own] of Object.entries(value)) {
    const name = known.find((one) => one === key) ?? known.find((one) => one.toLowerCase() === key.toLowerCase());
    if (name === undefined) notes.ignored.push(fieldPath([...path, key]));
    else if (own !== null) found.set(name, own);
    if (name !== undefined && DIALECT.has(name) && isFilled(own)) notes.dialect.push(fieldPath([...path, name]));
  }
  return found;
}

/** Conditions that list nothing are no conditions: podman writes them everywhere. */
function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMapping(value)) return Object.values(value).some(isFilled);
  return value !== null && value !== undefined && value !== "";
}

function wordIn<T extends string>(value: unknown, words: readonly T[], path: Path, notes: Notes): T | null {
  const found = words.find((word) => word === value);
  if (found === undefined) fault(notes, path, `is ${show(value)}, none of ${words.map((word) => `\`${word}\``).join(", ")}`);
  return found ?? null;
}

function list(value: unknown, path: Path, notes: Notes): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return fault(notes, path, `must be a list, not ${show(value)}`);
  return value.length <= MOST_RULES ? value : fault(notes, path, `has ${value.length} entries, more than the ${MOST_RULES} that are read`);
}

function texts(value: unknown, path: Path, notes: Notes): readonly string[] {
  return list(value, path, notes).flatMap((one, i) => (typeof one === "string" ? [one] : fault(notes, [...path, i], `must be a text, not ${show(one)}`)));
}

function among(value: unknown, known: ReadonlySet<string>, path: Path, notes: Notes): readonly string[] {
  const found = texts(value, path, notes);
  for (const [i, one] of found.entries()) if (!known.has(one)) fault(notes, [...path, i], `is ${show(one)}, which no runtime knows`);
  return found;
}

function whole(value: unknown, path: Path, notes: Notes): bigint {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 64) return BigInt(value);
  fault(notes, path, `must be a whole number from 0, not ${show(value)}`);
  return 0n;
}

function readCondition(value: unknown, path: Path, notes: Notes): readonly Condition[] {
  if (!isMapping(value)) return fault(notes, path, `must be an object, not ${show(value)}`);
  const own = fields(value, KNOWN.condition, path, notes);
  const index = Number(whole(own.get("index"), [...path, "index"], notes));
  if (index > MAX_ARGUMENT) fault(notes, [...path, "index"], `is ${index}, but a system call has six arguments`);
  const op = wordIn<Operator>(own.get("op"), operators, [...path, "op"], notes);
  const [first, second] = (["value", "valueTwo"] as const).map((name) => (own.has(name) ? whole(own.get(name), [...path, name], notes) : 0n));
  return op === null ? [] : [{ index, op, value: first ?? 0n, valueTwo: second ?? 0n }];
}

/** The capabilities in a condition of docker's dialect. */
function conditionalOn(value: unknown): readonly string[] {
  const caps: unknown = isMapping(value) ? value["caps"] : undefined;
  return Array.isArray(caps) ? caps.flatMap((one: unknown) => (typeof one === "string" ? [one.toUpperCase().replace(/^CAP_/, "")] : [])) : [];
}

/** True for a rule that docker's dialect keeps to other architectures than ours. */
function isForOthers(own: ReadonlyMap<string, unknown>): boolean {
  const arches = (name: string): readonly unknown[] => {
    const filter = own.get(name);
    return isMapping(filter) && Array.isArray(filter["arches"]) ? filter["arches"] : [];
  };
  return arches("excludes").includes("amd64") || (arches("includes").length > 0 && !arches("includes").includes("amd64"));
}

function readRule(value: unknown, path: Path, notes: Notes): readonly FilterRule[] {
  if (!isMapping(value)) return fault(notes, path, `must be an object, not ${show(value)}`);
  const own = fields(value, KNOWN.rule, path, notes);
  const single = own.get("name");
  const alias = typeof single === "string" && single !== "" ? single : null;
  const names = texts(own.get("names"), [...path, "names"], notes);
  if (names.length === 0 && alias === null) fault(notes, path, "names no system call");
  const action = wordIn<Action>(own.get("action"), actions, [...path, "action"], notes);
  const args = list(own.get("args"), [...path, "args"], notes).flatMap((one, i) => readCondition(one, [...path, "args", i], notes));
  if (action === null) return [];
  const elsewhere = isForOthers(own) ? ["another architecture"] : []; // a capability that nobody has
  return [{ names, alias, action, args, includes: [...conditionalOn(own.get("includes")), ...elsewhere], excludes: conditionalOn(own.get("excludes")) }];
}

/** The architectures that docker's dialect lists with their kin. */
function mapped(value: unknown, notes: Notes): readonly string[] {
  return list(value, ["archMap"], notes).flatMap((one, i) => {
    if (!isMapping(one)) return fault(notes, ["archMap", i], `must be an object, not ${show(one)}`);
    const own = one["architecture"];
    return [...(typeof own === "string" ? [own] : []), ...(Array.isArray(one["subArchitectures"]) ? one["subArchitectures"].filter((name) => typeof name === "string") : [])];
  });
}

/** Reads the value that a profile file holds. */
export function readProfile(value: unknown): ReadProfile {
  const notes: Notes = { faults: [], ignored: [], dialect: [] };
  if (!isMapping(value)) return { profile: null, faults: [`the profile must be an object, not ${show(value)}`], ignored: [] };
  const own = fields(value, KNOWN.profile, [], notes);
  const defaultAction = wordIn<Action>(own.get("defaultAction"), actions, ["defaultAction"], notes);
  const architectures = among(own.get("architectures"), ARCHITECTURES, ["architectures"], notes);
  among(own.get("flags"), FLAGS, ["flags"], notes);
  const kin = mapped(own.get("archMap"), notes);
  if (kin.length > 0 && architectures.length > 0) fault(notes, [], "has both `architectures` and `archMap`");
  const rules = list(own.get("syscalls"), ["syscalls"], notes).flatMap((one, i) => readRule(one, ["syscalls", i], notes));
  const { faults, ignored, dialect } = notes;
  if (defaultAction === null || faults.length > 0) return { profile: null, faults, ignored };
  return { profile: { defaultAction, architectures: [...architectures, ...kin], rules, dialect }, faults, ignored };
}

/** Reads a profile file's text. */
export function readProfileText(text: string): ReadProfile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, " ") : "";
    return { profile: null, faults: [`the file is not JSON: ${reason}`], ignored: [] };
  }
  return readProfile(value);
}

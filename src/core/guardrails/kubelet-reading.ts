// The forms in which files tell a kubelet to confine containers that set nothing, and what a value in each of them says.

import { asText, fieldAt } from "../field.ts";
import { isMapping, readDocuments, type PathSegment } from "../manifest.ts";
import { readToml } from "./toml.ts";

/**
 * `switch`: true or false. `flags`: the kubelet's command line, as a mapping, as a list of `name` and `value`, as a list or text of
 * `name=value`, or inside the arguments of what starts the kubelet. `documents`: text that holds whole objects. `operations`: text that
 * holds a JSON patch. `userData`: text that holds objects, Bottlerocket's TOML, or a script that gives the kubelet its flags.
 */
export type Form = "switch" | "flags" | "documents" | "operations" | "userData";

/** What one field says. */
export interface Reading {
  /** 2 on, 1 cannot be told, 0 off. */
  readonly strength: 0 | 1 | 2;
  /** The value in words. */
  readonly says: string;
  /** Path of the deciding value inside the field. */
  readonly path: readonly PathSegment[];
  /** The setting, where the field holds more than that: a word on the deciding line. */
  readonly needle: string | null;
}

/** Reads the objects inside a text; the table of fields answers, so that embedded objects are read as those in files. */
export type ObjectReader = (object: Readonly<Record<string, unknown>>) => Reading | null;

const FLAG = "seccomp-default"; // kubernetes/kubernetes: cmd/kubelet/app/options/options.go
const FIELDS = ["seccompDefault", FLAG, "defaultRuntimeSeccompProfileEnabled"];

/** A switch: strings count, since flags are strings and templates quote. Null counts as not set. */
export function readSwitch(value: unknown): Reading | null {
  if (value === undefined || value === null) return null;
  const text = asText(value)?.trim().toLowerCase();
  const shown = `\`${asText(value) ?? "…"}\``;
  if (text === "true") return { strength: 2, says: shown, path: [], needle: null };
  if (text === "false") return { strength: 0, says: shown, path: [], needle: null };
  return { strength: 1, says: shown, path: [], needle: null };
}

/** What hands arguments on to the kubelet: k3s-io/k3s: pkg/cli/cmds/agent.go (`--kubelet-arg`); k0sproject/k0s: docs/worker-node-config.md (`--kubelet-extra-args`). */
const HANDS_ON = /^--kubelet-(?:arg|extra-args)[= ]["']?(.*?)["']?$/s;

/** A flag of a command line: `seccomp-default=true`; without a value it is true. spf13/pflag: flag.go (NoOptDefVal). */
function readArgument(argument: unknown): Reading | null {
  const handedOn = HANDS_ON.exec((asText(argument) ?? "").trim())?.[1];
  if (handedOn !== undefined) return readFlags(handedOn);
  const found = /^-{0,2}seccomp-default(?:=(.*))?$/s.exec((asText(argument) ?? "").trim());
  return found === null ? null : readSwitch(found[1] ?? "true");
}

/** An entry of a list of flags: `name` and `value`, or `arg`, as k3d has them. k3d-io/k3d: pkg/config/v1alpha5/types.go (K3sArgWithNodeFilters). */
function readNamed(item: Readonly<Record<string, unknown>>): Reading | null {
  return item["name"] === FLAG ? readSwitch(item["value"] ?? "true") : readArgument(item["arg"]);
}

function readFlags(value: unknown): Reading | null {
  if (typeof value === "string") return readFlags(value.split(/[\s,]+/));
  if (isMapping(value)) {
    const own = fieldAt(value, [FLAG]);
    const last: unknown = Array.isArray(own) ? own.at(-1) : own;
    const read = readSwitch(last);
    return read === null ? null : { ...read, path: [FLAG] };
  }
  if (!Array.isArray(value)) return null;
  // Of several the last counts, as on every command line.
  const readings = value.flatMap((item: unknown, i): Reading[] => {
    const read = isMapping(item) ? readNamed(item) : readArgument(item);
    return read === null ? [] : [{ ...read, path: [i], needle: FLAG }];
  });
  return readings.at(-1) ?? null;
}

const documentsOf = (text: string) => readDocuments({ path: null, text, origin: "file" }).documents;

/** The strongest of several: kubelets take the flag and the field, and either is enough. kubernetes/kubernetes: cmd/kubelet/app/server.go. */
export function strongest(readings: readonly Reading[]): Reading | null {
  return readings.reduce<Reading | null>((best, one) => (best === null || one.strength > best.strength ? one : best), null);
}

function readObjects(text: string, reader: ObjectReader): Reading | null {
  if (!/seccomp/i.test(text)) return null;
  return within(strongest(documentsOf(text).flatMap(({ object }) => reader(object) ?? [])));
}

/** A reading of a text's inside: the line is found by the word. */
const within = (reading: Reading | null): Reading | null => (reading === null ? null : { ...reading, path: [], needle: reading.needle ?? String(reading.path.findLast((part) => typeof part === "string") ?? "seccomp") });

function readOperations(text: string): Reading | null {
  const { documents } = readDocuments({ path: null, text: `operations:\n${text.replace(/^/gm, "  ")}`, origin: "file" });
  const operations = fieldAt(documents[0]?.object, ["operations"]);
  if (!Array.isArray(operations)) return null;
  const readings = operations.flatMap((operation: unknown): Reading[] => {
    const path = asText(fieldAt(operation, ["path"])) ?? "";
    const field = FIELDS.find((name) => path.endsWith(`/${name}`));
    if (field === undefined) return [];
    if (fieldAt(operation, ["op"]) === "remove") return [{ strength: 0, says: "removed", path: [], needle: field }];
    const read = readSwitch(fieldAt(operation, ["value"]));
    return read === null ? [] : [{ ...read, needle: field }];
  });
  return readings.at(-1) ?? null;
}

/** The flag in a script or in a file of environment variables: of several the last counts. Comments are none. */
function readScript(text: string): Reading | null {
  const code = text.replace(/^[ \t]*#.*$/gm, "");
  const last = [...code.matchAll(/(?<![\w-])--seccomp-default(?:=(\w+))?(?![\w-])/g)].at(-1);
  const read = last === undefined ? null : readSwitch(last[1] ?? "true");
  return read === null ? null : { ...read, needle: FLAG };
}

/** The kubelet's setting in Bottlerocket's TOML. bottlerocket-os/bottlerocket: README.md (settings.kubernetes.seccomp-default). */
function readUserData(text: string, reader: ObjectReader): Reading | null {
  const setting = readToml(text)?.find(({ path }) => path.join(".") === `settings.kubernetes.${FLAG}`);
  if (setting !== undefined) return within({ ...(readSwitch(setting.value) ?? { strength: 1, says: "`…`", path: [] }), path: [], needle: FLAG });
  // Cloud-init's parts: what is between the boundaries are documents of their own.
  const parts = text.includes("MIME-Version:") ? text.split(/^--\S*$/m).map((part) => part.slice(Math.max(0, part.search(/\r?\n\r?\n/)))) : [text];
  return strongest(parts.flatMap((part) => [readObjects(part, reader), readScript(part)].flatMap((read) => read ?? [])));
}

/** What a field says; null when it says nothing about it. */
export function readForm(form: Form, value: unknown, reader: ObjectReader): Reading | null {
  if (form === "switch") return readSwitch(value);
  if (form === "flags") return readFlags(value);
  if (typeof value !== "string") return null;
  if (form === "operations") return readOperations(value);
  return form === "documents" ? readObjects(value, reader) : readUserData(value, reader);
}

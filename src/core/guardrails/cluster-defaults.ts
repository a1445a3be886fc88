// What an object that configures kubelets says about containers that set no profile. Which objects those are is a table.

import { asText, fieldAt, fieldPath } from "../field.ts";
import { isMapping, type PathSegment } from "../manifest.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { readForm, strongest, type Reading } from "./kubelet-reading.ts";
import { kubeletRows, type KubeletRow } from "./kubelet-settings.ts";

type Holder = KubeletRow["holders"][number];

/** A value at a place of an object, and the place as it is called: items of lists by their name. */
interface Spot {
  readonly path: readonly PathSegment[];
  readonly called: readonly string[];
  readonly value: unknown;
}

/** Every place that a path with `*` leads to. */
function spotsAt(start: Spot, path: readonly string[]): readonly Spot[] {
  return path.reduce<readonly Spot[]>((spots, segment) => spots.flatMap((spot) => stepsFrom(spot, segment)), [start]);
}

function stepsFrom({ path, called, value }: Spot, segment: string): readonly Spot[] {
  if (segment !== "*") {
    const next = fieldAt(value, [segment]);
    return next === undefined || next === null ? [] : [{ path: [...path, segment], called: [...called, segment], value: next }];
  }
  const nameOf = (item: unknown) => ["name", "hostname", "path"].map((field) => asText(fieldAt(item, [field]))).find((name) => name !== null);
  if (Array.isArray(value)) return value.map((item: unknown, i) => ({ path: [...path, i], called: [...called, nameOf(item) ?? String(i)], value: item }));
  return isMapping(value) ? Object.entries(value).map(([key, item]) => ({ path: [...path, key], called: [...called, key], value: item })) : [];
}

const whole = (object: Readonly<Record<string, unknown>>): Spot => ({ path: [], called: [], value: object });

/** The part of a holder's path that must be there, and the part that need not. */
function splitPath({ path }: Holder): readonly [must: readonly string[], may: readonly string[]] {
  const end = path.lastIndexOf("*") + 1;
  return [path.slice(0, end), path.slice(end)];
}

/** What a holder's fields say together, with paths inside the object. */
function readHolder(spot: Spot, holder: Holder): Reading | null {
  const [, may] = splitPath(holder);
  const readings = holder.fields.flatMap(({ path, form }) =>
    spotsAt(spot, [...may, ...path]).flatMap((field) => {
      const read = readForm(form, field.value, readEmbedded);
      return read === null ? [] : [{ ...read, path: [...field.path, ...read.path] }];
    }),
  );
  return strongest(readings);
}

const spotsOf = (object: Readonly<Record<string, unknown>>, holder: Holder): readonly Spot[] => spotsAt(whole(object), splitPath(holder)[0]);

/** An object inside a text: patches need not name their API version, Talos' are parts of a machine configuration, and k3s' have arguments. */
function readEmbedded(object: Readonly<Record<string, unknown>>): Reading | null {
  const kind = asText(object["kind"]);
  const nameless = object["kubelet-arg"] === undefined && object["kubelet-arg+"] === undefined ? "TalosPatch" : "K3sConfig";
  const row = kubeletRows.find((candidate) => (kind === null ? candidate.kind === nameless : candidate.kind === kind && /(kubelet|kubeadm|node)\./.test(candidate.groups[0])));
  return row === undefined ? null : strongest(row.holders.flatMap((holder) => spotsOf(object, holder).flatMap((spot) => readHolder(spot, holder) ?? [])));
}

/** Where the first of a holder's fields would stand. */
function fieldToWrite(holder: Holder, spot: Spot): readonly PathSegment[] {
  const path = holder.fields[0]?.path ?? [];
  const end = path.indexOf("*");
  return [...spot.path, ...splitPath(holder)[1], ...(end < 0 ? path : path.slice(0, end))];
}

/** The setting in words: its field, or the setting inside a field that holds more. */
function nameOf(path: readonly PathSegment[], needle: string | null): string {
  if (needle === null || path.at(-1) === needle) return `\`${fieldPath(path)}\``;
  // A place in a list of arguments says nothing: the list does.
  const field = needle === "seccomp-default" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
  return `\`${needle}\` in \`${fieldPath(field)}\``;
}

function remedyFor(form: string | undefined, name: string, isThere: boolean): string {
  if (isThere) return `Put it back: set ${name} to \`true\`.`;
  if (form === "switch") return `Put it back: write \`true\` at ${name}.`;
  if (form === "flags") return `Put it back: give the kubelet \`seccomp-default=true\` at ${name}.`;
  return `Put it back: turn the kubelet's \`seccompDefault\` on at ${name}.`;
}

const onBottlerocket = "which Bottlerocket the nodes run decides what nothing set means: from Kubernetes 1.33 on RuntimeDefault, before that Unconfined";

/** Whether nodes run Bottlerocket, as eksctl and Karpenter are told. */
function runsBottlerocket(value: unknown): boolean {
  const terms = fieldAt(value, ["spec", "amiSelectorTerms"]);
  const said = [fieldAt(value, ["amiFamily"]), fieldAt(value, ["spec", "amiFamily"]), ...(Array.isArray(terms) ? terms.map((term: unknown) => fieldAt(term, ["alias"])) : [])];
  return said.some((text) => /bottlerocket/i.test(asText(text) ?? ""));
}

/** Whether it is laid over what other files say, by its name: kubernetes/kubernetes: cmd/kubelet/app/server.go (mergeKubeletConfigurations). */
const isDropIn = ({ kind, document }: FoundObject): boolean => kind === "KubeletConfiguration" && document.path?.endsWith(".conf") === true;

const besideOthers = "the files that it is laid over decide what nothing set means";

/** What it comes to where nothing is set: 1 where only the nodes know, or other files. */
function otherwiseOf(row: KubeletRow, { value }: Spot, found: FoundObject): 0 | 1 | 2 {
  if (isDropIn(found)) return 1;
  return row.bottlerocket === "maybe" && runsBottlerocket(value) ? 1 : row.otherwise;
}

function doubtAbout(reading: Reading | null, otherwise: number, found: FoundObject): string | null {
  if (reading === null) return otherwise !== 1 ? null : isDropIn(found) ? besideOthers : onBottlerocket;
  return reading.strength === 1 ? `what ${reading.says} comes to cannot be told from the file` : null;
}

const aspectAt = (holder: Holder, { called }: Spot): string => [...called, ...splitPath(holder)[1]].join("/");

function factAt(row: KubeletRow, holder: Holder, spot: Spot, reading: Reading | null, otherwise: 0 | 1 | 2, found: FoundObject): Fact {
  const path = reading?.path ?? fieldToWrite(holder, spot);
  const absence = "not set";
  return {
    ...plainFact,
    rule: "cluster-default-weakened",
    aspect: aspectAt(holder, spot),
    what: nameOf(path, reading?.needle ?? null),
    strength: reading?.strength ?? otherwise,
    says: reading?.says ?? absence,
    otherwise,
    absence,
    isMissed: row.goesWithItsNodes !== true,
    doubt: doubtAbout(reading, otherwise, found),
    remedy: remedyFor(holder.fields[0]?.form, nameOf(path, reading?.needle ?? null), reading !== null),
    path,
    needle: reading?.needle ?? null,
    reach: { kind: "unset" },
    toldBy: reading === null && holder !== row.holders[0] ? row.holders[0].path.join("/") : null,
  };
}

const rowOf = ({ group, kind, document }: FoundObject) => kubeletRows.find((row) => row.kind === kind && row.groups.includes(group) && (row.word === undefined || document.text.includes(row.word)));

/** The settings of kubelets in an object, one fact for each set of nodes that it tells apart; none for other kinds. */
export function clusterDefaults(found: FoundObject): readonly Fact[] {
  const row = rowOf(found);
  if (row === undefined) return [];
  const [first] = row.holders;
  // What is said for all nodes holds for those that have a place of their own, too, and say nothing there.
  const general = first.path.includes("*") ? null : readHolder(whole(found.object), first);
  return row.holders.flatMap((holder) =>
    spotsOf(found.object, holder).map((spot) => {
      const otherwise = holder === first || general === null ? otherwiseOf(row, spot, found) : general.strength;
      return factAt(row, holder, spot, readHolder(spot, holder), otherwise, found);
    }),
  );
}

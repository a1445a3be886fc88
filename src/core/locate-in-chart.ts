// Where in a chart a finding comes from. Helm says which template a document is from, and no more: the lines are worked out from the texts.

import { alignTemplate, type AlignedTemplate, type TemplateLine } from "./align-template.ts";
import { fieldAt, isMapping } from "./field.ts";
import { positionOf, type ManifestDocument, type PathSegment } from "./manifest.ts";
import { contextValue, readsValue, valuesFiles, valuesOf } from "./chart-values.ts";
import { switchesAround } from "./locate-switch.ts";
import { remembered } from "./remembered.ts";
import type { Location } from "./report.ts";
import { documentsIn, goneFrom, isChanged, linesIn, locationIn, onBase, type Candidate, type Subject } from "./source-file.ts";

const profileWords = /seccomp|unconfined|runtimedefault|localhostprofile/i;
const privilegedWord = /privileged/i;
const anyWord = /seccomp|unconfined|runtimedefault|localhost|privileged|securitycontext/i;

/** For words the line of a file that the change touched, or took something away behind, and that speaks of it; null when there is none. Comments do not count. */
const touchedLine = remembered((words: RegExp) =>
  remembered((file: Candidate): number | null => {
    const speaks = (line: string): boolean => words.test(line) && !/^\s*#/.test(line);
    const added = linesIn(file).findIndex((line, i) => speaks(line) && isChanged(file.changed, i + 1));
    return added >= 0 ? added + 1 : (file.removed.find((line) => speaks(line.text))?.line ?? null);
  }),
);

/** A file that can have a say in what a template renders: values, and templates that define something for others. */
const reachesTemplates = remembered(({ path, text }: Candidate): boolean => /\.(ya?ml|json|tpl)$/.test(path) && (!/(^|\/)templates\//.test(path) || /\{\{-?\s*define\b/.test(text)));

/** Lines of a template that speak of what is judged, and those that say a name, by what they say. 1-based. */
interface Speaking {
  readonly first: number | null;
  readonly touched: number | null;
  readonly named: ReadonlyMap<string, readonly number[]>;
}

const speakingIn = remembered((file: Candidate): Speaking => {
  const matching = linesIn(file).flatMap((line, i) => (anyWord.test(line) ? [i + 1] : []));
  const named = new Map<string, number[]>();
  for (const [i, line] of linesIn(file).entries()) {
    const name = line.trim().replace(/^- /, "");
    if (!name.startsWith("name: ")) continue;
    const lines = named.get(name);
    if (lines === undefined) named.set(name, [i + 1]);
    else lines.push(i + 1);
  }
  return { first: matching[0] ?? null, touched: matching.find((line) => isChanged(file.changed, line)) ?? null, named };
});

/** Where a template speaks of the container, or of seccomp; its first line at worst. */
function likelyLine(file: Candidate, container: string): number {
  const { first, touched, named } = speakingIn(file);
  const own = named.get(`name: ${container}`) ?? [];
  return touched ?? own.find((line) => isChanged(file.changed, line)) ?? file.changed[0]?.start ?? first ?? own[0] ?? 1;
}

const onLine = (file: Candidate, line: number, role: Location["role"]): Location => locationIn(file, { line, column: 1, endLine: line }, "file", role);

const MOST_CELLS = 20_000_000; // of all documents of one template: about a second

/** A template beside the documents that it rendered; null for those that are too many, or too long. */
const alignmentOf = remembered((template: Candidate) => {
  let cells = 0;
  return remembered((document: ManifestDocument): AlignedTemplate | null => {
    const aligned = cells > MOST_CELLS ? null : alignTemplate(template.text, document.text);
    cells += aligned?.cells ?? 0;
    return aligned;
  });
});

/** The line of the container's own template that wrote the field; of what is left of it, or of the container, where none decides. */
function templateLine({ entry, baseField }: Subject, template: Candidate): TemplateLine | null {
  const { document, objectPath, field, podContainer } = entry;
  if (document.origin !== "rendered") return null;
  const position = positionOf(document, [...objectPath, ...(field ?? baseField ?? podContainer.path)]);
  return position === null ? null : (alignmentOf(template)(document)?.lineOf(position.line - document.line, field === null ? undefined : anyWord) ?? null);
}

/** Where a value stands that is the very one that decides. `line` is that of the action that wrote it. */
function valueLocation({ entry }: Subject, template: Candidate, line: number, files: readonly Candidate[]): Location[] {
  const { document, objectPath, field } = entry;
  if (field === null) return [];
  const decides = fieldAt(document.object, [...objectPath, ...field]);
  for (const path of valuesOf(template, line)) {
    for (const { file, prefix } of valuesFiles(files, template.path)) {
      const [values] = documentsIn(file);
      if (values === undefined) continue;
      // What the action writes is the field itself or something that holds it, such as the whole object.
      for (let depth = field.length; depth >= 0; depth--) {
        const full: readonly PathSegment[] = [...(path[0] === "global" ? [] : prefix), ...path, ...field.slice(depth)];
        const value = fieldAt(values.object, full);
        if (value === undefined || !isSame(value, decides)) continue;
        const position = positionOf(values, full);
        if (position !== null) return [{ ...locationIn(file, position, "exact", "cause"), value: full }];
      }
    }
  }
  return [];
}

const isSame = (value: unknown, decides: unknown): boolean => typeof value === typeof decides && isMapping(value) === isMapping(decides) && JSON.stringify(value) === JSON.stringify(decides);

/** The lines that wrote what decides, values before templates, what the change touched first. */
function writtenAt(subject: Subject, template: Candidate, files: readonly Candidate[]): Location[] {
  const found = templateLine(subject, template);
  if (found === null) return [];
  const { line, precision } = found;
  const values = valueLocation(subject, template, line, files);
  const role = isChanged(template.changed, line) ? "cause" : "template";
  const all = [...values, locationIn(template, { line, column: 1, endLine: line }, precision, role)];
  return [...all.filter(({ inDiff }) => inDiff), ...all.filter(({ inDiff }) => !inDiff)];
}

/** Where lines of the base stood that wrote what decided there and that the change took away. */
function goneFromChart({ entry, base }: Subject, files: readonly Candidate[]): Location[] {
  if (base === null) return [];
  const before = files.map(onBase);
  const template = before.find(({ path }) => path === base.document.path);
  const written = template === undefined ? [] : writtenAt({ entry: base, base: null, baseField: null }, template, before);
  const now = files.find(({ path }) => path === entry.document.path);
  return written.flatMap((was) => {
    const { path, precision, value } = was;
    const file = files.find((one) => one.path === path);
    const gone = file === undefined ? [] : goneFrom(file, was, precision === "exact" ? "action" : precision);
    return gone.map((place) => ({ ...place, ...(value !== undefined && now !== undefined && readsValue(now, value) ? { value } : {}) }));
  });
}

/** Lines that the change touched and that speak of it, in the files that most likely caused it, the likeliest first. */
function touchedIn({ entry }: Subject, template: Candidate | undefined, files: readonly Candidate[]): Location[] {
  const others = files.filter((file) => file !== template && reachesTemplates(file));
  const own = entry.posture.cause === "privileged" ? privilegedWord : profileWords;
  const found = new Map<string, Location>(); // by path: a chart may have thousands of subcharts
  for (const words of [own, anyWord]) {
    for (const file of template === undefined ? others : [template, ...others]) {
      const line = found.has(file.path) ? null : touchedLine(words)(file);
      if (line !== null) found.set(file.path, onLine(file, line, "cause"));
    }
  }
  return [...found.values()];
}

/** What the change switched on or off around the lines that wrote it, or around those of the base where it is gone. */
function switchedBy(subject: Subject, template: Candidate, files: readonly Candidate[]): Location[] {
  const { entry, base, baseField } = subject;
  const isGone = entry.field === null && baseField !== null && base !== null;
  const [written, by] = isGone ? [{ entry: base, base: null, baseField: null }, onBase(template)] : [subject, template];
  const found = templateLine(written, by);
  return found === null ? [] : switchesAround(by, found.line, files);
}

/** The value that is the pods' security context, where nothing decides and nothing did, or did in another template. */
function contextOf({ entry, base, baseField }: Subject, template: Candidate, files: readonly Candidate[]): Location | null {
  const isOfPod = baseField === null || entry.profilePlace.every((segment, i) => baseField[i] === segment);
  if (!isOfPod || (baseField !== null && base?.document.path === entry.document.path)) return null;
  const context = contextValue(entry, template, files);
  if (context?.value === undefined || baseField === null) return context;
  return { ...context, role: "cause", value: [...context.value, ...baseField.slice(entry.profilePlace.length)] };
}

/**
 * The lines that wrote it where the change touched them, and what it switched on or off around them; else what else the change touched
 * that speaks of it: values, helpers, and lines that are gone; then the container's own template.
 */
export function locateInChart(subject: Subject, files: readonly Candidate[]): Location[] {
  const { entry, baseField } = subject;
  const template = files.find(({ path }) => path === entry.document.path);
  const touched = touchedIn(subject, template, files);
  if (template === undefined) return touched;
  const written = writtenAt(subject, template, files);
  // Of what went away no line of the head tells, and of what came with the change its own do.
  const isGone = entry.field === null && baseField !== null;
  const sure = isGone ? goneFromChart(subject, files) : written.filter(({ inDiff }) => inDiff);
  const switched = switchedBy(subject, template, files);
  const certain = [...sure, ...switched.filter(({ path }) => !sure.some((other) => other.path === path))];
  const first = certain.length > 0 ? certain : touched;
  const told = [...first, ...written.filter(({ path }) => !first.some((other) => other.path === path))];
  const context = entry.field === null ? contextOf(subject, template, files) : null;
  const places = context === null ? told : context.inDiff && baseField !== null ? [context, ...told.filter(({ path }) => path !== context.path)] : [...told, context];
  if (places.some(({ path }) => path === template.path)) return places;
  return [...places, onLine(template, likelyLine(template, entry.container.name), template.changed.length > 0 ? "cause" : "template")];
}

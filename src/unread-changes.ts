// Changed files that say something about security contexts and that no target is made of, or no container: values that a script hands to a
// chart, a component that nobody uses, a template that no values switch on. What they do is unknown, and a report that was silent about them would seem to know it.

import type { Problem } from "./core/problem.ts";
import { joinPath, type BlobId, type Tree } from "./core/tree.ts";
import { loadTexts, type BlobTexts } from "./discover/blob-texts.ts";
import { innermostChart } from "./discover/charts.ts";
import { exclusion } from "./discover/glob.ts";
import { filesNamed } from "./discover/helm-closure.ts";
import { isExpectation } from "./discover/manifest-files.ts";
import { baseName, entriesBelow } from "./discover/tree-files.ts";
import type { Compared, Comparison } from "./gate.ts";

type Sides = Readonly<Record<"base" | "head", Tree>>;

const CONFIGURATION = ".seccomp-gate.yaml";
const MOST_NAMED = 5;
const READABLE = /\.(?:ya?ml|tpl|gotmpl)$/;
const MAX_FILE = 1_000_000; // bytes

const WORDS = /seccompProfile|securityContext|seccomp\.security|privileged["']?\s*:/i;
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** What a text says about security contexts: each line that names one with all that is indented below it, by its 1-based line. */
function saidIn(text: string): ReadonlyMap<string, number> {
  const said = new Map<string, number>();
  let block: string[] = [];
  let begun = 0;
  const end = (): void => {
    if (block.length > 0) said.set(block.join("\n"), begun);
    block = [];
  };
  for (const [i, raw] of text.split("\n").entries()) {
    const line = raw.trimEnd();
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    if (block.length > 0 && indentOf(line) > indentOf(block[0] ?? "")) {
      block.push(line);
      continue;
    }
    end();
    if (WORDS.test(line)) [block, begun] = [[line], i + 1];
  }
  end();
  return said;
}

/** Where the head says something else than the base; null where both say the same. 1-based; 0 for what only went. */
function firstDifference(base: string, head: string): number | null {
  const [before, after] = [saidIn(base), saidIn(head)];
  const added = [...after].filter(([block]) => !before.has(block)).map(([, line]) => line);
  if (added.length > 0) return Math.min(...added);
  return [...before.keys()].every((block) => after.has(block)) ? null : 0;
}

/** Parts of a chart that make what it renders without being named by anybody, and what only tests it. helm/helm: pkg/chart/v2/loader/load.go (LoadFiles). */
const PART_OF_CHART = /^(?:templates\/|crds\/|ci\/|(?:unit)?tests?\/|(?:Chart|values|requirements)\.yaml$)/;

interface Used {
  /** Named by somebody, or read as what they are. */
  readonly named: ReadonlySet<string>;
  /** In the folder of something that is looked at. */
  readonly near: ReadonlySet<string>;
}

function filesUsed(compared: readonly Compared[], others: readonly string[]): Used {
  const named = new Set([CONFIGURATION, ...others]);
  const near = new Set<string>();
  for (const { planned } of compared) {
    for (const side of ["base", "head"] as const) {
      const target = planned[side];
      if (target === null) continue;
      for (const path of planned.predicted[side]) (target.engine === "helm" ? near : named).add(path);
      if (target.engine === "helm") for (const path of filesNamed(target.helm)) named.add(path);
    }
  }
  return { named, near };
}

/** Files that are other than they were, or new, and that nobody left out. */
function changedFiles({ base, head }: Sides, isExcluded: (path: string) => boolean): ReadonlyMap<string, { readonly before: BlobId | null; readonly after: BlobId }> {
  const changed = new Map<string, { before: BlobId | null; after: BlobId }>();
  for (const [path, entry] of head.entries) {
    if (entry.kind !== "file" || !READABLE.test(path) || entry.size > MAX_FILE || isExpectation(path)) continue;
    const was = base.entries.get(path);
    const before = was?.kind === "file" ? was.id : null;
    if (before !== entry.id && !foldersAbove(path).some(isExcluded)) changed.set(path, { before, after: entry.id });
  }
  return changed;
}

/** A path, and every folder above it. */
const foldersAbove = (path: string): string[] => path.split("/").map((_, i, names) => names.slice(0, i + 1).join("/"));

/** Which charts have templates that may read any of their files. */
async function chartsThatRead(head: Tree, charts: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const templates = [...charts].flatMap((chart) =>
    entriesBelow(head, joinPath(chart, "templates") ?? "").flatMap(([, entry]) => (entry.kind === "file" ? [{ chart, id: entry.id }] : [])),
  );
  const texts: BlobTexts = new Map();
  await loadTexts(head, texts, templates.map(({ id }) => id));
  return new Set(templates.flatMap(({ chart, id }) => ((texts.get(id) ?? ".Files").includes(".Files") ? [chart] : [])));
}

function listed(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).map((path) => `\`${path}\``).join(", ");
  return paths.length > MOST_NAMED ? `${named} and ${paths.length - MOST_NAMED} more` : named;
}

// A workload that the template holds itself, whatever its values are.
const WORKLOAD = /^\s*kind:\s*["']?(?:CronJob|DaemonSet|Deployment|Job|Pod|ReplicaSet|StatefulSet)\b/m;
const DEFINES = /\{\{-?\s*define\b/;
const TEMPLATE = /(?:^|\/)templates\/(?:.*\/)?[^_/][^/]*\.ya?ml$/;

interface Said {
  readonly path: string;
  /** Null for what only went. */
  readonly line: number | null;
  readonly chart: string | null;
}

/** The remark about files of which nothing is known but that they changed; null for none. */
function remarkOn(said: readonly Said[], why: (isOne: boolean) => string, remedyFor: (first: Said) => string): Problem[] {
  const [first] = said;
  if (first === undefined) return [];
  const isOne = said.length === 1;
  const message = `the change touches what ${listed(said.map(({ path }) => path))} say${isOne ? "s" : ""} of security contexts, and ${why(isOne)}, so what that does was not looked at`;
  return [{ kind: "not-found", side: "head", target: null, path: first.path, line: first.line, message, remedy: remedyFor(first), blocking: false }];
}

/** Templates of which a container was seen on the head, and those of charts of which something could not be seen, which is said already. */
function isSeenIn(compared: readonly Compared[]): (path: string) => boolean {
  const rendered = new Set(compared.flatMap(({ head }) => head.entries.map(({ document }) => document.path)));
  const doubtful = compared.flatMap(({ planned, head }) => (head.state === "rendered" ? [] : planned.predicted.head));
  const seen = new Set([...rendered, ...doubtful]);
  return (path) => seen.has(path);
}

/**
 * Remarks about changed files that say something else about security contexts, and that no target is made of, or that are templates of
 * workloads that no values switch on; none for what the user chose to look at. `others` are files that were looked at for what they say of containers elsewhere.
 */
export async function unreadChanges({ base, head, selection }: Comparison, compared: readonly Compared[], others: readonly string[]): Promise<Problem[]> {
  if (base === null || selection.targets !== null || selection.only.length > 0) return [];
  const sides = { base, head };
  const { named, near } = filesUsed(compared, others);
  const changed = [...changedFiles(sides, exclusion(selection.exclude))].filter(([path]) => !named.has(path)).map(([path, ids]) => ({ path, ...ids, chart: innermostChart([base, head], path) }));
  const readers = await chartsThatRead(head, new Set(changed.flatMap(({ chart }) => chart ?? [])));
  const unread = changed.filter(({ path, chart }) => {
    if (!near.has(path) || chart === null) return true;
    const part = chart === "." ? path : path.slice(chart.length + 1);
    return !PART_OF_CHART.test(part) && (/values/i.test(baseName(part)) || !readers.has(chart));
  });
  const isSeen = isSeenIn(compared);
  const silent = changed.filter(({ path }) => near.has(path) && TEMPLATE.test(path) && !isSeen(path) && !unread.some((file) => file.path === path));
  const texts: BlobTexts = new Map();
  await loadTexts(base, texts, [...unread, ...silent].flatMap(({ before }) => before ?? []));
  await loadTexts(head, texts, [...unread, ...silent].map(({ after }) => after));
  const textOf = (id: BlobId | null): string => (id === null ? "" : (texts.get(id) ?? ""));
  const saying = (files: typeof changed): Said[] =>
    files.flatMap((file) => {
      const line = firstDifference(textOf(file.before), textOf(file.after));
      return line === null ? [] : [{ ...file, line: line === 0 ? null : line }];
    });
  const workloads = silent.filter(({ after }) => WORKLOAD.test(textOf(after)) && !DEFINES.test(textOf(after)));
  return [
    ...remarkOn(saying(unread), (isOne) => `no target is made of ${isOne ? "it" : "them"}`, ({ path, chart }) => {
      const entry = chart === null ? "what it belongs to" : `\`{ helm: ${chart}, values: [${path}] }\``;
      return `If a script hands it to a chart, or it is deployed otherwise, name ${entry} under \`targets\` in \`${CONFIGURATION}\`; if it is never deployed, name it under \`exclude\`.`;
    }),
    ...remarkOn(saying(workloads), (isOne) => `${isOne ? "it renders" : "they render"} no container with the values that are known`, ({ chart }) =>
      `Name the chart with values that switch it on under \`targets\` in \`${CONFIGURATION}\`: \`{ helm: ${chart ?? "."}, values: […] }\`; chart-testing's \`ci/*-values.yaml\` are found by themselves.`),
  ];
}

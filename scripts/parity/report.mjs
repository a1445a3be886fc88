// The table, and what there is to say about every run that did not end well.

import { outcomes } from "./outcomes.mjs";

const columns = Object.values(outcomes).map(({ column }) => column);
const labels = { helm4: "helm 4", helm3: "helm 3", kustomize: "kustomize" };
const LONGEST = 500; // characters of a reason
const MOST_NAMES = 8;

/** One line per checkout and real tool, in Markdown. */
export function summaryTable(results) {
  const head = ["checkout", "against", "runs", "rendered", ...columns, "with what we supply", "with empty charts for what is off"];
  const rows = groupBy(results, ({ checkout, tool }) => `${checkout} ${tool}`).map((group) => {
    const count = (counts) => group.filter(counts).length;
    return [
      ...[group[0].checkout, labels[group[0].tool], group.length, count(({ rendered }) => rendered)],
      ...columns.map((column) => count(({ outcome }) => outcome.column === column)),
      ...[count(({ given }) => given === "supplied"), count(({ given }) => given === "empty")],
    ];
  });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Reasons of everything that differs or failed, the alarming ones first; runs with the same reasons are told together. */
export function details(results) {
  const silent = new Set([outcomes.identical, outcomes.randomOnly]);
  const told = results.filter(({ outcome }) => !silent.has(outcome));
  const sorted = [...told.filter(({ outcome }) => outcome.alarming), ...told.filter(({ outcome }) => !outcome.alarming)];
  const alike = groupBy(sorted, ({ checkout, outcome, reasons }) => JSON.stringify([checkout, outcome.column, reasons.ours, reasons.ours.length > 0 && !outcome.alarming ? [] : reasons.theirs]));
  return alike.map(paragraph).join("\n");
}

function paragraph(group) {
  const [{ checkout, outcome, reasons }] = group;
  const tools = [...new Set(group.map(({ tool }) => labels[tool]))].join(", ");
  const names = [...new Set(group.map(({ id }) => id))];
  const rest = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return [`${outcome.column} (${checkout}, ${tools}): ${names.slice(0, MOST_NAMES).join(", ")}${rest}`, ...side("ours", reasons.ours), ...side("theirs", reasons.theirs)].join("\n");
}

const side = (name, lines) => lines.map((line) => `    ${name}: ${short(line)}`);

function short(text) {
  const line = text.replace(/\s*\n\s*/g, " / ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

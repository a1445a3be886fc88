// One run, rendered by ours and by each of the real tools, and what came of it.

import { absentNames, failedWithTheirs, outcomes } from "./outcomes.mjs";
import { asEitherHelm, documentsOf, isRandomOnly, normalised, sameObjects } from "./same-text.mjs";
import { withDependencies } from "./with-dependencies.mjs";

/** One result per real tool: `{ id, tool, outcome, rendered, given, reasons }`; `given` is null when the tool rendered the chart as it is. */
export async function compareRun({ run, ours, tools, checkout, scratch }) {
  const mine = await ours.render(run);
  const results = [];
  for (const tool of tools.names(run.engine)) {
    const render = (chart) => tools.render(tool, run, checkout.path, chart);
    const theirs = await render();
    const absent = theirs.text === null && mine.text !== null ? absentNames(theirs.reason) : [];
    const copy = absent.length === 0 ? null : await withDependencies(run, mine.supplied, absent, tools, checkout, scratch);
    const verdict = copy === null ? await verdictOf(mine, theirs, tool, () => render()) : await verdictOf(mine, await render(copy.folder), tool, () => render(copy.folder));
    results.push({ id: run.id, tool, rendered: mine.text !== null, given: copy?.given ?? null, ...verdict });
  }
  return results;
}

async function verdictOf(mine, theirs, tool, again) {
  const refusal = mine.problems.filter(({ blocking }) => blocking);
  const reasons = { ours: refusal.map(({ kind, message }) => `${kind}: ${message}`), theirs: theirs.text === null ? [theirs.reason] : [] };
  if (mine.text === null) return { outcome: theirs.text === null ? outcomes.bothFailed : outcomes.oursFailed, reasons };
  if (theirs.text === null) return { outcome: failedWithTheirs(theirs.reason, mine.problems), reasons };
  const [left, right] = [normalised(mine.text, tool), normalised(theirs.text, tool)];
  if (left === right) return { outcome: outcomes.identical, reasons };
  const objects = (text) => (tool === "helm3" ? asEitherHelm(documentsOf(text)) : documentsOf(text));
  const [mineRead, theirsRead] = [objects(left), objects(right)];
  if (sameObjects(mineRead, theirsRead)) return { outcome: outcomes.sameDocuments, reasons };
  const second = await again();
  if (second.text !== null && isRandomOnly(mineRead, theirsRead, objects(normalised(second.text, tool)))) return { outcome: outcomes.randomOnly, reasons };
  return { outcome: outcomes.different, reasons: firstDifference(left, right) };
}

function firstDifference(left, right) {
  const [ours, theirs] = [left.split("\n"), right.split("\n")];
  const found = ours.findIndex((line, index) => line !== theirs[index]);
  const at = found < 0 ? ours.length : found;
  const around = (lines) => lines.slice(at, at + 3).map((text, offset) => `line ${at + offset + 1}: ${text}`);
  return { ours: around(ours), theirs: around(theirs) };
}

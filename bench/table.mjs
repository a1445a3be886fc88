// The table: one row per figure, in Markdown, so that it can go into README.md as it is printed.

const number = (value) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
const three = ({ min, median, max }) => `${number(min)} / **${number(median)}** / ${number(max)}`;
const judged = (median, goal) => (goal === null ? "" : median <= goal ? `≤ ${goal}: yes` : `≤ ${goal}: **no**`);

/** Rows of `{ what, ours, theirs, ratio, goal }`, each with spreads; `theirs` and `ratio` are null where the other tool is absent. */
export function table(rows) {
  const head = ["what (numbers: min / **median** / max)", "ours, ms", "theirs, ms", "ratio, pair by pair", "goal"];
  const lines = rows.map(({ what, ours, theirs, ratio, goal }) => [
    what,
    three(ours),
    theirs === null ? "not measured" : three(theirs),
    ratio === null ? "" : three(ratio),
    ratio === null ? "" : judged(ratio.median, goal),
  ]);
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

// A chart that helm refuses for want of a dependency, made complete, so that it can be compared all the same.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { load } from "js-yaml";

const known = new Map();

/**
 * `folder` is a copy of the run's chart in whose `charts/` are, packed, the charts that ours took, and empty charts in the place of what
 * it took none for because it is switched off. `given` says which of the two helm needed.
 */
export function withDependencies(run, supplied, absent, tools, checkout, scratch) {
  const key = JSON.stringify([checkout.path, run.path, supplied, absent]);
  const copy = known.get(key) ?? completed(run.path, supplied, absent, tools, checkout, scratch);
  known.set(key, copy);
  return copy;
}

async function completed(path, supplied, absent, tools, checkout, scratch) {
  const folder = join(mkdtempSync(join(scratch, "chart-")), basename(path));
  cpSync(join(checkout.path, path), folder, { recursive: true, dereference: true });
  await fill(folder, ".", { supplied, tools, checkout, scratch });
  const held = new Set(supplied.filter(({ chart }) => posix.dirname(chart) === "charts").map(({ path: place }) => nameOf(checkout, place)));
  const empty = absent.filter((name) => !held.has(name));
  for (const name of empty) putEmpty(folder, name);
  return { folder, given: empty.length === absent.length ? "empty" : "supplied" };
}

/** Puts the supplied charts below a chart of that name where they belong, and what is absent in them likewise. */
async function fill(chart, name, context) {
  const charts = join(chart, "charts");
  const inside = context.supplied.filter((one) => posix.dirname(one.chart) === posix.join(name, "charts"));
  if (inside.length > 0) mkdirSync(charts, { recursive: true });
  for (const one of inside) await put(one, charts, context);
  if (!existsSync(charts)) return;
  const folders = readdirSync(charts).filter((child) => statSync(join(charts, child)).isDirectory());
  for (const child of folders) await fill(join(charts, child), posix.join(name, "charts", child), context);
}

async function put({ chart: name, path: place }, charts, context) {
  const { tools, checkout, scratch } = context;
  if (place.endsWith(".tgz")) return cpSync(join(checkout.path, place), join(charts, basename(place)));
  const copy = join(mkdtempSync(join(scratch, "supplied-")), basename(place));
  cpSync(join(checkout.path, place), copy, { recursive: true, dereference: true });
  await fill(copy, name, context);
  const packed = await tools.pack(copy, charts);
  // helm packs no chart of which something is absent, even if it is switched off.
  if (packed.text === null) cpSync(copy, join(charts, basename(place)), { recursive: true });
}

/** A chart without templates, of a version that satisfies, so that helm takes it for the dependency and switches it off. */
function putEmpty(chart, name) {
  const lists = ["Chart.yaml", "requirements.yaml"].map((file) => join(chart, file)).filter((file) => existsSync(file));
  const declared = lists.flatMap((file) => load(readFileSync(file, "utf8"), { json: true })?.dependencies ?? []);
  const wanted = String(declared.find((dependency) => dependency.name === name)?.version ?? "");
  const [major = "0", minor = "0", patch = "0"] = (/\d+(?:\.\d+){0,2}/.exec(wanted)?.[0] ?? "").split(".").filter((part) => part !== "");
  mkdirSync(join(chart, "charts", name), { recursive: true });
  writeFileSync(join(chart, "charts", name, "Chart.yaml"), `apiVersion: v2\nname: ${name}\nversion: ${major}.${minor}.${patch}\n`);
}

function nameOf(checkout, place) {
  if (place.endsWith(".tgz")) return basename(place).replace(/-\d.*$/, "");
  return String(load(readFileSync(join(checkout.path, place, "Chart.yaml"), "utf8"), { json: true })?.name);
}

// Reading and walking 5 MB of rendered YAML, against js-yaml's loadAll alone, in one process.
// Called as `node yaml.mjs COMPILED WASM WORKER REPOSITORY ROUNDS`; prints times as JSON.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { interleave } from "./measure.mjs";

const SIZE = 5_000_000; // characters

const [compiled, wasmPath, workerPath, repository, rounds] = process.argv.slice(2);
const { openRenderer } = await import(join(compiled, "render", "renderer.js"));
const { folderTree } = await import(join(compiled, "git", "folder.js"));
const { takeInventory } = await import(join(compiled, "core", "inventory.js"));
const { defaultPolicy } = await import(join(compiled, "core", "policy.js"));
const { discoverEverything } = await import(join(compiled, "core", "selection.js"));

/** What every chart of the repository renders to. */
async function renderAll() {
  const renderer = openRenderer({ wasmPath, workerPath, workers: 2 });
  const tree = await folderTree(repository);
  const charts = readdirSync(join(repository, "charts")).sort();
  const rendered = charts.map((name) => renderer.render(tree, { id: `helm:charts/${name}`, path: `charts/${name}`, engine: "helm", helm: discoverEverything.helmDefaults }, []));
  const renderings = await Promise.all(rendered);
  await renderer[Symbol.asyncDispose]();
  const problems = renderings.flatMap((rendering) => rendering.problems.filter(({ blocking }) => blocking));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return renderings.map(({ sources }) => sources.map(({ text }) => text));
}

/** The sources over and over until there are 5 MB of them. */
function repeated(sources) {
  const some = [];
  for (let size = 0, at = 0; size < SIZE; at += 1) {
    some.push({ path: null, text: sources[at % sources.length], origin: "rendered" });
    size += sources[at % sources.length].length;
  }
  return some;
}

const timed = (work) => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

async function compare(sources) {
  const all = repeated(sources);
  const text = all.map((source) => source.text).join("");
  return interleave(Number(rounds), {
    ours: () => timed(() => takeInventory("bench", "default", all, defaultPolicy)),
    loadAll: () => timed(() => loadAll(text)),
  });
}

const charts = await renderAll();
const holdsPods = (text) => text.includes("containers:") && !text.includes("CustomResourceDefinition");
process.stdout.write(JSON.stringify({ mixed: await compare(charts.flat()), workloads: await compare(charts.flat().filter(holdsPods)) }));

// The pure core by itself, after parsing: postures, pairs, matches, judgements and groups over many containers on both sides.
// `node bench/core.mjs` prints a table; `npx tsc -b` comes first. Every scenario runs in a process of its own, so that memory counts.

import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(import.meta.url);
const compiled = join(dirname(here), "..", ".tsbuild", "src", "core");
const SMALL = 10_000; // containers a side
const LARGE = 100_000;
const ROUNDS = 5;

const confined = { seccompProfile: { type: "RuntimeDefault" } };

/** One workload of two containers. */
function workload(nth, { name, image, profile, kind = "Deployment" }) {
  const containers = [0, 1].map((i) => ({
    name: `c${i}`,
    image: `${image}-${i}:1.${nth}`,
    args: [`--shard=${nth}`, "--verbose"],
    ports: [{ containerPort: 8000 + i }],
    env: Array.from({ length: 8 }, (_, v) => ({ name: `V${v}`, value: String(nth) })),
    resources: { limits: { cpu: "1" } },
  }));
  return { apiVersion: "apps/v1", kind, metadata: { name, namespace: `n${nth % 7}` }, spec: { template: { metadata: { labels: { app: name } }, spec: { ...(profile ? { securityContext: confined } : {}), containers } } } };
}

const plain = (nth) => ({ name: `w${nth}`, image: `registry.example/team${nth % 50}/app${nth}`, profile: true });

/** What stands on the two sides. Every function goes from the number of a workload to what it is. */
const scenarios = {
  "one in a hundred loses its profile": { base: plain, head: (nth) => ({ ...plain(nth), profile: nth % 100 !== 0 }) },
  "all lose their profile": { base: plain, head: (nth) => ({ ...plain(nth), profile: false }) },
  "all renamed, images of their own": { base: plain, head: (nth) => ({ ...plain(nth), name: `release-w${nth}` }) },
  "all renamed, one image for all": { base: (nth) => ({ ...plain(nth), image: "app" }), head: (nth) => ({ ...plain(nth), image: "app", name: `release-w${nth}` }) },
  "all renamed, one name for all": { base: (nth) => ({ ...plain(nth), name: "web" }), head: (nth) => ({ ...plain(nth), name: "site" }) },
  "all of another kind": { base: plain, head: (nth) => ({ ...plain(nth), kind: "StatefulSet" }) },
};

const PER_TARGET = 50; // workloads

async function measure(scenario, size) {
  const load = (file) => import(join(compiled, file));
  const [{ takeStock }, { pairInventories }, { matchMoved }, { judge }, { groupFindings }, { defaultPolicy }] = await Promise.all(["inventory.js", "diff.js", "match.js", "judge.js", "group.js", "policy.js"].map(load));
  const side = (of) => {
    const documents = Array.from({ length: size / 2 }, (_, nth) => ({ object: workload(nth, of(nth)), path: `f${nth}.yaml`, line: 1, text: "", origin: "file" }));
    return Array.from({ length: Math.ceil(documents.length / PER_TARGET) }, (_, i) => documents.slice(i * PER_TARGET, (i + 1) * PER_TARGET));
  };
  const [base, head] = [side(scenarios[scenario].base), side(scenarios[scenario].head)];
  const place = { path: "f.yaml", column: 1, endLine: 1, precision: "exact", role: "cause", inDiff: true };
  const T={};const tick=(n,f)=>{const b=process.cpuUsage().user;const r=f();(T[n]??=[]).push((process.cpuUsage().user-b)/1000);return r};const once = () => {
    const begun = performance.now();
    const stock = (targets) => targets.map((documents, i) => takeStock(`manifests:t${i}`, "default", documents, defaultPolicy).entries);
    const [before, after] = tick("stock",()=>[stock(base), stock(head)]);
    const pi = tick("pair",()=>after.flatMap((entries, i) => pairInventories(before[i], entries, () => "read")));const pairs=tick("match",()=>matchMoved(pi));
    const judged = tick("judge",()=>judge(pairs, [], defaultPolicy, "2026-01-01"));
    const findings = tick("group",()=>groupFindings(judged.map(({ finding }, i) => ({ ...finding, locations: [{ ...place, line: i + 1 }] }))));
    return { ms: performance.now() - begun, matched: pairs.filter(({ by }) => by !== null).length, findings: findings.length };
  };
  const rounds = Array.from({ length: ROUNDS }, once).sort((a, b) => a.ms - b.ms);
  console.error(JSON.stringify(T));const { matched, findings } = rounds[0];
  return { median: rounds[ROUNDS >> 1].ms, first: rounds.at(-1).ms, matched, findings, megabytes: process.resourceUsage().maxRSS / 1024 };
}

function inProcess(scenario, size) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", here, scenario, String(size)], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function row(scenario) {
  const [small, large] = [inProcess(scenario, SMALL), inProcess(scenario, LARGE)];
  const times = large.median / small.median;
  const met = small.median < 1000 && times < 12 && small.megabytes < 600;
  return `| ${[scenario, small.findings, small.matched, `${small.median.toFixed(0)} (slowest ${small.first.toFixed(0)})`, small.megabytes.toFixed(0), large.median.toFixed(0), times.toFixed(1), large.megabytes.toFixed(0), met ? "yes" : "**no**"].join(" | ")} |`;
}

const [scenario, size] = process.argv.slice(2);
if (scenario !== undefined) process.stdout.write(JSON.stringify(await measure(scenario, Number(size))));
else {
  console.log(`| both sides have | findings | matched | ${SMALL} containers a side, ms | MB | ${LARGE}, ms | times | MB | under 1000 ms, 12 times, 600 MB |`);
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
  for (const name of Object.keys(scenarios)) console.log(row(name));
}

// Repositories of which every target changes, both sides rendered by two workers, against one call of the real tool after another.

import { join } from "node:path";
import { demandTargets, ours, row } from "./calls.mjs";
import { chartFiles, definition } from "./chart.mjs";
import { commit, git, startRepository, write } from "./corpus.mjs";
import { interleave, run, runAll } from "./measure.mjs";

const numbers = (count) => Array.from({ length: count }, (_, number) => number);
const nameOf = (number) => `service-${String(number).padStart(3, "0")}`;
const below = (folder, files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

/** Base and head, one after the other, of files by path. */
function twoCommits(folder, base, head) {
  startRepository(folder);
  write(folder, base);
  commit(folder, "base");
  write(folder, head);
  commit(folder, "head");
  git(folder, "repack", "-a", "-d", "--quiet"); // as a clone is
  return folder;
}

/** Helpers of a library that every chart has a copy of, as many repositories do with theirs. */
const common = {
  "charts/common/Chart.yaml": "apiVersion: v2\nname: common\ntype: library\nversion: 2.1.0\n",
  "charts/common/templates/_tls.tpl": '{{- define "common.tls" -}}\n{{- $ca := genCA "common-ca" 365 -}}\n{{- $cert := genSignedCert .name nil (list .name) 365 $ca -}}\ntls.crt: {{ $cert.Cert | b64enc }}\ntls.key: {{ $cert.Key | b64enc }}\nca.crt: {{ $ca.Cert | b64enc }}\n{{- end -}}\n',
};

function vendoring(name, number, change) {
  const { "Chart.yaml": chart, ...files } = chartFiles(name, number, change);
  const tls = `{{- if not (lookup "v1" "Secret" .Release.Namespace "${name}-tls") }}\napiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}-tls\ndata:\n  {{- include "common.tls" (dict "name" .Release.Name) | nindent 2 }}\n{{- end }}\n`;
  return { ...files, ...common, "Chart.yaml": `${chart}dependencies:\n  - name: common\n    version: 2.x.x\n    repository: file://../common\n`, ...(number % 3 === 0 ? { "templates/tls.yaml": tls } : {}) };
}

/** 105 charts, each with its own copy of a library, a third of which make a certificate. */
export async function vendoredCharts(options, scratch) {
  const side = (change) => Object.assign({}, ...numbers(105).map((number) => below(`charts/${nameOf(number)}`, vendoring(nameOf(number), number, change))));
  const folder = twoCommits(join(scratch, "vendored"), side(), side({ tag: "1.5.0", profile: "Unconfined" }));
  const targets = numbers(105).map((number) => `charts/${nameOf(number)}`);
  return wholeRepository(options, { folder, scratch, targets, tool: options.helm, command: "template", what: "105 charts with a vendored library", most: 700, goal: 0.6 });
}

function operator(name, image) {
  return {
    "kustomization.yaml": `resources:\n  - crds.yaml\n  - deployment.yaml\nnamePrefix: prod-\nnamespace: ${name}\nlabels:\n  - pairs:\n      app.kubernetes.io/part-of: ${name}\n`,
    "deployment.yaml": deployment(name, image),
  };
}

const deployment = (name, image) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    matchLabels:\n      app: ${name}\n  template:\n    metadata:\n      labels:\n        app: ${name}\n    spec:\n      containers:\n        - name: manager\n          image: registry.example.org/${name}:${image}\n          securityContext:\n            seccompProfile:\n              type: RuntimeDefault\n`;

/** A template's text without what Helm would replace. */
const plain = (template) => template.replace(/^ *labels:\n *\{\{.*\n/m, "").replace(/^ *\{\{.*\n/gm, "");

/** 47 operators, each with definitions of some 500 kB. */
export async function operators(options, scratch) {
  const crds = (name) => numbers(6).map((number) => plain(definition(`${name}-${number}`))).join("---\n");
  const side = (image) => Object.assign({}, ...numbers(47).map((number) => below(`operators/${nameOf(number)}`, operator(nameOf(number), image))));
  const definitions = Object.assign({}, ...numbers(47).map((number) => ({ [`operators/${nameOf(number)}/crds.yaml`]: crds(nameOf(number)) })));
  const folder = twoCommits(join(scratch, "operators"), { ...definitions, ...side("1.4.2") }, side("1.5.0"));
  const targets = numbers(47).map((number) => `operators/${nameOf(number)}`);
  return wholeRepository(options, { folder, scratch, targets, tool: options.kustomize, command: "build", what: "47 kustomizations with large definitions", most: 1000, goal: 0.6 });
}

/** 250 overlays of a few lines over one base each. */
export async function tinyOverlays(options, scratch) {
  const app = (number, image) => below(`apps/${nameOf(number)}`, {
    "base/kustomization.yaml": "resources:\n  - deployment.yaml\n",
    "base/deployment.yaml": deployment(nameOf(number), image),
    "production/kustomization.yaml": `resources:\n  - ../base\nnamespace: production\nreplicas:\n  - name: ${nameOf(number)}\n    count: 3\n`,
  });
  const side = (image) => Object.assign({}, ...numbers(250).map((number) => app(number, image)));
  const folder = twoCommits(join(scratch, "tiny"), side("1.4.2"), side("1.5.0"));
  const targets = numbers(250).map((number) => `apps/${nameOf(number)}/production`);
  return wholeRepository(options, { folder, scratch, targets, tool: options.kustomize, command: "build", what: "250 tiny overlays", most: 700, goal: 0.5 });
}

/** One row: all targets on both sides, and the peak of our memory. `most` is in MB. */
export async function wholeRepository(options, { folder, scratch, targets, tool, command, what, most, goal }) {
  demandTargets(options, folder, targets.length);
  const sides = ["base", "head"].map((side) => join(scratch, `whole-${side}`));
  for (const [index, side] of ["base", "head"].entries()) git(folder, "worktree", "add", "--quiet", "--detach", sides[index], side);
  let peak = 0;
  const mine = async () => {
    const { wall, memory } = await run(ours(options, folder, "--jobs", "2"), true);
    peak = Math.max(peak, memory);
    return wall;
  };
  const loop = () => runAll(sides.flatMap((path) => targets.map((target) => ({ program: tool.program, args: [command, target], folder: path }))));
  const times = await interleave(Math.max(3, options.rounds >> 1), tool === null ? { ours: mine } : { ours: mine, loop });
  for (const path of sides) git(folder, "worktree", "remove", "--force", path);
  const memory = peak === 0 ? "memory not measured: no /proc" : `peak ${(peak / 1e6).toFixed(0)} MB, goal under ${most} MB`;
  return [row(`${what}, both sides, 2 workers (${memory})`, times.ours, times.loop ?? null, goal)];
}

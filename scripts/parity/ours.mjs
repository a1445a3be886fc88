// Our side: the compiled sources, and the real WebAssembly module without what only the gate can do without.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SECONDS = 120; // of processor time per run: whole repositories have some that nobody renders on every pull request
const WORKERS = 2;
const LARGE = 1e6; // bytes; says to the pool that another worker is worth it

/** What the comparison needs of the compiled sources. Throws when they were not compiled. */
export async function loadOurs(compiled) {
  const load = (path) => import(pathToFileURL(join(compiled, path)).href);
  const modules = ["core/tree.js", "core/selection.js", "core/target.js", "git/folder.js", "discover/charts.js", "discover/kustomization.js", "discover/tree-files.js", "discover/variants.js"];
  const render = ["render/blob-cache.js", "render/load-module.js", "render/pool.js", "render/read-answer.js", "render/render-request.js", "render/versions.js"];
  return { compiled, ...Object.assign({}, ...(await Promise.all([...modules, ...render].map(load)))) };
}

/** Renders runs of one tree until it is closed. */
export function openOurs(parts, dist, tree, charts) {
  const { compiled, openPool, loadModule, createBlobCache, readAnswer } = parts;
  const pool = openPool(WORKERS, () => ({
    module: loadModule(join(dist, "renderer.wasm.br")),
    workerPath: join(compiled, "render", "worker.js"),
    cache: createBlobCache(256 * 1024 * 1024),
    timeLimitMs: SECONDS * 1000,
  }));
  return {
    /** `text` is null when ours refuses; `problems` say why, and `supplied` which charts stand in for absent ones. */
    render: async (run) => {
      const { outcome } = await pool.run({ tree, request: requestOf(parts, run, charts), predicted: [], size: LARGE });
      if (outcome.kind !== "answered") return { text: null, supplied: [], problems: [{ kind: outcome.kind, message: JSON.stringify(outcome), blocking: true }] };
      const { manifests, problems, supplied } = readAnswer(outcome.answer);
      return { text: problems.some(({ blocking }) => blocking) ? null : manifests, problems, supplied };
    },
    close: () => pool.close(),
  };
}

/** What the gate asks for, and the two things that it leaves out because no container is in them. */
function requestOf({ renderRequest, helmDefaults, embeddedVersions, plainHelm, plainKustomize }, { id, engine, path, valuesFiles, includeCRDs }, charts) {
  if (engine === "kustomize") return { ...renderRequest({ ...plainKustomize, id, path, loadRestrictor: "none" }, charts), lean: false };
  const helm = { ...helmDefaults, valuesFiles, kubeVersion: embeddedVersions.kubernetes };
  return { ...renderRequest({ ...plainHelm, id, path, helm }, charts), includeCRDs };
}

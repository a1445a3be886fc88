// Our rendering beside that of the real helm and kustomize, byte for byte.

import { afterAll, describe, expect, it } from "@jest/globals";
import { readDocuments } from "../../src/core/manifest.ts";
import { createBlobCache } from "../../src/render/blob-cache.ts";
import { loadModule } from "../../src/render/load-module.ts";
import { splitHelmOutput } from "../../src/render/manifest-sources.ts";
import { openPool } from "../../src/render/pool.ts";
import type { Answer, Request } from "../../src/render/protocol.ts";
import { readAnswer } from "../../src/render/read-answer.ts";
import { renderRequest } from "../../src/render/render-request.ts";
import { embeddedVersions } from "../../src/render/versions.ts";
import { treeOf } from "../support/tree.ts";
import { built, helm, kustomize } from "../render/targets.ts";
import type { HelmCase, Texts } from "./helm-case.ts";
import { helmCases, helmRefusals } from "./helm-corpus.ts";
import type { KustomizeCase } from "./kustomize-case.ts";
import { kustomizeCases, kustomizeRefusals } from "./kustomize-corpus.ts";
import { outputOf, programOf, toolsFolder } from "./real-tools.ts";

const pool = openPool(2, () => ({ module: loadModule(built.wasmPath), workerPath: built.workerPath, cache: createBlobCache(1e8), timeLimitMs: 60_000 }));
afterAll(() => pool.close());

/** What the module itself answers, before anything else of ours has touched it. */
async function ours(files: Texts, request: Request): Promise<Answer> {
  const { outcome } = await pool.run({ tree: treeOf(files), request, predicted: [], size: 0 });
  if (outcome.kind !== "answered") throw new Error(JSON.stringify(outcome));
  return readAnswer(outcome.answer);
}

const INLINE = "inline-values.json";

function helmArguments({ chart = "chart", settings = {}, more = {} }: HelmCase): string[] {
  const each = (option: string, values: readonly string[] = []): string[] => values.flatMap((value) => [option, value]);
  return [
    ...["template", settings.release ?? "release-name", `./${chart}`, "--namespace", settings.namespace ?? "default"],
    // A Helm 3 from sources believes in Kubernetes 1.20; both are told what ours believes in.
    ...["--kube-version", settings.kubeVersion ?? embeddedVersions.kubernetes],
    ...each("--values", settings.valuesFiles),
    ...(settings.values === undefined ? [] : ["--values", INLINE]),
    ...each("--set", settings.set),
    ...each("--set-string", settings.setString),
    ...each("--set-json", settings.setJson),
    ...each("--set-file", settings.setFile),
    ...each("--api-versions", settings.apiVersions),
    ...(settings.skipTests === true ? ["--skip-tests"] : []),
    ...(more.includeCRDs === true ? ["--include-crds"] : []),
    ...(more.skipHooks === true ? ["--no-hooks"] : []),
    ...(more.isUpgrade === true ? ["--is-upgrade"] : []),
    ...(more.skipSchemaValidation === true ? ["--skip-schema-validation"] : []),
  ];
}

async function renderHelm(one: HelmCase): Promise<{ readonly answer: Answer; readonly helm4: string | null; readonly helm3: string | null }> {
  const request = { ...renderRequest(helm(one.chart ?? "chart", one.settings), one.charts ?? []), includeCRDs: false, ...one.more }; // the gate always asks for what is in crds/, a plain `helm template` does not
  const values = one.settings?.values === undefined ? {} : { [INLINE]: JSON.stringify(one.settings.values) };
  const files = { ...one.files, ...one.vendored, ...values };
  const args = helmArguments(one);
  const [answer, helm4, helm3] = await Promise.all([ours(one.files, request), outputOf("helm4", args, files), outputOf("helm3", args, files)]);
  return { answer, helm4, helm3 };
}

async function renderKustomize(one: KustomizeCase): Promise<{ readonly answer: Answer; readonly real: string | null }> {
  const path = one.folder ?? "over";
  const restriction = one.restricted === true ? "rootOnly" : "none";
  // What is lean is not the same bytes, only the same pods.
  const request = { ...renderRequest({ ...kustomize(path), loadRestrictor: restriction }, one.charts ?? []), lean: false };
  const args = ["build", path, "--load-restrictor", restriction === "none" ? "LoadRestrictionsNone" : "LoadRestrictionsRootOnly", "--enable-helm", "--helm-command", programOf("helm4")];
  const [answer, real] = await Promise.all([ours(one.files, request), outputOf("kustomize", args, { ...one.files, ...one.vendored })]);
  return { answer, real };
}

const refused = ({ problems }: Answer): boolean => problems.some(({ blocking }) => blocking);

/** Helm 3 cuts documents differently (white space around separators, carriage returns): its objects are the same, in the same order. */
function documents(text: string | null): readonly unknown[] {
  const read = readDocuments({ path: null, text: text ?? "", origin: "file" });
  expect(read.problems).toEqual([]);
  return read.documents.map(({ object }) => object);
}

const compared = toolsFolder === undefined ? describe.skip : describe;
if (toolsFolder === undefined) console.warn("SECCOMP_GATE_TOOLS is not set: rendering was NOT compared with the real helm and kustomize.");

compared("beside the real helm", () => {
  it.each(helmCases)("renders $name", async (one) => {
    const { answer, helm4, helm3 } = await renderHelm(one);
    expect(answer.problems.map(({ kind, blocking }) => ({ kind, blocking }))).toEqual((one.remarks ?? []).map((kind) => ({ kind, blocking: false })));
    expect(answer.manifests).toBe(helm4);
    const pieces = splitHelmOutput(treeOf(one.files), one.chart ?? "chart", answer.manifests, answer.supplied);
    expect(pieces.map(({ text }) => text).join("")).toBe(answer.manifests.trim() === "" ? "" : answer.manifests);
    if (one.helm3 === undefined) expect(documents(answer.manifests)).toEqual(documents(helm3));
    else expect(answer.manifests).not.toBe(helm3);
  });

  it.each(helmRefusals)("refuses $name", async (one) => {
    const { answer, helm4, helm3 } = await renderHelm(one);
    expect([refused(answer), helm4, helm3 === null]).toEqual([one.differs === undefined, null, one.helm3 === undefined]);
  });
});

compared("beside the real kustomize", () => {
  it.each(kustomizeCases)("builds $name", async (one) => {
    const { answer, real } = await renderKustomize(one);
    expect(answer.problems).toEqual([]);
    if (one.differs === undefined) expect(answer.manifests).toBe(real);
    else expect([real === null, answer.manifests === real]).toEqual([false, false]);
  });

  it.each(kustomizeRefusals)("refuses $name", async (one) => {
    const { answer, real } = await renderKustomize(one);
    expect([refused(answer), real]).toEqual([true, null]);
  });
});

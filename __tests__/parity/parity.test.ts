// Our rendering beside that of the real helm and kustomize, text for text.

import { afterAll, describe, expect, it } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readDocuments } from "../../src/core/manifest.ts";
import type { Rendering } from "../../src/core/rendering.ts";
import { embeddedVersions } from "../../src/render/versions.ts";
import { treeOf, type Stand } from "../support/tree.ts";
import { helm, kustomize, renderer } from "../render/targets.ts";
import { helmCases, helmRefusals, type HelmCase } from "./helm-corpus.ts";
import { kustomizeCases, kustomizeRefusals, type KustomizeCase } from "./kustomize-corpus.ts";

const tools = process.env["SECCOMP_GATE_TOOLS"];
const ours = renderer({ workers: 2 });
const folders: string[] = [];
afterAll(async () => {
  await ours[Symbol.asyncDispose]();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function onDisk(files: Readonly<Record<string, Stand>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "parity-")));
  folders.push(folder);
  for (const [path, stand] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    if (typeof stand === "string" || stand instanceof Uint8Array) await writeFile(join(folder, path), stand);
    else if ("link" in stand) await symlink(stand.link, join(folder, path));
  }
  return folder;
}

/** Output of a real tool with nothing of this machine's configuration; null when it refuses. */
function real(tool: string, args: readonly string[], cwd: string): string | null {
  const program = join(tools ?? "", tool, tool.startsWith("helm") ? "helm" : tool);
  if (!existsSync(program)) throw new Error(`${program} is not there: run scripts/real-tools.mjs`);
  const { status, stdout, error } = spawnSync(program, [...args], { cwd, encoding: "utf8", env: { PATH: "", HOME: cwd, HELM_NO_PLUGINS: "1", KUBECONFIG: devNull } });
  if (error !== undefined) throw error;
  return status === 0 ? stdout : null;
}

const textOf = ({ sources }: Rendering): string => sources.map(({ text }) => text).join("");
const refused = ({ problems }: Rendering): boolean => problems.some(({ blocking }) => blocking);

function helmArguments({ chart = "chart", settings = {} }: HelmCase): string[] {
  const each = (option: string, values: readonly string[] = []): string[] => values.flatMap((value) => [option, value]);
  return [
    ...["template", settings.release ?? "release-name", chart, "--namespace", settings.namespace ?? "default"],
    // A Helm 3 from sources believes in Kubernetes 1.20; both are told what ours believes in.
    ...["--kube-version", settings.kubeVersion ?? embeddedVersions.kubernetes],
    ...each("--values", settings.valuesFiles),
    ...each("--set", settings.set),
    ...each("--set-string", settings.setString),
    ...each("--set-json", settings.setJson),
    ...each("--set-file", settings.setFile),
    ...each("--api-versions", settings.apiVersions),
    ...(settings.skipTests === true ? ["--skip-tests"] : []),
  ];
}

const renderHelm = (one: HelmCase): Promise<Rendering> => ours.render(treeOf(one.files), helm(one.chart ?? "chart", one.settings), []);
const renderKustomize = (one: KustomizeCase): Promise<Rendering> => ours.render(treeOf(one.files), kustomize(one.folder ?? "over"), []);

/** Helm 3 cuts documents differently (white space around separators, carriage returns): its objects are the same, in the same order. */
function documents(text: string | null): readonly unknown[] {
  const read = readDocuments({ path: null, text: text ?? "", origin: "file" });
  expect(read.problems).toEqual([]);
  return read.documents.map(({ object }) => object);
}

const compared = tools === undefined ? describe.skip : describe;
if (tools === undefined) console.warn("SECCOMP_GATE_TOOLS is not set: rendering was NOT compared with the real helm and kustomize.");

compared("beside the real helm", () => {
  it.each(helmCases)("renders $name", async (one) => {
    const [folder, rendering] = [await onDisk(one.files), await renderHelm(one)];
    expect(rendering.problems).toEqual([]);
    expect(textOf(rendering)).toBe(real("helm4", helmArguments(one), folder));
    expect(documents(textOf(rendering))).toEqual(documents(real("helm3", helmArguments(one), folder)));
  });

  it.each(helmRefusals)("refuses $name", async (one) => {
    const [folder, rendering] = [await onDisk(one.files), await renderHelm(one)];
    expect([refused(rendering), real("helm4", helmArguments(one), folder), real("helm3", helmArguments(one), folder)]).toEqual([true, null, null]);
  });
});

compared("beside the real kustomize", () => {
  it.each(kustomizeCases)("builds $name", async (one) => {
    const [folder, rendering] = [await onDisk(one.files), await renderKustomize(one)];
    expect(rendering.problems).toEqual([]);
    expect(textOf(rendering)).toBe(real("kustomize", ["build", one.folder ?? "over"], folder));
  });

  it.each(kustomizeRefusals)("refuses $name", async (one) => {
    const [folder, rendering] = [await onDisk(one.files), await renderKustomize(one)];
    expect([refused(rendering), real("kustomize", ["build", one.folder ?? "over"], folder)]).toEqual([true, null]);
  });
});

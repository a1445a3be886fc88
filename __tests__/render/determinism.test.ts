import { expect, it } from "@jest/globals";
import type { HelmTarget, KustomizeTarget } from "../../src/core/target.ts";
import type { Rendering } from "../../src/core/rendering.ts";
import type { Renderer } from "../../src/render/renderer.ts";
import { treeOf } from "../support/tree.ts";
import { chart, configMap, helm, kustomize, renderer } from "./targets.ts";

const chance = `{{ randAlphaNum 20 }}-{{ uuidv4 }}-{{ now }}-{{ genCA "x" 1 | toJson | sha256sum }}-{{ keys .Values | join "" }}-{{ shuffle "abcdefgh" }}`;
const tree = treeOf({
  ...chart("chance", configMap(`'${chance}'`), "z: 1\ny: 1\nx: 1\nw: 1\nv: 1\n"),
  // Large enough to make the instance be replaced behind it.
  ...chart("large", "{{ $s := repeat 60000000 `x` }}a: {{ print $s $s | len }}"),
  ...chart("broken", "{{ fail `now` }}"),
  ...chart("bomb", "a: {{ repeat 2000000000 `x` }}"),
  "k/kustomization.yaml": "resources: [cm.yaml]\nconfigMapGenerator: [{name: gen, literals: [a=b]}]\n",
  "k/cm.yaml": configMap("1"),
});
const bomb = helm("bomb");
const calm: readonly (HelmTarget | KustomizeTarget)[] = [...["chance", "large", "broken"].map((path) => helm(path)), kustomize("k")];

type Named = readonly [string, Rendering];

async function renderAll(it: Renderer, [first, ...others]: readonly [HelmTarget, ...(HelmTarget | KustomizeTarget)[]]): Promise<readonly [Named, ...Named[]]> {
  const render = async (target: HelmTarget | KustomizeTarget): Promise<Named> => [target.id, await it.render(tree, target, [])];
  return Promise.all([render(first), ...others.map(render)]);
}

it("gives the same bytes from fresh and used instances, for any number of workers, in any order", async () => {
  const fresh: Record<string, Rendering> = {};
  for (const target of calm) {
    await using alone = renderer({ workers: 1 });
    fresh[target.id] = await alone.render(tree, target, []);
  }
  expect(fresh["helm:chance"]?.sources[0]?.text).toMatch(/it: '[0-9a-zA-Z]{20}-/);
  for (const workers of [1, 3]) {
    await using many = renderer({ workers });
    const [[, bombed], ...rendered] = await renderAll(many, [bomb, ...calm, ...[...calm].reverse()]);
    expect(bombed.problems).toEqual([expect.objectContaining({ kind: "limit", message: expect.stringContaining("memory") })]);
    for (const [id, rendering] of rendered) expect([id, rendering]).toEqual([id, fresh[id]]);
  }
});

// From an event to a judgement: opens both sides, reads the configuration in effect, and runs the gate.

import { CONFIGURATION, configurationInEffect, knownBy } from "./configuration-in-effect.ts";
import { resolvePlan } from "./git/comparison.ts";
import { openRepository } from "./git/repository.ts";
import type { Judgement } from "./github/presentation.ts";
import type { ComparisonRequest } from "./github/run-action.ts";
import { installation } from "./installation.ts";
import { judgeTrees } from "./judge-trees.ts";
import { openRenderer } from "./render/renderer.ts";

const silent = (): void => undefined;

/** Compares what the event names. Rejects with UsageError for the configuration and NoVerdictError for sides that cannot be had. */
export async function compareEvent({ event, inputs, revisions }: ComparisonRequest): Promise<Judgement> {
  await using renderer = openRenderer(installation);
  renderer.warm();
  await using repository = await openRepository(inputs.workingDirectory);
  const access = { token: inputs.token ?? undefined, serverUrl: event.run.serverUrl };
  const { base, head } = await resolvePlan(repository, revisions, access);
  const trees = { base: await repository.tree(base), head: await repository.tree(head) };
  const configured = await configurationInEffect(trees.base, trees.head, inputs.config ?? CONFIGURATION, inputs.config !== null);
  const inEffect = knownBy(configured, await repository.remote.addresses());
  // Awaited here: what is opened above is closed as soon as this function is left.
  return await judgeTrees(trees, inEffect, { only: inputs.targets, failOn: inputs.failOn }, renderer, silent);
}

// From an event to a judgement: opens both sides, reads the configuration in effect, and runs the gate.

import { CONFIGURATION, configurationInEffect, knownBy } from "./configuration-in-effect.ts";
import { resolvePlan } from "./git/comparison.ts";
import { openRepository } from "./git/repository.ts";
import { refuseNativeOnForks } from "./github/native-permission.ts";
import type { Judgement } from "./github/presentation.ts";
import type { ComparisonRequest } from "./github/run-action.ts";
import { judgeTrees } from "./judge-trees.ts";
import { openEmbeddedEngine, openNativeEngine } from "./open-engine.ts";

const silent = (): void => undefined;

/** Compares what the event names. Rejects with UsageError for the configuration and NoVerdictError for sides that cannot be had. */
export async function compareEvent({ event, inputs, revisions }: ComparisonRequest): Promise<Judgement> {
  if (inputs.engine === "native") refuseNativeOnForks(event, inputs.allowNativeOnForks);
  await using engine = inputs.engine === "native" ? await openNativeEngine(process.env, inputs.workingDirectory) : openEmbeddedEngine();
  await using repository = await openRepository(inputs.workingDirectory);
  const access = { token: inputs.token ?? undefined, serverUrl: event.run.serverUrl };
  const { base, head } = await resolvePlan(repository, revisions, access);
  const trees = { base: await repository.tree(base), head: await repository.tree(head) };
  const configured = await configurationInEffect(trees.base, trees.head, inputs.config ?? CONFIGURATION, inputs.config !== null);
  const inEffect = knownBy(configured, await repository.remote.addresses());
  // Awaited here: what is opened above is closed as soon as this function is left.
  return await judgeTrees(trees, inEffect, { only: inputs.targets, failOn: inputs.failOn }, engine, silent);
}

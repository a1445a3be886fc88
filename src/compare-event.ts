// From an event to a judgement: opens both sides, reads the configuration in effect, and runs the gate.

import type { Report } from "./core/report.ts";
import type { Judgement } from "./github/presentation.ts";
import type { ComparisonRequest } from "./github/run-action.ts";
import { embeddedVersions } from "./render/versions.ts";

export const tool: Report["tool"] = { version: "0.1.0", engines: embeddedVersions };

/** Compares what the event names. Rejects with UsageError for the configuration and NoVerdictError for sides that cannot be had. */
export function compareEvent({ event, inputs, revisions }: ComparisonRequest): Promise<Judgement> {
  void [event, inputs, revisions];
  return Promise.reject(new Error("being written"));
}

// Overlays of our own, one per feature of `kustomize build`, each built by the real kustomize too.

import type { KustomizeCase } from "./kustomize-case.ts";
import { kustomizeChartCases } from "./kustomize-chart-cases.ts";
import { kustomizeGeneratorCases } from "./kustomize-generator-cases.ts";
import { kustomizePatchCases } from "./kustomize-patch-cases.ts";
import { kustomizeStructureCases } from "./kustomize-structure-cases.ts";
import { kustomizeTransformerCases } from "./kustomize-transformer-cases.ts";

export { kustomizeRefusals } from "./kustomize-refusals.ts";

/** What both build. */
export const kustomizeCases: readonly KustomizeCase[] = [...kustomizeStructureCases, ...kustomizeTransformerCases, ...kustomizeGeneratorCases, ...kustomizePatchCases, ...kustomizeChartCases];

// Charts of our own, one per feature of `helm template`, each rendered by the real helm too.

import type { HelmCase } from "./helm-case.ts";
import { helmDependencyCases } from "./helm-dependency-cases.ts";
import { helmFileCases } from "./helm-file-cases.ts";
import { helmOutputCases } from "./helm-output-cases.ts";
import { helmSchemaCases } from "./helm-schema-cases.ts";
import { helmTemplateCases } from "./helm-template-cases.ts";
import { helmValuesCases } from "./helm-values-cases.ts";

export { helmRefusals } from "./helm-refusals.ts";

/** What both render. */
export const helmCases: readonly HelmCase[] = [...helmTemplateCases, ...helmValuesCases, ...helmDependencyCases, ...helmFileCases, ...helmOutputCases, ...helmSchemaCases];

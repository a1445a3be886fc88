// Argo CD's ApplicationSet: a template, filled once for each set of parameters that generators give.
// argoproj/argo-cd: pkg/apis/application/v1alpha1/applicationset_types.go, applicationset/controllers/template/template.go.

import { isMapping } from "../../core/manifest.ts";
import type { Trouble } from "../../core/problem.ts";
import type { ManifestsTarget, Target } from "../../core/target.ts";
import { targetsOfApplication } from "./application.ts";
import { fillTemplate } from "./argo-template.ts";
import { declarationOf, titleOf, troubleWith, type GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { generate, kindsOf, MAX_APPLICATIONS, tooMany, unknownExpression, type Generated, type Generation } from "./generators.ts";
import { at, list, mapping, mergeMaps, text, type Mapping } from "./loose-values.ts";
import { possibleFiles } from "./possible-files.ts";

/** The targets of all Applications that an ApplicationSet makes; one that cannot be resolved when they cannot be told. */
export async function targetsOfApplicationSet(gitOps: GitOps, set: DeployedObject): Promise<readonly Target[]> {
  const spec = at(set.object, "spec");
  const unresolved = (trouble: Trouble): readonly Target[] => [unresolvedSet(gitOps, set, trouble)];
  if (set.trouble !== null) return unresolved(set.trouble);
  if (text(at(spec, "templatePatch")) !== "") return unresolved(troubleWith(set, "refused", `${titleOf(set)} patches its template with \`templatePatch\`, which is not worked out here`, "Name what it deploys under `targets:` in the configuration."));
  const generation: Generation = { gitOps, set, goTemplate: at(spec, "goTemplate") === true };
  const applications: DeployedObject[] = [];
  for (const generator of list(at(spec, "generators"))) {
    const generated = await generate(generation, generator);
    const filled = generated.kind === "trouble" ? generated : fill(generation, templateFor(spec, generator), generated.parameters);
    if (filled.kind === "trouble") return unresolved(filled.trouble);
    if (filled.parameters.some((application) => text(at(application, "metadata", "name")) === "")) return unresolved(troubleWith(set, "render-failed", `${titleOf(set)} makes an Application without a name`, "Give its template a `metadata.name`."));
    applications.push(...filled.parameters.map((application) => applicationOf(set, application)));
    if (applications.length > MAX_APPLICATIONS) {
      const limit = tooMany(generation);
      return limit.kind === "trouble" ? unresolved(limit.trouble) : [];
    }
  }
  const targets: Target[] = [];
  for (const application of applications) targets.push(...(await targetsOfApplication(gitOps, application)));
  return targets;
}

/** A generator may have a template of its own, which wins field by field. */
function templateFor(spec: unknown, generator: unknown): Mapping {
  const [kind] = kindsOf(generator).map((name) => at(generator, name));
  return mergeMaps(mapping(at(spec, "template")), mapping(at(kind, "template")));
}

function fill(generation: Generation, template: Mapping, parameters: readonly Mapping[]): Generated {
  const filled: Mapping[] = [];
  for (const own of parameters) {
    const result = fillTemplate(template, own, generation.goTemplate);
    if (result.kind === "unknown") return unknownExpression(generation, result.expression);
    if (isMapping(result.value)) filled.push(result.value);
  }
  return { kind: "parameters", parameters: filled };
}

function applicationOf(set: DeployedObject, application: Mapping): DeployedObject {
  return { ...set, kind: "Application", name: text(at(application, "metadata", "name")), object: application };
}

/** A set whose Applications cannot be told, with the files that these may read. */
function unresolvedSet(gitOps: GitOps, set: DeployedObject, trouble: Trouble): ManifestsTarget {
  const spec = at(set.object, "spec");
  const files = possibleFiles(gitOps, spec, [mapping(at(spec, "template")), ...list(at(spec, "generators")).map((generator) => templateFor(spec, generator))]);
  return { engine: "manifests", id: `manifests:${set.path}@argocd/${set.namespace}/${set.name}`, path: set.path, namespace: "default", files, declaredBy: declarationOf(set, null), unresolvable: trouble, isElsewhere: true, branches: [] };
}

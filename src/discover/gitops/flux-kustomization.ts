// Flux's Kustomization: a folder, built with what the object adds to it.
// fluxcd/kustomize-controller: api/v1/kustomization_types.go.

import type { KustomizeEdits, KustomizeImage, KustomizePatch, KustomizeTarget } from "../../core/target.ts";
import { loadTexts } from "../blob-texts.ts";
import type { Survey } from "../survey.ts";
import { fileAt } from "../tree-files.ts";
import { declarationOf, type GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { at, list, text, textFields, texts } from "./loose-values.ts";
import { routesOfFlux } from "./routes.ts";
import { folderOfFlux } from "./source-folder.ts";
import { unknownValue, variablesIn, variablesOf, type Variables } from "./substitution.ts";

/** The target that a Flux Kustomization declares. */
export async function targetOfFluxKustomization(gitOps: GitOps, object: DeployedObject): Promise<KustomizeTarget> {
  const spec = at(object.object, "spec");
  const { path, trouble, decides, isElsewhere, branches } = folderOfFlux(gitOps, object, at(spec, "sourceRef"), text(at(spec, "path")));
  const variables = variablesOf(object.object, object.namespace, object.path, gitOps.findData);
  const substitute = variables === null ? null : await knownVariables(gitOps.survey, path, variables);
  const edits = editsOfFlux(spec);
  return {
    engine: "kustomize",
    id: `kustomize:${path}@flux/${object.namespace}/${object.name}`,
    path,
    namespace: edits.namespace || "default",
    edits,
    substitute,
    loadRestrictor: "none",
    declaredBy: declarationOf(object, [decides, path, substitute, edits]),
    unresolvable: object.trouble ?? trouble,
    isElsewhere,
    branches,
  };
}

/** Where objects that supply variables are elsewhere, every variable that has no other value gets one that stands out. */
async function knownVariables(survey: Survey, folder: string, { values, missing }: Variables): Promise<Readonly<Record<string, string>> | null> {
  if (missing.length === 0) return values;
  const files = [...routesOfFlux(survey, folder).keys()].flatMap((path) => fileAt(survey.tree, path) ?? []);
  await loadTexts(survey.tree, survey.cache.texts, files.map(({ id }) => id));
  const names = new Set(files.flatMap(({ id }) => variablesIn(survey.cache.texts.get(id) ?? "")));
  const unknown = [...names].filter((name) => !Object.hasOwn(values, name)).sort();
  const all = { ...Object.fromEntries(unknown.map((name) => [name, unknownValue(name)])), ...values };
  return Object.keys(all).length === 0 ? null : all;
}

function editsOfFlux(spec: unknown): KustomizeEdits {
  return {
    by: "flux",
    namespace: text(at(spec, "targetNamespace")),
    namePrefix: text(at(spec, "namePrefix")),
    nameSuffix: text(at(spec, "nameSuffix")),
    images: imagesOf(at(spec, "images")),
    replicas: [],
    patches: patchesOf(at(spec, "patches")),
    components: texts(at(spec, "components")),
    ignoreMissingComponents: at(spec, "ignoreMissingComponents") === true,
    commonLabels: textFields(at(spec, "commonMetadata", "labels")),
    labelWithoutSelector: false,
    labelIncludeTemplates: false,
    commonAnnotations: textFields(at(spec, "commonMetadata", "annotations")),
  };
}

/** Images as Kustomize and Flux write them. */
export function imagesOf(value: unknown): readonly KustomizeImage[] {
  return list(value).map((image) => {
    const { name = "", newName, newTag, digest } = textFields(image);
    return { name, ...(newName === undefined ? {} : { newName }), ...(newTag === undefined ? {} : { newTag }), ...(digest === undefined ? {} : { digest }) };
  });
}

/** Patches as Kustomize, Flux and Argo CD write them. */
export function patchesOf(value: unknown): readonly KustomizePatch[] {
  return list(value).map((item) => {
    const [patch, path] = [at(item, "patch"), at(item, "path")];
    const target = at(item, "target") === undefined ? null : textFields(at(item, "target"));
    const options = Object.fromEntries(Object.entries(textFields(at(item, "options"))).map(([name, option]) => [name, option === "true"]));
    return {
      ...(typeof patch === "string" ? { patch } : {}),
      ...(typeof path === "string" ? { path } : {}),
      ...(target === null ? {} : { target }),
      ...(Object.keys(options).length === 0 ? {} : { options }),
    };
  });
}

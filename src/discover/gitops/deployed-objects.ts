// The objects as they are applied: a file says one thing, and the kustomizations and Flux Kustomizations on its way change it.

import { isMapping } from "../../core/manifest.ts";
import type { Trouble } from "../../core/problem.ts";
import { joinPath } from "../../core/tree.ts";
import { rootKustomizations } from "../kustomize-roots.ts";
import { wantsFile } from "../kustomization-references.ts";
import { landingOf } from "../landing.ts";
import type { Survey } from "../survey.ts";
import { behindArtifact } from "./artifact-folder.ts";
import { applyEdits, editsAskedFor, editsOf, inlinePatches, type Edit } from "./kustomization-edits.ts";
import { at, list, text, texts, type Mapping } from "./loose-values.ts";
import type { FindData } from "./referenced-data.ts";
import type { WrittenObject } from "./repository-objects.ts";
import { routesFrom, routesOfFlux, type Route } from "./routes.ts";
import { substituteObject, variablesOf } from "./substitution.ts";

/** An object in one of the places where it is applied. */
export interface DeployedObject extends Omit<WrittenObject, "tooLarge"> {
  /** Why it cannot be known as it is applied. */
  readonly trouble: Trouble | null;
}

/** One way in which a file gets applied. */
interface Way {
  readonly route: Route;
  /** The Flux Kustomization that does it. */
  readonly by: WrittenObject | null;
}

interface Deployment {
  readonly survey: Survey;
  readonly findData: FindData;
  readonly waysTo: (path: string) => readonly Way[];
  readonly done: Map<WrittenObject, readonly DeployedObject[]>;
  readonly begun: Set<WrittenObject>;
}

const MAX_WAYS = 30; // of one object

/** Every one of the wanted objects in each place where it is applied. What is only a patch of another is none. */
export function deployedObjects(survey: Survey, written: readonly WrittenObject[], isWanted: (object: WrittenObject) => boolean, findData: FindData): readonly DeployedObject[] {
  const patches = patchFiles(survey);
  const deployment: Deployment = { survey, findData, waysTo: findWays(survey, written.filter(({ path }) => !patches.has(path))), done: new Map(), begun: new Set() };
  return written.filter((object) => isWanted(object) && !patches.has(object.path)).flatMap((object) => deploy(deployment, object));
}

/** True for Flux's own, which has the name of Kustomize's. */
export function isFluxKustomization({ apiVersion, kind }: Pick<WrittenObject, "apiVersion" | "kind">): boolean {
  return kind === "Kustomization" && apiVersion.startsWith("kustomize.toolkit.fluxcd.io/");
}

/** Files that kustomizations name for other ends than to build them. */
function patchFiles(survey: Survey): ReadonlySet<string> {
  const [resources, others] = [new Set<string>(), new Set<string>()];
  for (const [folder, files] of survey.kustomizations) {
    for (const reference of files.flatMap(({ references }) => references)) {
      const landing = landingOf(survey.tree, folder, reference);
      if (landing.kind === "file") (wantsFile(reference) ? others : resources).add(landing.path);
    }
  }
  return new Set([...others].filter((path) => !resources.has(path)));
}

function findWays(survey: Survey, written: readonly WrittenObject[]): (path: string) => readonly Way[] {
  const ways = new Map<string, Way[]>();
  const note = (path: string, way: Way): void => {
    const known = ways.get(path) ?? [];
    ways.set(path, known);
    if (known.length < MAX_WAYS) known.push(way);
  };
  for (const by of written.filter(isFluxKustomization)) {
    const { path } = behindArtifact(written, { sourceRef: at(by.object, "spec", "sourceRef"), path: text(at(by.object, "spec", "path")) }, by.namespace, by.path);
    const folder = joinPath(".", path);
    if (folder === null || (folder !== "." && survey.tree.entries.get(folder)?.kind !== "folder")) continue;
    for (const [path, route] of routesOfFlux(survey, folder)) note(path, { route, by });
  }
  const roots = rootKustomizations(survey, [...survey.kustomizations.keys()]);
  const plain = new Map<string, Way[]>();
  for (const root of roots) for (const [path, route] of routesFrom(survey, root)) plain.set(path, [...(plain.get(path) ?? []), { route, by: null }].slice(0, MAX_WAYS));
  return (path) => [...(ways.get(path) ?? []), ...(plain.get(path) ?? [])];
}

function deploy(deployment: Deployment, written: WrittenObject): readonly DeployedObject[] {
  const known = deployment.done.get(written);
  if (known !== undefined) return known;
  deployment.begun.add(written);
  const all = deployment.waysTo(written.path);
  // What Flux applies is not applied by hand as well. An object that applies itself has to be applied by something else first.
  const byFlux = all.filter(({ by }) => by !== null && !deployment.begun.has(by));
  const byHand = all.filter(({ by }) => by === null);
  const ways = byFlux.length > 0 ? byFlux : byHand.length > 0 ? byHand : [{ route: [], by: null }];
  const found = ways.flatMap((way) => {
    const appliers = way.by === null ? [null] : deploy(deployment, way.by);
    return appliers.flatMap((applier) => deployOneWay(deployment, written, way.route, applier));
  });
  deployment.begun.delete(written);
  const distinct = [...new Map(found.map((object) => [JSON.stringify([object.namespace, object.name, object.object]), object])).values()].slice(0, MAX_WAYS);
  deployment.done.set(written, distinct);
  return distinct;
}

function deployOneWay({ survey, findData }: Deployment, written: WrittenObject, route: Route, applier: DeployedObject | null): readonly DeployedObject[] {
  const { tooLarge, ...rest } = written;
  if (tooLarge) return [{ ...rest, trouble: { kind: "limit", path: written.path, line: written.line, message: `${written.kind} \`${written.name}\` has more than 100,000 parts`, remedy: "Write less of it with aliases.", blocking: true } }];
  const edits: readonly Edit[] = [...route.flatMap((folder) => editsOf(survey, folder)), ...(applier === null ? [] : editsOfFlux(survey, applier))];
  const patched = applyEdits(written.object, edits);
  if (patched.kind === "deleted") return [];
  const named = { ...rest, namespace: rest.namespace || "default" };
  if (patched.kind === "unclear") {
    const message = `what the patch that begins with \`${patched.patch.slice(0, 100)}\` does to ${written.kind} \`${written.name}\` cannot be told`;
    return [{ ...named, trouble: { kind: "render-failed", path: written.path, line: written.line, message, remedy: "Give the patch a target with plain names.", blocking: true } }];
  }
  const variables = applier === null ? null : variablesOf(applier.object, applier.namespace, applier.path, findData);
  const object = variables === null ? patched.object : substituteObject(patched.object, variables);
  if (!isMapping(object)) return [];
  return [{ ...named, namespace: text(at(object, "metadata", "namespace")) || "default", name: text(at(object, "metadata", "name")) || named.name, object, trouble: null }];
}

/** What a Flux Kustomization does to what it applies, as far as it concerns such objects. */
function editsOfFlux(survey: Survey, { object }: { readonly object: Mapping }): readonly Edit[] {
  const spec = at(object, "spec");
  const folder = joinPath(".", text(at(spec, "path"))) ?? ".";
  const components = texts(at(spec, "components")).flatMap((component) => {
    const path = joinPath(folder, component);
    return path === null ? [] : editsOf(survey, path);
  });
  return [...components, ...editsAskedFor(inlinePatches(list(at(spec, "patches"))), text(at(spec, "targetNamespace")), text(at(spec, "namePrefix")), text(at(spec, "nameSuffix")))];
}

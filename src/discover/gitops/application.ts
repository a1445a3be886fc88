// Argo CD's Application: one target for each of its sources. argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go (ApplicationSpec).

import type { Target } from "../../core/target.ts";
import { targetOfSource } from "./argo-source.ts";
import type { GitOps } from "./declaration.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { at, list, mapping, text } from "./loose-values.ts";
import { folderOfArgo, type SourceFolder } from "./source-folder.ts";

const MAX_SOURCES = 100;

/** The targets that an Application declares. */
export async function targetsOfApplication(gitOps: GitOps, application: DeployedObject): Promise<readonly Target[]> {
  const spec = at(application.object, "spec");
  const sources = sourcesOf(spec).slice(0, MAX_SOURCES);
  const refs = new Map<string, SourceFolder>();
  for (const source of sources) {
    const ref = text(at(source, "ref"));
    // A reference is to the root of its repository, whatever its own path.
    if (ref !== "") refs.set(`$${ref}`, folderOfArgo(gitOps, application, text(at(source, "repoURL")), text(at(source, "targetRevision")), ""));
  }
  const namespace = text(at(spec, "destination", "namespace")) || "default";
  const building = sources.filter((source) => text(at(source, "chart")) !== "" || text(at(source, "path")) !== "" || text(at(source, "ref")) === "");
  const targets: Target[] = [];
  for (const [i, written] of building.entries()) targets.push(await targetOfSource({ gitOps, application, written, namespace, refs }, i === 0 ? "" : `#${i + 1}`));
  return targets;
}

/** The sources of an Application, as written. */
export function sourcesOf(spec: unknown): readonly unknown[] {
  const several = list(at(spec, "sources"));
  if (several.length > 0) return several;
  const dry = at(spec, "sourceHydrator", "drySource");
  const one = at(spec, "source") ?? dry;
  return Object.keys(mapping(one)).length === 0 ? [] : [one];
}

// Flux's artifacts that are cut out of a repository: where a path in one of them comes from.
// fluxcd/source-watcher: api/v1beta1/artifactgenerator_types.go.

import { isWithin, joinPath } from "../../core/tree.ts";
import { at, list, text } from "./loose-values.ts";
import { nearestObject } from "./nearest-object.ts";
import type { WrittenObject } from "./repository-objects.ts";

/** A path in a source. */
export interface PathInSource {
  readonly sourceRef: unknown;
  readonly path: string;
}

/** Where a path in a source really is: of an ExternalArtifact, in the source that it is a part of. Unchanged when that cannot be told. */
export function behindArtifact(objects: readonly WrittenObject[], { sourceRef, path }: PathInSource, namespace: string, from: string): PathInSource {
  const unchanged = { sourceRef, path };
  if (at(sourceRef, "kind") !== "ExternalArtifact") return unchanged;
  const name = text(at(sourceRef, "name"));
  const place = text(at(sourceRef, "namespace")) || namespace;
  const generators = objects.flatMap((object) => (object.kind === "ArtifactGenerator" ? list(at(object.object, "spec", "artifacts")).flatMap((artifact) => (text(at(artifact, "name")) === name ? [{ ...object, kind: "ExternalArtifact", name, artifact }] : [])) : []));
  const generator = nearestObject(generators, { kind: "ExternalArtifact", namespace: place, name, from });
  const inside = joinPath(".", path);
  if (generator === null || inside === null) return unchanged;
  // What is copied last lies on top.
  for (const copy of list(at(generator.artifact, "copy")).toReversed()) {
    const [, alias, folder] = /^@([^/]+)\/(?:(.*)\/)?\*\*$/s.exec(text(at(copy, "from"))) ?? [];
    const [, target] = /^@artifact(?:\/(.*))?$/s.exec(text(at(copy, "to"))) ?? [];
    const base = joinPath(".", target ?? "");
    if (alias === undefined || base === null || !isWithin(inside, base)) continue;
    const source = list(at(generator.object, "spec", "sources")).find((candidate) => at(candidate, "alias") === alias);
    const real = joinPath(folder ?? ".", base === "." ? inside : inside.slice(base.length));
    if (source !== undefined && real !== null) return { sourceRef: { kind: at(source, "kind"), name: at(source, "name"), namespace: text(at(source, "namespace")) || place }, path: real };
  }
  return unchanged;
}

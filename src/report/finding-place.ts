// The place of a finding for formats that take none without one: code scanning and code quality reports drop what is nowhere.

import type { Finding, Report, TargetOutcome } from "../core/report.ts";
import { urlPath } from "./escape.ts";

/** One line of a file of the repository. */
export interface FindingPlace {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based; null where only the line is known. */
  readonly column: number | null;
}

/** Where the configuration is when nobody names it: the one file that can always be written to settle a finding. */
const LAST_RESORT = ".seccomp-gate.yaml";

const inFolder = (folder: string, file: string): string => (folder === "." ? file : `${folder}/${file}`);

/** The file that makes a target one, as far as its outcome tells. */
function ownFile({ engine, path, declaredBy }: TargetOutcome): string {
  if (declaredBy !== null) return declaredBy.path;
  if (engine === "helm") return path.endsWith(".tgz") ? path : inFolder(path, "Chart.yaml");
  if (engine === "kustomize") return inFolder(path, "kustomization.yaml");
  return path;
}

/** A path that can be written as a relative URI; else the last resort. */
const usable = (path: string): string => (urlPath(path) === null ? LAST_RESORT : path);

/** Where each target of a report stands when nothing better is known, by id. */
export function targetPlaces({ targets }: Pick<Report, "targets">): ReadonlyMap<string, FindingPlace> {
  return new Map(targets.map((target) => [target.id, { path: usable(ownFile(target)), line: target.declaredBy?.line ?? 1, column: null }]));
}

/** The finding's first location; the file of its target where it has none. */
export function findingPlace({ locations, target }: Pick<Finding, "locations" | "target">, targets: ReadonlyMap<string, FindingPlace>): FindingPlace {
  const [first] = locations;
  if (first !== undefined && urlPath(first.path) !== null) return { path: first.path, line: first.line, column: first.precision === "exact" ? first.column : null };
  return targets.get(target) ?? { path: LAST_RESORT, line: 1, column: null };
}

// What a target says of the object that declares it, and of why it cannot be rendered.

import type { Trouble } from "../../core/problem.ts";
import type { Selection } from "../../core/selection.ts";
import type { Declaration } from "../../core/target.ts";
import type { Survey } from "../survey.ts";
import type { DeployedObject } from "./deployed-objects.ts";
import { canonical, mapping } from "./loose-values.ts";
import type { FindData } from "./referenced-data.ts";
import type { WrittenObject } from "./repository-objects.ts";

/** All that the objects of one tree are understood with. */
export interface GitOps {
  readonly survey: Survey;
  readonly selection: Selection;
  /** Flux's sources: GitRepository, HelmRepository and the like. */
  readonly sources: readonly WrittenObject[];
  readonly findData: FindData;
}

// When, how often and by whom: these change nothing of what is rendered.
const IRRELEVANT = new Set(["interval", "timeout", "retryInterval", "suspend", "dependsOn", "maxHistory", "serviceAccountName", "driftDetection", "healthChecks", "healthCheckExprs", "wait", "prune", "force", "install", "upgrade", "rollback", "uninstall", "test", "syncPolicy", "project", "ignoreDifferences", "info", "revisionHistoryLimit", "secretRef", "certSecretRef", "verify", "reconcileStrategy"]);

/** A mapping without the fields that change nothing of what is rendered. */
export function deciding(spec: unknown): unknown {
  return Object.fromEntries(Object.entries(mapping(spec)).filter(([field]) => !IRRELEVANT.has(field)));
}

/** The object as a target's declaration. `others` is all that decides beside it. */
export function declarationOf({ apiVersion, kind, namespace, name, path, line, object }: DeployedObject, others: unknown): Declaration {
  return { apiVersion, kind, namespace, name, path, line, decides: canonical([apiVersion, kind, namespace, name, deciding(object["spec"]), others]) };
}

/** A reason why what an object declares cannot be rendered. */
export function troubleWith({ path, line }: Pick<DeployedObject, "path" | "line">, kind: Trouble["kind"], message: string, remedy: string): Trouble {
  return { kind, path, line, message, remedy, blocking: true };
}

/** The object by kind and name, for messages. */
export function titleOf({ kind, namespace, name }: Pick<DeployedObject, "kind" | "namespace" | "name">): string {
  return `${kind} \`${namespace}/${name}\``;
}

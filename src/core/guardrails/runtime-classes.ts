// RuntimeClasses: which runtime a class stands for is said by its handler, whatever its name promises.
// kubernetes/api: node/v1/types.go (RuntimeClass).

import { asText } from "../field.ts";
import { isSandboxHandler, promisesSandbox } from "../runtime-class.ts";
import type { FoundObject } from "../workload.ts";
import { plainFact, type Fact } from "./fact.ts";
import { show } from "./spell.ts";

/** Whether the pods of a class get a kernel of their own. A class that is not there is one that the cluster has, and what its name says. */
export function runtimeClasses({ group, kind, name, object }: FoundObject): readonly Fact[] {
  if (group !== "node.k8s.io" || kind !== "RuntimeClass") return [];
  const handler = asText(object["handler"]) ?? "";
  return [
    {
      ...plainFact,
      rule: "guardrail-weakened",
      aspect: "handler",
      what: "`handler`",
      strength: isSandboxHandler(handler) ? 1 : 0,
      otherwise: promisesSandbox(name) ? 1 : 0,
      says: show(handler),
      absence: "not in this repository, for which the name of the class stood",
      isMissed: false,
      severity: "error",
      remedy: "Name the handler of the sandbox again, or give the class another name and have the pods set a profile.",
      path: object["handler"] === undefined ? ["kind"] : ["handler"],
      reach: { kind: "all" },
    },
  ];
}

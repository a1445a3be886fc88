// Datadog's operator: agents whose pods and containers are spoken of by their names in `override`.
// DataDog/datadog-operator: internal/controller/datadogagent/override/podtemplatespec.go, container.go; api/datadoghq/common/types.go.

import { asMapping, below, fieldAt, isMapping, type MappingField } from "../field.ts";
import { containerAt, containerNamed, contextAt, firstContext, type PodContainer } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";

/** The containers that a component always has; components that are made only where the object asks for them are spoken of to be there. */
const mains: Readonly<Record<string, string>> = { nodeAgent: "agent", clusterAgent: "cluster-agent", clusterChecksRunner: "agent" };
const alwaysMade = ["nodeAgent", "clusterAgent"];

/** Containers to which the operator gives profiles of its own unless their security context is overridden. component/agent/default.go. */
const withOwnProfile: ReadonlySet<string> = new Set(["system-probe", "host-profiler"]);

/** What is said for all containers of a pod. */
const ALL = "all";

function containersOf(override: MappingField, component: string): PodContainer[] {
  const known = below(override, "containers");
  const said = isMapping(known.value) ? Object.keys(known.value).filter((name) => name !== ALL) : [];
  return [...new Set([mains[component] ?? [], said].flat())].flatMap((name) => {
    const own = below(known, name);
    const securityContext = firstContext(below(own, "securityContext"), below(known, ALL, "securityContext"));
    if (withOwnProfile.has(name) && !isMapping(securityContext.value)) return [];
    return [{ ...containerAt(own, containerNamed("container", name, component)), securityContext }];
  });
}

const agents: Shape = {
  says: "generated pods: `securityContext` of each component in `override`, and that of its `containers` by name",
  withoutList: true,
  find: (at) => {
    if (asMapping(at) === null) return [];
    const overrides = below(at, "override");
    const components = new Set([...alwaysMade, ...(isMapping(overrides.value) ? Object.keys(overrides.value) : [])]);
    return [...components].flatMap((component) => {
      const { path, value } = below(overrides, component);
      const override = { path, value: isMapping(value) ? value : {} };
      if (fieldAt(override.value, ["disabled"]) === true) return [];
      return [{ pod: component, securityContext: contextAt(below(override, "securityContext")), podMetadata: override, podSpec: override, containers: containersOf(override, component) }];
    });
  },
};

export const datadogKinds: readonly KindRow[] = ["DatadogAgent", "DatadogAgentInternal"].map((kind) => ({
  groups: ["datadoghq.com"],
  kind,
  path: "spec",
  shape: agents,
  note: "`system-probe` and `host-profiler` have profiles of the operator's own and are listed where their security context takes its place",
  source: "DataDog/datadog-operator: internal/controller/datadogagent/override/podtemplatespec.go, container.go",
}));

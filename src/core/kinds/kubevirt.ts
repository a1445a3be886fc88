// KubeVirt: no virtual machine names a profile; the installation does for all of them, in words of its own.

import { asMapping, below } from "../field.ts";
import { containerAt, containerNamed, contextAt, type SecurityContext } from "../pod.ts";
import type { Field } from "../field.ts";
import type { KindRow, Shape } from "./kind.ts";

/** `customProfile` as the security context that virt-launcher pods get. */
function launcherContext(custom: Field): SecurityContext {
  const localhost = below(custom, "localhostProfile");
  const runtimeDefault = below(custom, "runtimeDefaultProfile");
  if (typeof localhost.value === "string") return { path: custom.path, value: { seccompProfile: { type: "Localhost", localhostProfile: localhost.value } }, elsewhere: { seccompProfile: localhost.path } };
  if (runtimeDefault.value === true) return { path: custom.path, value: { seccompProfile: { type: "RuntimeDefault" } }, elsewhere: { seccompProfile: runtimeDefault.path } };
  return contextAt({ path: custom.path, value: undefined });
}

const launcher: Shape = {
  says: "profile of all virt-launcher pods, at `seccompConfiguration.virtualMachineInstanceProfile.customProfile`",
  withoutList: true,
  find: (at, pod) => {
    if (asMapping(at) === null) return [];
    const custom = below(at, "seccompConfiguration", "virtualMachineInstanceProfile", "customProfile");
    const compute = containerAt({ path: custom.path, value: undefined }, containerNamed("container", "compute", pod));
    return [{ pod, securityContext: launcherContext(custom), podMetadata: null, podSpec: null, containers: [compute] }];
  },
};

export const kubevirtKinds: readonly KindRow[] = [
  {
    groups: ["kubevirt.io"],
    kind: "KubeVirt",
    path: "spec.configuration",
    pod: "virt-launcher",
    shape: launcher,
    note: "virtual machines themselves name no profile",
    source: "kubevirt/kubevirt: staging/src/kubevirt.io/api/core/v1/types.go (SeccompConfiguration)",
  },
];

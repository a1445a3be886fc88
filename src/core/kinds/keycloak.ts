// Keycloak's operator takes a pod template as the base of its own, and calls the first container `keycloak`, whatever its name there.
// keycloak/keycloak: operator/src/main/java/org/keycloak/operator/controllers/KeycloakDeploymentDependentResource.java (createBaseDeployment).

import { podContainers } from "../container.ts";
import { asMapping, below } from "../field.ts";
import { containerAt, containerNamed } from "../pod.ts";
import type { KindRow, Shape } from "./kind.ts";
import { podOf } from "./pod-template.ts";

const NAME = "keycloak";

const serverPod: Shape = {
  says: "pod template at `unsupported.podTemplate`, whose first container is the operator's own",
  withoutList: true,
  find: (at, pod) => {
    if (asMapping(at) === null) return [];
    const template = below(at, "unsupported", "podTemplate");
    const podSpec = asMapping(below(template, "spec")) ?? { path: [...template.path, "spec"], value: {} };
    const listed = podContainers(podSpec, pod);
    const first = listed.findIndex(({ container }) => container.type === "container");
    const server = containerAt(below(podSpec, "containers", 0), containerNamed("container", NAME, pod));
    return [{ ...podOf(podSpec, below(template, "metadata"), pod), containers: first < 0 ? [...listed, server] : listed.with(first, server) }];
  },
};

export const keycloakKinds: readonly KindRow[] = [
  { groups: ["k8s.keycloak.org"], kind: "Keycloak", path: "spec", shape: serverPod, source: "keycloak/keycloak: operator/src/main/java/org/keycloak/operator/controllers/KeycloakDeploymentDependentResource.java" },
];

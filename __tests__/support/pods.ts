// The smallest manifests that have a posture, for tests in which something else matters.

import type { Files } from "./made-repository.ts";

/** A pod whose security context sets a profile of the given type. */
export function pod(name: string, type: "RuntimeDefault" | "Unconfined", image = "1"): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  securityContext:
    seccompProfile:
      type: ${type}
  containers:
    - name: ${name}
      image: registry.example/${name}:${image}
`;
}

/** A chart in the folder \`chart\` with one template, \`templates/it.yaml\`. */
export function chart(template: string, values = "", metadata = "apiVersion: v2\nname: chart\nversion: 1.0.0\n"): Files {
  return { "chart/Chart.yaml": metadata, "chart/values.yaml": values, "chart/templates/it.yaml": template };
}

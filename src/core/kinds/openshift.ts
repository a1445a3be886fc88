// OpenShift: what came before Deployments, and the operators' lifecycle manager.

import { catalogue } from "./crd-source.ts";
import type { KindRow } from "./kind.ts";
import { podTemplate } from "./pod-template.ts";

export const openshiftKinds: readonly KindRow[] = [
  { groups: ["apps.openshift.io", ""], kind: "DeploymentConfig", path: "spec.template", shape: podTemplate, source: catalogue("openshift/v4.15-strict/deploymentconfig_apps.openshift.io_v1") },
  {
    groups: ["operators.coreos.com"],
    kind: "ClusterServiceVersion",
    path: "spec.install.spec.deployments[].spec.template",
    shape: podTemplate,
    source: catalogue("operators.coreos.com/clusterserviceversion_v1alpha1"),
  },
];

// What the engines are told for a target.

import type { HelmTarget, KustomizeTarget } from "../core/target.ts";
import type { Request } from "./protocol.ts";

/** The request for a target: what `helm template` or `kustomize build` would be told on a command line. */
export function renderRequest(target: HelmTarget | KustomizeTarget): Request {
  // Flux lifts Kustomize's load restriction and Argo CD can; here nothing is lost by it, as the tree cannot be left.
  if (target.engine === "kustomize") return { engine: "kustomize", path: target.path, loadRestrictor: "none" };
  const { release, namespace, valuesFiles, set, setString, setJson, setFile, kubeVersion, apiVersions, skipTests } = target.helm;
  return {
    engine: "helm",
    chart: target.path,
    release,
    namespace,
    valuesFiles,
    values: {},
    setJson,
    set,
    setString,
    setFile,
    kubeVersion,
    apiVersions,
    includeCRDs: false, // a definition holds no container
    skipHooks: false,
    skipTests,
    skipSchemaValidation: false,
    isUpgrade: false,
  };
}

// What the engines are told for a target.

import type { HelmTarget, KustomizeTarget } from "../core/target.ts";
import type { Request } from "./protocol.ts";

/** The request for a target: what `helm template` or `kustomize build` would be told on a command line. `charts` may stand in for absent ones. */
export function renderRequest(target: HelmTarget | KustomizeTarget, charts: readonly string[]): Request {
  if (target.engine === "kustomize") {
    const { path, loadRestrictor, edits, substitute } = target;
    return { engine: "kustomize", path, loadRestrictor, edits, substitute, charts, lean: true };
  }
  const { release, namespace, valuesFiles, values, set, setString, setJson, setFile, kubeVersion, apiVersions, skipTests, postRenderers, postRenderStrategy, defaultsFiles, defaultsInChart } = target.helm;
  return {
    engine: "helm",
    chart: target.wanted === null ? target.path : "",
    chartName: target.wanted?.name ?? "",
    chartVersion: target.wanted?.version ?? "",
    charts,
    release,
    namespace,
    valuesFiles,
    values,
    setJson,
    set,
    setString,
    setFile,
    kubeVersion,
    apiVersions,
    includeCRDs: true, // whatever stands in crds/ is created, be it a definition or a Pod: helm/helm: pkg/action/install.go (installCRDs)
    skipHooks: false,
    skipTests,
    skipSchemaValidation: false,
    isUpgrade: false,
    postRenderers,
    postRenderStrategy,
    defaultsFiles,
    defaultsInChart,
  };
}

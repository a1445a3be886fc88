// What an Application adds to a kustomization. argoproj/argo-cd: util/kustomize/kustomize.go (Build).

import type { KustomizeEdits, KustomizeImage } from "../../core/target.ts";
import { patchesOf } from "./flux-kustomization.ts";
import { at, list, text, textFields, texts } from "./loose-values.ts";

/** The edits that `source.kustomize` asks for. */
export function editsOfArgo(kustomize: unknown): KustomizeEdits {
  return {
    by: "argocd",
    namespace: text(at(kustomize, "namespace")),
    namePrefix: text(at(kustomize, "namePrefix")),
    nameSuffix: text(at(kustomize, "nameSuffix")),
    images: texts(at(kustomize, "images")).map(imageOf),
    replicas: list(at(kustomize, "replicas")).flatMap((replica) => {
      const count = Number(text(at(replica, "count")) || "NaN");
      return Number.isInteger(count) ? [{ name: text(at(replica, "name")), count }] : [];
    }),
    patches: patchesOf(at(kustomize, "patches")),
    components: texts(at(kustomize, "components")),
    ignoreMissingComponents: at(kustomize, "ignoreMissingComponents") === true,
    commonLabels: textFields(at(kustomize, "commonLabels")),
    labelWithoutSelector: at(kustomize, "labelWithoutSelector") === true,
    labelIncludeTemplates: at(kustomize, "labelIncludeTemplates") === true,
    commonAnnotations: textFields(at(kustomize, "commonAnnotations")),
  };
}

/** `name=newName:tag@digest` and its parts. kubernetes-sigs/kustomize: kustomize/commands/edit/set/setimage.go (parse). */
export function imageOf(written: string): KustomizeImage {
  const equals = written.indexOf("=");
  const [before, wanted] = equals < 0 ? ["", written] : [written.slice(0, equals), written.slice(equals + 1)];
  const [, name = "", newTag, digest] = /^(.*?)(?::([^:/@]*))?(?:@(.*))?$/s.exec(wanted) ?? [];
  const newName = before === "" || name === "*" || name === "" || name === before ? null : name;
  return {
    name: before === "" ? name : before,
    ...(newName === null ? {} : { newName }),
    ...(newTag === undefined || newTag === "*" || newTag === "" ? {} : { newTag }),
    ...(digest === undefined || digest === "" ? {} : { digest }),
  };
}

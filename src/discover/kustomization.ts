// One kustomization file: whether it is one, and what it refers to by name.
// kubernetes-sigs/kustomize: api/types/kustomization.go, api/konfig/general.go.

import { readDocuments, type ManifestDocument } from "../core/manifest.ts";
import { collectReferences, type Reference } from "./kustomization-references.ts";
import { stringField } from "./loose-fields.ts";

/** File names that `kustomize build FOLDER` looks for. */
export const kustomizationNames: ReadonlySet<string> = new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);

export interface Kustomization {
  /** A component is only ever applied on top of another kustomization. */
  readonly component: boolean;
  /** Null when the text is not YAML that can be read. */
  readonly document: ManifestDocument | null;
  /** Null when the bytes are not UTF-8. */
  readonly text: string | null;
  readonly references: readonly Reference[];
}

const unreadable = { component: false, document: null, references: [] } as const;

/** Reads a file with one of the names above; null when it is an object of another kind, such as Flux's Kustomization. */
export function readKustomization(text: string | null): Kustomization | null {
  if (text === null) return { ...unreadable, text };
  const { documents, problems } = readDocuments({ path: null, text, origin: "file" });
  const document = documents[0];
  if (document === undefined || (problems[0]?.line ?? Infinity) < document.line) {
    // What cannot be read is Kustomize's to refuse, unless the text says in so many words that it belongs to another tool.
    return namesAnotherApi(text) ? null : { ...unreadable, text };
  }
  const apiVersion = stringField(document.object, "apiversion");
  const kind = stringField(document.object, "kind");
  const foreign = apiVersion !== null && !apiVersion.startsWith("kustomize.config.k8s.io/");
  if (foreign && kind !== null) return null;
  return { component: kind === "Component", document, text, references: collectReferences(document.object) };
}

function namesAnotherApi(text: string): boolean {
  const apiVersion = /^apiVersion:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1];
  return apiVersion !== undefined && apiVersion.includes("/") && !apiVersion.startsWith("kustomize.config.k8s.io/");
}

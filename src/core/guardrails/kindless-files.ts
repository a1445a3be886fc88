// Files that configure kubelets and have no API version and kind to be known by: Talos, k3s, RKE and RKE2, Kubespray, cloud-init and Bottlerocket.

import { asText, fieldAt } from "../field.ts";
import { isMapping, readDocuments, type ManifestDocument } from "../manifest.ts";
import type { Trouble } from "../problem.ts";
import type { FoundObject } from "../workload.ts";
import { kindlessGroup } from "./kubelet-settings.ts";
import { readToml } from "./toml.ts";

/** What tells such files from others, before anything is parsed. */
const families = /^machine[ \t]*:|^["']?kubelet-arg\+?["']?[ \t]*:|machine:|\/machine\/kubelet\/|settings\.kubernetes|\[settings\b|^talosVersion[ \t]*:|^kubelet_\w+[ \t]*:|^[ \t]+extra_args(?:_array)?[ \t]*:|^write_files[ \t]*:/m;

/** False for text that certainly says nothing of kubelets in a file without a kind. */
export function mayBeKindless(text: string): boolean {
  return /seccomp/i.test(text) && families.test(text);
}

const baseName = (path: string) => path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:ya?ml|json|toml)$/, "");

/** What kind of file a document without API version and kind is; null for none of ours. */
function kindOf(path: string, object: Readonly<Record<string, unknown>>): string | null {
  if (asText(object["apiVersion"]) !== null || asText(object["kind"]) !== null) return null;
  if (object["kubelet-arg"] !== undefined || object["kubelet-arg+"] !== undefined) return /rke2/i.test(path) ? "RKE2Config" : "K3sConfig";
  // A whole machine configuration says what the machine is; a patch need not. siderolabs/talos: pkg/machinery/config/types/v1alpha1.
  if (isMapping(object["machine"])) return fieldAt(object, ["machine", "type"]) !== undefined && object["version"] !== undefined ? "TalosConfig" : "TalosPatch";
  if (["kubelet_seccomp_default", "kubelet_config_extra_args", "kubelet_custom_flags"].some((variable) => object[variable] !== undefined)) return "KubesprayVariables";
  if (Array.isArray(object["write_files"])) return "CloudConfig";
  if (isMapping(fieldAt(object, ["services", "kubelet"])) && Array.isArray(object["nodes"])) return "RKEConfig";
  return object["clusterName"] !== undefined && Array.isArray(object["nodes"]) ? "TalhelperConfig" : null;
}

function asObject(path: string, kind: string, document: ManifestDocument): FoundObject {
  return { target: null, group: kindlessGroup, apiVersion: "", kind, namespace: null, name: baseName(path), object: document.object, objectPath: [], document };
}

/** Bottlerocket's user data: the settings that are asked about, as an object of their names. */
function fromToml(path: string, text: string): readonly FoundObject[] {
  const settings = (readToml(text) ?? []).filter(({ path: [first, second] }) => first === "settings" && second === "kubernetes");
  if (settings.length === 0) return [];
  const setting = settings.find((one) => one.path.slice(2).join(".") === "seccomp-default"); // a key stands once, or it is no TOML
  const object = { settings: { kubernetes: setting === undefined ? {} : { "seccomp-default": setting.value } } };
  return [asObject(path, "BottlerocketSettings", { object, path, line: 1, text, origin: "file" })];
}

/** A file that is a list of operations on a Talos machine configuration, as an object that holds its text. */
function fromOperations(path: string, text: string): readonly FoundObject[] {
  if (!/^(?:-\s|\[)/m.test(text) || !text.includes("/machine/kubelet/")) return [];
  return [asObject(path, "TalosJSONPatch", { object: { operations: text }, path, line: 1, text, origin: "file" })];
}

/** Files of a side that are of these kinds; what looks like one and cannot be read is a problem. */
export function kindlessObjects(path: string, text: string): { readonly objects: readonly FoundObject[]; readonly problems: readonly Trouble[] } {
  if (path.endsWith(".toml")) return { objects: fromToml(path, text), problems: [] };
  const { documents, problems } = readDocuments({ path, text, origin: "file" });
  if (documents.length === 0 && problems.length === 0) return { objects: fromOperations(path, text), problems };
  const objects = documents.flatMap((document) => {
    const kind = kindOf(path, document.object);
    return kind === null ? [] : [asObject(path, kind, document)];
  });
  return { objects, problems: mayBeKindless(text) && !/^apiVersion[ \t]*:/m.test(text) ? problems : [] };
}

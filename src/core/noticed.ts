// Kinds of objects that carry no pods and yet decide what becomes of containers: they are read along, for whoever asks. A new one is a line.

import { bucketsOf } from "./buckets.ts";
import { guardingKinds } from "./guardrails/guarding-kinds.ts";

/** Groups that serve a kind, and who reads it. */
interface NoticedKind {
  readonly groups: readonly [string, ...string[]];
  /** `*` for every kind of the groups. */
  readonly kind: string;
  /** A word without which a document with an object of so common a kind is of no interest. */
  readonly word?: string;
}

/** Every such kind. */
export const noticedKinds: readonly NoticedKind[] = [
  // The Pod Security levels of its pods, as labels.
  { groups: [""], kind: "Namespace" },
  // What applies to namespaces without such labels.
  { groups: ["apiserver.config.k8s.io", "apiserver.k8s.io"], kind: "AdmissionConfiguration" },
  { groups: ["pod-security.admission.config.k8s.io"], kind: "PodSecurityConfiguration" },
  // What protects containers from beside their manifests: settings of kubelets, policies.
  ...guardingKinds,
  // Profiles of the Security Profiles Operator, and what it binds them to. kubescape.io has a SeccompProfile of its own, which is none.
  { groups: ["security-profiles-operator.x-k8s.io"], kind: "SeccompProfile" },
  { groups: ["security-profiles-operator.x-k8s.io"], kind: "ProfileBinding" },
];

const alternatives = (rows: readonly NoticedKind[], value: (row: NoticedKind) => readonly string[]) => [...new Set(rows.flatMap(value))].join("|");
const ofKind = (rows: readonly NoticedKind[]) => new RegExp(`\\bkind["']?\\s*:\\s*["']?(?:${alternatives(rows, ({ kind }) => [kind])})\\b`);
const always = ofKind(noticedKinds.filter(({ kind, word }) => kind !== "*" && word === undefined));
const withWord = noticedKinds.flatMap(({ kind, groups, word }) => (word === undefined ? [] : [{ word, pattern: ofKind([{ kind, groups }]) }]));
const anyKind = new RegExp(`\\bapiVersion["']?\\s*:\\s*["']?(?:${alternatives(noticedKinds.filter(({ kind }) => kind === "*"), ({ groups }) => groups).replaceAll(".", "\\.")})/`);

/** True for text that may hold an object of such a kind; the parser has the last word. */
export function mentionsNoticed(text: string): boolean {
  return always.test(text) || anyKind.test(text) || withWord.some(({ word, pattern }) => text.includes(word) && pattern.test(text));
}

const byKind = bucketsOf(noticedKinds, ({ kind }) => kind);
const ofAnyKind = byKind.get("*") ?? [];

/** True for an object of such a kind, in a document of that text. */
export function isNoticed(group: string, kind: string, text: string): boolean {
  const isMeant = ({ groups, word }: NoticedKind): boolean => groups.includes(group) && (word === undefined || text.includes(word));
  return ofAnyKind.some(isMeant) || (byKind.get(kind) ?? []).some(isMeant);
}

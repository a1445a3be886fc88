// Kinds of objects that carry no pods and yet decide what becomes of containers: they are read along, for whoever asks. A new one is a line.

/** Groups that serve a kind, and who reads it. */
interface NoticedKind {
  readonly groups: readonly [string, ...string[]];
  readonly kind: string;
}

/** Every such kind. */
export const noticedKinds: readonly NoticedKind[] = [
  // The Pod Security levels of its pods, as labels.
  { groups: [""], kind: "Namespace" },
  // What applies to namespaces without such labels.
  { groups: ["apiserver.config.k8s.io", "apiserver.k8s.io"], kind: "AdmissionConfiguration" },
  { groups: ["pod-security.admission.config.k8s.io"], kind: "PodSecurityConfiguration" },
];

const pattern = new RegExp(`\\bkind["']?\\s*:\\s*["']?(?:${[...new Set(noticedKinds.map(({ kind }) => kind))].join("|")})\\b`);

/** True for text that may hold an object of such a kind; the parser has the last word. */
export function mentionsNoticed(text: string): boolean {
  return pattern.test(text);
}

/** True for an object of such a kind. */
export function isNoticed(group: string, kind: unknown): boolean {
  return noticedKinds.some((row) => row.kind === kind && row.groups.includes(group));
}

// Manifests that are YAML once another tool has filled in what stands between double braces, as `name: estimator-{{member_cluster_name}}`:
// karmada-io/karmada: artifacts/deploy/karmada-scheduler-estimator.yaml.

import { isMapping } from "./field.ts";

// Of no use in any text, allowed in YAML, and as long as the braces they stand for, so that everything keeps its place.
const [OPEN, CLOSE] = ["\uE000\uE000", "\uE001\uE001"];

// What YAML would take for its own where a placeholder holds it, as the quotes of `"{{ image "web" }}"`.
const SIGNS = /["'\\:#,[\]&*]/g;
const HIDDEN = /[\uE100-\uE17F]/g;
const HIDDEN_FROM = 0xe100;
const hide = (sign: string): string => String.fromCharCode(HIDDEN_FROM + sign.charCodeAt(0));
const show = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - HIDDEN_FROM);

/** One value: no statement, no comment, nothing that trims blanks around itself, and nothing that may come to several lines. */
const VALUE = /\{\{([ \t]*(?=[\w.$])(?!(?:if|else|end|range|with|define|template|include|block|for|toYaml|toYAML)\b)(?![^{}\n]*indent)[^{}\n]*[^{}\n-])\}\}/g;
/** What fills a line may be any number of fields. */
const OWN_LINE = /^[ \t]*\uE000\uE000[^\uE001]*\uE001\uE001[ \t]*\r?$/m;

/** A text of nothing but placeholders. */
const WHOLE = /^(?:\uE000\uE000[^\uE001]*\uE001\uE001)+$/;

/** What only Helm fills in: helm/helm: pkg/engine/engine.go (render), docs of "Built-in Objects". */
const HELMS = /\{\{[^{}\n]*\.(?:Values|Release|Chart|Capabilities|Files|Subcharts)\b|\{\{-?[ \t]*(?:include|template)\b/;

/** Whether a text is a template of a chart: without its chart nobody knows what comes of it. */
export function isOfChart(text: string): boolean {
  return HELMS.test(text);
}

/** The text with its placeholders as words of the same length; null where it has none, or something else that a tool would work on. */
export function withWords(text: string): string | null {
  if (!text.includes("{{") || /[\uE000-\uE17F]|\{%/.test(text)) return null;
  const filled = text.replace(VALUE, (_, value: string) => `${OPEN}${value.replace(SIGNS, hide)}${CLOSE}`);
  return filled.includes("{{") || OWN_LINE.test(filled) ? null : filled;
}

// A text or a number wherever they stand, by the conventions of the API: what is filled in for them can bring no containers and no profile.
const TEXTS = /^(?:name|namespace|image|value|host|server|url|path|project|region|zone|replicas|port|cpu|memory|storage|ephemeral-storage|caBundle)$|(?:Name|Path|Policy|Seconds|Port|IP|CIDR|ID|Version|Class|Image|URL)$/;
const TEXTS_BELOW = new Set(["labels", "annotations", "matchLabels", "values", "data", "stringData", "args", "command"]);
/** What an object is, what its pods run in, and what annotations and labels say of profiles. */
const DECISIVE = /^(?:kind|apiVersion|runtimeClassName)$|seccomp|pod-security/;

function isText(value: string, field: string, above: string): boolean {
  if (DECISIVE.test(field)) return false;
  return !WHOLE.test(value) || TEXTS.test(field) || TEXTS_BELOW.has(above);
}

/** Puts placeholders into a value of YAML as they were written. False when one of them may stand for more than a text, or for what the object is. */
export function putBack(root: unknown): boolean {
  const seen = new Set<unknown>(); // anchors make one object of many
  const visit = (value: unknown, field: string): boolean => {
    if (seen.has(value) || (!Array.isArray(value) && !isMapping(value))) return true;
    seen.add(value);
    const entries: [string, unknown][] = Object.entries(value);
    return entries.every(([key, entry]) => {
      if (key.includes(OPEN)) return false;
      if (typeof entry !== "string" || !entry.includes(OPEN)) return visit(entry, key);
      if (!isText(entry, Array.isArray(value) ? "" : key, field)) return false;
      Object.assign(value, { [key]: entry.replaceAll(OPEN, "{{").replaceAll(CLOSE, "}}").replace(HIDDEN, show) });
      return true;
    });
  };
  return visit(root, "");
}

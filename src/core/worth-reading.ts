// Which documents of an engine's output can matter, by their text: most of it need not be parsed.

import { mentionsListlessKind } from "./kinds.ts";
import { mentionsNoticed } from "./noticed.ts";

// `"cont\x61iners"`, a line that goes on inside quotes and `!!binary Y29udGFpbmVycw==` are the same key to a decoder.
const HIDDEN_KEY = /\\[xuU\r\n\u0085\u2028\u2029]|(?:^|[\s[{,])!/;

/**
 * False for text that certainly holds no pod, so that engines' big output need not be parsed in full: a container list is
 * spelled `containers`, `initContainers` or `ephemeralContainers`, unless escapes or tags hide it; kinds that do without name themselves.
 */
export function canHoldPod(text: string): boolean {
  return (text.includes("ontainers") || HIDDEN_KEY.test(text) || mentionsListlessKind(text)) && !isDefinition(text);
}

/** False for text that certainly holds nothing of interest: no pod, and none of the kinds that are read along. */
export function isWorthReading(text: string): boolean {
  return canHoldPod(text) || mentionsNoticed(text);
}

/**
 * True for custom resource definitions as tools print them: their schemas mention containers and hold none. All that starts a line is a
 * plain field of the object, and so is the first line, so that no second `kind` can hide.
 */
function isDefinition(text: string): boolean {
  const object = text.replace(/^---[ \t]*(?:#.*)?(?=\r?\n)/, "");
  if (/[\u0085\u2028\u2029]/.test(text) || !/^(?:[ \t]*(?:#.*)?\r?\n)*[A-Za-z]+:/.test(object)) return false;
  const lines = object.match(/^[^ \t\r\n#].*$/gm) ?? [];
  const kinds = lines.filter((line) => line.startsWith("kind:"));
  return kinds.length === 1 && /^kind:\s*["']?CustomResourceDefinition["']?\s*$/.test(kinds[0] ?? "") && lines.every((line) => /^[A-Za-z]+:(?:\s|$)/.test(line));
}

// Manifest text to runs of lines that hold one document each, before any of it is parsed.

import { mentionsListlessKind } from "./kinds.ts";
import { mentionsNoticed } from "./noticed.ts";

/** A run of lines that ends where the next document begins. */
export interface Chunk {
  readonly text: string;
  /** 1-based */
  readonly line: number;
}

/** Directives behind an end of document (`...`): they belong to what follows. */
const DIRECTIVES_AT_END = /^\.\.\.[ \t]*(?:#.*)?\r?\n(?:[%#].*\r?\n|[ \t]*\r?\n)+$(?![^])/m;

/**
 * Splits at every line that begins with `---` and goes on with blanks or a comment, if at all; directives stay with the document they introduce.
 * kubernetes/kubernetes: staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go (YAMLReader.Read), which needs no blank before the comment.
 */
export function splitDocuments(text: string): Chunk[] {
  const starts = [0];
  for (const match of text.matchAll(/^---(?=\s|#|$)/gm)) {
    const start = starts.at(-1) ?? 0;
    const before = text.slice(start, match.index);
    const onlyDirectives = /^%/m.test(before) && before.split(/\r?\n/).every((line) => line === "" || /^[%#]/.test(line));
    if (match.index === 0 || onlyDirectives) continue;
    const atEnd = before.includes("\n%") ? DIRECTIVES_AT_END.exec(before) : null;
    starts.push(atEnd === null ? match.index : start + before.indexOf("\n", atEnd.index) + 1);
  }
  let line = 1;
  return starts.map((start, i) => {
    const chunk = { text: text.slice(start, starts[i + 1]), line };
    for (let at = chunk.text.indexOf("\n"); at >= 0; at = chunk.text.indexOf("\n", at + 1)) line++;
    return chunk;
  });
}

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

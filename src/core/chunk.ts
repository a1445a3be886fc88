// Manifest text to runs of lines that hold one document each, before any of it is parsed.

/** A run of lines that ends where the next document begins. */
export interface Chunk {
  readonly text: string;
  /** 1-based */
  readonly line: number;
}

/** Directives behind an end of document (`...`): they belong to what follows. */
const DIRECTIVES_AT_END = /^\.\.\.[ \t]*(?:#.*)?\r?\n(?:[%#].*\r?\n|[ \t]*\r?\n)+$(?![^])/m;

/** Offsets behind the braces that close a JSON object at the top. */
function jsonEnds(text: string): number[] {
  const ends: number[] = [];
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) at += Number(character === "\\");
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) ends.push(at + 1);
  }
  return ends;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Offsets at which JSON objects begin that stand one after another; the first alone where something else stands among them. */
function jsonStarts(text: string): number[] {
  const starts = [0, ...jsonEnds(text.trimEnd()).slice(0, -1)];
  return starts.length > 1 && starts.every((start, i) => isJson(text.slice(start, starts[i + 1]))) ? starts : [0];
}

/**
 * Splits at every line that begins with `---` and goes on with blanks or a comment, if at all; directives stay with the document they introduce.
 * kubernetes/kubernetes: staging/src/k8s.io/apimachinery/pkg/util/yaml/decoder.go (YAMLReader.Read), which needs no blank before the comment.
 * A text that begins with a brace is JSON to it for as long as objects follow each other (YAMLOrJSONDecoder).
 */
export function splitDocuments(text: string): Chunk[] {
  const separated = [0];
  for (const match of text.matchAll(/^---(?=\s|#|$)/gm)) {
    const start = separated.at(-1) ?? 0;
    const before = text.slice(start, match.index);
    const onlyDirectives = /^%/m.test(before) && before.split(/\r?\n/).every((line) => line === "" || /^[%#]/.test(line));
    if (match.index === 0 || onlyDirectives) continue;
    const atEnd = before.includes("\n%") ? DIRECTIVES_AT_END.exec(before) : null;
    separated.push(atEnd === null ? match.index : start + before.indexOf("\n", atEnd.index) + 1);
  }
  const starts = text.trimStart().startsWith("{") ? [...jsonStarts(text.slice(0, separated[1])), ...separated.slice(1)] : separated;
  let line = 1;
  return starts.map((start, i) => {
    const chunk = { text: text.slice(start, starts[i + 1]), line };
    for (let at = chunk.text.indexOf("\n"); at >= 0; at = chunk.text.indexOf("\n", at + 1)) line++;
    return chunk;
  });
}

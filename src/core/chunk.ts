// Manifest text to runs of lines that hold one document each, before any of it is parsed.

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

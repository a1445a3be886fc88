// Manifests that are templates of Go, Jinja or alike, with statements on lines of their own, as operators have them:
// openshift/cluster-kube-apiserver-operator: bindata/bootkube/bootstrap-manifests/kube-apiserver-pod.yaml.

// A statement that has its line to itself: what begins a block, what begins another branch of it, what ends it; nothing of these for what
// only sets a variable, and for a comment. The brackets trim blanks, or not: on such a line that is all the same.
const STATEMENTS = [
  /^[ \t]*\{\{[-~]?[ \t]*(?:(if|range|with)\b[^{}\n]*|(else)\b[^{}\n]*|(end)[ \t]*|\$\w*[ \t]*:?=[^{}\n]*|\/\*[^{}\n]*\*\/[ \t]*)[-~]?\}\}[ \t]*$/,
  /^[ \t]*\{%[-+]?[ \t]*(?:(if|for)\b[^{}%\n]*|(elif|else)\b[^{}%\n]*|(endif|endfor)[ \t]*|set\b[^{}%\n]*=[^{}%\n]*)[-+]?%\}[ \t]*$/,
  /^[ \t]*\{#[^{}#\n]*#\}[ \t]*$/,
];

const MOST_BLOCKS = 16;
const MOST_TEXT = 1_000_000; // characters of all variants

/** Lines from `start` to before `end`, 0-based. */
interface Lines {
  readonly start: number;
  readonly end: number;
}

/** What stands between a statement and its end: the first branch, and all others. */
interface Block {
  readonly first: Lines;
  readonly others: Lines;
}

interface Statements {
  readonly blocks: readonly Block[];
  /** Lines of statements. */
  readonly lines: readonly number[];
}

/** The statements of a template; null where they do not match up. */
function statementsOf(lines: readonly string[]): Statements | null {
  const blocks: Block[] = [];
  const found: number[] = [];
  const open: { readonly start: number; otherwise: number | null }[] = [];
  for (const [at, line] of lines.entries()) {
    const statement = STATEMENTS.map((form) => form.exec(line)).find((match) => match !== null);
    if (statement === undefined) continue;
    found.push(at);
    const [, begins, otherwise, ends] = statement;
    if (begins !== undefined) open.push({ start: at + 1, otherwise: null });
    if (otherwise === undefined && ends === undefined) continue;
    const current = open.at(-1);
    if (current === undefined) return null;
    if (otherwise !== undefined) current.otherwise ??= at;
    else {
      open.pop();
      blocks.push({ first: { start: current.start, end: current.otherwise ?? at }, others: { start: current.otherwise ?? at, end: at } });
    }
  }
  return open.length > 0 ? null : { blocks, lines: found };
}

/**
 * A template without its statements, every character in its place: first with the first branch of each of them, then with one after the other
 * in its other branches, and last with all in those. Null for a text without statements, or with too many.
 */
export function withoutStatements(text: string): readonly [string, ...string[]] | null {
  const lines = text.split("\n");
  const found = /\{[{%#]/.test(text) ? statementsOf(lines.map((line) => line.replace(/\r$/, ""))) : null;
  if (found === null || found.lines.length === 0 || found.blocks.length > MOST_BLOCKS || text.length * found.blocks.length > MOST_TEXT) return null;
  const { blocks } = found;
  const statements = new Set(found.lines);
  const variant = (isOff: (block: Block) => boolean): string => {
    const blank = new Set(statements);
    for (const block of blocks) {
      const { start, end } = isOff(block) ? block.first : block.others;
      for (let at = start; at < end; at++) blank.add(at);
    }
    return lines.map((line, at) => (blank.has(at) ? line.replace(/[^\r]/g, " ") : line)).join("\n");
  };
  return [variant(() => false), ...blocks.map((one) => variant((block) => block === one)), ...(blocks.length > 1 ? [variant(() => true)] : [])];
}

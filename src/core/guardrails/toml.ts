// The settings that a TOML text makes, with their lines. Only tables, keys and plain values are told apart, which is what settings of
// node images consist of; a list or an inline table is read past as a whole. https://toml.io/en/v1.0.0

/** One `key = value` of a TOML text. */
export interface TomlSetting {
  /** Tables and keys, outermost first. */
  readonly path: readonly string[];
  /** The value as text: of a string its content, of anything else what is written. */
  readonly value: string;
  /** 1-based */
  readonly line: number;
}

const KEY = /[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*/y;
const BLANK = /(?:[ \t\r\n]|#[^\n]*)*/y;
const STRINGS = [/"""([\s\S]*?)(?<!\\)"""+/y, /'''([\s\S]*?)'''+/y, /"((?:[^"\\\n]|\\.)*)"/y, /'([^'\n]*)'/y];
const BARE = /[^\s,#\]}[{=]+/y;
const END = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;

/** Reads along a text; null where it is not TOML as far as it is known here. */
interface Cursor {
  readonly text: string;
  at: number;
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found !== null) cursor.at = pattern.lastIndex;
  return found;
}

/** `a."b".c` as its parts. */
function takeKey(cursor: Cursor): readonly string[] | null {
  const parts: string[] = [];
  for (;;) {
    const part = take(cursor, KEY);
    if (part === null) return null;
    parts.push(part[1] ?? part[2] ?? part[3] ?? "");
    if (cursor.text[cursor.at] !== ".") return parts;
    cursor.at++;
  }
}

/** The end of a list or an inline table that begins here. */
function skipNested(cursor: Cursor): boolean {
  let depth = 0;
  do {
    take(cursor, BLANK);
    const next = cursor.text[cursor.at];
    if (next === undefined) return false;
    if (STRINGS.some((pattern) => take(cursor, pattern) !== null)) continue;
    if (next === "[" || next === "{") depth++;
    if (next === "]" || next === "}") depth--;
    cursor.at++;
  } while (depth > 0);
  return true;
}

function takeValue(cursor: Cursor): string | null {
  const start = cursor.at;
  if (/[[{]/.test(cursor.text[start] ?? "")) return skipNested(cursor) ? cursor.text.slice(start, cursor.at) : null;
  for (const pattern of STRINGS) {
    const found = take(cursor, pattern);
    if (found !== null) return found[1] ?? "";
  }
  return take(cursor, BARE)?.[0] ?? null;
}

/** `[a.b]` or `[[a.b]]`. */
function takeTable(cursor: Cursor): readonly string[] | null {
  const brackets = cursor.text.startsWith("[[", cursor.at) ? 2 : 1;
  cursor.at += brackets;
  const key = takeKey(cursor);
  if (key === null || !cursor.text.startsWith("]".repeat(brackets), cursor.at)) return null;
  cursor.at += brackets;
  return take(cursor, END) === null ? null : key;
}

const DEEPEST = 20; // keys: tables in tables in tables are read again for each

/** Settings inside `{ a = 1, b.c = 2 }`, which stand on one line. */
function inlineSettings(value: string, path: readonly string[], line: number): readonly TomlSetting[] {
  const cursor = { text: value, at: 1 };
  const found: TomlSetting[] = [];
  for (;;) {
    const key = takeKey(cursor);
    if (key === null || cursor.text[cursor.at] !== "=") return found;
    cursor.at++;
    take(cursor, BLANK);
    const inner = takeValue(cursor);
    if (inner === null) return found;
    found.push(...settingsOf([...path, ...key], inner, line));
    take(cursor, BLANK);
    if (cursor.text[cursor.at] !== ",") return found;
    cursor.at++;
  }
}

const settingsOf = (path: readonly string[], value: string, line: number): readonly TomlSetting[] => (value.startsWith("{") && path.length < DEEPEST ? inlineSettings(value, path, line) : [{ path, value, line }]);

/** Every setting of a text, in order; null when it is not TOML. */
export function readToml(text: string): readonly TomlSetting[] | null {
  const cursor = { text, at: 0 };
  const found: TomlSetting[] = [];
  let table: readonly string[] = [];
  let [line, counted] = [1, 0];
  for (;;) {
    take(cursor, BLANK);
    if (cursor.at >= text.length) return found;
    if (text[cursor.at] === "[") {
      const next = takeTable(cursor);
      if (next === null) return null;
      table = next;
      continue;
    }
    line += text.slice(counted, cursor.at).split("\n").length - 1;
    counted = cursor.at;
    const key = takeKey(cursor);
    if (key === null || text[cursor.at] !== "=") return null;
    cursor.at++;
    take(cursor, /[ \t]*/y);
    const value = takeValue(cursor);
    if (value === null || take(cursor, END) === null) return null;
    found.push(...settingsOf([...table, ...key], value, line));
  }
}

// YAML as no one should write it: a grammar of all that decoders disagree about, with mistakes sprinkled over it.

import fc from "fast-check";

/** A node as lines: the first stands where the node begins, the others have the indentation they need below it. */
interface Written {
  readonly first: string;
  readonly rest: readonly string[];
}

const oneLine = (first: string): Written => ({ first, rest: [] });

const words = ["a", "b", "app", "RuntimeDefault", "Unconfined", "Localhost", "a b", "a:b", "a#b", "a #b", "-a", "?a", ":a", "a-", "a?", "a:", "<<", "=", "-", "--", "%a", "@a", "`a", "a,b", "[a", "a]", "{a", "*", "&", "!", "'", '"', "a'b", 'a"b', "|a", ">a", "\ud83d\ude00", "\u00e9", "\u2028x", "a\u0085b", "a\u00a0b"];
const booleans = ["y", "Y", "yes", "Yes", "YES", "yEs", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "true", "True", "TRUE", "tRUE", "false", "False", "FALSE"];
const nulls = ["", "~", "null", "Null", "NULL", "nULL", "~a"];
const numbers = ["0", "-0", "+0", "1", "-1", "+1", "010", "-010", "0o10", "0O10", "-0o10", "08", "09", "0777", "0x1F", "0X1f", "-0x1F", "0x", "0b101", "0B1", "-0b11", "0b2", "1_000", "_1", "1_", "0_7", "1e3", "1E3", "1e", "1.5", ".5", "5.", "-.5", "+.5", ".", "..", "...", "1.5.2", "1e400", "-1e400", "1e-400", ".inf", ".Inf", ".INF", "-.inf", "+.inf", ".iNF", ".nan", ".NaN", ".NAN", "-.nan", "inf", "nan", "NaN", "Infinity", "infinity", "0x1p4", "1_0.5_0", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "-9223372036854775808", "-9223372036854775809", "123456789012345678901234567890", "1e21", "100000000000000000000", "0.1", "1.10", "190:20:30", "1:30", "12:30:45", "20:3.5", "-1:30"];
const dates = ["2001-01-01", "2001-1-1", "2001-13-01", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43", "2001-12-15T02:59:43.1Z", "2001-12-14 21:59:43.10 -5", "02-03-2001"];
const tagged = ["!!str 1", "!!str", "!!str yes", "!!str ~", "!!int 3", '!!int "3"', "!!int a", "!!int 1.5", "!!int 0x10", "!!float 1", "!!float a", '!!float "1.5"', "!!bool yes", '!!bool "true"', "!!bool 1", "!!null x", "!!null ~", "!!null ''", "!!binary YWJj", "!!binary 'YW Jj'", "!!binary ?", "!!binary", '!!binary "w6k="', "!!binary /w==", "!!timestamp 2001-01-01", "!!merge <<", "!!merge a", "!a b", "!a 1", "!!a b", "!!a 1", "! 1", "! a", "!<tag:yaml.org,2002:str> 1", "!<tag:yaml.org,2002:int> 1", "!<a> 1", "!e!a b", "!!set {a, b}", "!!set {a: }", "!!map {a: 1}", "!!seq [a]", "!!omap [a: 1]", "!!pairs [a: 1]", "!!map [a]", "!!seq {a: 1}", "!!str {a: 1}", "!!str [a]", "!a {b: 1}", "!a [b]", "!!value 1", "!!yaml &", "!%61 b", "!a%20b c", "!!str !!str a", "!!str &t a", "&t !!str a"];
const quoted = ['"a"', "'a'", '""', "''", "'it''s'", '"yes"', "'1'", '"~"', '"a\\nb"', '"\\x41"', '"\\u0041"', '"\\U0001F600"', '"\\ud83d\\ude00"', '"\\ud800"', '"\\udfff"', '"\\/"', '"\\0\\a\\b\\e\\f\\v\\t\\r"', '"\\_\\N\\L\\P"', '"\\q"', '"\\x4"', '"\\u004"', '"\\U00110000"', '"\\U0000D800"', '"\\ "', '"\\\t"', '"a\tb"', "'a\tb'", '"a\\', "'\\n'", '"\\""', '"a" b', "'a' 'b'", '"a": b', '"\u2028"', '"\\\\"', '"\\\'"'];
const flow = ["[]", "{}", "[a, b]", "[a, b, ]", "[a, , b]", "[, a]", "[a b]", "[a", "a]", "{a: 1}", "{a: 1, }", "{a: 1, a: 2}", "{a}", "{a: }", "{a, b: c}", "{a:1}", '{"a":1}', "{'a':1}", "{a: [b, {c: d}]}", "{? a : b}", "{? a}", "[? a : b]", "[a: b]", "[a: b, c: d]", "[{a: 1}: 2]", "{[a]: 1}", "{{a: 1}: 2}", "{: a}", "{a: b c}", "{a: b: c}", "[-, a]", "[- a]", "{a: - b}", "[yes, 010, ~]", "{yes: no}", "{1: a}", "{~: a}", "{1.0: a}", "{a: *none}", "{<<: {a: 1}}", "{<<: {a: 1}, a: 2}", "{a: 2, <<: {a: 1}}", "{<<: [{a: 1}, {a: 2}]}", "{<<: 1}", "{<<: }", "{\"<<\": {a: 1}}", "{a: {b: 1}, a: {c: 2}}", "[a #b\n  , c]", "{a: 1 # x\n  , b: 2}", "[\n  a,\n  b\n  ]", "[\na,\nb\n]", "{a:\n  1}", "{a\n  : 1}", "[a\n  b]", "{a: 'b\n  c'}", "[a]b", "[a] b", "{a: 1}}", "{a: http://b}", "{a: b#c}", "{a:}", "{a:,b:}", "[a:]", "[:a]", "{ \t a: 1 }", "[a,\tb]"];

const plain = fc.constantFrom(...words, ...booleans, ...nulls, ...numbers, ...dates);
const scalar: fc.Arbitrary<Written> = fc
  .oneof({ weight: 6, arbitrary: plain }, { weight: 2, arbitrary: fc.constantFrom(...tagged) }, { weight: 2, arbitrary: fc.constantFrom(...quoted) }, { weight: 3, arbitrary: fc.constantFrom(...flow) })
  .map(oneLine);
const safeScalar = fc.constantFrom("a", "b", "1", "yes", '"x"', "RuntimeDefault", "Unconfined").map(oneLine);

const textLines = ["x", " x", "  x", "", "", "x: y", "- x", "# x", "---", "...", "\tx", "x ", "'x'", "%x", "x\\"];
const block: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom("|", ">", "|-", "|+", ">-", ">+", "|2", ">2", "|2-", "|-2", "|1", ">4", "|0", "|-+", "| x", "| # x", "|#x", "|10"), fc.array(fc.constantFrom(...textLines), { maxLength: 4 }))
  .map(([header, lines]) => ({ first: header, rest: lines.map((line) => (line === "" ? "" : `  ${line}`)) }));
const folded: fc.Arbitrary<Written> = fc.constantFrom(
  { first: '"a', rest: ['  b"'] },
  { first: '"a\\', rest: ['  b"'] },
  { first: "'a", rest: ["", "  b'"] },
  { first: "a", rest: ["  b"] },
  { first: "a", rest: ["", "  b"] },
  { first: "a", rest: ["  # x", "  b"] },
  { first: "a # x", rest: ["  b"] },
  { first: "a", rest: ["  b: c"] },
  { first: "[a,", rest: ["  b]"] },
  { first: '"a', rest: ['b"'] },
  { first: '"a', rest: ["---", 'b"'] },
  { first: "{a: 1,", rest: ["b: 2}"] },
);

const keyText = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom("a", "b", "c", "d", "e", "type", "kind", "name") },
  { weight: 1, arbitrary: fc.constantFrom("1", "1.0", "1.5", "01", "0x1", "1e3", ".inf", ".nan", "yes", "no", "y", "n", "on", "true", "~", "null", "2001-01-01", "9223372036854775808", "-1", "18446744073709551616", "1e21", "0.0000001") },
  { weight: 1, arbitrary: fc.constantFrom('"q"', "'q'", '"a"', "'1'", '"yes"', "a b", "a:b", "-a", "!!str a", "!!str 1", "!!int 1", "!!binary YQ==", "&k a", "*x", "?", "? a", "", "[a]", "{a: 1}", "__proto__", "constructor", "toString", "\ud83d\ude00", "<<", '"<<"', "!!merge <<", "a ", "a\t", '"a\\x62"', "=") },
);

const anchor = fc.oneof({ weight: 14, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom("&x ", "&y ", "&x-1 ", "&x: ") });
const comment = fc.oneof({ weight: 14, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom(" # c", " #c", "#c", "  ", "\t", "\t# c") });
const alias = fc.constantFrom("*x", "*y", "*x ", "*none", "*x: a").map(oneLine);

const merge = fc.constantFrom("<<: *x", "<<: *y", "<<: [*x, *y]", "<<: [*x, {a: 9}]", "<<: {a: 1, z: 2}", "<<: *none", '"<<": *x', "!!merge <<: *x", "<<: ", "<<: a", "<<: [a]", "<<: [[{a: 1}]]");

const indented = (lines: readonly string[], by: string): readonly string[] => lines.map((line) => (line === "" ? "" : by + line));

type Entry = readonly [key: string, mark: string, value: Written, after: string, isBelow: boolean];

function mappingOf(entries: readonly (Entry | string)[], by: string): Written {
  const lines = entries.flatMap((entry) => {
    if (typeof entry === "string") return [entry];
    const [key, mark, { first, rest }, after, isBelow] = entry;
    const isCollection = isBelow && /^(?:\S.*?:(?:\s|$)|- )/.test(first);
    return isCollection ? [`${key}: ${mark}`.trimEnd() + after, ...indented([first, ...rest], by)] : [`${key}: ${mark}${first}${after}`, ...rest];
  });
  return { first: lines[0] ?? "{}", rest: lines.slice(1) };
}

function sequenceOf(items: readonly (readonly [Written, string])[]): Written {
  const lines = items.flatMap(([{ first, rest }, after]) => [`- ${first}${after}`, ...indented(rest, "  ")]);
  return { first: lines[0] ?? "[]", rest: lines.slice(1) };
}

const by = fc.oneof({ weight: 8, arbitrary: fc.constant("  ") }, { weight: 1, arbitrary: fc.constantFrom(" ", "    ", "\t", "") });

const { mapping } = fc.letrec<{ node: Written; mapping: Written; sequence: Written }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, depthSize: "small", withCrossShrink: true }, { weight: 5, arbitrary: scalar }, { weight: 9, arbitrary: safeScalar }, { weight: 1, arbitrary: alias }, { weight: 1, arbitrary: block }, { weight: 1, arbitrary: folded }, { weight: 5, arbitrary: tie("mapping") }, { weight: 4, arbitrary: tie("sequence") }),
  mapping: fc
    .tuple(
      fc.array(fc.oneof({ weight: 20, arbitrary: fc.tuple(keyText, anchor, tie("node"), comment, fc.constant(true)) }, { weight: 1, arbitrary: merge }, { weight: 1, arbitrary: fc.constantFrom("# c", "", "? a\n: b", "? a", ": b", "a", "a: b: c", "\ta: b") }), { minLength: 1, maxLength: 4 }),
      by,
    )
    .map(([entries, step]) => mappingOf(entries, step)),
  sequence: fc.array(fc.tuple(tie("node"), comment), { minLength: 1, maxLength: 3 }).map(sequenceOf),
}));

const before = fc.oneof({ weight: 16, arbitrary: fc.constant("") }, { weight: 4, arbitrary: fc.constantFrom("---\n", "--- # c\n", "--- \n", "# c\n", "\n", "\ufeff", "%YAML 1.1\n---\n", "%YAML 1.2\n---\n", "%YAML 2.0\n---\n", "%TAG !e! tag:e,2000:\n---\n", "%X y\n---\n", "%YAML 1.1\n", "# c\n---\n", "\ufeff---\n", " ", "\t", "--- |\n", "--- !!map\n", "--- &x\n") });
const after = fc.oneof({ weight: 20, arbitrary: fc.constant("\n") }, { weight: 3, arbitrary: fc.constantFrom("", "\n...\n", "\n# c", "\n# c\n", "\n\n", "\n \n", "\n\t\n", "\n}", "\n]", "\n  x: 1\n", "\n-\n", "\n\u0000\n", "\n\ufeff\n") });

const slips = ["\t", " ", "\n", "\r", ":", "-", "#", "\u0085", "\u2028", "\u0007", "\u007f", "\ufffd", "\ufeff", "'", '"', "{", "}", ",", "!", "&", "*", "%", "\\", "|", "?"];
const slip = fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ at: fc.nat(200), text: fc.constantFrom(...slips), cuts: fc.nat(1) }) });
const ends = fc.oneof({ weight: 12, arbitrary: fc.constant("\n") }, { weight: 1, arbitrary: fc.constant("\r\n") }, { weight: 1, arbitrary: fc.constant("\r") });

/** One document, mostly a mapping. */
export const nastyDocument: fc.Arbitrary<string> = fc.tuple(before, mapping, after, slip, ends).map(([head, { first, rest }, tail, mistake, end]) => {
  const text = head + [first, ...rest].join("\n") + tail;
  const at = mistake === null ? 0 : mistake.at % text.length;
  const slipped = mistake === null ? text : text.slice(0, at) + mistake.text + text.slice(at + mistake.cuts);
  return slipped.replaceAll("\n", end);
});

const separator = fc.oneof({ weight: 8, arbitrary: fc.constant("---\n") }, { weight: 8, arbitrary: fc.constantFrom("--- \n", "---\t\n", "--- # c\n", "---#c\n", "--- #c\n", "---\n---\n", "---\n# c\n---\n", "...\n---\n", "...\n", "---\r\n", " ---\n", "----\n", "--- a: 1\n", "--- {a: 1}\n", "---a: 1\n", "--- |\n", "--- !!map\n", "---\n%YAML 1.1\n---\n", "...\n%YAML 1.1\n---\n", "\n---\n\n", "---\n\n\n---\n", "---\n \n---\n", "--- # c: d\n", "---- # c\n", "--- ---\n", "...\n...\n", "---\n...\n---\n", "+++\n", "\ufeff---\n", "---\u2028\n", "---\u0085", "---\u00a0\n") });
const simple = fc.constantFrom("a: 1\n", "b: {c: d}\n", "# c\n", "", "\n", "null\n", "- a\n", "a: |\n  x\n  ---\n  y\n", "a: |\n---\nb: 1\n", "a: '\n---\nb'\n", '{"a": 1}\n', '{"a": 1} {"b": 2}\n', '{"a":\n1}\n', "a: [\n", "a: &x {b: 1}\n", "c: *x\n", "%a: 1\n", "a: 1", "x", "\ufeffa: 1\n", "  a: 1\n", "a: |\n  x\n \n", "# c\na: 1\n", "a: >\n\n  x\n\n");

/** Several documents, with all that may stand between them. */
export const nastyStream: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: nastyDocument }), separator), { minLength: 1, maxLength: 4 }), simple, ends)
  .map(([parts, last, end]) => (parts.map(([text, between]) => text + between).join("") + last).replaceAll("\n", end));

// Our reading of YAML against the decoder that Helm, kubectl and the API server use, on thousands of nasty texts. What differs is in docs/yaml.md.

import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { splitDocuments } from "../../src/core/chunk.ts";
import { fieldAt } from "../../src/core/field.ts";
import { isMapping, readDocuments } from "../../src/core/manifest.ts";
import { canAskKubernetes, openKubernetes, type Answer } from "./kubernetes.ts";
import { nastyDocument, nastyStream } from "./nasty-yaml.ts";

const compare = canAskKubernetes("the reading of YAML") ? describe : describe.skip;
const SEED = 20_261_124;

let ask: ReturnType<typeof openKubernetes>;
beforeAll(() => {
  if (compare === describe) ask = openKubernetes("yaml");
}, 600_000);

/** Numbers as keys are spelled in other ways, and the ends of lines of Unicode become blanks: neither can name a field or a profile. */
function alike(value: unknown, text: string): unknown {
  const words = (one: string): string => (/[\u0085\u2028\u2029]/.test(text) ? one.replace(/[\s\u0085\u2028\u2029]+/g, "") : one);
  if (typeof value === "string") return words(value);
  if (Array.isArray(value)) return value.map((item) => alike(item, text));
  if (!isMapping(value)) return Object.is(value, -0) ? 0 : value;
  const number = (key: string): string => {
    if (/^-?\.(?:inf|nan)$/.test(key)) return key.replace(".inf", "Infinity").replace(".nan", "NaN");
    return /^-?[0-9]+(?:\.[0-9]+)?e[-+][0-9]+$|^-?[0-9]{16,}$/.test(key) ? Number(key).toPrecision(6) : key;
  };
  // A mark behind the first separator is part of the first key to kubectl, which then misses `apiVersion`.
  const isMarked = /(?:^|[\r\n])---[^\r\n]*(?:\r\n?|\n)\uFEFF/.test(text);
  const fields = Object.entries(value).map(([key, field]) => [words(number(isMarked ? key.replace(/^\uFEFF/, "") : key)), alike(field, text)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Reading {
  readonly objects: readonly string[];
  readonly problems: readonly string[];
}

function ours(text: string): Reading {
  const { documents, problems } = readDocuments({ path: "p.yaml", text, origin: "file" });
  expect(problems.every(({ blocking }) => blocking)).toBe(true);
  return { objects: documents.map(({ object }) => JSON.stringify(alike(object, text))), problems: problems.map(({ message }) => message.replace("this document is not YAML that can be read: ", "")) };
}

function theirs({ value, error }: Answer, text: string): Reading {
  return { objects: isMapping(value) ? [JSON.stringify(alike(value, text))] : [], problems: error === undefined ? [] : [error] };
}

/** Why we refuse what Kubernetes reads: always a problem that blocks. */
const tooStrict = [
  /^end of the stream or a document separator is expected/, // the decoder stops at the end of the first document, and ignores what follows
  /^Kubernetes reads this colon/,
  /^unknown escape sequence/, // `"\'"`
  /^missed comma between flow collection entries/, // `[-, a]`
  /holds bytes that are not UTF-8/,
  /^JSON has no infinite numbers/, // of a field that another one of the same name replaces
  /^a key cannot be null/,
  /^tag (?:suffix|name) cannot contain|^duplication of a tag property|^undeclared tag handle|^named tag handle/,
  /^bad indentation of a mapping entry|^expected ':' after a mapping key|^unidentified alias/, // `*x: a`
  /^the stream contains non-printable characters/,
  /^unexpected end of the stream within|^a whitespace character is expected|^can not read a (?:document|block mapping)/,
  /^deficient indentation|^tab characters must not be used|^bad indentation of a sequence entry|^directives end mark/,
  /cannot be read from/, // dates of other calendars
];

/** Why Kubernetes refuses what we read: it does not come to be, and whatever makes it come to be is a change of its own. */
const tooLenient = [
  /mapping values are not allowed|did not find expected|could not find expected|cannot start any token/,
  /invalid Unicode character escape code|unknown escape character/, // fine in JSON, which kubectl reads as such
  /tab character/,
  /unknown directive name|unexpected non-alphabetical character|incompatible YAML document|expected directive name|tag URI|unknown token/,
  /unsupported map key of type: (?:uint64|%!s\(<nil>\))/,
  /control characters are not allowed|excessive aliasing/,
  /cannot decode/, // dates
];

const isKnown = (known: readonly RegExp[], said: string): boolean => known.some((pattern) => pattern.test(said));

compare("one document", () => {
  it("means the same to both, or a problem is raised", () => {
    const texts = fc.sample(nastyDocument, { seed: SEED, numRuns: 10_000 }).filter((text) => splitDocuments(text.replace(/^\uFEFF/, "")).length === 1);
    const answers = ask("yaml", texts);
    const counts = { read: 0, refused: 0, onlyRefusedHere: 0, onlyRefusedThere: 0 };
    for (const [i, text] of texts.entries()) {
      const [we, they] = [ours(text), theirs(answers[i] ?? {}, text)];
      const [problem, refusal] = [we.problems[0], they.problems[0]];
      if (problem === undefined && refusal === undefined) {
        // What follows the end of the first document is ignored there and read here.
        expect({ text, objects: we.objects.slice(0, 1) }).toEqual({ text, objects: they.objects });
        counts.read += they.objects.length;
      } else if (problem !== undefined && refusal !== undefined) counts.refused++;
      else if (problem !== undefined) {
        if (!isKnown(tooStrict, problem)) expect({ text, problem, they }).toEqual({ text, they });
        counts.onlyRefusedHere++;
      } else {
        if (!isKnown(tooLenient, refusal ?? "")) expect({ text, refusal, we }).toEqual({ text, we });
        counts.onlyRefusedThere++;
      }
    }
    expect(counts.read).toBeGreaterThan(3000);
    expect(counts.refused).toBeGreaterThan(2000);
    expect(counts.onlyRefusedHere + counts.onlyRefusedThere).toBeLessThan(texts.length / 10);
  });
});

const objectsIn = (value: unknown): readonly unknown[] => {
  const documents = fieldAt(value, ["documents"]);
  return Array.isArray(documents) ? documents.filter(isMapping) : [];
};

compare("a file of several documents", () => {
  it("has every object that kubectl sees in it, in its order, or a problem", () => {
    const texts = fc.sample(nastyStream, { seed: SEED, numRuns: 6000 });
    let seen = 0;
    for (const [i, { value }] of ask("documents", texts).entries()) {
      const text = texts[i] ?? "";
      const { objects, problems } = ours(text);
      const expected = objectsIn(value).map((object) => JSON.stringify(alike(object, text)));
      let found = 0;
      for (const object of objects) if (object === expected[found]) found++;
      if (found < expected.length && problems.length === 0) expect({ text, objects }).toEqual({ text, objects: expected });
      seen += found;
    }
    expect(seen).toBeGreaterThan(2000);
  });
});

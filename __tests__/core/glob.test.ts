import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { NoVerdictError, UsageError } from "../../src/core/failure.ts";
import { doublestar, gobwas, goPath, matchesGlob, ours, pathspec, readGlob, type GlobDialect } from "../../src/core/glob.ts";

const matches = (glob: string, dialect: GlobDialect = ours): ((text: string) => boolean) => {
  const read = readGlob(glob, dialect);
  if (read.kind === "refused") throw new Error(read.reason);
  return read.matches;
};

/** Why a glob is refused; empty when it is not. */
const reason = (glob: string, dialect: GlobDialect = ours): string => {
  const read = readGlob(glob, dialect);
  return read.kind === "refused" ? read.reason : "";
};

describe("globs of the configuration", () => {
  it.each([
    ["a/*.yaml", ["a/b.yaml", "a/.yaml", "a/.b.yaml"], ["a/b/c.yaml", "b.yaml", "a/b.yml", "a/byaml"]],
    ["a/**", ["a", "a/b", "a/b/c", "a/.b/c"], ["ab", "b/a"]],
    ["*/**", ["a/b", "a/b/c"], ["a"]],
    ["**/x", ["x", "a/x", "a/b/x"], ["ax", "a/bx", "x/a"]],
    ["a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["ab", "a/xb"]],
    ["**", ["a", "a/b/.c"], []],
    ["a**b", ["ab", "axb"], ["a/b"]],
    ["a?c", ["abc", "a\u{1f600}c"], ["a/c", "ac", "abbc"]],
    ["[a-c]x[!0-9^]", ["axb", "bx!"], ["ax1", "dxb", "ax^", "ax/"]],
    ["a[/]b", [], ["a/b", "ab"]],
    ["a[\\]x]b", ["a]b", "axb"], ["a\\b", "a\\]b"]],
    ["a[.-/]b", ["a.b"], ["a/b"]],
    ["a[+-,]b", ["a+b", "a,b"], ["a.b", "a-b"]],
    ["[:a]b", [":b", "ab"], ["b", "[b"]],
    ["a[+-/]b", ["a+b", "a.b"], ["a/b"]],
    ["a[/-1]b", ["a0b", "a1b"], ["a/b"]],
    ["{a,b*}/{c,d/**}", ["a/c", "bxx/d", "b/d/e/f"], ["c/c", "a/d2"]],
    ["{**/a,b/{c,d{e,}}}", ["a", "x/y/a", "b/c", "b/de", "b/d"], ["x/b/c", "b/e"]],
    ["x{,y}", ["x", "xy"], ["xx"]],
    ["{{cookiecutter.name}}/*", ["{{cookiecutter.name}}/a"], ["cookiecutter.name/a"]],
    ["{a}", ["{a}"], ["a"]],
    ["{a}**", ["{a}", "{a}b"], ["a", "{a}/b"]],
    ["\\*\\{a,b\\}", ["*{a,b}"], ["x{a,b}", "*a"]],
    ["a.b+c(d)", ["a.b+c(d)"], ["axb+c(d)", "abbc(d)", "abcd"]],
    ["a{b", ["a{b"], ["ab"]],
    ["grüße-*", ["grüße-1"], ["gruße-1"]],
  ])("%s", (glob, those, others) => {
    expect(those.filter((text) => !matches(glob)(text))).toEqual([]);
    expect(others.filter(matches(glob))).toEqual([]);
  });

  it.each([
    ["!a", "begins with `!`, which turns nothing round here; write what is meant"],
    ["a/!(b)", "has `!(`, an extended glob, which is not understood; write alternatives as `{a,b}`"],
    ["+(a)", "has `+(`, an extended glob, which is not understood; write alternatives as `{a,b}`"],
    ["*(a)", "has `*(`, an extended glob, which is not understood; write alternatives as `{a,b}`"],
    ["a{1..3}", "has a range in braces, which is not understood; write a list as `{a,b}`"],
    ["{a,b", "has alternatives in braces that do not end"],
    ["[ab", "has a class in brackets that does not end"],
    ["[]", "has a class in brackets that is empty"],
    ["[!]", "has a class in brackets that is empty"],
    ["[b-a]", "has a class in brackets that has a range that ends before it begins"],
    ["[[:alpha:]]", "has a class in brackets that names a kind of characters, which is not understood"],
    ["a\\", "ends with a `\\` that stands before nothing"],
    ["{**,a}/b", "has `**` beside alternatives in braces, of which it is no part; write one glob for each"],
    ["{a,b}**", "has `**` beside alternatives in braces, of which it is no part; write one glob for each"],
    ["a/**{b,c}", "has `**` beside alternatives in braces, of which it is no part; write one glob for each"],
    ["{a,".repeat(30) + "}".repeat(30), "has alternatives within alternatives more than 20 deep"],
    ["a".repeat(4_097), "is longer than 4096 characters"],
  ])("%s is refused", (glob, why) => {
    expect(reason(glob)).toBe(why);
    expect(() => matchesGlob("a", glob)).toThrow(UsageError);
  });
});

describe("globs of other programs", () => {
  it.each<[string, GlobDialect, string, readonly string[], readonly string[]]>([
    ["Argo CD's directories", gobwas, "{*.yml,prod-[abc]*}", ["a.yml", "a/b/c.yml", "prod-b/x"], ["a.yaml", "prod-d"]],
    ["Argo CD's directories", gobwas, "{*.yaml}", ["a.yaml", "a/b.yaml"], ["{a.yaml}"]],
    ["Argo CD's directories", gobwas, "a?[!b-d]", ["a/e", "axe"], ["a/b", "axc", "ae"]],
    ["Argo CD's directories", gobwas, "[^a]", ["^", "a"], ["b"]],
    ["Argo CD's values files", doublestar, "env/**/{prod,stage}.yaml", ["env/prod.yaml", "env/a/b/stage.yaml"], ["env/a/dev.yaml"]],
    ["folders of generators", goPath, "a/*/[^b]?", ["a/x/cc"], ["a/x/y/cc", "a/x/bc", "a/x/c"]],
    ["folders of generators", goPath, "[a-c]\\-", ["b-"], ["d-", "b"]],
    ["folders of generators", goPath, "a/**", ["a/b"], ["a/b/c", "a"]],
    ["folders of generators", goPath, "a/{b,c}", ["a/{b,c}"], ["a/b"]],
    ["files of generators", pathspec, "a/*/config.json", ["a/b/config.json", "a/b/c/config.json"], ["a/config.json"]],
    ["files of generators", pathspec, "!a", ["!a"], ["a", "b"]],
    ["files of generators", pathspec, "a/{b,c}", ["a/{b,c}"], ["a/b"]],
  ])("%s", (_, dialect, glob, those, others) => {
    expect(those.filter((text) => !matches(glob, dialect)(text))).toEqual([]);
    expect(others.filter(matches(glob, dialect))).toEqual([]);
  });

  it.each<[GlobDialect, string]>([[gobwas, "[a-z0-9]"], [gobwas, "{a,b"], [gobwas, "{a,}"], [gobwas, "[ab-]"], [goPath, "[a-]"], [goPath, "[a"], [doublestar, "[]"], [pathspec, "a\\"]])("what they refuse or make one thing or another of, in %j %s", (dialect, glob) => {
    expect(reason(glob, dialect)).not.toBe("");
  });
});

describe("hostile globs", () => {
  /** An answer, or that it would take too long. */
  const answer = (ask: () => boolean): boolean | null => {
    try {
      return ask();
    } catch (error) {
      if (error instanceof NoVerdictError) return null;
      throw error;
    }
  };
  const dialects = { ours, gobwas, doublestar, goPath, pathspec };

  it.each([
    ["stars", "*a".repeat(15) + "b", "a".repeat(4_000)],
    ["stars before a tail", "*a" + "?".repeat(12) + "z", "ab".repeat(2_000)],
    ["globstars", "**/".repeat(1_300) + "b", "a/".repeat(2_000) + "c"],
    ["nothing but stars", "*".repeat(4_096), "a".repeat(4_000)],
    ["alternatives", "{a,b}".repeat(800), "ab".repeat(2_000)],
    ["alternatives that are alike", `{${"*,".repeat(2_000)}*}b`, "a".repeat(4_000)],
    ["brackets", "[".repeat(4_096), "a"],
    ["braces", "{".repeat(4_096), "{"],
    ["nested alternatives", "{a*,".repeat(20) + "}".repeat(20), "a".repeat(4_000)],
  ])("%s are answered, or refused, at once", (_, glob, text) => {
    for (const dialect of Object.values(dialects)) {
      const begin = process.cpuUsage();
      const read = readGlob(glob, dialect);
      if (read.kind === "glob") answer(() => read.matches(text));
      expect(process.cpuUsage(begin).user).toBeLessThan(5_000_000); // microseconds
    }
  });

  it("are not taken for such when a run asks an honest one about its many files again and again", () => {
    const honest = matches("**/{test,tests,fixtures,examples,testdata,__tests__}/**/*.{yaml,yml,json}");
    const paths = Array.from({ length: 20_000 }, (_, i) => `services/team-${i % 50}/application-${i}/deploy/overlays/production/x${i}.txt`);
    for (let pass = 0; pass < 40; pass++) expect(paths.some(honest)).toBe(false);
  });

  it("take none for texts that do not begin as they do", () => {
    const states = matches("x/*a" + "?".repeat(400), gobwas);
    const texts = Array.from({ length: 20_000 }, (_, i) => i.toString(2).padStart(96, "0").replaceAll("0", "a").replaceAll("1", "b"));
    expect(texts.filter(states)).toEqual([]);
  });

  it("that need more work than any should end the run, instead of keeping it", () => {
    // As many states as there are texts.
    const states = matches("*a" + "?".repeat(400), gobwas);
    const texts = Array.from({ length: 20_000 }, (_, i) => [1, 2, 3].map((factor) => (((i + 1) * factor * 2_654_435_761) % 2 ** 32).toString(2).padStart(32, "0")).join("").replaceAll("0", "a").replaceAll("1", "b"));
    expect(() => texts.filter(states)).toThrow("takes more work than any glob should");
  });

  it("never throw another error, and a text without wildcards is itself", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."ab/*?[]{},!^-\\.("), maxLength: 20 }), fc.string({ unit: fc.constantFrom(..."ab/{},"), maxLength: 8 }), (glob, text) => {
      for (const dialect of Object.values(dialects)) {
        const read = readGlob(glob, dialect);
        if (read.kind === "glob" && !/[*?[{\\]/.test(glob)) expect(read.matches(text)).toBe(text === glob);
      }
    }), { numRuns: 2_000 });
  });
});

import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { type BatchAnswer, createBatchParser } from "../../src/git/batch-answers.ts";

const id = fc.stringMatching(/^[0-9a-f]{40}$/);
const answer: fc.Arbitrary<BatchAnswer> = fc.oneof(
  id.map((name) => ({ kind: "missing" as const, id: name })),
  fc.record({ kind: fc.constant("object" as const), id, type: fc.constantFrom("blob", "commit"), bytes: fc.array(fc.constantFrom(10, 0, 65, 255), { maxLength: 30 }).map((bytes) => Uint8Array.from(bytes)) }),
);

function written(item: BatchAnswer): Buffer {
  if (item.kind === "missing") return Buffer.from(`${item.id} missing\n`);
  return Buffer.concat([Buffer.from(`${item.id} ${item.type} ${item.bytes.length}\n`), item.bytes, Buffer.from("\n")]);
}

it("finds the same answers however the stream is cut", () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (answers, cuts) => {
      const stream = Buffer.concat(answers.map(written));
      const got: BatchAnswer[] = [];
      const feed = createBatchParser((item) => got.push(item));
      for (let at = 0, turn = 0; at < stream.length; turn += 1) {
        const length = cuts[turn % cuts.length] ?? 1;
        feed(stream.subarray(at, at + length));
        at += length;
      }
      expect(got).toEqual(answers);
    }),
    { numRuns: 500 },
  );
});

it.each(["fatal: x\n", "abc blob\n", `${"a".repeat(40)} blob -1\n`, "\n"])("refuses %j", (text) => {
  expect(() => createBatchParser(() => undefined)(Buffer.from(text))).toThrow("git cat-file answered");
});

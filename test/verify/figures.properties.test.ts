import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judgeMarked } from "./figures.check.ts";
import { storeOf } from "./fixture.ts";

const BOUNDS = ["", "more than ", "at least ", "fewer than ", "at most ", "about "];
const source = (id: string, text: string) => ({ id, outlet: id.toUpperCase(), published: "2021-05-03", text });

/** Bounds of the draft that say the opposite of the source's, for one and the same number. */
const AGAINST: Readonly<Record<string, readonly string[]>> = {
  "more than ": ["fewer than ", "at most "],
  "at least ": ["fewer than "],
  "fewer than ": ["more than ", "at least "],
  "at most ": ["more than "],
};

test("a bound never supports its contradiction", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 5000 }), fc.constantFrom(...Object.keys(AGAINST)), (value, bound) => {
      const store = storeOf([source("a", `The flood killed ${bound}${value} people in Kabul.`)]);
      for (const against of AGAINST[bound] ?? []) {
        const { judgement } = judgeMarked(store, `The flood killed ${against}[[${value}]] people in Kabul.`);
        assert.notEqual(judgement.verdict, "supported", `${against} of ${bound}${value}`);
      }
    }),
    { numRuns: 60 },
  );
});

test("the same claim with the same bound is supported, in any source", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 5000 }), fc.constantFrom(...BOUNDS), (value, bound) => {
      const text = `The flood killed ${bound}${value} people in Kabul.`;
      const { judgement } = judgeMarked(
        storeOf([source("a", text)]),
        `The flood killed ${bound}[[${value}]] people in Kabul.`,
      );
      assert.equal(judgement.verdict, "supported");
    }),
    { numRuns: 60 },
  );
});

const sentences = fc.tuple(
  fc.constantFrom("killed", "wounded", "displaced"),
  fc.integer({ min: 20, max: 60 }),
  fc.constantFrom("Kabul", "Raqqa"),
);
const articles = fc.array(fc.array(sentences, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

test("the verdict and its message do not depend on the order of the sources, and the same question has the same answer", () => {
  fc.assert(
    fc.property(articles, fc.integer({ min: 20, max: 60 }), (all, value) => {
      const sources = all.map((rows, i) =>
        source(`s${i}`, rows.map(([verb, n, place]) => `The flood ${verb} ${n} people in ${place}.`).join(" ")),
      );
      const draft = `The flood killed [[${value}]] people in Kabul.`;
      const store = storeOf(sources);
      const first = judgeMarked(store, draft).judgement;
      assert.deepEqual(judgeMarked(store, draft).judgement, first);
      assert.deepEqual(judgeMarked(storeOf([...sources].reverse()), draft).judgement, first);
    }),
    { numRuns: 60 },
  );
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hashText } from "../../server/src/store/hash.ts";
import { comparableWords, hashWords, isFunctionWord, wordsWithPlaces } from "../../server/src/store/words.ts";
import { tokenize } from "../../server/src/text/tokens.ts";

const TEXTS = fc
  .array(
    fc.constantFrom(
      "The",
      "U.S.",
      "won’t",
      "1,600",
      "2.5",
      "Ünal",
      "ÇA",
      "it",
      "…",
      "“",
      "a.m.",
      "½",
      "o'clock",
      "ŒUVRE",
      "ﬁn",
      "-",
      "İ",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

describe("words in comparable form", () => {
  const CASES: readonly [text: string, words: string][] = [
    ["The U.S. won’t pay $1,600.50!", "the us won't pay 160050"],
    ["so-called “experts”", "so called experts"],
    ["ÉLAN vital", "élan vital"],
    ["", ""],
  ];
  for (const [text, words] of CASES) it(`“${text}”`, () => assert.equal(comparableWords(text).join(" "), words));

  it("keep their places", () =>
    fc.assert(
      fc.property(fc.oneof(TEXTS, fc.string()), (text) => {
        const { words, start, end } = wordsWithPlaces(text);
        assert.equal(words.length, start.length);
        words.forEach((word, i) => {
          assert.deepEqual(comparableWords(text.slice(start[i], end[i])).join(" "), word);
        });
      }),
    ));

  it("are hashed alike with and without being made", () =>
    fc.assert(
      fc.property(fc.oneof(TEXTS, fc.string(), fc.string({ unit: "grapheme" })), (text) => {
        const tokens = tokenize(text);
        const { hashes, common } = hashWords(tokens, 0, tokens.count, 17);
        const words = comparableWords(text);
        assert.deepEqual(
          hashes,
          words.map((word) => hashText(word, 17)),
        );
        assert.deepEqual(common, words.map(isFunctionWord));
      }),
    ));
});

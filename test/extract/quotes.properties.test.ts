import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readQuotations } from "../../server/src/extract/quotes/index.ts";
import { readDocument } from "../../server/src/text/document.ts";
import { HOSTILE } from "./hostile.ts";
import { growth } from "./steps.ts";

const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["‘", "’"],
  ["'", "'"],
  ["«", "»"],
  ["« ", " »"],
  ["»", "«"],
  ["„", "“"],
  ["„", "”"],
  ["”", "”"],
  ["“", '"'],
  ['"', "”"],
  ["``", "''"],
  ["‹", "›"],
  ["＂", "＂"],
];

/** Ordinary news takes less than 2 steps a code unit. */
const MOST_STEPS = 60;
const WORDS =
  "we they ruins nobody counted houses morning residents it's water always before river Monday 318 twelve".split(" ");
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 40 }).map((list) => list.join(" "));
const FRAMES: readonly ((open: string, words: string, close: string) => string)[] = [
  (open, said, close) => `${open}${said},${close} said Donatella Rovera.`,
  (open, said, close) => `Last week Donatella Rovera said: ${open}${said}.${close}`,
  (open, said, close) => `It rained.\n\n${open}${said},${close} Donatella Rovera told reporters in London.`,
  (open, said, close) => `Donatella Rovera said that ${open}${said}${close} was all she saw.`,
];

const MARKUP = fc.constantFrom(
  '"',
  "'",
  "“",
  "”",
  "‘",
  "’",
  "«",
  "»",
  "„",
  "``",
  "''",
  "> ",
  "\n",
  "\n\n",
  ", ",
  ". ",
  ": ",
  " — ",
  "said ",
  "she ",
  "Rovera ",
  "told ",
  "according to ",
  "saying ",
  "1,600 ",
  "(",
  ")",
  "ﬁ",
  "\u{1F600}",
);
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(MARKUP, { maxLength: 60 }).map((list) => list.join("")),
);

test("any mark style in, the same words and speaker out", () => {
  fc.assert(
    fc.property(words, fc.constantFrom(...MARKS), fc.constantFrom(...FRAMES), (said, [open, close], frame) => {
      const found = readQuotations(readDocument(frame(open, said, close)), {});
      assert.equal(found.length, 1);
      assert.equal(found[0]?.text.replace(/[,.]$/, ""), said);
      assert.equal(found[0]?.speaker?.key, "donatella rovera");
    }),
    { numRuns: 400 },
  );
});

test("offsets are exact, parts lie inside their quotation, and any text is read", () => {
  fc.assert(
    fc.property(anything, (text) => {
      let last = 0;
      for (const quote of readQuotations(readDocument(text), {})) {
        assert.equal(quote.text, text.slice(quote.start, quote.end));
        assert.ok(quote.start >= last && quote.end > quote.start && quote.end <= text.length);
        last = quote.start;
        const { parts } = quote;
        assert.equal(parts[0]?.start, quote.start);
        assert.equal(parts.at(-1)?.end, quote.end);
        for (const [i, part] of parts.entries())
          assert.ok(part.start < part.end && part.start >= (parts[i - 1]?.end ?? 0));
        assert.ok(quote.sentence.start <= quote.start && quote.sentence.end >= quote.end);
        if (quote.speaker) assert.equal(quote.speaker.text, text.slice(quote.speaker.start, quote.speaker.end));
      }
    }),
    { numRuns: 2000 },
  );
});

for (const piece of HOSTILE) {
  test(`steps grow with the length of repeated ${JSON.stringify(piece)}`, () => {
    const { ratio, each } = growth(piece, 6000, (document) => void readQuotations(document, {}));
    assert.ok(ratio < 2.4, `twice the text took ${ratio} times the steps`);
    assert.ok(each < MOST_STEPS, `${each} steps a code unit`);
  });
}

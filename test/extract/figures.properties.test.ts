import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readQuantities } from "../../server/src/extract/figures/index.ts";
import type { Quantity } from "../../server/src/extract/types.ts";
import { readDocument, type TextDocument } from "../../server/src/text/document.ts";
import { quantitiesOf } from "./figures.check.ts";

const PIECES =
  "one two twenty hundred thousand million and a half third in of to between more than over no none 5 1,600 2017 0.5 1/2 ½ $ £ % percent km years year old - – , . : ; ( ) [ ] \" ' ’ \n \n\n October May Monday last month U.S. No. F-22 10 12 e x ^ / # @ … 🙂 é".split(
    " ",
  );
/** Text out of the pieces that figures are made of, set together with and without blanks. */
const figureText = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", " ", " ", "\n")), { maxLength: 60 })
  .map((parts) => parts.flat().join(""));
const anyText = fc.oneof(
  figureText,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

function assertSound(text: string, found: readonly Quantity[]): void {
  let last = 0;
  for (const figure of found) {
    assert.equal(text.slice(figure.start, figure.end), figure.text);
    assert.ok(figure.start >= last && figure.end > figure.start, `"${figure.text}" overlaps`);
    assert.ok(figure.low <= figure.high, `"${figure.text}": ${figure.low} > ${figure.high}`);
    assert.ok(Number.isFinite(figure.low) && Number.isFinite(figure.high) && figure.precision >= 0);
    if (figure.boundSpan !== null) assert.ok(text.slice(figure.boundSpan.start, figure.boundSpan.end).trim() !== "");
    last = figure.end;
  }
}

test("figures of any text have exact offsets, are in order and do not overlap", () => {
  fc.assert(
    fc.property(anyText, (text) => assertSound(text, quantitiesOf(text))),
    { numRuns: 2000 },
  );
});

const BROKEN =
  "a an million thousand hundred dozen half dollars $ 5 1,600 2019 May third and up or more over to between two twenty five point in of out – Articles , 6 every".split(
    " ",
  );

test("no figure and no bound words go on behind a blank line", () => {
  const text = fc
    .array(fc.tuple(fc.constantFrom(...BROKEN), fc.constantFrom(" ", "\n\n")), { maxLength: 30 })
    .map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(text, (words) => {
      for (const { start, end, boundSpan } of quantitiesOf(words)) {
        const whole = words.slice(Math.min(start, boundSpan?.start ?? start), Math.max(end, boundSpan?.end ?? end));
        assert.ok(!whole.includes("\n\n"), JSON.stringify(whole));
      }
    }),
    { numRuns: 3000 },
  );
});

test("blanking a stretch keeps the offsets of what stands apart from it", () => {
  fc.assert(
    fc.property(figureText, figureText, (before, after) => {
      const parted = `${before}\n\n`;
      const blank = " ".repeat(before.length);
      const apart = quantitiesOf(`${blank}\n\n${after}`);
      assertSound(`${blank}\n\n${after}`, apart);
      const whole = quantitiesOf(after);
      assert.deepEqual(
        apart.map(({ start, end, low }) => [start - parted.length, end - parted.length, low]),
        whole.map(({ start, end, low }) => [start, end, low]),
      );
    }),
    { numRuns: 500 },
  );
});

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: readonly (readonly [string, number])[] = [
  ["trillion", 1e12],
  ["billion", 1e9],
  ["million", 1e6],
  ["thousand", 1e3],
];

/** A number below a thousand in words, with the hyphen and the "and" that the style asks for. */
function belowThousand(value: number, hyphen: string, and: string): string {
  if (value >= 100) {
    const rest = value % 100;
    const hundreds = `${ONES[Math.floor(value / 100)]} hundred`;
    return rest === 0 ? hundreds : `${hundreds}${and}${belowThousand(rest, hyphen, and)}`;
  }
  if (value < 20) return ONES[value] as string;
  const unit = value % 10;
  const tens = TENS[Math.floor(value / 10) - 2] as string;
  return unit === 0 ? tens : `${tens}${hyphen}${ONES[unit]}`;
}

function inWords(value: number, hyphen: string, and: string): string {
  const parts: string[] = [];
  let rest = value;
  for (const [name, scale] of SCALES) {
    if (rest < scale) continue;
    parts.push(`${belowThousand(Math.floor(rest / scale), hyphen, and)} ${name}`);
    rest %= scale;
  }
  if (rest > 0 || parts.length === 0)
    parts.push((rest < 100 && parts.length > 0 ? and.slice(1) : "") + belowThousand(rest, hyphen, and));
  return parts.join(" ");
}

function groupedBy(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** Says that the text reads as one figure of this value. */
function readsAs(written: string, value: number): void {
  for (const text of [`They counted ${written} homes.`, `Of ${written} homes, none stood.`]) {
    const found = quantitiesOf(text).filter(({ low }) => low !== 0);
    assert.deepEqual(
      found.map(({ text: words, low, high }) => [words, low, high]),
      [[written, value, value]],
    );
  }
}

const whole = fc.oneof(
  fc.integer({ min: 2, max: 1500 }),
  fc.integer({ min: 2101, max: 1_000_000 }),
  fc.integer({ min: 1e6, max: 1e13 }),
);

test("a whole number in digits reads back to its value, whatever parts its groups", () => {
  fc.assert(
    fc.property(whole, fc.constantFrom(",", "\u202f", "\u00a0", " ", ""), (value, separator) =>
      readsAs(groupedBy(value, separator), value),
    ),
    { numRuns: 1000 },
  );
});

test("a number in words reads back to its value, with and without hyphens and ands", () => {
  fc.assert(
    fc.property(whole, fc.constantFrom("-", " "), fc.constantFrom(" and ", " "), (value, hyphen, and) =>
      readsAs(inWords(value, hyphen, and), value),
    ),
    { numRuns: 1000 },
  );
});

test("a decimal with a scale word or letter reads back to its value", () => {
  const scale = fc.constantFrom(
    ["million", 1e6],
    ["billion", 1e9],
    ["bn", 1e9],
    ["trillion", 1e12],
    ["thousand", 1e3],
    ["k", 1e3],
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 2 }),
      scale,
      (digits, places, [name, factor]) => {
        const written = `${(digits / 10 ** places).toFixed(places)}${String(name).length > 2 ? " " : ""}${name}`;
        const [figure, ...more] = quantitiesOf(`They counted ${written} homes.`);
        assert.deepEqual(more, []);
        assert.equal(figure?.text, written);
        assert.ok(Math.abs(figure.low - (digits / 10 ** places) * Number(factor)) <= 1e-6 * figure.low);
      },
    ),
    { numRuns: 500 },
  );
});

/** Text and columns of a document with every look at them counted. */
function counted(document: TextDocument, count: () => void): TextDocument {
  const { tokens } = document;
  const watch = <T extends Int32Array | Uint8Array>(column: T): T =>
    new Proxy(column, {
      get(target, key) {
        count();
        return Reflect.get(target, key) as unknown;
      },
    });
  const watched = Object.create(tokens, {
    start: { value: watch(tokens.start) },
    end: { value: watch(tokens.end) },
    kind: { value: watch(tokens.kind) },
    gap: { value: watch(tokens.gap) },
    hash: { value: watch(tokens.hash) },
  }) as TextDocument["tokens"];
  return { ...document, tokens: watched };
}

function looks(text: string): number {
  let looked = 0;
  readQuantities(
    counted(readDocument(text), () => looked++),
    {},
  );
  return looked;
}

const HOSTILE =
  "1|1,|1.|1-|1 |234 |one |one-|hundred and |million |tens of thousands of |between 1 and |5% to |[1,|2017-10-|2014-|1/|1:|.1|$|$1|USD |May |May 1 to |two thirds |and a half |5 feet 2 |no |point one |1x10^|a-|http:|A1|(0800) |+1-|#|*|_1|1 in |six out of |over |up to |more than |'1|1s|10st |Radio 1 and |1, |\n1. |last |half a ".split(
    "|",
  );

test("the work grows with the length of any repeated pattern, not with its square", () => {
  for (const pattern of HOSTILE) {
    const [once, twice] = [looks(pattern.repeat(400)), looks(pattern.repeat(800))];
    assert.ok(twice <= 2.3 * once + 400, `${JSON.stringify(pattern)}: ${once} looks, then ${twice}`);
  }
});

test("the work on random mixtures stays within a fixed number of looks for each code unit", () => {
  fc.assert(
    fc.property(figureText, (text) => assert.ok(looks(text.repeat(20)) <= 400 * (text.length * 20 + 10))),
    { numRuns: 50 },
  );
});

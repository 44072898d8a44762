import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readQuantities } from "../../server/src/extract/figures/index.ts";
import { settleMeasures, tellMeasures } from "../../server/src/extract/measures/index.ts";
import { readDocument } from "../../server/src/text/document.ts";
import { HOSTILE } from "./hostile.ts";
import { growth } from "./steps.ts";

const words =
  "killed wounded people of them the and , . ; ( ) - 12 43 1,600 three in Raqqa by children were had a year-old \n\n percent other".split(
    " ",
  );
const texts = fc.oneof(
  fc.string({ maxLength: 200, unit: "binary" }),
  fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((parts) => parts.join(" ")),
);

function measuresOf(text: string) {
  const document = readDocument(text);
  const quantities = readQuantities(document, {});
  return { quantities, measures: settleMeasures(quantities, tellMeasures(document, quantities)) };
}

test("any text: one measure for each quantity, and what is counted stands in the text", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { quantities, measures } = measuresOf(text);
      assert.equal(measures.length, quantities.length);
      for (const { counted, terms } of measures) {
        assert.ok(counted === null || text.includes(counted));
        assert.equal(new Set(terms).size, terms.length);
      }
    }),
  );
});

test("a text after another, two lines on, is read as it is alone where it names what it counts", () => {
  const alone = measuresOf("The raid killed 43 people in Raqqa.").measures;
  const after = measuresOf("Nine ships sank.\n\nThe raid killed 43 people in Raqqa.").measures.slice(1);
  assert.deepEqual(after, alone);
});

const CROWDED = [
  "May 3, 1901 and ",
  "43 of them ",
  "in Raqqa and Aleppo 43 ",
  "over two years 43 ",
  "rose from 4 to 5 percent ",
];

for (const piece of [...HOSTILE.map((one) => `${one}7 `), ...CROWDED]) {
  test(`steps grow with the length of repeated ${JSON.stringify(piece)}`, () => {
    const { ratio, each } = growth(piece, 2000, (document) => {
      const quantities = readQuantities(document, {});
      settleMeasures(quantities, tellMeasures(document, quantities));
    });
    assert.ok(ratio < 2.4, `twice the text took ${ratio} times the steps`);
    assert.ok(each < 400, `${each} steps a code unit`);
  });
}

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type CountsReader, createCountsReader, readCounts } from "../../server/src/extract/again.ts";
import { readDocument } from "../../server/src/text/document.ts";
import { HOSTILE } from "./hostile.ts";

/** What a paragraph may hold: figures of every kind, words that bear on figures near them, and what no writer types. */
const PIECES = [
  ...HOSTILE.map((one) => one.slice(0, 40)),
  "The raid killed 43 people in Raqqa.",
  "Nine of them were children, and all eight were freed.",
  "A further 300 fled; the other 120 stayed.",
  "It rose from $5.2 million in 2019 to $7.1 million.",
  "Below $45 and $40 respectively.",
  "Between 5 and 6 percent of 1,200 homes.",
  "Articles 5, 6 and 7",
  "1.",
  "- 12",
  "more than",
  "million people",
  "The toll was put at 57, including 14 children, and 120 were wounded, Amnesty said on May 3.",
  "“We lost 12 of 40,” she said.",
  "No. 10",
  "https://example.org/2019/05/",
];
const glue = fc.constantFrom(" ", " ", " ", "\n", "\n\n", "\n\n", "\n\n\n", "");
const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), glue), { minLength: 20, maxLength: 120 })
  .map((parts) => parts.flat().join(""));
const edit = fc.record({
  at: fc.nat(),
  gone: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  added: fc.oneof(fc.constantFrom(...PIECES, "\n\n", "\n", " ", "4", "a"), fc.constant("")),
});

describe("the quantities of a text that is edited", () => {
  it("are those of the text read from nothing", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 8 }), (first, edits) => {
        const read = createCountsReader();
        let now = first;
        isReadAsFromNothing(read, now);
        for (const { at, gone, added } of edits) {
          const start = at % (now.length + 1);
          now = now.slice(0, start) + added + now.slice(start + gone);
          isReadAsFromNothing(read, now);
        }
      }),
      { numRuns: 150 },
    );
  });
  it("are the same objects where nothing has changed or moved", () => {
    const read = createCountsReader();
    const [before, after] = ["12 people fled. ".repeat(200), "13 people fled. ".repeat(200)].map((behind) =>
      read(readDocument(`The raid killed 43 people.\n\n${"It rained. ".repeat(200)}\n\n${behind}`), {}),
    );
    assert.equal(after?.told[0]?.measure, before?.told[0]?.measure);
    assert.equal(after?.quantities[0], before?.quantities[0]);
    assert.equal(after?.quantities[1]?.low, 13);
  });
  it("are read anew for another date of the text", () => {
    const read = createCountsReader();
    const document = readDocument("It began on May 3.");
    const years = ["2020-01-01", "2023-01-01"].map((published) => read(document, { published }).quantities[0]?.low);
    assert.notEqual(years[0], years[1]);
  });
});

function isReadAsFromNothing(read: CountsReader, text: string): void {
  const document = readDocument(text);
  assert.deepEqual(read(document, {}), { ...readCounts(document, {}) });
}

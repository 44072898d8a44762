import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { DraftFormat } from "../../server/src/draft/index.ts";
import { type CheckedDraft, checkText, createChecker } from "../../server/src/service/check.ts";
import { desk } from "./desk.ts";

/** Pieces that drafts are typed from: facts, citations, marks that open and close what spans paragraphs, and bits of all of these. */
const PIECES = [
  "The flood killed more than 43 people in Norland.",
  "The flood killed 57 people in Norland, officials said",
  "Rescuers pulled 120 people out of the water in Norland [@alpha].",
  "About 5,000 people were displaced[^beta] in Norland.",
  "\n\n[^beta]: Beta Post.\n",
  '"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.',
  "She said: “We were never warned in time",
  "by anyone”",
  "\n\n",
  "\n",
  "> ",
  "```\n",
  "<!-- sourceline-disable-next-line -->\n",
  "<!-- ",
  " -->",
  "`",
  "**",
  "4",
  ",",
  ".",
  " ",
  " [@alpha]",
  " [@nobody]",
  "---\ndate: 2024-03-01\n---\n",
  "| a | 43 |\n",
  "# ",
  "- ",
  "    ",
];

const edit = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 60 }),
  text: fc.oneof(fc.constantFrom(...PIECES), fc.constant("")),
});

/** All that a check comes to, for comparing. */
function shown({ findings, ignored, skipped }: CheckedDraft): string {
  return JSON.stringify([findings, ignored, [...skipped]], null, 1);
}

describe("a check that follows the edits of a draft", () => {
  for (const format of ["markdown", "plain", "rst", "latex"] as readonly DraftFormat[])
    it(`ends in the findings of a fresh check, whatever the edits (${format})`, () => {
      const { store, context } = desk("");
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }),
          fc.array(edit, { maxLength: 12 }),
          (pieces, edits) => {
            const checker = createChecker(format);
            let text = pieces.join("");
            checker.check(text, store, context.settings);
            for (const { at, length, text: added } of edits) {
              const start = text.length === 0 ? 0 : at % (text.length + 1);
              text = text.slice(0, start) + added + text.slice(start + length);
              const followed = checker.check(text, store, context.settings);
              assert.equal(
                shown(followed),
                shown(checkText(text, format, store, context.settings)),
                JSON.stringify(text),
              );
            }
          },
        ),
        { numRuns: format === "markdown" ? 120 : 40 },
      );
    });

  it("also when letters are typed one after the other", () => {
    const { store, context } = desk("");
    const whole = PIECES.slice(0, 8).join(" ");
    const checker = createChecker("markdown");
    for (let length = 0; length <= whole.length; length++) {
      const text = `Before.\n\n${whole.slice(0, length)}\n\nThe flood killed 57 people in Norland.`;
      const followed = checker.check(text, store, context.settings);
      assert.equal(shown(followed), shown(checkText(text, "markdown", store, context.settings)), text);
    }
  });

  it("judges only the paragraph that an edit touched", () => {
    const { store, context } = desk("");
    let asked = 0;
    const counting = new Proxy(store, {
      get(target, name) {
        if (name === "figuresLikeValue") asked++;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const paragraphs = Array.from({ length: 30 }, (_, i) => `The flood killed ${50 + i} people in Norland that day.`);
    const checker = createChecker("markdown");
    checker.check(paragraphs.join("\n\n"), counting, context.settings);
    const first = asked;
    asked = 0;
    checker.check(
      paragraphs.with(9, "The flood killed 99 people in Norland that day.").join("\n\n"),
      counting,
      context.settings,
    );
    assert.ok(first >= 30 && asked <= first / 10, `${asked} of ${first} look-ups`);
  });
});

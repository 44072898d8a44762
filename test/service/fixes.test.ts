import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { applyEdits } from "../../server/src/draft/edits.ts";
import type { DraftFormat } from "../../server/src/draft/index.ts";
import { editsOf, type Fix, fixesIn } from "../../server/src/service/actions.ts";
import { checkText } from "../../server/src/service/check.ts";
import { citeAll, lacksCitation } from "../../server/src/service/fixall.ts";
import { desk, SOURCES } from "./desk.ts";

const DISPUTING = `${SOURCES}
== gamma | Gamma Daily | 2024-03-02
The flood killed 31 people in Norland, the Red Cross said.
`;

/** Takes a draft with the cursor "¦"; gives the fixes there, each as "title -> text after it" (ignoring writes nothing into the draft). */
function fixes(draft: string, sources = SOURCES, format: DraftFormat = "markdown"): string[] {
  const { checked, context, offset, text } = desk(draft, {}, format, sources);
  const all = fixesIn(checked, { start: offset, end: offset }, context);
  assert.ok(all.length <= 3, "three at most");
  return all.map((fix) => `${fix.title} -> ${applyEdits(text, editsOf(checked, fix.finding, fix.plan, context))}`);
}

const CASES: readonly (readonly [string, string, readonly string[], string?])[] = [
  [
    "cite, with a choice, and the whole paragraph",
    "The flood killed more than 4¦3 people in Norland. Rescuers pulled 120 people out of the water in Norland.",
    [
      "Cite Alpha Times: [@alpha] -> The flood killed more than 43 people in Norland [@alpha]. Rescuers pulled 120 people out of the water in Norland.",
      "Cite Beta Post: [@beta] -> The flood killed more than 43 people in Norland [@beta]. Rescuers pulled 120 people out of the water in Norland.",
      "Cite all 2 facts of this paragraph -> The flood killed more than 43 people in Norland [@alpha]. Rescuers pulled 120 people out of the water in Norland [@alpha].",
    ],
  ],
  [
    "use the source's figure",
    "About 9,0¦00 people were displaced in Norland [@beta].",
    [
      "Write “About 5,000” as Beta Post has it -> About 5,000 people were displaced in Norland [@beta].",
      "Set “9,000” aside, with a reason -> About 9,000 people were displaced in Norland [@beta].",
    ],
  ],
  [
    "restore the bound",
    "The flood killed 4¦3 people in Norland [@alpha].",
    [
      "Write “more than 43” as Alpha Times has it -> The flood killed more than 43 people in Norland [@alpha].",
      "Set “43” aside, with a reason -> The flood killed 43 people in Norland [@alpha].",
    ],
  ],
  [
    "restore the quotation",
    '"We were never war¦ned in time by anyone in the capital," said Mayor Ana Brandt [@alpha].',
    [
      'Restore the words of Alpha Times: “We were not warned in time by anyone in the capital,” -> "We were not warned in time by anyone in the capital," said Mayor Ana Brandt [@alpha].',
      'Set “We were never warned in time by anyone in the capital,” aside, with a reason -> "We were never warned in time by anyone in the capital," said Mayor Ana Brandt [@alpha].',
    ],
  ],
  [
    "correct the speaker",
    '"We were not war¦ned in time by anyone in the capital," said Governor Paul Stern [@alpha].',
    [
      'Name Mayor Ana Brandt, as Alpha Times does -> "We were not warned in time by anyone in the capital," said Mayor Ana Brandt [@alpha].',
      'Set “We were not warned in time by anyone in the capital,” aside, with a reason -> "We were not warned in time by anyone in the capital," said Governor Paul Stern [@alpha].',
    ],
  ],
  [
    "say whose figure it is where the sources differ",
    "The flood killed 3¦1 people in Norland [@gamma].",
    [
      "Add “, according to the Red Cross” -> The flood killed 31 people in Norland, according to the Red Cross [@gamma].",
      "Set “31” aside, with a reason -> The flood killed 31 people in Norland [@gamma].",
    ],
    DISPUTING,
  ],
  [
    "name the source that is meant",
    "It rained [@alp¦h].",
    ["Write “alpha” for “alph” -> It rained [@alpha].", "Set “alph” aside, with a reason -> It rained [@alph]."],
  ],
];

const SIGNS = `
== al_pha | Alpha Times | 2024-03-02
Almost 80% of Norland was flooded. The dam cost $40 million to build.

"We lost 50% of our stock & all of our $200 notes in the water," said Mayor Ana Brandt of Brandt & Sons.
== beta | Beta Post | 2024-03-03
Almost 70% of Sudland was flooded, R&D Watch said. Almost 30% of Sudland was flooded, the army said.
`;
const ESCAPED: readonly (readonly [DraftFormat, string, string])[] = [
  ["latex", "Almost 6¦0\\% of Norland was flooded.", "Almost 80\\% of Norland was flooded."],
  ["latex", "The dam cost \\$5¦0 million to build.", "The dam cost \\$40 million to build."],
  [
    "latex",
    "``We lost 50\\% of our food \\& all of our \\$200 notes in the wa¦ter,'' said Mayor Ana Brandt.",
    "``We lost 50\\% of our stock \\& all of our \\$200 notes in the water,'' said Mayor Ana Brandt.",
  ],
  [
    "latex",
    "``We lost 50\\% of our stock \\& all of our \\$200 notes in the wa¦ter,'' said Paul Stern.",
    "``We lost 50\\% of our stock \\& all of our \\$200 notes in the water,'' said Mayor Ana Brandt of Brandt \\& Sons.",
  ],
  ["latex", "Almost 7¦0\\% of Sudland was flooded.", "Almost 70\\% of Sudland was flooded, according to R\\&D Watch."],
  ["latex", "It rained \\cite{al_¦ph}.", "It rained \\cite{al_pha}."],
  [
    "html",
    "“We lost 50% of our food &amp; all of our $200 notes in the wa¦ter,” said Mayor Ana Brandt.",
    "“We lost 50% of our stock &amp; all of our $200 notes in the water,” said Mayor Ana Brandt.",
  ],
  ["markdown", "Almost 6¦0\\% of Norland was flooded.", "Almost 80% of Norland was flooded."],
];

describe("fixes write signs as the format of the draft has them:", () => {
  for (const [format, draft, expected] of ESCAPED)
    it(`${format}: ${draft}`, () =>
      assert.ok(
        fixes(draft, SIGNS, format).some((one) => one.endsWith(` -> ${expected}`)),
        fixes(draft, SIGNS, format).join("\n"),
      ));
});

describe("fixes say what they write, and write it:", () => {
  for (const [what, draft, expected, sources] of CASES)
    it(what, () => assert.deepEqual(fixes(draft, sources), expected));
});

describe("fixes one after the other", () => {
  const DRAFT = [
    "The flood killed 43 people in Norland. About 9,000 people were displaced in Norland.",
    '"We were never warned in time by anyone in the capital," said Governor Paul Stern.',
    "Rescuers pulled 120 people out of the water in Norland.",
  ].join("\n\n");

  it("land right in any order, and leave nothing to mend", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        const { store, context } = desk(DRAFT);
        let text = DRAFT;
        for (const choice of choices) {
          const checked = checkText(text, "markdown", store, context.settings);
          const whole = { start: 0, end: text.length };
          const open = fixesIn(checked, whole, context).filter(
            ({ plan }) => plan.type !== "ignore" && plan.type !== "paragraph",
          );
          const fix = open[choice % Math.max(1, open.length)] as Fix | undefined;
          if (fix === undefined) break;
          const after = applyEdits(text, editsOf(checked, fix.finding, fix.plan, context));
          assert.notEqual(after, text, `${fix.title} changes the draft`);
          text = after;
        }
        const bare = text.replace(/ \[@[^\]]*\]/g, "");
        assert.match(bare, /more than 43 people in Norland\. [Aa]bout 5,000 people/);
        assert.match(bare, /"We were not warned in time by anyone in the capital," said Mayor Ana Brandt\./);
        assert.doesNotMatch(text, /\]\[|\] \[|\.\.|,,/);
      }),
      { numRuns: 25 },
    );
  });
  it("all at once write what one after the other writes, in every style", () => {
    const facts = [
      "The flood killed more than 43 people in Norland.",
      "Rescuers pulled 120 people out of the water in Norland.",
      "About 5,000 people were displaced in Norland.",
      '"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.',
      "The flood killed 57 people in Norland.",
    ];
    const parts = fc.array(fc.constantFrom(...facts, "\n\n", "\n\n", " It rained."), { maxLength: 14 });
    const styles = fc.constantFrom("pandoc", "footnote", "link" as const);
    fc.assert(
      fc.property(parts, styles, (pieces, citationStyle) => {
        const { checked, context, store, text } = desk(pieces.join(" "), { citationStyle });
        let now = text;
        for (let at = 0; ; ) {
          const again = checkText(now, "markdown", store, context.settings);
          const finding = again.findings.find((one) => one.start >= at && lacksCitation(one));
          if (finding === undefined) break;
          const source = finding.evidence.find(({ relation }) => relation === "supports")?.source ?? "";
          now = applyEdits(now, editsOf(again, finding, { type: "cite", source }, context));
          at = finding.end;
        }
        assert.equal(applyEdits(text, citeAll(checked, context)), now);
      }),
      { numRuns: 150 },
    );
  });
  it("all at once leave nothing to cite, in every format and style, however lines end", () => {
    const draft = `The flood killed more than 43 people in Norland. Rescuers pulled 120 people out of the water in Norland.

About 5,000 people were displaced in Norland.

Rescuers pulled 120 people out of the water in Norland.
`;
    const sources = SOURCES.replace("Alpha Times", "Alpha & Sons 24 [north]");
    for (const end of ["\n", "\r\n"])
      for (const format of ["markdown", "plain", "rst", "asciidoc", "latex", "html"] as const)
        for (const citationStyle of ["pandoc", "footnote", "link"] as const) {
          const { checked, context, text } = desk(draft.replaceAll("\n", end), { citationStyle }, format, sources);
          const after = applyEdits(text, citeAll(checked, context));
          const again = checkText(after, format, context.store, context.settings);
          const told = again.findings.map((one) => `${one.text} ${one.verdict} ${one.citation}`);
          const expected = ["43", "120", "5,000", "120"].map((figure) => `${figure} supported cited`);
          assert.deepEqual(told, expected, `${format} ${citationStyle}: ${after}`);
          assert.deepEqual(citeAll(again, context), []);
          assert.equal(/[^\r]\n/.test(after), end === "\n");
        }
  });
  it("all at once insert citations and nothing else", () => {
    const { checked, context } = desk(DRAFT);
    const edits = citeAll(checked, context);
    assert.ok(edits.length > 0);
    assert.ok(edits.every(({ start, end, newText }) => start === end && /^ \[@(?:alpha|beta)\]$/.test(newText)));
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { applyEdits, insertCitation, removeCitation } from "../../server/src/draft/edits.ts";
import { prepareDraft } from "../../server/src/draft/index.ts";
import type { Anchor } from "../../server/src/draft/place.ts";
import type { CitationStyle, SourceReference } from "../../server/src/draft/reference.ts";
import { readDocument } from "../../server/src/text/document.ts";

const VOA: SourceReference = {
  id: "voa",
  title: "Strikes *killed* 1,600",
  outlet: "Voice of America",
  published: "2019-04-25",
  href: "https://voa.org/a_(b)",
};
const NOTE = "[^voa]: Voice of America, “Strikes \\*killed\\* 1,600”, April 25, 2019, <https://voa.org/a_%28b%29>.";

/** Takes a draft in which the fact stands between ‹ and ›, and what begins at ¦ is another fact's; gives it without these marks, and the anchor. */
function read(marked: string): { text: string; anchor: Anchor } {
  const text = marked.replace(/[‹›¦]/g, "");
  const start = marked.indexOf("‹");
  const end = marked.indexOf("›") - 1;
  const before = marked.indexOf("¦") - 2;
  const { sentences } = readDocument(prepareDraft(text, "markdown").prose);
  const sentence = sentences.find((one) => one.start <= start && start < one.end) ?? { start, end };
  const kind = /["“>]/.test(text[start - 1] ?? "") || text.startsWith(">") ? "quote" : "figure";
  const anchor = {
    start,
    end,
    sentence,
    kind,
    block: text.startsWith(">"),
    until: before < 0 ? sentence.end : before,
  } as const;
  return { text, anchor };
}

function cite(marked: string, style: CitationStyle): string {
  const { text, anchor } = read(marked);
  return applyEdits(text, insertCitation(prepareDraft(text, "markdown"), anchor, VOA, style));
}

describe("a citation is inserted", () => {
  const cases: readonly [string, string, string][] = [
    ["before the full stop", "Amnesty verified ‹641› deaths.", "Amnesty verified 641 deaths [@voa]."],
    ["at the end of a line without one", "# ‹641› deaths", "# 641 deaths [@voa]"],
    [
      "inside a sentence's parentheses",
      "It rained. (It verified ‹641› deaths.)",
      "It rained. (It verified 641 deaths [@voa].)",
    ],
    ["behind marks of emphasis", "It verified *‹641› deaths*.", "It verified *641 deaths* [@voa]."],
    ["behind an abbreviation's stop", "It was ‹641› in the U.S.", "It was 641 in the U.S. [@voa]"],
    ["behind a quotation that ends the sentence", 'He said "it was ‹641›."', 'He said "it was 641." [@voa]'],
    [
      "at the end of the clause",
      "It verified ‹641› deaths, and ¦318 others.",
      "It verified 641 deaths [@voa], and 318 others.",
    ],
    [
      "before the conjunction",
      "It verified ‹641› deaths while ¦318 were told.",
      "It verified 641 deaths [@voa] while 318 were told.",
    ],
    [
      "not inside a number",
      "It verified ‹641› of 1,600 cases; ¦318 stand.",
      "It verified 641 of 1,600 cases [@voa]; 318 stand.",
    ],
    ["in its own cell", "| a | b |\n|--|--|\n| ‹641› dead | 2 |", "| a | b |\n|--|--|\n| 641 dead [@voa] | 2 |"],
    ["behind the quotation and its comma", '"‹We are done›," said Rovera.', '"We are done," [@voa] said Rovera.'],
    ["behind a quotation with its stop inside", "“‹We are done.›” So it ends.", "“We are done.” [@voa] So it ends."],
    ["behind a quotation with its stop outside", 'It was "‹done›".', 'It was "done" [@voa].'],
    ["behind a block quotation", "> ‹We are done.›\n\nEnd.", "> We are done. [@voa]\n\nEnd."],
    [
      "into the brackets that stand there",
      "It verified ‹641› deaths [@rferl, p. 3].",
      "It verified 641 deaths [@rferl, p. 3; @voa].",
    ],
    [
      "into the brackets behind the stop",
      "It verified ‹641› deaths. [@rferl]",
      "It verified 641 deaths. [@rferl; @voa]",
    ],
    ["only once", "It verified ‹641› deaths [@voa].", "It verified 641 deaths [@voa]."],
  ];
  for (const [what, marked, expected] of cases) it(what, () => assert.equal(cite(marked, "pandoc"), expected));

  const notes: readonly [string, string, string][] = [
    ["behind the stop", "It verified ‹641› deaths.\n", `It verified 641 deaths.[^voa]\n\n${NOTE}\n`],
    ["behind the comma of the clause", "‹641› dead, ¦318 hurt.", `641 dead,[^voa] 318 hurt.\n\n${NOTE}`],
    ["beside another", "It was ‹641›.[^1]\n\n[^1]: A.\n", `It was 641.[^1][^voa]\n\n[^1]: A.\n${NOTE}\n`],
    [
      "with one definition for all",
      "It was ‹641›. So.[^voa]\n\n[^voa]: B.",
      "It was 641.[^voa] So.[^voa]\n\n[^voa]: B.",
    ],
    ["behind a quotation's comma", '"‹Done›," he said.', `"Done,"[^voa] he said.\n\n${NOTE}`],
    ["with the line ends of the draft", "It was ‹641›.\r\n", `It was 641.[^voa]\r\n\r\n${NOTE}\r\n`],
  ];
  for (const [what, marked, expected] of notes)
    it(`as a footnote ${what}`, () => assert.equal(cite(marked, "footnote"), expected));

  const LINK = "[Voice of America](https://voa.org/a_%28b%29)";
  it("as a link", () => assert.equal(cite("It was ‹641›.", "link"), `It was 641 (${LINK}).`));
  it("as a second link in the parentheses of the first", () => {
    assert.equal(cite("It was ‹641› ([A](b)).", "link"), `It was 641 ([A](b); ${LINK}).`);
  });
});

describe("a citation that is taken out", () => {
  const word = fc.constantFrom(
    "Amnesty",
    "verified",
    "deaths",
    "in",
    "Raqqa,",
    "and",
    "“done”",
    "*most*",
    "[@rferl]",
    "[^1]",
    "([A](b))",
  );
  const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(" "));
  const ending = fc.constantFrom(
    ".",
    "!",
    "",
    ".\n",
    ".\n\nMore text.\n",
    ".\r\n\r\nMore.",
    ".\n\n[^1]: A note.\n",
    ".[^1]\n\n[^1]: A.",
  );
  const style = fc.constantFrom<CitationStyle>("pandoc", "footnote", "link");
  it("leaves the draft as it was", () => {
    fc.assert(
      fc.property(words, words, ending, style, (before, after, end, how) => {
        const { text, anchor } = read(`It ${before} ‹641› ${after}${end}`);
        const cited = applyEdits(text, insertCitation(prepareDraft(text, "markdown"), anchor, VOA, how));
        assert.notEqual(cited, text);
        const draft = prepareDraft(cited, "markdown");
        const wanted = how === "link" ? "https://voa.org/a_%28b%29" : "voa";
        const mark = draft.citations.find(({ keys }) => keys.some((key) => key.text === wanted));
        assert.ok(mark, cited);
        const index = mark.keys.findIndex((key) => key.text === wanted);
        assert.equal(applyEdits(cited, removeCitation(draft, mark, index)), text);
      }),
      { numRuns: 500 },
    );
  });
});

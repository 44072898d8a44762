import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type DraftFormat, draftFormat, prepareDraft } from "../../server/src/draft/index.ts";
import { extract } from "../../server/src/extract/index.ts";
import { checkCitations, checkProse } from "./fixture.ts";

/** Takes a draft; gives its figures and quotations as the draft writes them, with the speaker where one is named. */
function facts(text: string, format: DraftFormat): string[] {
  const { prose } = prepareDraft(text, format);
  const { figures, quotes } = extract(prose);
  const said = quotes.map((one) => `${text.slice(one.start, one.end).trim()} (${one.speaker?.text ?? "?"})`);
  return [...figures.map(({ start, end }) => text.slice(start, end)), ...said];
}

const PROSE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  rst: [
    ["Title\n=====\n\nOne *two* **three**.", "Title One two three ."],
    ["See ``57 dead`` here.", "See here."],
    ["Killed 43 [voa]_ people.", "Killed 43 people."],
    [".. comment 57\n   more 58\n\nText.", "Text."],
    [".. code-block:: text\n\n   57 dead\n\nText.", "Text."],
    [".. note:: Killed 43.\n\nText.", "Killed 43. Text."],
    ["Code::\n\n   57 dead\n\nText.", "Code: Text."],
    ["A `link <https://x.org/57>`_ here.", "A link here."],
    [":Author: Ana 57\n\nText.", "Text."],
    ["* one\n* two", "- one - two"],
  ],
  asciidoc: [
    ["= Title\n:revnumber: 57\n\nOne *two* _three_.", "Title One two three ."],
    ["See `57 dead` here.", "See here."],
    ["----\n57 dead\n----\nText.", "Text."],
    ["// 57 dead\nText.", "Text."],
    ["Killed 43 <<voa>>.", "Killed 43 ."],
    ["Go https://x.org/57[to the page] now.", "Go to the page now."],
    ["* one\n. two", "- one - two"],
    ['He said "`no`".', "He said “no” ."],
    ["Killed 43.footnote:[The army says 57.] Then.", "Killed 43.( The army says 57.) Then."],
  ],
  latex: [
    ["\\documentclass{article}\n\\begin{document}\nOne \\emph{two}.\n\\end{document}", "One two ."],
    ["Killed 43~\\cite{voa}.", "Killed 43 ."],
    ["% 57 dead\nText.", "Text."],
    ["\\begin{equation}57\\end{equation} Text.", "Text."],
    ["About 80\\% of $57$ and $x=58$.", "About 80 % of 57 and ."],
    ["It cost \\$43 million.", "It cost $43 million."],
    ["He said ``no'' twice.", "He said “no” twice."],
    ["A \\href{https://x.org/57}{page}.", "A page ."],
    ["Killed 43\\footnote{The army says 57.} there.", "Killed 43( The army says 57.) there."],
    ["Caf\\'e Ren\\'ee", "Café René e"],
  ],
  html: [
    ["<p>One <em>two</em>.</p><p>Three.</p>", "One two . Three."],
    ["<script>57 dead</script><p>Text.</p>", "Text."],
    ["<!-- 57 dead -->Text.", "Text."],
    ["Killed 43 <cite>voa</cite>.", "Killed 43 ."],
    ["Said &ldquo;no&rdquo; &amp; left.", "Said “no” & left."],
    ['<a href="https://x.org/57">page</a> <img alt="57 dead">', "page"],
    ["<pre>57 dead</pre> <q>No</q>", "“No”"],
  ],
};

const CITATIONS: readonly (readonly [DraftFormat, string, string])[] = [
  ["rst", "Killed 43 [voa]_ there.", "pandoc voa"],
  ["rst", "Killed 43 [1]_ there.\n\n.. [1] VOA https://voa.org/1", "footnote 1 | link https://voa.org/1"],
  ["rst", "Killed :cite:`voa,rferl` there.", "pandoc voa, rferl"],
  ["rst", "See `VOA <https://voa.org/1>`__.", "link https://voa.org/1"],
  ["asciidoc", "Killed 43 <<voa>> and <<rferl,RFE>>.", "pandoc voa | pandoc rferl"],
  ["asciidoc", "Killed 43 cite:[voa,rferl].", "pandoc voa, rferl"],
  ["asciidoc", "Killed 43.footnote:voa[VOA, 2019.]", "pandoc voa"],
  ["asciidoc", "See https://voa.org/1[VOA].", "link https://voa.org/1"],
  ["latex", "Killed 43 \\cite[p.~3]{voa, rferl}.", "pandoc voa, rferl"],
  ["latex", "Killed 43\\footnote{\\textcite{voa}}.", "pandoc voa"],
  ["latex", "See \\href{https://voa.org/1}{VOA}.", "link https://voa.org/1"],
  ["html", "Killed 43 <cite>voa; rferl</cite>.", "pandoc voa, rferl"],
  ["html", '<p>See <a href="https://voa.org/1">VOA</a>.</p>', "link https://voa.org/1"],
  ["html", "<p>In <cite>The Wild Duck</cite></p>", ""],
];

it("a figure grouped in LaTeX is as precise as it is without", () => {
  const { prose } = prepareDraft("They killed 1\\,600 of 20\\,000 and 2{,}500.", "latex");
  const figures = extract(prose).figures.map(({ low, precision }) => [low, precision]);
  assert.deepEqual(figures, [
    [1600, 100],
    [20_000, 10_000],
    [2500, 100],
  ]);
});

const FACTS: readonly (readonly [DraftFormat, string, readonly string[]])[] = [
  ["latex", "They killed 1\\,600 civilians and 2{,}500 cows.", ["1\\,600", "2{,}500"]],
  ["html", "<p>They killed 1,600 people.</p>", ["1,600"]],
  [
    "asciidoc",
    "[quote, Ana Brandt]\n____\nWe were not warned in time by anyone.\n____\n",
    ["We were not warned in time by anyone. (Ana Brandt)"],
  ],
  [
    "rst",
    "Ana Brandt said:\n\n   We were not warned in time by anyone.\n\nText.",
    ["We were not warned in time by anyone. (Ana Brandt)"],
  ],
  ["html", "<p>Ana Brandt said: <q>We were not warned in time.</q></p>", ["We were not warned in time. (Ana Brandt)"]],
  [
    "latex",
    "Ana Brandt said:\n\\begin{quote}\n  We were not warned in time by anyone.\n\\end{quote}\n",
    ["We were not warned in time by anyone. (Ana Brandt)"],
  ],
  ["latex", "\\begin{quote}\\itshape\n``We were not warned.''\n\\end{quote}\n", ["We were not warned. (?)"]],
  ["latex", "\\enquote{We were not warned in time}, said Ana Brandt.", ["We were not warned in time (Ana Brandt)"]],
  ["latex", "``We were not warned in time,'' said Ana Brandt.", ["We were not warned in time, (Ana Brandt)"]],
];

describe("drafts in other formats", () => {
  for (const [format, cases] of Object.entries(PROSE))
    for (const [text, expected] of cases)
      it(`${format}: ${JSON.stringify(text)}`, () => checkProse(text, expected, format as DraftFormat));
  for (const [format, text, expected] of CITATIONS)
    it(`${format} cites in ${JSON.stringify(text)}`, () => checkCitations(text, expected, format));
  for (const [format, text, expected] of FACTS)
    it(`${format} holds facts: ${JSON.stringify(text)}`, () => assert.deepEqual(facts(text, format), expected));

  it("are known by their endings and their languages", () => {
    const names = [
      "a.rst",
      "b.adoc",
      "c.tex",
      "d.html",
      "restructuredtext",
      "asciidoc",
      "latex",
      "html",
      "e.c",
      "f.md",
    ];
    assert.deepEqual(names.map(draftFormat), [
      "rst",
      "asciidoc",
      "latex",
      "html",
      "rst",
      "asciidoc",
      "latex",
      "html",
      null,
      "markdown",
    ]);
  });

  it("have prose as long as the text, whatever the text", () => {
    const piece = fc.constantFrom(
      ..."\\ { } $ % ` '' `` < > </p> <p> <script> <!-- --> &amp; &#8212; [ ] _ :: .. __ ____ ---- << >> footnote:[ \\cite{a} \\begin{verbatim} \\footnote{ * ** ~ \n \n\n \r\n 43 dead https://a.b [a]_ |".split(
        " ",
      ),
      " ",
    );
    const formats = fc.constantFrom<DraftFormat>("rst", "asciidoc", "latex", "html", "markdown", "plain");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), formats, (pieces, format) => {
        const text = pieces.join("");
        const draft = prepareDraft(text, format);
        assert.equal(draft.prose.length, text.length);
        for (const mark of draft.citations) {
          assert.equal(text.slice(mark.start, mark.end), mark.text);
          for (const key of mark.keys) assert.equal(text.slice(key.start, key.end), key.text);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

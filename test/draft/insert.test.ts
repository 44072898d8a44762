import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, insertCitation } from "../../server/src/draft/edits.ts";
import { type DraftFormat, prepareDraft } from "../../server/src/draft/index.ts";
import type { CitationStyle, SourceReference } from "../../server/src/draft/reference.ts";
import { extract } from "../../server/src/extract/index.ts";

const VOA: SourceReference = {
  id: "voa",
  title: "Toll rises",
  outlet: "VOA",
  published: "2019-04-25",
  href: "https://voa.org/1",
};
const RFE: SourceReference = { ...VOA, id: "rfe", outlet: "RFE" };

/** Takes a draft; cites a source for its first figure, else its first quotation. */
function cite(text: string, format: DraftFormat, style: CitationStyle, source = VOA): string {
  const draft = prepareDraft(text, format);
  const { figures, quotes } = extract(draft.prose);
  const fact = figures[0] ?? quotes[0];
  assert.ok(fact, "the draft holds a fact");
  const kind = figures[0] === undefined ? "quote" : "figure";
  return applyEdits(
    text,
    insertCitation(draft, { start: fact.start, end: fact.end, sentence: fact.sentence, kind }, source, style),
  );
}

const CASES: readonly (readonly [DraftFormat, CitationStyle, string, string])[] = [
  [
    "rst",
    "pandoc",
    "It killed 43 **people**.\n",
    "It killed 43 **people** [voa]_.\n\n.. [voa] VOA, “Toll rises”, April 25, 2019, https://voa.org/1.\n",
  ],
  ["rst", "link", "It killed 43 people.\n", "It killed 43 people (`VOA <https://voa.org/1>`__).\n"],
  [
    "asciidoc",
    "pandoc",
    "It killed 43 people.\n",
    "It killed 43 people <<voa>>.\n\n[bibliography]\n* [[[voa]]] VOA, “Toll rises”, April 25, 2019, https://voa.org/1.\n",
  ],
  [
    "asciidoc",
    "footnote",
    "It killed 43 people.\n",
    "It killed 43 people.footnote:voa[VOA, “Toll rises”, April 25, 2019, https://voa.org/1.]\n",
  ],
  ["asciidoc", "link", "It killed 43 people.\n", "It killed 43 people (https://voa.org/1[VOA]).\n"],
  ["latex", "pandoc", "It killed 43 people.\n", "It killed 43 people~\\cite{voa}.\n"],
  ["latex", "pandoc", "It killed 43 \\emph{people}.\n", "It killed 43 \\emph{people}~\\cite{voa}.\n"],
  ["latex", "footnote", "It killed 43 people.\n", "It killed 43 people.\\footcite{voa}\n"],
  ["latex", "link", "It killed 43 people.\n", "It killed 43 people (\\href{https://voa.org/1}{VOA}).\n"],
  [
    "latex",
    "pandoc",
    "``We were not warned,'' said Ana Brandt.\n",
    "``We were not warned,''~\\cite{voa} said Ana Brandt.\n",
  ],
  ["html", "pandoc", "<p>It killed 43 people.</p>\n", "<p>It killed 43 people <cite>voa</cite>.</p>\n"],
  [
    "html",
    "link",
    "<p>It killed 43 <b>people</b>.</p>\n",
    '<p>It killed 43 <b>people</b> (<a href="https://voa.org/1">VOA</a>).</p>\n',
  ],
  [
    "html",
    "pandoc",
    "<p>&ldquo;We were not warned,&rdquo; said Ana Brandt.</p>\n",
    "<p>&ldquo;We were not warned,&rdquo; <cite>voa</cite> said Ana Brandt.</p>\n",
  ],
];

const SECOND: readonly (readonly [DraftFormat, string, string])[] = [
  ["latex", "It killed 43 people~\\cite{voa}.\n", "It killed 43 people~\\cite{voa,rfe}.\n"],
  ["html", "<p>It killed 43 people <cite>voa</cite>.</p>\n", "<p>It killed 43 people <cite>voa; rfe</cite>.</p>\n"],
];

describe("a citation is inserted in the form of the draft's format", () => {
  for (const [format, style, text, expected] of CASES)
    it(`${format}, ${style}: ${JSON.stringify(text)}`, () => {
      const after = cite(text, format, style);
      assert.equal(after, expected);
      assert.equal(cite(after, format, style), after, "a second time changes nothing");
    });
  for (const [format, text, expected] of SECOND)
    it(`${format}: a second source joins the first`, () => assert.equal(cite(text, format, "pandoc", RFE), expected));
});

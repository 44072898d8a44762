import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { prepareDraft } from "../../server/src/draft/index.ts";
import { checkCitations, checkProse } from "./fixture.ts";

describe("prose is told from", () => {
  const cases: readonly [string, string, string][] = [
    ["front matter", "---\ntitle: 12 dead\ndate: 2019-05-02\n---\n\nText.", "Text."],
    ["front matter that never closes, which is none", "---\ntitle: 12 dead\n\nText.", "title: 12 dead Text."],
    ["emphasis", "killed **1,600** civilians, _all_ told ~~no~~", "killed 1,600 civilians, all told no"],
    ["code", "Run `kill -9 12` now.\n\n```\n100 civilians\n```\n\nEnd.", "Run now. End."],
    ["indented code", "Text.\n\n    100 civilians\n\nEnd.", "Text. End."],
    ["comments", "One <!-- 5 --> two.\n\n<!-- 100\ncivilians -->\n\nEnd.", "One two. End."],
    ["tags, not what stands between them", '<b>12</b> dead.\n\n<div id="4">\n43 people\n</div>', "12 dead. 43 people"],
    ["scripts and styles", "<script>\nvar a = 12;\n</script>\n\nText.", "Text."],
    ["headings' marks", "# Five dead\n\nText\n====\n", "Five dead Text"],
    ["links' targets and titles", '[641 deaths](http://a.org/27 "in 23") stand.', "641 deaths stand."],
    ["reference links", "[641 deaths][voa] stand.\n\n[voa]: http://a.org/27", "641 deaths stand."],
    ["addresses", "See https://a.org/2019/27 and <https://b.org/12>.", "See and ."],
    ["images", "![27 languages](a.png) Text.", "Text."],
    ["numbers of lists", "1. First\n2. Second", "- First - Second"],
    ["tasks", "- [ ] Call 12 people", "- Call 12 people"],
    ["tables' rules, not the bars between cells", "| a | b |\n|---|---|\n| 1 | 2 |", "| a | b | | 1 | 2 |"],
    ["escapes and entities", 'He said \\"no\\" &mdash; &ldquo;12&rdquo;&nbsp;dead', 'He said "no" — “12” dead'],
    ["brackets, which are the writer's own", '"eliminate[d] the [43]," he said', '"eliminate[d] the [43]," he said'],
    ["block quotations, which keep their mark", "> We are\n> done.\n\nEnd.", "> We are > done. End."],
    ["citations", 'It "razed Raqqa" [@voa, p. 3; see @b] [-@c] and so[^1].', 'It "razed Raqqa" and so .'],
    ["links that are citations", "It stands ([VOA](http://voa.org/12)).", "It stands ."],
    ["shortcodes", "{{< include 57.md >}} Text {{% n 58 %}}.", "Text ."],
    [
      "attributes",
      '![Map](map.png){width=57%}\n\n# Title {#t5 .x}\n\n::: {.column width="40%"}\n[58 dead]{.mark}\n:::\n\nA set {1, 2}.',
      "Title [58 dead] A set {1, 2}.",
    ],
    ["marks of footnotes, not their words", "It stands.[^1]\n\n[^1]: Of 12 people.", "It stands. - Of 12 people."],
    ["footnotes on lines of their own", "A[^1] b[^2]\n\n[^1]: Of 12.\n[^2]: Of 13.", "A b - Of 12. - Of 13."],
  ];
  for (const [what, text, expected] of cases) it(what, () => checkProse(text, expected));
  it("nothing in plain text but addresses and citations", () => {
    checkProse("**12** dead [@voa], `so`[^1]: https://a.org/27", "**12** dead , `so` :", "plain");
  });
});

describe("citations are read:", () => {
  const cases: readonly [string, string, string][] = [
    ["one", "It is so [@voa].", "pandoc voa"],
    ["several in one", "So [@voa; see @rferl, p. 3; -@w:1].", "pandoc voa, rferl, w:1"],
    ["in running text", "@voa says so; @{b c} does not, @rferl [p. 3] does.", "pandoc voa | pandoc rferl"],
    ["a key with marks inside, not behind", "So [@voa.2019-04].", "pandoc voa.2019-04"],
    ["not an address of mail", "Write to a.b@voa.org or [c@d.org].", ""],
    ["not in code", "`[@voa]` and\n\n```\n[@voa] [^1]\n```", ""],
    ["not escaped", "So \\[^1] and \\[@voa].", "pandoc voa"],
    ["a footnote behind an exclamation", "So![^1]", "footnote 1"],
    ["footnotes", "So.[^1] And so[^long-id].", "footnote 1 | footnote long-id"],
    ["links, in parentheses or not", "So ([VOA](http://a.org)). [He](b.md) said", "link http://a.org | link b.md"],
    [
      "links in one pair of parentheses as one",
      "So ([A](a.md); [B](b.md)). [C](c.md); [D](d.md)",
      "link a.md, b.md | link c.md | link d.md",
    ],
    ["references", "So [VOA][v].\n\n[v]: http://a.org", "link http://a.org"],
    [
      "in a table, a quotation and a note",
      "| [@a] | b |\n|--|--|\n\n> c [@d]\n\n[^1]: e [@f]",
      "pandoc a | pandoc d | pandoc f",
    ],
  ];
  for (const [what, text, expected] of cases) it(what, () => checkCitations(text, expected));
  it("in plain text", () =>
    checkCitations("So [@voa]. So.[^1] https://a.org/b.", "pandoc voa | footnote 1 | link https://a.org/b", "plain"));
});

describe("footnotes are defined", () => {
  const notes = (text: string) => prepareDraft(text, "markdown").definitions.map(({ text }) => text);
  it("to the blank line behind them", () => assert.deepEqual(notes("A[^1]\n\n[^1]: b\nc\n\nd"), ["[^1]: b\nc"]));
  it("with indented paragraphs", () => assert.deepEqual(notes("[^1]: b\n\n    c\n\nd"), ["[^1]: b\n\n    c"]));
  it("one behind the other", () => assert.deepEqual(notes("[^1]: b\r\n[^2]: c\r\n"), ["[^1]: b", "[^2]: c"]));
});

describe("the date of a draft", () => {
  const date = (text: string) => prepareDraft(text, "markdown").published;
  it("comes from front matter", () => assert.equal(date("---\ndate: 2019-05-02\n---\n"), "2019-05-02"));
  it("is unknown without", () => assert.equal(date("date: 2019-05-02"), null));
});

const markup = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'# * _ ` ``` > - | --- [^1] [^1]: [@voa] @voa [a](b) ([a](b)) <div> </div> <!-- --> &mdash; \\ " “ ” ~~ 1. [ ] === \t'.split(
        " ",
      ),
    ),
    fc.constantFrom("\n", "\n\n", "\r\n", " ", "    ", "1,600 civilians", "said Rovera."),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 60 },
);

describe("for any text", () => {
  const text = markup.map((parts) => parts.join(""));
  const breaks = (of: string) => of.replace(/[^\n\r]/g, " ");
  for (const format of ["markdown", "plain"] as const) {
    it(`prose of ${format} is as long as the text, with its line breaks`, () => {
      fc.assert(
        fc.property(text, (draft) => assert.equal(breaks(prepareDraft(draft, format).prose), breaks(draft))),
        { numRuns: 400 },
      );
    });
  }
  it("an edited draft is prepared as if from nothing", () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, added, at, gone) => {
        const start = at % (before.length + 1);
        const after = before.slice(0, start) + added + before.slice(start + (gone % 20));
        const { parsed: _, ...edited } = prepareDraft(after, "markdown", prepareDraft(before, "markdown"));
        const { parsed: __, ...fresh } = prepareDraft(after, "markdown");
        assert.deepEqual(edited, fresh);
      }),
      { numRuns: 400 },
    );
  });
});

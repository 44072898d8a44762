import assert from "node:assert/strict";
import { test } from "node:test";
import { readText, type SourceMeta } from "../../server/src/corpus/index.ts";
import { only, outline } from "./show.ts";

/** A text reads to the blocks and the metadata given. */
function check(name: string, path: string, text: string, blocks: readonly string[], meta: Partial<SourceMeta> = {}) {
  test(name, () => {
    const article = only(readText(path, text));
    assert.deepEqual(outline(article, 4), blocks);
    for (const [field, value] of Object.entries(meta))
      assert.deepEqual(article.meta[field as keyof SourceMeta], value, field);
    assert.equal(article.text, text);
    assert.equal(article.verbatim, true);
  });
}

const FIRST = "The flood killed twelve people in the valley, the governor said on Thursday.";
const SECOND = "It was the worst in forty years, and 340 people are still in shelters.";
const THIRD = "Nobody knows yet when the road to the north will be open again.";
const RUN = `${FIRST}\n\n${SECOND}\n\n${THIRD}`;
const RUN_BLOCKS = ["body The flood killed twelve", "body It was the worst", "body Nobody knows yet when"];

check(
  "one line is all body",
  "a.txt",
  "Read more: 12 people were killed in the flood. © 2021",
  ["body Read more: 12 people"],
  { title: null },
);
check("an empty text has no blocks", "a.txt", "", []);
check(
  "a title stands above the text",
  "my file (2).txt",
  `Flood kills twelve in the valley\n\n${RUN}`,
  ["headline Flood kills twelve in", ...RUN_BLOCKS],
  {
    id: "my-file-2",
    title: "Flood kills twelve in the valley",
    guessed: ["title"],
  },
);
check("a text without a title has none", "a.txt", RUN, RUN_BLOCKS, { title: null });
check(
  "a text broken to a width is put together",
  "a.txt",
  `${wrap(`${FIRST} ${SECOND} ${THIRD}`, 40)}\n\n${wrap(`${SECOND} ${THIRD}`, 40)}`,
  ["body The flood killed twelve", "body It was the worst"],
);
check("a line a paragraph, without blank lines", "a.txt", `${FIRST} ${SECOND}\n${THIRD} ${SECOND}\n${FIRST} ${THIRD}`, [
  "body The flood killed twelve",
  "body Nobody knows yet when",
  "body The flood killed twelve",
]);
check("CRLF and lone CR end lines", "a.txt", RUN.replaceAll("\n\n", "\r\n\r\n").replace("years", "years\r\r"), [
  "body The flood killed twelve",
  "body It was the worst",
  "body , and 340 people",
  "body Nobody knows yet when",
]);
check(
  "a menu above and a list below are furniture",
  "a.txt",
  `Home\nWorld\nSport\n\nFlood kills twelve in the valley\n\n${RUN}\n\nStorm kills nine\nPrices rise again\nWhat we know\n`,
  [
    "furniture Home",
    "furniture World",
    "furniture Sport",
    "headline Flood kills twelve in",
    ...RUN_BLOCKS,
    "furniture Storm kills nine",
    "furniture Prices rise again",
    "furniture What we know",
  ],
);
check(
  "a list of figures below the text stays, a list of other stories does not",
  "a.md",
  `${RUN}\n\n## Key figures\n\n- 56 civilians killed\n- 12,000 families displaced\n- Schools closed: 214\n\n## More stories\n\n- Storm kills 9\n- Prices rise 3 percent\n- What we know`,
  [
    ...RUN_BLOCKS,
    "headline Key figures",
    "body 56 civilians killed",
    "body 12,000 families displaced",
    "body Schools closed: 214",
    "headline More stories",
    "furniture Storm kills 9",
    "furniture Prices rise 3 percent",
    "furniture What we know",
  ],
);
check(
  "lines with marks of a list stay, below a label or a colon",
  "a.txt",
  `${RUN}\n\nThe office counts:\n\n56 civilians killed\n\n12,000 families displaced\n\n214 schools closed\n\nAnd now\n\n• 7 dead in May\n• 8 dead in June\n• 9 dead in July`,
  [
    ...RUN_BLOCKS,
    "body The office counts:",
    "body 56 civilians killed",
    "body 12,000 families displaced",
    "body 214 schools closed",
    "body And now",
    "body • 7 dead in",
    "body • 8 dead in",
    "body • 9 dead in",
  ],
);
check("a last paragraph without a stop stays", "a.txt", `${RUN}\n\nTwo bridges were lost`, [
  ...RUN_BLOCKS,
  "body Two bridges were lost",
]);
check("a short subheading stays", "a.txt", `${FIRST}\n\nWhat comes next\n\n${SECOND}`, [
  "body The flood killed twelve",
  "body What comes next",
  "body It was the worst",
]);
check("short paragraphs of speech stay", "a.txt", `${FIRST}\n\n“No.”\n\n“It was bad,” he said.\n\n${SECOND}`, [
  "body The flood killed twelve",
  "body “No.”",
  "body “It was bad,” he",
  "body It was the worst",
]);

check(
  "a repeated line is furniture, a repeated paragraph counts once",
  "a.txt",
  `Buy now\n\n${FIRST}\n\nBuy now\n\n${SECOND}\n\n${FIRST}`,
  [
    "furniture Buy now",
    "body The flood killed twelve",
    "furniture Buy now",
    "body It was the worst",
    "furniture The flood killed twelve",
  ],
);

check(
  "rows of a table are the article's, in it and below it; lines of a menu are not",
  "a.txt",
  `${FIRST}\n\nDistrict | 2021 | 2022 | Change, %\n\nAmur | 104 | 91 | −12.5\n\nBela Hills | 71 | n/a | +3\n\n${SECOND}\n\nYear | Dead | Risk\n\n2021 | 12 | High\n\n2022 | 12 | High\n\nSport | Weather\n\nVideo | Games\n\nTop 10 | More`,
  [
    "body The flood killed twelve",
    "body District | 2021 |",
    "body Amur | 104 |",
    "body Bela Hills | 71",
    "body It was the worst",
    "body Year | Dead |",
    "body 2021 | 12 |",
    "body 2022 | 12 |",
    "furniture Sport | Weather",
    "furniture Video | Games",
    "furniture Top 10 | More",
  ],
);

check(
  "what a correction takes back is set aside, what it puts in its place is not",
  "a.txt",
  `${RUN}\n\nCorrection: An earlier version of this article gave the number of dead as 17. It is 71.\n\nThis story was amended on 4 March to say that 12 people died.`,
  [...RUN_BLOCKS, "furniture Correction: An earlier version", "body It is 71.", "body This story was amended"],
);
check(
  "a sentence that speaks of an earlier version in the article itself stays",
  "a.txt",
  `${FIRST}\n\nThe ministry said that an earlier version of its list wrongly gave 17 dead.\n\n${SECOND}`,
  ["body The flood killed twelve", "body The ministry said that", "body It was the worst"],
);

check(
  "front matter states metadata, as strings",
  "a.md",
  `---\nid: post-1\ntitle: 1.10\noutlet: VOA\nauthor: Ann Lee and Bo Chan\ndate: 25 April 2019\naccessed: 2019-05-01T12:30:00Z\nurl: https://x.example/1\nlang: EN\ntype: report\n---\n\n# Flood kills twelve\n\n${FIRST}`,
  ["meta --- id: post-1 title:", "headline Flood kills twelve", "body The flood killed twelve"],
  {
    id: "post-1",
    title: "1.10",
    outlet: "Voice of America",
    authors: ["Ann Lee", "Bo Chan"],
    published: "2019-04-25",
    retrieved: "2019-05-01",
    url: "https://x.example/1",
    language: "en",
    kind: "report",
    guessed: [],
  },
);
check(
  "`source` may be an address",
  "a.md",
  `---\nsource: https://www.voanews.com/a/1\nauthors:\n  - name: Ann Lee\n  - Bo Chan\n---\n${FIRST}`,
  ["meta --- source: https://www.voanews.com/a/1 authors:", "body The flood killed twelve"],
  {
    url: "https://www.voanews.com/a/1",
    outlet: "Voice of America",
    authors: ["Ann Lee", "Bo Chan"],
    guessed: ["outlet"],
  },
);
check(
  "lines `Title:` at the top are metadata",
  "a.txt",
  `Title: Flood kills twelve\nOutlet: The Valley Post\nDate: 2021-03-04\n\n${FIRST}\n\n${SECOND}`,
  ["meta Title: Flood kills twelve", ...RUN_BLOCKS.slice(0, 2)],
  {
    title: "Flood kills twelve",
    outlet: "The Valley Post",
    published: "2021-03-04",
    guessed: [],
  },
);
check(
  "byline and date above the text are metadata",
  "a.txt",
  `Flood kills twelve in the valley\nBy Ann Lee and Bo Chan\nMarch 4, 2021 10:30 AM\n\n${FIRST}\n\n${SECOND}`,
  ["headline Flood kills twelve in", "meta By Ann Lee and", "meta March 4, 2021 10:30", ...RUN_BLOCKS.slice(0, 2)],
  { authors: ["Ann Lee", "Bo Chan"], published: "2021-03-04", guessed: ["title", "authors", "published"] },
);

check(
  "Markdown: headings, items, quotations, pictures, links",
  "a.md",
  `# Flood kills twelve\n\n${FIRST}\n\n![Rescuers carry a child](a.jpg)\n\n> We have 340 people\n> in shelters, she said.\n\n## What is next\n\n- Two bridges are closed.\n- One road is open.\n\n---\n\n* [Home](/)\n* [World](/w)\n* [Sport](/s)\n`,
  [
    "headline Flood kills twelve",
    "body The flood killed twelve",
    "caption Rescuers carry a child",
    "body We have 340 people",
    "headline What is next",
    "body Two bridges are closed.",
    "body One road is open.",
    "furniture [Home](/)",
    "furniture [World](/w)",
    "furniture [Sport](/s)",
  ],
);

test("broken YAML is a problem with its place, and the rest is read", () => {
  const text = `---\nid: a\ntitle: "never closed\n---\n\n${FIRST}`;
  const { articles, problems } = readText("a.md", text);
  assert.equal(articles.length, 1);
  assert.match(problems[0]?.message ?? "", /^a\.md: its metadata is not valid YAML/);
  assert.ok((problems[0]?.span?.start ?? 0) > 4 && (problems[0]?.span?.end ?? 0) <= text.indexOf(FIRST));
});

test("front matter that is never closed is a problem", () => {
  const { problems } = readText("a.md", `---\nid: a\n\n${FIRST}`);
  assert.match(problems[0]?.message ?? "", /never closed/);
});

test("an id that no citation can name is mended, with a warning", () => {
  const { articles, problems } = readText("a.md", `---\nid: my source!\n---\n${FIRST}`);
  assert.equal(articles[0]?.meta.id, "my-source");
  assert.match(problems[0]?.message ?? "", /cannot be cited/);
});

function wrap(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) as string;
    if (`${last} ${word}`.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join("\n");
}

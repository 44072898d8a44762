import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles, type SourceMeta } from "../../server/src/corpus/index.ts";
import { MAIL, makeDocx, makeMhtml, makePdf, makeWarc, SAVED_PAGE, utf8 } from "./fixtures.ts";
import { only, outline } from "./show.ts";

/** A file reads to the metadata and the outline given, without a problem beyond those named. */
function check(
  path: string,
  bytes: Uint8Array,
  meta: Partial<SourceMeta>,
  blocks: readonly string[],
  problems: readonly RegExp[] = [],
) {
  test(`${path} reads to its text and metadata`, async () => {
    const read = await readArticles({ path, bytes });
    const article = only(read);
    assert.deepEqual(outline(article), blocks);
    for (const [field, value] of Object.entries(meta))
      assert.deepEqual(article.meta[field as keyof SourceMeta], value, field);
    assert.equal(read.problems.length, problems.length, JSON.stringify(read.problems));
    for (const [at, pattern] of problems.entries()) assert.match(read.problems[at]?.message ?? "", pattern);
    assert.match(article.hash, /^[0-9a-f]{64}$/);
    assert.equal(article.verbatim, false);
  });
}

const PAGE = [
  "furniture Home",
  "furniture World 24",
  "furniture The Valley Post",
  "headline Flood kills 12 in Valley",
  "meta By Ann Lee and Bo Chan",
  "caption Rescuers search a house. (Photo: A.",
  "body A flood has killed 12 people",
  "body “We have 340 people in shelters,”",
  "pullquote We have 340 people in shelters",
  "headline What is next",
  "furniture READ MORE: Last year 99 people",
  "body The river authority had put the",
  "furniture Storm Kills 45 In The South",
  "furniture Related",
  "furniture Other fires kill 77 in Hills",
  "furniture © 2021 The Valley Post. The",
  "furniture We use cookies on this site.",
];
const PAGE_META = {
  title: "Flood kills 12 in Valley",
  outlet: "The Valley Post",
  authors: ["Ann Lee", "Bo Chan"],
  published: "2021-03-04",
  language: "en",
  kind: "article",
  guessed: [],
};
const ADDRESS = "https://www.valleypost.example/a/1";

check("saved.html", utf8(SAVED_PAGE), { ...PAGE_META, id: "saved", url: `${ADDRESS}?x=2` }, PAGE);
check("latin.htm", latin1(SAVED_PAGE), { ...PAGE_META, id: "latin" }, PAGE);
check("saved.mhtml", makeMhtml(SAVED_PAGE, ADDRESS), { ...PAGE_META, url: ADDRESS, retrieved: "2021-03-05" }, PAGE);
check(
  "one.warc",
  makeWarc({ [ADDRESS]: SAVED_PAGE }),
  { ...PAGE_META, id: "one", url: `${ADDRESS}`, retrieved: "2021-03-05" },
  PAGE,
);
check(
  "one.warc.gz",
  makeWarc({ [ADDRESS]: SAVED_PAGE }, true),
  { ...PAGE_META, id: "one", retrieved: "2021-03-05" },
  PAGE,
);

/** The same page as an older program writes it: windows-1252, its smart quotes and © single bytes. */
function latin1(page: string): Uint8Array {
  const bytes: Record<string, number> = { "“": 0x93, "”": 0x94, "©": 0xa9 };
  return Uint8Array.from(page.replace("utf-8", "windows-1252"), (letter) => bytes[letter] ?? letter.charCodeAt(0));
}

check(
  "mail.eml",
  utf8(MAIL),
  {
    title: "Flood relief – new figures",
    authors: ["Press Office"],
    published: "2021-03-04",
    kind: "mail",
    outlet: "amnesty.example",
    guessed: ["outlet", "language"],
  },
  [
    "headline Flood relief – new figures",
    "body The office has counted 340 people",
    "furniture On Wed, 3 Mar 2021 at",
    "furniture > Is it true that 900",
    "furniture --",
    "furniture Press Office, serving 55 towns",
  ],
  [/mail\.eml has attachments that are not read \(annex\.pdf\)/],
);

check(
  "dams.docx",
  makeDocx(
    ["# Dams and their floods", "The cost rose to 12 million dollars in 2019.", "It was 7 million in 2015."],
    "The office counts 33 dams.",
  ),
  {
    id: "dams",
    title: "Dams and their floods",
    authors: ["Ann Lee"],
    published: "2020-05-06",
    guessed: ["title", "authors", "published", "language"],
  },
  [
    "headline Dams and their floods",
    "body The cost rose to 12 million",
    "body It was 7 million in 2015.",
    "body The office counts 33 dams.",
  ],
);

const foot = (page: number) => ({ text: `Annual report 2019 - page ${page}`, y: 30, size: 8 });
const REPORT = makePdf(
  [
    [
      { text: "Civilians in the Valley", y: 720, size: 20 },
      { text: "The office counted 1,600 people killed in the val-", y: 680 },
      { text: "ley between June and October, more than in any year since the long-", y: 666 },
      { text: "running war, and wounded many. (c)", y: 652 },
      { text: "It interviewed 400 witnesses, and visited 200 sites in the three", y: 628 },
      { text: "districts that were hit; and it", y: 614 },
      foot(1),
    ],
    [
      { text: "found that 70 bridges were lost.", y: 720 },
      { text: "A second visit is planned for the spring of next year.", y: 696 },
      foot(2),
    ],
    [{ text: "Nothing else was found in the northern districts of the country.", y: 720 }, foot(3)],
  ],
  "Microsoft Word - x.doc",
);

check(
  "report.pdf",
  REPORT,
  {
    title: "Civilians in the Valley",
    authors: ["A. Writer"],
    published: "2019-04-25",
    guessed: ["title", "authors", "published", "language"],
  },
  [
    "headline@1 Civilians in the Valley",
    "body@1 The office counted 1,600 people killed",
    "body@1 It interviewed 400 witnesses, and visited",
    "furniture@1 Annual report 2019 - page 1",
    "body@2 A second visit is planned for",
    "furniture@2 Annual report 2019 - page 2",
    "body@3 Nothing else was found in the",
    "furniture@3 Annual report 2019 - page 3",
  ],
);

test("a PDF's broken words are put together, and a sentence goes on over a page's end", async () => {
  const { text } = only(await readArticles({ path: "report.pdf", bytes: REPORT }));
  assert.match(text, /killed in the valley between June/);
  assert.match(text, /the long-running war/);
  assert.match(text, /and it found that 70 bridges were lost\./);
});

test("bytes may be a Buffer, a view into a larger one, and are left as they were", async () => {
  const large = Buffer.concat([Buffer.from("abc"), REPORT, Buffer.from("abc")]);
  const bytes = large.subarray(3, 3 + REPORT.length);
  assert.equal(only(await readArticles({ path: "report.pdf", bytes })).meta.title, "Civilians in the Valley");
  assert.deepEqual(Uint8Array.from(bytes), REPORT);
});

test("a web archive of two pages gives both, with ids of their own", async () => {
  const pages = {
    [ADDRESS]: SAVED_PAGE,
    "https://www.valleypost.example/b/two.html": SAVED_PAGE.replaceAll("Flood", "Fire"),
  };
  const { articles, problems } = await readArticles({ path: "two.warc.gz", bytes: makeWarc(pages, true) });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    articles.map(({ meta }) => [meta.id, meta.title]),
    [
      ["two-1", "Flood kills 12 in Valley"],
      ["two-two", "Fire kills 12 in Valley"],
    ],
  );
});

const BODY = "A first paragraph that says what happened in the valley on Thursday.\n\nA second one says more about it.";
const JSON_BLOCKS = [
  "headline Flood kills 12",
  "body A first paragraph that says what",
  "body A second one says more about",
];
const json = (value: unknown) => utf8(JSON.stringify(value));

check(
  "ninjs.json",
  json({
    uri: ADDRESS,
    versioncreated: "2021-03-04T10:00:00Z",
    headline: "Flood kills 12",
    byline: "By Ann Lee",
    language: "en",
    provider: "AFP",
    body_text: BODY,
  }),
  {
    title: "Flood kills 12",
    outlet: "Agence France-Presse",
    authors: ["Ann Lee"],
    published: "2021-03-04",
    url: ADDRESS,
    guessed: [],
  },
  JSON_BLOCKS,
);
check(
  "ninjs2.json",
  json({
    uri: "urn:1",
    firstCreated: "2021-03-04",
    headlines: [{ role: "main", value: "Flood kills 12" }],
    bodies: [{ contenttype: "text/html", value: `<p>${BODY.replace("\n\n", "</p><p>")}</p>` }],
  }),
  { title: "Flood kills 12", published: "2021-03-04", url: null },
  JSON_BLOCKS,
);
check(
  "newsml.json",
  json({
    newsItem: {
      itemMeta: { provider: { name: "Reuters" }, firstCreated: "2021-03-04T00:00:00Z" },
      contentMeta: { headline: [{ value: "Flood kills 12" }], by: "Ann Lee", language: { tag: "en" } },
      contentSet: { inlineXML: [{ value: `<html><body><p>${BODY.replace("\n\n", "</p><p>")}</p></body></html>` }] },
    },
  }),
  { title: "Flood kills 12", outlet: "Reuters", authors: ["Ann Lee"], published: "2021-03-04", language: "en" },
  JSON_BLOCKS,
);
check(
  "csl.json.json",
  json([
    {
      id: "lee2021",
      type: "report",
      title: "Flood kills 12",
      publisher: "The Valley Post",
      author: [{ given: "Ann", family: "Lee" }],
      issued: { "date-parts": [[2021, 3, 4]] },
      abstract: BODY,
    },
  ]),
  { title: "Flood kills 12", outlet: "The Valley Post", authors: ["Ann Lee"], published: "2021-03-04", kind: "report" },
  JSON_BLOCKS,
);
check(
  "schema.json",
  json({
    "@type": "NewsArticle",
    headline: "Flood kills 12",
    articleBody: BODY,
    publisher: { name: "CNN" },
    datePublished: "2021-03-04",
  }),
  { outlet: "CNN", published: "2021-03-04" },
  JSON_BLOCKS,
);
check(
  "g2.xml",
  utf8(`<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1" version="2"><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="AFP"/><versionCreated>2021-03-05T10:00:00Z</versionCreated><firstCreated>2021-03-04T22:00:00-05:00</firstCreated></itemMeta>
<contentMeta><headline>Flood kills 12</headline><by>By Ann Lee</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${BODY.replace("\n\n", "</p><p>")}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`),
  {
    title: "Flood kills 12",
    outlet: "Agence France-Presse",
    authors: ["Ann Lee"],
    published: "2021-03-04",
    language: "en",
  },
  JSON_BLOCKS,
);
check(
  "story.xml",
  utf8(`<?xml version="1.0"?><nitf><head><title>Flood</title><docdata><date.issue norm="20210304T100000Z"/><doc.copyright holder="The Valley Post"/></docdata></head>
<body><body.head><hedline><hl1>Flood kills 12</hl1></hedline><byline>By <person>Ann Lee</person></byline></body.head>
<body.content><block><p>${BODY.replace("\n\n", "</p><p>")}</p></block></body.content></body></nitf>`),
  { title: "Flood kills 12", outlet: "The Valley Post", authors: ["Ann Lee"], published: "2021-03-04" },
  JSON_BLOCKS,
);

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Article, bodyText, isReadable, readArticles, readText } from "../../server/src/corpus/index.ts";
import { MAIL, makeDocx, makeMhtml, makePdf, makeWarc, SAVED_PAGE, utf8 } from "./fixtures.ts";

/** What holds of every article, however it came to be. */
function sound(article: Article): void {
  let at = 0;
  let paragraph = 0;
  for (const block of article.blocks) {
    assert.ok(
      at <= block.start && block.start < block.end && block.end <= article.text.length,
      "blocks in order, inside, not empty",
    );
    assert.equal(block.paragraph, isReadable(block.kind) ? ++paragraph : 0);
    at = block.end;
  }
  const body = bodyText(article);
  assert.equal(body.length, article.text.length);
  const isKept = (i: number) =>
    article.blocks.some((block) => isReadable(block.kind) && block.start <= i && i < block.end);
  for (let i = 0; i < body.length; i++) {
    const stays = isKept(i) || /[\r\n\u2028\u2029]/.test(article.text[i] ?? "") || isQuoteMark(article.text, i, isKept);
    if (body[i] !== (stays ? article.text[i] : " ")) assert.fail(`at ${i}: ${JSON.stringify(body[i])}`);
  }
  assert.match(article.meta.id, /^[A-Za-z0-9_.:-]+$/);
}

/** ">" of a line that says nothing else, up to the words that are kept. */
function isQuoteMark(text: string, at: number, isKept: (i: number) => boolean): boolean {
  if (text[at] !== ">") return false;
  const ends = (i: number) => i < 0 || i >= text.length || isKept(i) || /[\r\n\u2028\u2029]/.test(text[i] as string);
  let from = at;
  let to = at;
  while (!ends(from - 1)) from--;
  while (!ends(to)) to++;
  return /^[>\s]*$/.test(text.slice(from, to));
}

const LINES = [
  "The flood killed twelve people in the valley, the governor said on Thursday.",
  "Home",
  "READ MORE: Storm kills 45",
  "By Ann Lee",
  "© Agency",
  "# Flood",
  "> quoted words",
  "- an item",
  "![alt text of a picture](a.png)",
  "[a](b)",
  "---",
  "===",
  "Title: x",
  "Date: 2021",
  "\u2028",
  "   ",
  "\u00a0",
  "```",
  "Заголовок",
  "A house (Picture: PA).",
  "“No,” she said",
  "\ud800",
  "a: &b [*b]",
  "The Storm Kills Forty Five In The Hills",
];
const text = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LINES) }, fc.string({ unit: "binary", maxLength: 30 })),
  { maxLength: 30 },
);
const joined = fc.tuple(text, fc.constantFrom("\n", "\n\n", "\r\n", "\r")).map(([lines, end]) => lines.join(end));

test("any text reads to sound blocks, with offsets in that text", () => {
  fc.assert(
    fc.property(joined, fc.constantFrom("a.txt", "a.md"), (words, path) => {
      for (const article of readText(path, words).articles) {
        assert.equal(article.text, words);
        sound(article);
      }
    }),
    { numRuns: 1500 },
  );
});

test("every letter of a plain text stands in a block", () => {
  fc.assert(
    fc.property(joined, (words) => {
      const [article] = readText("a.txt", words).articles as [Article];
      const outside = article.blocks.reduceRight(
        (rest, block) => rest.slice(0, block.start) + rest.slice(block.end),
        words,
      );
      assert.doesNotMatch(outside, /[\p{L}\p{N}]/u);
    }),
    { numRuns: 1000 },
  );
});

const NAMES = [
  "a.txt",
  "a.md",
  "a.html",
  "a.mhtml",
  "a.eml",
  "a.docx",
  "a.pdf",
  "a.json",
  "a.warc",
  "a.warc.gz",
  "a.xyz",
  "",
  "é/ .txt",
];

test("any bytes under any name give articles and problems, never an error", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...NAMES), async (bytes, path) => {
      const { articles, problems } = await readArticles({ path, bytes });
      for (const article of articles) sound(article);
      assert.ok(articles.length > 0 || problems.length > 0);
      for (const problem of problems) assert.ok(problem.message.startsWith(path));
    }),
    { numRuns: 400 },
  );
});

const FILES: Readonly<Record<string, Uint8Array>> = {
  "a.html": utf8(SAVED_PAGE),
  "a.mhtml": makeMhtml(SAVED_PAGE, "https://x.example/1"),
  "a.eml": utf8(MAIL),
  "a.docx": makeDocx(["# Flood", "Twelve people were killed in the valley."], "A note."),
  "a.pdf": makePdf([[{ text: "Twelve people were killed in the valley.", y: 700 }]]),
  "a.warc.gz": makeWarc({ "https://x.example/1": SAVED_PAGE }, true),
};

test("a file of any format that is cut or has bytes changed never throws", async () => {
  const change = fc.record({
    path: fc.constantFrom(...Object.keys(FILES)),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    at: fc.nat(),
    byte: fc.nat(255),
  });
  await fc.assert(
    fc.asyncProperty(change, fc.boolean(), async ({ path, cut, at, byte }, cutting) => {
      const whole = FILES[path] as Uint8Array;
      const bytes = cutting ? whole.slice(0, Math.floor(whole.length * cut)) : whole.slice();
      if (!cutting) bytes[at % bytes.length] = byte;
      const { articles, problems } = await readArticles({ path, bytes });
      for (const article of articles) sound(article);
      assert.ok(articles.length > 0 || problems.length > 0);
    }),
    { numRuns: 150 },
  );
});

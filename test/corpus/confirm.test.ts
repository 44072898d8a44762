import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Confirmed, confirmMetadata, guessesOf, readArticles, readText } from "../../server/src/corpus/index.ts";
import { makePdf } from "./fixtures.ts";
import { only } from "./show.ts";

const BODY = "The flood killed twelve people in the valley, the governor said on Thursday.";

/** Takes a text file and what was confirmed; gives the file after the edit. */
function edited(path: string, text: string, confirmed: Confirmed): string {
  const edit = confirmMetadata(path, text, confirmed);
  assert.equal(edit.kind, "edit");
  return edit.kind === "edit" ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : "";
}

test("front matter is put above a text without it", () => {
  const text = `Flood kills twelve in the valley\n\n${BODY}\n\n${BODY.replace("twelve", "12")}\n\nSource: Voice of America\n`;
  const before = only(readText("voa.txt", text));
  const after = edited("voa.txt", text, guessesOf(before));
  assert.equal(after, `---\ntitle: Flood kills twelve in the valley\noutlet: Voice of America\n---\n\n${text}`);
  const { meta } = only(readText("voa.txt", after));
  assert.deepEqual({ ...meta, guessed: before.meta.guessed }, before.meta);
  assert.deepEqual(meta.guessed, []);
});

test("front matter is changed in place, the rest of it left alone", () => {
  const text = `---\n# kept by hand\nheadline: Old title\ntags: [a, b]\n---\n${BODY}\n`;
  const after = edited("a.md", text, { title: "New: title", published: "2021-03-04" });
  assert.equal(
    after,
    `---\n# kept by hand\nheadline: "New: title"\ntags: [ a, b ]\npublished: 2021-03-04\n---\n${BODY}\n`,
  );
});

test("what was mended to be read is written so, and nothing of it is lost", () => {
  const after = edited("a.md", `---\ntitle: Flood: 43 dead\noutlet: VOA\n---\n${BODY}`, { language: "en" });
  assert.equal(after, `---\ntitle: "Flood: 43 dead"\noutlet: VOA\nlanguage: en\n---\n${BODY}`);
});

test("a head without marks, and one below empty lines, still say what they said", () => {
  const head = edited("a.txt", `Title: Flood\nOutlet: VOA\n\n${BODY}`, { language: "en" });
  const below = edited("a.md", `\n---\ntitle: Flood\n# mine\noutlet: VOA\n---\n${BODY}`, { language: "en" });
  for (const [path, text] of [
    ["a.txt", head],
    ["a.md", below],
  ] as const) {
    const { meta } = only(readText(path, text));
    assert.deepEqual([meta.title, meta.outlet, meta.language], ["Flood", "Voice of America", "en"]);
  }
  assert.match(below, /# mine/);
});

test("a side file between marks is changed in place", () => {
  const side = confirmMetadata("r.pdf", "---\ntitle: Flood\n---\n", { outlet: "CNN" });
  assert.equal(side.kind === "side-file" && side.content, "title: Flood\noutlet: CNN\n");
});

test("line ends stay as they are", () => {
  assert.equal(edited("a.txt", `${BODY}\r\n`, { outlet: "CNN" }), `---\r\noutlet: CNN\r\n---\r\n\r\n${BODY}\r\n`);
});

test("broken front matter is kept as a comment", () => {
  const after = edited("a.md", `---\ntitle: "x\n---\n${BODY}`, { outlet: "CNN" });
  assert.equal(after, `---\noutlet: CNN\n# title: "x\n---\n${BODY}`);
});

test("what is not text gets a side file, which reads back as confirmed", async () => {
  const bytes = makePdf([[{ text: BODY, y: 700 }]]);
  const side = confirmMetadata("b/r.pdf", "kind: report\n", { outlet: "CNN", authors: ["Ann Lee", "Bo Chan"] });
  assert.deepEqual(side, {
    kind: "side-file",
    path: "b/r.pdf.yaml",
    content: "kind: report\noutlet: CNN\nauthors:\n  - Ann Lee\n  - Bo Chan\n",
  });
  const sidecar = side.kind === "side-file" ? side.content : "";
  const { meta } = only(await readArticles({ path: "b/r.pdf", bytes, sidecar }));
  assert.deepEqual([meta.outlet, meta.authors, meta.kind], ["CNN", ["Ann Lee", "Bo Chan"], "report"]);
  assert.ok(!meta.guessed.includes("outlet"));
});

test("any title and outlet read back as they were confirmed", () => {
  const words = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
    .map((s) => s.replace(/\s+/g, " ").trim())
    .filter((s) => /\p{L}/u.test(s));
  fc.assert(
    fc.property(words, (title) => {
      const { meta } = only(readText("a.md", edited("a.md", BODY, { title })));
      assert.equal(meta.title, title);
      assert.ok(!meta.guessed.includes("title"));
    }),
    { numRuns: 300 },
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { type Limits, readArticles } from "../../server/src/corpus/index.ts";
import { makeDocx, makePdf, makeWarc, SAVED_PAGE, utf8 } from "./fixtures.ts";

/** A hostile or broken file costs itself: no error thrown, and a problem that names it where nothing could be read. */
function check(path: string, bytes: Uint8Array, problem: RegExp | null, limits: Partial<Limits> = {}) {
  test(`hostile: ${path} (${problem?.source ?? "read"})`, async () => {
    const read = await readArticles({ path, bytes }, { limits });
    const messages = read.problems.map(({ message }) => message);
    if (problem === null) assert.equal(read.articles.length, 1, messages.join("\n"));
    else
      assert.ok(
        messages.some((message) => message.startsWith(path) && problem.test(message)),
        messages.join("\n") || "no problem",
      );
    assert.ok(messages.length <= 5);
  });
}

check("large.txt", new Uint8Array(2000).fill(65), /2 KB, over the limit of 1 KB/, { bytes: 1000 });
check("tags.html", utf8(`<html><body>${"<b>x</b>".repeat(200_000)}`), /more than 200,000 tags/);
check("entities.html", utf8(`<html><body><p>${"&amp;".repeat(1_000_000)}`), /more than 200,000 tags/);
check("markup.html", utf8(`<html><body><p>${"12 killed ".repeat(1_100_000)}`), /11\.0 MB of markup/);
check("deep.html", utf8(`<html><body>${"<div>".repeat(20_000)}Twelve people were killed.`), null);
check("deep-inline.html", utf8(`<html><body>${"<b>".repeat(20_000)}Twelve people were killed.`), null);
check(
  "packed.html",
  utf8(SAVED_PAGE.replace('src="x"', `src="data:image/png;base64,${"A".repeat(12_000_000)}"`)),
  null,
);
check("attributes.html", utf8(`<html><body><p ${"a=1 ".repeat(500_000)}>Twelve people were killed.`), null);
check("line.txt", utf8("12 people were killed, ".repeat(500_000)), null);
check("word.txt", utf8("a".repeat(10_000_000)), null);
check("lines.txt", utf8("12 people were killed.\n".repeat(1_000_000)), null);
check("spaces.txt", utf8(" ".repeat(10_000_000)), /no text/);
check("lines.md", utf8(`${"> a".repeat(10)}\n`.repeat(200_000)), null);
check("brackets.md", utf8("![".repeat(500_000)), null);
check(
  "alias.md",
  utf8(
    `---\na: &a0 [x,x]\n${Array.from({ length: 40 }, (_, n) => `b${n}: &a${n + 1} [*a${n},*a${n}]`).join("\n")}\n---\nTwelve people.`,
  ),
  null,
);
check("deep.md", utf8(`---\na: ${"[".repeat(50_000)}\n---\nTwelve people were killed.`), /not valid YAML/);
check("open.md", utf8(`+++\n${'+++ x\n"'.repeat(100_000)}Twelve people.`), null);
check("quotes.md", utf8(`+++\na = "${'\\"'.repeat(9000)}\n+++\nTwelve people were killed.`), /TOML/);
check("comments.md", utf8(`${"<!-- \n".repeat(200_000)}x`), /no text/);
check("alias.txt", utf8(`---\n${"a: &a [*a,*a]\n".repeat(5000)}---\nTwelve people were killed.`), /not valid YAML/);
check("classes.html", utf8(`<html><body>${"<p class='a1 b2 related-posts noX'>Twelve.</p>".repeat(20_000)}`), null);
check("rows.html", utf8(`<html><body>${"<table><tr><td>a</td><td>".repeat(3000)}Twelve people were killed.`), null);
check("quoted.html", utf8(`<html><body>${"<blockquote>five words of a quotation</blockquote>".repeat(20_000)}`), null);
check(
  "scripts.html",
  utf8(`<script type="application/ld+json">${'{"@graph":['.repeat(5000)}</script><p>Twelve people were killed.</p>`),
  null,
);
check("heads.eml", utf8(`Subject: x\n\n${"From: a@b.example\nDate: 1\n\n".repeat(20_000)}`), null);
check("hidden.docx", makeDocx([`<w:p>${"<w:vanish/>".repeat(200_000)}</w:p>`]), /no text/);
check(
  "entities.xml",
  utf8(
    `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "${"x".repeat(1000)}">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n + 1} "&a${n || ""};&a${n || ""};">`).join("")}]><nitf><body><body.content><p>&a20;</p></body.content></body></nitf>`,
  ),
  null,
);
check("feed.xml", utf8('<?xml version="1.0"?><rss><channel/></rss>'), /no story of NewsML or NITF/);
check(
  "runs.pdf",
  makePdf([Array.from({ length: 20_000 }, (_, n) => ({ text: `w${n}`, x: (n * 37) % 500, y: (n * 53) % 700 }))]),
  null,
);
check(
  "objects.pdf",
  utf8(
    `%PDF-1.4\n${Array.from({ length: 300_000 }, (_, n) => `${n} 0 obj\n<< /A ${n} >>\nendobj\n`).join("")}trailer << /Root 1 0 R >>`,
  ),
  /damaged or not a PDF/,
);
check("deep.json", utf8("[".repeat(1_000_000)), /not valid JSON/);
check("nested.json", utf8(`${'{"mainEntity":'.repeat(5000)}1${"}".repeat(5000)}`), /no record/);
check("numbers.json", utf8("[1,2,3]"), /no record/);
check("bomb.docx", makeDocx(["a"], "", { "word/bomb.xml": new Uint8Array(30_000_000) }), /would unpack to 30\.0 MB/, {
  inflated: 20_000_000,
});
check(
  "media.docx",
  makeDocx(["Twelve people were killed."], "", { "word/media/a.png": new Uint8Array(30_000_000) }),
  null,
  { inflated: 20_000_000 },
);
check("liar.docx", lyingZip(), /liar\.docx/, { inflated: 20_000_000 });
check("none.docx", makeDocx([]).slice(0, 300), /could not be read|not a Word file/);
check("locked.docx", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /password/);
check("broken.pdf", utf8("%PDF-1.4 and nothing else"), /damaged or not a PDF/);
check("empty.pdf", makePdf([[]]), /OCR/);
check(
  "long.pdf",
  makePdf([1, 2, 3].map((n) => [{ text: `Page ${n} tells of twelve people killed in a flood.`, y: 700 }])),
  /only the first 2 are read/,
  { pages: 2 },
);
check("broken.warc", utf8("WARC/1.0 and nothing else"), /web archive|fetched/);
check("broken.warc.gz", Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), /damaged|fetched/);
check(
  "many.warc",
  makeWarc({ "https://a.example/1": SAVED_PAGE, "https://a.example/2": SAVED_PAGE }),
  /more than 1 pages/,
  { articles: 1 },
);
check("bomb.warc.gz", makeWarc({ "https://a.example/1": "x".repeat(5_000_000) }, true), /more than 1\.0 MB/, {
  inflated: 1_000_000,
});
check(
  "large.warc.gz",
  makeWarc({ "https://a.example/1": "x".repeat(150_000), "https://a.example/2": SAVED_PAGE }, true),
  /holds https:\/\/a\.example\/1, which is 0\.\d MB, over the limit of 95 KB/,
  { bytes: 95_000 },
);
check("terms.html", utf8(`<html><body>${"<dl><dt>a</dt><dd>".repeat(5000)}Twelve people were killed.`), null);
check("boxes.html", utf8(`<html><body>${"<div><i></i>".repeat(10_000)}12<p>killed`), null);
check("numbered.html", utf8(`<html><body><p>${"people in a<span>1".repeat(10_000)}`), null);
check(
  "empty.warc",
  makeWarc({ "https://a.example/1": "<p>", "https://a.example/2": "<p>", "https://a.example/3": SAVED_PAGE }),
  /2 of 3 pages without a text/,
);
check("cut.warc.gz", makeWarc({ "https://a.example/1": SAVED_PAGE }, true).slice(0, 700), /./);
check(
  "nested.eml",
  utf8(
    `Subject: x\nContent-Type: multipart/mixed; boundary=B\n\n${"--B\nContent-Type: multipart/mixed; boundary=B\n\n".repeat(5000)}`,
  ),
  /nesting/,
);
check("empty.mhtml", utf8("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B--"), /holds no page/);
check("nothing.pdf", utf8(""), /^nothing\.pdf is empty: it holds not one byte\./);
check(
  "rich.txt",
  utf8("{\\rtf1\\ansi Twelve people were killed.\\par }"),
  /Rich Text Format.*save it as \.docx or \.txt/,
);
check("bodies.html", utf8(`${"<body>".repeat(20_000)}Twelve people were killed.`), null);
check("heads.html", utf8(`<html>${"<head><title>a</title>".repeat(20_000)}<body>Twelve people were killed.`), null);
check("raised.html", utf8(`<body>${"43<sup>".repeat(20_000)}Twelve people were killed.`), null);
check(
  "stated.html",
  utf8(
    `<script type="application/ld+json">${JSON.stringify({ "@type": "Article", articleBody: "Flood.It ".repeat(300_000) + "<br>".repeat(100_000) })}</script><p>x</p>`,
  ),
  null,
);
check(
  "parts.mhtml",
  utf8(`Content-Type: multipart/related; boundary=B\n\n${"--B\nContent-Type: text/css\n\n".repeat(20_000)}`),
  /no page|could not be read/,
);
check("old.doc", utf8("x"), /save it as \.docx/);
check("picture.png", utf8("x"), /not read; keep it as one of/);

/** A Word file whose directory declares a document of ten bytes that unpacks to far more. */
function lyingZip(): Uint8Array {
  const bytes = makeDocx([`Twelve people were killed. ${"x".repeat(5_000_000)}`]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return bytes;
}

import { gzipSync, strToU8, zipSync } from "fflate";

/** Takes a text; gives its UTF-8 bytes. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A line of a made PDF: words at a place, in points from the lower left. */
export interface PdfLine {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

/** Takes the lines of each page and a title; gives a PDF of one font. */
export function makePdf(pages: readonly (readonly PdfLine[])[], title = ""): Uint8Array {
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((lines, i) => pdfPage(lines, 5 + i * 2)),
    `<< /Title (${escapePdf(title)}) /Author (A. Writer) /CreationDate (D:20190425120000Z) >>`,
  ];
  return assemblePdf(objects);
}

function pdfPage(lines: readonly PdfLine[], contents: number): string[] {
  const stream = lines
    .map(({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escapePdf(text)}) Tj ET`)
    .join("\n");
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

function assemblePdf(objects: readonly string[]): Uint8Array {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>`;
  return utf8(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

function escapePdf(text: string): string {
  return text.replace(/[\\()]/g, "\\$&");
}

/** Takes paragraphs (a heading begins with `# `, Word's own markup with `<w:`), a footnote and extra files; gives a Word file. */
export function makeDocx(
  paragraphs: readonly string[],
  footnote = "",
  extra: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const body = paragraphs
    .map((text, i) => docxParagraph(text, footnote !== "" && i === paragraphs.length - 1))
    .join("");
  const files: Record<string, string> = {
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    "word/footnotes.xml": `<?xml version="1.0"?><w:footnotes ${w}><w:footnote w:id="1"><w:p><w:r><w:t>${footnote}</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    "docProps/core.xml": `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Dams &amp; floods</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2020-05-06T00:00:00Z</dcterms:created></cp:coreProperties>`,
  };
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...packed, ...extra });
}

function docxParagraph(text: string, noted: boolean): string {
  if (text.startsWith("<w:")) return text;
  const heading = text.startsWith("# ");
  const style = heading ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : "";
  const note = noted ? '<w:r><w:footnoteReference w:id="1"/></w:r>' : "";
  return `<w:p>${style}<w:r><w:t>${heading ? text.slice(2) : text}</w:t></w:r>${note}</w:p>`;
}

/** A page as a browser saves it, with furniture on all sides of the article. */
export const SAVED_PAGE = `<!doctype html>
<!-- saved from url=(0038)https://www.valleypost.example/a/1?x=2 -->
<html lang="en"><head><meta charset="utf-8"><title>Flood kills 12 in Valley | The Valley Post</title>
<meta property="og:site_name" content="The Valley Post">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":"NewsArticle","headline":"Flood kills 12 in Valley","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bo Chan"}],
"datePublished":"2021-03-04T10:00:00Z","inLanguage":"en"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World 24</a></li></ul></nav><header><h2>The Valley Post</h2></header>
<article><h1>Flood kills 12 in Valley</h1><p class="byline">By Ann Lee and Bo Chan</p>
<figure><img src="x"><figcaption>Rescuers search a house. (Photo: A. Smith)</figcaption></figure>
<p>A flood has killed 12 people in the valley, the governor said on Thursday, as water rose by more than three metres in a night and took away bridges.</p>
<p>“We have 340 people in shelters,” said Maria Gomez, who runs the <b>relief office</b>, and she added that the road to the north was closed.</p>
<aside class="pullquote">We have 340 people in shelters</aside>
<h2>What is next</h2>
<p>READ MORE: <a href="/x">Last year 99 people died in the same river, a court hears</a></p>
<p>The river authority had put the cost of the dams at $1.2 million in 2019,<br>and the work began in 2020, although it was halted twice.</p>
<p><a href="/rel">Storm Kills 45 In The South</a></p></article>
<aside><h3>Related</h3><ul><li><a href="a">Other fires kill 77 in Hills</a></li></ul></aside>
<footer><p>© 2021 The Valley Post. The Valley Post reaches 27 countries.</p></footer>
<div id="cookie">We use cookies on this site.</div><script>var figures = 9999;</script></body></html>`;

/** Takes a page and its address; gives it as a browser's single-file archive. */
export function makeMhtml(page: string, url: string): Uint8Array {
  const base64 = Buffer.from(page, "utf8").toString("base64").replace(/.{76}/g, "$&\r\n");
  return utf8(
    [
      "From: <Saved by Blink>",
      `Snapshot-Content-Location: ${url}`,
      "Subject: A page",
      "Date: Fri, 5 Mar 2021 09:00:00 -0000",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="BOUND"',
      "",
      "--BOUND",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      `Content-Location: ${url}`,
      "",
      base64,
      "--BOUND",
      "Content-Type: text/css",
      "Content-Location: cid:css",
      "",
      "p { color: red }",
      "--BOUND--",
      "",
    ].join("\r\n"),
  );
}

/** A press release by mail, with a reply quoted under it and an attachment. */
export const MAIL = [
  "From: Press Office <press@amnesty.example>",
  "To: Ann Lee <ann@valleypost.example>",
  "Subject: =?utf-8?Q?Flood_relief_=E2=80=93_new_figures?=",
  "Date: Thu, 4 Mar 2021 10:00:00 +0000",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="B"',
  "",
  "--B",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "The office has counted 340 people in shelters, the highest number since the =",
  "flood of 1998 =E2=80=93 and it expects more.",
  "",
  "On Wed, 3 Mar 2021 at 09:00, Ann Lee wrote:",
  "> Is it true that 900 people are missing?",
  "",
  "-- ",
  "Press Office, serving 55 towns",
  "--B",
  "Content-Type: application/pdf",
  'Content-Disposition: attachment; filename="annex.pdf"',
  "Content-Transfer-Encoding: base64",
  "",
  "JVBERi0=",
  "--B--",
  "",
].join("\r\n");

/** Takes pages by address; gives a web archive, each record packed by itself when `packed`. */
export function makeWarc(pages: Readonly<Record<string, string>>, packed = false): Uint8Array {
  const records = Object.entries(pages).map(([url, page]) => warcRecord(url, page));
  return Buffer.concat(records.map((record) => (packed ? gzipSync(record) : record)));
}

function warcRecord(url: string, page: string): Uint8Array {
  const http = utf8(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`);
  const head = [
    "WARC/1.0",
    "WARC-Type: response",
    `WARC-Target-URI: ${url}`,
    "WARC-Date: 2021-03-05T09:00:00Z",
    "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>",
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${http.length}`,
    "",
    "",
  ].join("\r\n");
  return Buffer.concat([utf8(head), http, utf8("\r\n\r\n")]);
}

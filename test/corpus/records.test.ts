import { brotliCompressSync, gzipSync } from "node:zlib";
import { makeWarc, utf8 } from "./fixtures.ts";
import { check, STORY, STORY_BLOCKS } from "./reads.ts";

const json = (value: unknown) => utf8(JSON.stringify(value));
const MARKUP = STORY.map((words) => `<p>${words}</p>`).join("");
const RECORD = { title: "Flood kills 43", outlet: "Reuters", authors: ["Ann Lee", "Bo Chan"], published: "2021-03-04" };

check(
  "lengths.json",
  json({
    uri: "urn:1",
    firstcreated: "2021-03-04T10:00:00Z",
    headlines: [
      { role: "short", value: "Flood" },
      { role: "main", value: "Flood kills 43" },
    ],
    bylines: [{ byline: "By Ann Lee and Bo Chan" }],
    bodies: [
      { role: "summary", contentType: "text/plain", value: "A flood." },
      { role: "main", contentType: "text/html", value: MARKUP },
    ],
    infoSources: [{ name: "Reuters" }],
  }),
  RECORD,
  `headline Flood kills 43${STORY_BLOCKS}`,
);
check(
  "feed.json",
  json({
    status: "ok",
    articles: [
      {
        source: { name: "Reuters" },
        author: "Ann Lee, Bo Chan",
        title: "Flood kills 43",
        publishedAt: "2021-03-04T10:00:00Z",
        content: MARKUP,
      },
    ],
  }),
  RECORD,
  `headline Flood kills 43${STORY_BLOCKS}`,
);

/** A record of a web archive as the server sent it. */
function record(
  status: string,
  type: string,
  body: Uint8Array,
  more = "",
  url = "https://www.valleypost.example/flood",
): Uint8Array {
  const http = Buffer.concat([utf8(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${more}\r\n`), body]);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2021-03-05T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([utf8(head), http, utf8("\r\n\r\n")]);
}

const PAGE = utf8(`<html><head><title>Flood</title></head><body><h1>Flood</h1>${MARKUP}</body></html>`);
const packed = gzipSync(PAGE);
const CHUNKED = Buffer.concat([utf8(`${packed.length.toString(16)}\r\n`), packed, utf8("\r\n0\r\n\r\n")]);
const OTHERS = [
  record(
    "301 Moved",
    "text/html",
    utf8("<p>Moved to 12 places permanently, says this page of the server.</p>"),
    "Location: /flood\r\n",
  ),
  record("404 Not Found", "text/html", utf8("<p>We could not find 404 pages for you in our archive today.</p>")),
  record("200 OK", "image/png", utf8("PNG 99 people were killed.")),
];

check(
  "whole.warc.gz",
  Buffer.concat(
    [...OTHERS, record("200 OK", "text/html", CHUNKED, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")].map(
      (one) => gzipSync(one),
    ),
  ),
  { title: "Flood", retrieved: "2021-03-05" },
  `headline Flood${STORY_BLOCKS}`,
);
check(
  "packed.warc",
  Buffer.concat([
    makeWarc({ "https://www.valleypost.example/flood": new TextDecoder().decode(PAGE) }),
    record(
      "200 OK",
      "text/html",
      brotliCompressSync(PAGE),
      "Content-Encoding: br\r\n",
      "https://www.valleypost.example/two",
    ),
  ]),
  { title: "Flood" },
  `headline Flood${STORY_BLOCKS}`,
  [
    /^packed\.warc holds https:\/\/www\.valleypost\.example\/two packed as the server sent it \(br\), which is not read; save that page/,
  ],
);
check(
  "plain.warc",
  record(
    "200 OK",
    "text/plain; charset=utf-8",
    utf8(STORY.join("\r\n\r\n")),
    "",
    "https://www.valleypost.example/notes.txt",
  ),
  { url: "https://www.valleypost.example/notes.txt", retrieved: "2021-03-05" },
  STORY_BLOCKS,
);

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { after, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { readArticles } from "../../server/src/corpus/index.ts";
import { checkedUrl, isPublic, publicLookup } from "../../server/src/node/add/address.ts";
import { FETCH_LIMITS } from "../../server/src/node/add/fetch.ts";
import { type Addition, type AddOptions, addSources } from "../../server/src/node/add/index.ts";
import { Corpus } from "./folder.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>Flood kills 43 in Norland</title>
<meta property="og:site_name" content="Alpha Times"><meta property="article:published_time" content="2024-03-02T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Flood kills 43 in Norland</h1>
<p>The flood killed 43 people in Norland, the interior ministry said on Friday, after a week of rain that broke two dams.</p>
<p>Rescuers pulled 120 people out of the water during the night, and 9 are missing, the fire service said in a statement.</p>
<p>“We were not warned in time by anyone in the capital,” said Ana Brandt, the mayor of the town that was hit the hardest.</p>
</article></body></html>`;

const CYRILLIC =
  "<html><head><title>Взрыв на шахте</title></head><body><article><h1>Взрыв на шахте</h1><p>Двадцать три горняка погибли при взрыве метана, сообщили в четверг в министерстве.</p></article></body></html>";
const STUB = `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"A bank run","isAccessibleForFree":false}</script></head>
<body><article><h1>A bank run</h1><p>On the first morning, clients took out $42 billion, a quarter of all deposits of the bank.</p></article></body></html>`;

const answers: Readonly<Record<string, RequestListener>> = {
  "/flood": (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE),
  "/packed": (_, response) =>
    response.setHeader("content-type", "text/html").setHeader("content-encoding", "gzip").end(gzipSync(PAGE)),
  "/moved": (_, response) => response.writeHead(302, { location: "/flood" }).end(),
  "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/large": (_, response) => response.end("x".repeat(5000)),
  "/bomb": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync("x".repeat(500_000))),
  "/never": () => undefined,
  "/empty": (_, response) => response.setHeader("content-type", "text/html").end("<html><body></body></html>"),
  "/gone": (_, response) => response.writeHead(404).end(),
  "/cyrillic": (_, response) =>
    response.setHeader("content-type", "text/html; charset=windows-1251").end(iconv.encode(CYRILLIC, "windows-1251")),
  "/stub": (_, response) => response.setHeader("content-type", "text/html").end(STUB),
  "/picture": (_, response) => response.setHeader("content-type", "image/png").end("\u0089PNG"),
  "/drip": (_, response) => response.setHeader("content-type", "text/html").write("<html>"),
  "/broken": (_, response) => response.setHeader("content-encoding", "gzip").end("not packed at all"),
  "/download?id=7": (_, response) =>
    response.setHeader("content-type", "application/octet-stream").end("%PDF-1.4 report"),
  "/report.pdf": (_, response) => response.setHeader("content-type", "application/pdf").end("%PDF-1.4 report"),
};

const corpora: Corpus[] = [];
after(() => {
  for (const corpus of corpora) corpus[Symbol.dispose]();
});

describe("adding what stands at an address", { timeout: 60_000 }, () => {
  it("keeps the readable text with its metadata, and the page as it came with hash and time", async () => {
    const { corpus, files } = await add("/flood");
    const name = "flood-kills-43-in-norland";
    assert.deepEqual(files, [`${name}.txt`]);
    const { articles, problems } = await readArticles({ path: `${name}.txt`, bytes: corpus.read(`${name}.txt`) });
    assert.deepEqual(problems, []);
    const { id, outlet, published, url, retrieved } = articles[0]?.meta ?? {};
    assert.deepEqual({ id, outlet, published }, { id: name, outlet: "Alpha Times", published: "2024-03-02" });
    assert.match(url ?? "", /\/flood$/);
    assert.equal(retrieved, new Date().toISOString().slice(0, 10));
    const text = String(corpus.read(`${name}.txt`));
    assert.match(text, /killed 43 people[\s\S]*120 people/);
    assert.doesNotMatch(text, /Home|World|<p>/);
    assert.match(text, /^fetched: "?\d{4}-\d\d-\d\dT/m);
    const page = corpus.read(`.originals/${name}.html`);
    assert.equal(String(page), PAGE);
    assert.ok(text.includes(createHash("sha256").update(page).digest("hex")));
  });

  it("follows redirects, and unpacks", async () => {
    for (const place of ["/moved", "/packed"]) assert.equal((await add(place)).files.length, 1, place);
  });

  it("keeps what is no page as it came, with a side file", async () => {
    const { corpus, files } = await add("/report.pdf");
    assert.deepEqual(files, ["report.pdf"]);
    assert.equal(String(corpus.read("report.pdf")), "%PDF-1.4 report");
    assert.match(String(corpus.read("report.pdf.yaml")), /^url: [\s\S]*sha256: [0-9a-f]{64}$/m);
  });

  it("keeps what looks like a PDF as one, whatever the server calls it", async () => {
    assert.deepEqual((await add("/download?id=7")).files, ["download.pdf"]);
  });

  it("reads a page in the character set that the server names", async () => {
    const { corpus, files } = await add("/cyrillic");
    assert.match(String(corpus.read(files[0] as string)), /Двадцать три горняка погибли/);
  });

  it("says where a page was cut off for readers without a subscription", async () => {
    const { files, messages } = await add("/stub");
    assert.equal(files.length, 1);
    assert.match(messages[0] ?? "", /a-bank-run\.txt is in the corpus .* a-bank-run\.txt seems to be cut off/);
  });

  const refused: readonly [place: string, says: RegExp, options?: AddOptions][] = [
    ["/flood", /127\.0\.0\.1 is on this machine or in the local network/, { allowPrivate: false }],
    ["/round", /without end/],
    ["/file", /file:\/\/\/etc\/passwd is not an http or https address/],
    ["/large", /larger than 0\.001 MB/, { limits: { ...FETCH_LIMITS, bytes: 1000 } }],
    ["/bomb", /larger than 0\.1 MB/, { limits: { ...FETCH_LIMITS, bytes: 100_000 } }],
    ["/never", /within 0\.2 seconds/, { limits: { ...FETCH_LIMITS, time: 200 } }],
    ["/drip", /within 0\.2 seconds/, { limits: { ...FETCH_LIMITS, time: 200 } }],
    ["/broken", /could not be fetched/],
    ["/picture", /No article could be read/],
    ["/empty", /No article could be read/],
    ["/gone", /answered with 404/],
  ];
  for (const [place, says, options] of refused)
    it(`refuses ${place}: ${says.source}`, async () => {
      const { corpus, files, messages } = await add(place, options);
      assert.deepEqual(files, []);
      assert.match(messages[0] ?? "", says);
      assert.deepEqual(corpus.list(), []);
    });

  it("refuses a name that leads to this machine, other schemes, and passwords", async () => {
    using corpus = new Corpus();
    const addresses = [
      "http://localhost:1/",
      "http://[::1]/",
      "http://[::ffff:10.0.0.1]/",
      "http://2130706433/",
      "http://0177.0.0.1/",
      "http://0x7f.1/",
      "http://127.1/",
      "http://0/",
      "http://①②⑦.0.0.1/",
      "http://[64:ff9b::7f00:1]/",
      "http://[2002:7f00:1::]/",
      "ftp://example.org/a",
      "https://me:pw@example.org/",
    ];
    const additions = addresses.map((address): Addition => ({ type: "address", address }));
    const { messages, failed } = await addSources(corpus.path, additions);
    assert.equal(failed, addresses.length);
    assert.equal(messages.filter((message) => /is on this machine/.test(message)).length, addresses.length - 2);
    for (const says of [/localhost is on/, /::1 is on/, /not an http/, /a name or a password/])
      assert.ok(
        messages.some((message) => says.test(message)),
        `${says}: ${messages}`,
      );
  });

  it("looks at every address of a name, and connects to no other than it looked at", async () => {
    const lookups = [
      ["8.8.8.8", "8.8.8.8"],
      ["8.8.8.8, 10.0.0.1", null],
      ["fd00::1", null],
    ] as const;
    for (const [given, expected] of lookups) {
      const addresses = given.split(", ").map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      let asked = 0;
      const lookup = publicLookup(false, (_host, _options, done) => {
        asked++;
        done(null, addresses);
      });
      const found = await new Promise<string | null>((resolve) =>
        lookup("rebind.example", {}, (error, address) => resolve(error === null ? String(address) : null)),
      );
      assert.deepEqual([found, asked], [expected, 1], given);
    }
  });

  it("looks at where a redirect leads as at the address itself", () => {
    for (const location of ["http://169.254.169.254/latest", "http://[::1]/", "file:///etc/passwd"])
      assert.throws(() => checkedUrl(location, false), /on this machine|not an http/);
  });

  it("knows public addresses from others", () => {
    for (const one of ["8.8.8.8", "2606:4700::1111"]) assert.equal(isPublic(one), true, one);
    const others = [
      "127.0.0.1",
      "10.1.2.3",
      "172.16.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "::1",
      "fe80::1",
      "fd00::1",
      "::ffff:127.0.0.1",
      "224.0.0.1",
      "x",
    ];
    for (const one of others) assert.equal(isPublic(one), false, one);
  });
});

/** Adds what a server on this machine gives under a path; private addresses are allowed unless the options say otherwise. */
async function add(place: string, options: AddOptions = {}) {
  const corpus = new Corpus();
  corpora.push(corpus);
  const server = createServer((request, response) => answers[request.url ?? ""]?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${place}`;
    const { files, messages } = await addSources(corpus.path, [{ type: "address", address }], {
      allowPrivate: true,
      ...options,
    });
    return { corpus, files: files.map((file) => path.relative(corpus.path, file)), messages };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

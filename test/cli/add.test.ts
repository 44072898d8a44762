import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { Desk } from "./program.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>Flood kills 43 in Norland</title>
<meta property="og:site_name" content="Alpha Times"></head><body><nav><a href="/">Home</a></nav><article><h1>Flood kills 43 in Norland</h1>
<p>The flood killed 43 people in Norland, the interior ministry said on Friday, after a week of rain that broke two dams.</p>
<p>Rescuers pulled 120 people out of the water during the night, and 9 are missing, the fire service said in a statement.</p>
</article></body></html>`;
const NOTES = "The dam broke at 4 a.m. on Friday.\n\nIt held 3 million cubic metres of water, the engineer said.\n";

const answers: Readonly<Record<string, RequestListener>> = {
  "/flood": (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE),
  "/moved": (_, response) => response.writeHead(302, { location: "/flood" }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/large": (_, response) => response.setHeader("content-type", "text/html").end(Buffer.alloc(21_000_000, "x")),
  "/gone": (_, response) => response.writeHead(404).end(),
};
const server = createServer((request, response) => answers[request.url ?? ""]?.(request, response));
const at = (place: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${place}`;

before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
after(() => server.close());

describe("sourceline add", { timeout: 120_000 }, () => {
  it("puts a file, a text and a page into the corpus, and drafts are checked against them", async () => {
    const desk = new Desk({
      "notes.txt": NOTES,
      "draft.md": "The flood killed 43 people in Norland.\n\nRescuers pulled 210 people out of the water.\n",
    });
    desk.input = "Fire service\n\nThe fire service sent 14 boats to Norland, it said on Friday.\n";
    const added = await desk.run("add", "notes.txt", "-", at("/flood"), "--allow-private");
    assert.equal(added.code, 0, added.err);
    assert.equal(added.out, "");
    assert.deepEqual(kept(desk), ["fire-service.txt", "flood-kills-43-in-norland.txt", "notes.txt"]);
    assert.equal(desk.read("corpus/notes.txt"), NOTES);
    assert.equal(added.err.trimEnd().split("\n").length, 3, added.err);
    for (const line of added.err.trimEnd().split("\n")) assert.match(line, /^sourceline: .*\.txt\b.*corpus/);

    const { drafts } = JSON.parse((await desk.run("check", "draft.md", "--format", "json")).out);
    const verdicts = drafts[0].findings.map((one: { text: string; verdict: string }) => [one.text, one.verdict]);
    assert.deepEqual(verdicts, [
      ["43", "supported"],
      ["210", "contradicted"],
    ]);
  });

  it("follows a redirect, into the corpus that is named", async () => {
    const desk = new Desk({});
    const { code } = await desk.run("add", at("/moved"), "--allow-private", "--corpus", "articles");
    assert.equal(code, 0);
    assert.notEqual(desk.read("articles/flood-kills-43-in-norland.txt"), null);
  });

  const refused: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ["an address of this machine, unless it is allowed", () => [at("/flood")], /127\.0\.0\.1 is on this machine/],
    ["a page larger than 20 MB", () => [at("/large"), "--allow-private"], /larger than 20 MB/],
    ["a redirect to a file", () => [at("/file"), "--allow-private"], /file:\/\/\/etc\/passwd is not an http or https/],
    ["another scheme", () => ["ftp://example.org/a.html"], /ftp:\/\/example\.org\/a\.html is not an http or https/],
    ["what is not there", () => [at("/gone"), "--allow-private"], /answered with 404/],
    ["a file that is not there", () => ["gone.txt"], /gone\.txt/],
    ["nothing on standard input", () => ["-"], /./],
  ];
  for (const [what, args, says] of refused)
    it(`refuses ${what}, and says why`, async () => {
      const desk = new Desk({});
      const { code, out, err } = await desk.run("add", ...args());
      assert.deepEqual([code, out, kept(desk)], [2, "", []], err);
      assert.match(err, says);
      assert.match(err, /^sourceline: [^\n]+\n$/);
    });

  const unread: readonly (readonly [string, string, RegExp])[] = [
    ["a.txt", "", /a\.txt is empty/],
    ["a.pdf", "not one", /a\.pdf is in the corpus .* a\.pdf .*(?:PDF|read)/],
    ["a.html", "<html><body></body></html>", /a\.html is in the corpus .* a\.html: there is no text/],
  ];
  for (const [name, text, says] of unread)
    it(`says at once what cannot be read in ${name}`, async () => {
      const desk = new Desk({ [name]: text });
      const { code, err } = await desk.run("add", name);
      assert.deepEqual([code, kept(desk)], [0, [name]], err);
      assert.match(err, says);
    });

  it("loses nothing of the rest where one fails", async () => {
    const desk = new Desk({ "notes.txt": NOTES });
    const { code, err } = await desk.run("add", "gone.txt", "notes.txt");
    assert.deepEqual([code, kept(desk)], [2, ["notes.txt"]]);
    assert.match(err, /gone\.txt/);
  });
});

/** Names of the files in the corpus folder, without those of ours. */
function kept(desk: Desk): string[] {
  if (!readdirSync(desk.folder).includes("corpus")) return [];
  return readdirSync(path.join(desk.folder, "corpus"))
    .filter((name) => !name.startsWith("."))
    .sort();
}

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { readText } from "../../server/src/corpus/index.ts";
import { type Addition, addSources } from "../../server/src/node/add/index.ts";
import { Corpus } from "./folder.ts";

describe("adding files and texts", () => {
  it("copies files, and never over one that is there", async () => {
    using corpus = new Corpus();
    using desk = new Corpus();
    writeFileSync(path.join(desk.path, "a.md"), "The flood killed 43 people.\n");
    const addition = { type: "file", file: path.join(desk.path, "a.md") } as const;
    await addSources(corpus.path, [addition]);
    writeFileSync(addition.file, "The flood killed 44 people.\n");
    const { failed } = await addSources(corpus.path, [addition]);
    assert.equal(failed, 0);
    assert.deepEqual(corpus.list(), ["a-2.md", "a.md"]);
    assert.match(String(corpus.read("a.md")), /43/);
  });

  it("keeps once what the corpus has already, and says so", async () => {
    using corpus = new Corpus();
    using desk = new Corpus();
    const file = path.join(desk.path, "a.md");
    writeFileSync(file, "The flood killed 43 people.\n");
    const additions: Addition[] = [
      { type: "file", file },
      { type: "text", text: "It rained for 9 days." },
    ];
    const { messages, failed } = await addSources(corpus.path, [...additions, ...additions]);
    assert.equal(failed, 0);
    assert.deepEqual(corpus.list(), ["a.md", "it-rained-for-9-days.txt"]);
    const said = messages.map(
      (message) => /(?:now|already, and nothing was added)\.$/.exec(message)?.[0].split(/[,.]/)[0],
    );
    assert.deepEqual(said, ["now", "now", "already", "already"]);
  });

  it("says what is written like an address, but for its beginning", async () => {
    using corpus = new Corpus();
    const asked = ["example.org/a-story", "notes.txt"].map(
      (shown): Addition => ({ type: "file", file: path.join(corpus.path, "no", shown), shown }),
    );
    const { messages } = await addSources(corpus.path, asked);
    assert.deepEqual(messages, [
      "There is no file example.org/a-story; where an address is meant, write https://example.org/a-story.",
      "notes.txt could not be added (no such file); check that it is there and that you may read it.",
    ]);
  });

  it("says what to do with a file that is not read", async () => {
    using corpus = new Corpus();
    const { messages } = await addSources(corpus.path, [{ type: "file", file: "/x/notes.rtf" }]);
    assert.match(messages[0] ?? "", /notes\.rtf is of a kind that is not read; save it as \.docx/);
  });

  it("does not wait for a pipe", { skip: process.platform === "win32" }, async () => {
    using corpus = new Corpus();
    using desk = new Corpus();
    const file = path.join(desk.path, "pipe.txt");
    execFileSync("mkfifo", [file]);
    const { messages } = await addSources(corpus.path, [{ type: "file", file }]);
    assert.match(messages[0] ?? "", /pipe\.txt is a pipe or a device, not an ordinary file/);
  });

  it("keeps a text with the day on which it was kept", async () => {
    using corpus = new Corpus();
    await addSources(corpus.path, [{ type: "text", text: "Flood: 43 dead\n\nThe flood killed 43 people.\n" }]);
    assert.deepEqual(corpus.list(), ["flood-43-dead.txt"]);
    assert.match(
      String(corpus.read("flood-43-dead.txt")),
      /^---\nretrieved: "?\d{4}-\d\d-\d\d"?\n---\n\nFlood: 43 dead\n/,
    );
  });

  it("keeps what a text says of itself in its first lines", async () => {
    using corpus = new Corpus();
    const text = "Title: Notes\nDate: 2021-03-04\n\nThe flood killed 43 people.\n";
    await addSources(corpus.path, [{ type: "text", text }]);
    const [file = ""] = corpus.list();
    const { meta } = readText(file, String(corpus.read(file))).articles[0] ?? {};
    assert.deepEqual([meta?.title, meta?.published], ["Notes", "2021-03-04"]);
  });

  it("says that a folder is no file", async () => {
    using corpus = new Corpus();
    const { failed, messages } = await addSources(corpus.path, [{ type: "file", file: corpus.path }]);
    assert.equal(failed, 1);
    assert.match(messages[0] ?? "", /could not be added \(.*folder.*\)/);
  });

  it("does not keep an empty text", async () => {
    using corpus = new Corpus();
    const { failed, messages } = await addSources(corpus.path, [{ type: "text", text: " \n" }]);
    assert.equal(failed, 1);
    assert.match(messages[0] ?? "", /no text to add/);
  });
});

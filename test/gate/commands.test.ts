import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { type Folder, makeFolder } from "./repository.ts";

const SOURCE = (count: number) =>
  `---\nid: courier\ntitle: Flood on the Brenta\noutlet: The Courier\nauthor: Ada Moretti\npublished: 2021-03-04\n---\n\nThe flood killed ${count} people in the valley, the province said on Thursday.\n`;
const DRAFT = "# Flood\r\n\r\nThe flood killed 12 people in the valley [@courier].\r\n";

describe("commands that make files from drafts", () => {
  let folder: Folder;
  const read = (name: string) => readFile(path.join(folder.path, name));
  before(async () => {
    folder = await makeFolder({
      "corpus/courier.md": SOURCE(12),
      "corpus/other.md": "---\nid: other\noutlet: Nobody's\n---\n\nNothing.\n",
      "draft.md": DRAFT,
    });
  });
  after(() => folder.remove());

  it("annotate, then clean, gives the draft back byte for byte", async () => {
    assert.equal((await folder.sourceline("annotate", "draft.md", "-o", "out/annotated.md")).code, 0);
    assert.match(await read("out/annotated.md").then(String), /12\[\^sourceline-1\] people/);
    assert.equal((await folder.sourceline("clean", "out/annotated.md", "--in-place")).code, 0);
    assert.deepEqual(await read("out/annotated.md"), await read("draft.md"));
  });
  it("annotate refuses what is annotated already", async () => {
    await folder.write("twice.md", "So 12[^sourceline-1].");
    const { code, errors } = await folder.sourceline("annotate", "twice.md");
    assert.equal(code, 2);
    assert.match(errors, /sourceline clean twice\.md/);
  });
  it("the ending of the file says the format", async () => {
    assert.equal((await folder.sourceline("annotate", "draft.md", "-o", "out/a.docx")).code, 0);
    assert.equal((await read("out/a.docx")).subarray(0, 2).toString(), "PK");
    assert.equal((await folder.sourceline("annotate", "draft.md", "-o", "out/a.html")).code, 0);
    assert.match(String(await read("out/a.html")), /^<!doctype html>/);
  });
  it("a Word document is not poured into a terminal", async () => {
    const { code, errors } = await folder.sourceline("annotate", "draft.md", "--format", "docx");
    assert.equal(code, 2);
    assert.match(errors, /--output/);
  });
  it("lists what a draft cites, and the whole corpus for a reference manager", async () => {
    assert.equal(
      (await folder.sourceline("bibliography", "draft.md", "--style", "ap")).output,
      "The Courier, “Flood on the Brenta,” by Ada Moretti, March 4, 2021.\n",
    );
    assert.deepEqual(
      JSON.parse((await folder.sourceline("bibliography", "--format", "csl-json")).output).map(
        ({ id }: { id: string }) => id,
      ),
      ["courier", "other"],
    );
    assert.match((await folder.sourceline("bibliography", "--format", "bibtex")).output, /@article\{courier,/);
    assert.match(
      (await folder.sourceline("bibliography", "draft.md", "--footnotes")).output,
      /valley\[\^1\]\.\r\n\r\n\[\^1\]: Ada Moretti, “Flood/,
    );
  });
  it("says what is wrong with a style", async () => {
    await folder.write("no.csl", "<html/>");
    assert.match((await folder.sourceline("bibliography", "--style", "no.csl")).errors, /no CSL style/);
    assert.match((await folder.sourceline("bibliography", "--style", "gone.csl")).errors, /could not be read/);
  });
  it("locks a draft, and says what changed since", async () => {
    const missing = await folder.sourceline("verify-lock");
    assert.equal(missing.code, 2);
    assert.match(missing.errors, /write one with “sourceline lock”/);
    assert.equal((await folder.sourceline("lock", "draft.md")).code, 0);
    assert.match(String(await read("sourceline.lock")), /"source":"courier".*"words":"The flood killed 12 people/);
    const kept = await folder.sourceline("verify-lock");
    assert.deepEqual([kept.code, kept.output], [0, "1 of 1 passages stand as they were cited.\n"]);
    await folder.write("corpus/courier.md", SOURCE(14));
    const changed = await folder.sourceline("verify-lock");
    assert.equal(changed.code, 1);
    assert.match(changed.output, /was “The flood killed 12 .* is now “The flood killed 14 people/);
    assert.match(
      (await folder.sourceline("check", "draft.md", "--format", "json")).output,
      /Since it was cited, The Courier has changed from/,
    );
    await rm(path.join(folder.path, "corpus/courier.md"));
    const gone = await folder.sourceline("verify-lock", "--format", "json");
    assert.equal(JSON.parse(gone.output).receipts[0].change, "vanished");
  });
  it("says of a source that cannot be read that nothing can be said, and keeps what was locked for it", async () => {
    await folder.write("corpus/courier.md", SOURCE(12));
    assert.equal((await folder.sourceline("lock", "draft.md")).code, 0);
    const before = String(await read("sourceline.lock"));
    await rm(path.join(folder.path, "corpus/courier.md"));
    await folder.write("corpus/courier.pdf", "no PDF at all");
    const verified = await folder.sourceline("verify-lock");
    assert.equal(verified.code, 2);
    assert.match(verified.output, /The Courier, which “12” in draft\.md rests on, could not be read/);
    assert.match(verified.output, /0 of 1 passages stand/);
    const again = await folder.sourceline("lock", "draft.md");
    assert.equal(again.code, 2);
    assert.match(again.errors, /courier\.pdf/);
    assert.equal(String(await read("sourceline.lock")), before);
    await rm(path.join(folder.path, "corpus/courier.pdf"));
  });
  it("names paths outside the current folder as they were given", async () => {
    const named = (...args: string[]) => folder.sourcelineIn("corpus", ...args);
    await folder.write("sourceline.lock", "{");
    assert.match((await named("verify-lock", "..")).errors, /^sourceline: \.\.\/sourceline\.lock is not JSON/);
    await rm(path.join(folder.path, "sourceline.lock"));
    await folder.write("gone/draft.md", "It rained.\n");
    assert.match((await named("annotate", "../gone/draft.md")).errors, /corpus folder \.\.\/gone\/corpus/);
    assert.match((await named("bibliography", "../gone/draft.md")).errors, /corpus folder \.\.\/gone\/corpus/);
  });
});

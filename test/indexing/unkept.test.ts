import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { type Corpus, openCorpus } from "../../server/src/node/corpus.ts";
import { makePlace, type Place } from "./folders.ts";

/** A corpus whose index cannot be kept: where its folder should be, a file stands. */
async function unkept(test: (place: Place, open: () => Promise<Corpus>, said: string[]) => Promise<void>) {
  const place = makePlace();
  const before = process.env["SOURCELINE_CACHE"];
  writeFileSync(place.caches, "no folder");
  process.env["SOURCELINE_CACHE"] = place.caches;
  const said: string[] = [];
  try {
    await test(place, () => openCorpus(place.folder, undefined, { warn: (message) => said.push(message) }), said);
  } finally {
    if (before === undefined) delete process.env["SOURCELINE_CACHE"];
    else process.env["SOURCELINE_CACHE"] = before;
    place.clear();
  }
}

describe("where no index can be kept, the corpus is read all the same", () => {
  it("with its side files and libraries, and says so", () =>
    unkept(async (place, open, said) => {
      place.write("a.txt", "The flood killed 40 people in Goma, the ministry said.\n");
      place.write("a.txt.yml", "title: A flood\n");
      place.write("b.txt", "The raid wounded 12 soldiers near the town.\n");
      place.write(
        "library.bib",
        "@article{raid, title={A raid}, journal={The Ledger}, date={2021-03-04}, file={b.txt}}\n",
      );
      const corpus = await open();
      const known = corpus.store.sources().map(({ meta }) => [meta.id, meta.title, meta.outlet, meta.published]);
      assert.deepEqual(known, [
        ["a", "A flood", null, null],
        ["raid", "A raid", "The Ledger", "2021-03-04"],
      ]);
      assert.deepEqual([said.length, /cannot be kept .*read into memory\.$/.test(said[0] ?? "")], [1, true]);
      await corpus.close();
    }));
  it("and again where it changes", () =>
    unkept(async (place, open) => {
      const file = place.write("a.txt", "The flood killed 40 people in Goma, the ministry said.\n");
      const corpus = await open();
      place.write("a.txt", "The flood killed 4,100 people in Goma, the ministry said.\n");
      assert.equal(await corpus.refresh([file]), true);
      assert.deepEqual(
        corpus.store.figuresOf("a").map(({ figure }) => figure.text),
        ["4,100"],
      );
      place.remove("a.txt");
      assert.deepEqual([await corpus.refresh([file]), corpus.store.size], [true, 0]);
      await corpus.close();
    }));
});

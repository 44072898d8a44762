import assert from "node:assert/strict";
import { it } from "node:test";
import { listCorpus } from "../../server/src/node/indexing/listing.ts";
import { makePlace } from "./folders.ts";

/** Of files of these names, those given are articles, and there are the problems given. */
function check(
  name: string,
  files: readonly string[],
  articles: readonly string[],
  problems: readonly RegExp[] = [],
): void {
  it(name, async () => {
    const place = makePlace();
    try {
      for (const file of files) place.write(file, "x");
      const listing = await listCorpus(place.folder);
      assert.deepEqual(
        listing.files.map(({ path }) => path),
        articles,
      );
      const messages = listing.refused.map(({ message }) => message);
      assert.equal(messages.length, problems.length, messages.join("\n"));
      for (const [at, pattern] of problems.entries()) assert.match(messages[at] ?? "", pattern);
    } finally {
      place.clear();
    }
  });
}

check(
  "what a browser saves beside a page is a part of it",
  [
    "Flood.html",
    "Flood_files/saved_resource.html",
    "Flood_files/data.json",
    "Flood_files/in/ad.txt",
    "Flood_files/t.csv",
    "Flut-Dateien/a.htm",
    "Flut.htm",
  ],
  ["Flood.html", "Flut.htm"],
);
check(
  "a folder of such a name without its page holds articles",
  ["case_files/a.txt", "case.txt", "old-files/b.html"],
  ["case.txt", "case_files/a.txt", "old-files/b.html"],
);
check(
  "a side file whose article is not there is told of",
  ["a.pdf", "a.pdf.yaml", "gone.pdf.yaml", "settings.yaml"],
  ["a.pdf"],
  [/^gone\.pdf\.yaml describes gone\.pdf, which is not there; give it the name of its article/],
);
check(
  "what is not read is told of with what to do",
  ["a.zip", "b.webloc", "c.docm", "d.png", ".DS_Store"],
  [],
  [/a\.zip .*unpack it/, /b\.webloc .*link alone/, /c\.docm .*\.docx/],
);

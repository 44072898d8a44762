import assert from "node:assert/strict";
import { promises } from "node:fs";
import path from "node:path";
import { it, mock } from "node:test";
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
  "of two side files of one article, the second is told of",
  ["a.pdf", "a.pdf.yml", "a.pdf.yaml", "b.pdf", "b.pdf.yml"],
  ["a.pdf", "b.pdf"],
  [/^a\.pdf\.yml is passed over, for a\.pdf\.yaml describes the same article; put what it says there/],
);
it("of two side files of one article, .yaml is the one that is read", async () => {
  const place = makePlace();
  try {
    for (const file of ["a.pdf", "a.pdf.yml", "a.pdf.yaml"]) place.write(file, "x");
    assert.equal((await listCorpus(place.folder)).files[0]?.side, "a.pdf.yaml");
  } finally {
    place.clear();
  }
});
check(
  "what is not read is told of with what to do",
  ["a.zip", "b.webloc", "c.docm", "d.png", ".DS_Store"],
  [],
  [/a\.zip .*unpack it/, /b\.webloc .*link alone/, /c\.docm .*\.docx/],
);

it("a folder that cannot be listed is told of, and the rest is listed", async () => {
  const place = makePlace();
  const readdir = promises.readdir;
  const closed = mock.method(promises, "readdir", (...asked: Parameters<typeof readdir>) =>
    String(asked[0]) === path.join(place.folder, "closed")
      ? Promise.reject(Object.assign(new Error("no"), { code: "EACCES" }))
      : readdir(...asked),
  );
  try {
    for (const file of ["a.txt", "closed/b.txt"]) place.write(file, "x");
    const { files, refused } = await listCorpus(place.folder);
    assert.deepEqual(
      files.map((file) => file.path),
      ["a.txt"],
    );
    assert.match(refused[0]?.message ?? "", /^closed is a folder that could not be read \(.+\); what lies in it/);
  } finally {
    closed.mock.restore();
    place.clear();
  }
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import iconv from "iconv-lite";
import { readArticles } from "../../server/src/corpus/index.ts";
import { only, outline } from "./show.ts";

/*
 * Pages as browsers save them, each with what a person reads in it: `pages/NAME.html` beside `pages/NAME.txt`. The list has the metadata, then a
 * line for each block: its kind and its first words. Encodings in which the page is kept stand in the list too; the file itself is UTF-8.
 */
const FOLDER = join(import.meta.dirname, "pages");

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".html"))) {
  const name = file.replace(/\.html$/, "");
  test(`the saved page "${name}" reads to what a person reads in it`, async () => {
    const expected = readFileSync(join(FOLDER, `${name}.txt`), "utf8");
    const encoding = /^encoding: (.+)$/m.exec(expected)?.[1];
    const markup = readFileSync(join(FOLDER, file));
    const bytes = encoding === undefined ? markup : iconv.encode(String(markup), encoding);
    const read = await readArticles({ path: file, bytes });
    const { meta } = only(read);
    const listed = [
      `title: ${meta.title}`,
      `outlet: ${meta.outlet}`,
      `authors: ${meta.authors.join(" + ")}`,
      `published: ${meta.published}`,
      `language: ${meta.language}`,
      ...(meta.restsOn.length > 0 ? [`rests on: ${meta.restsOn.join(" + ")}`] : []),
      ...(encoding === undefined ? [] : [`encoding: ${encoding}`]),
      ...read.problems.map(({ message }) => `problem: ${message}`),
      "",
      ...outline(only(read), 7),
    ];
    assert.equal(`${listed.join("\n")}\n`, expected);
  });
}

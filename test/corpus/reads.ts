import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticles, type SourceMeta } from "../../server/src/corpus/index.ts";
import { only, outline } from "./show.ts";

/** A file reads to the metadata and the blocks given (a line each: kind and first words), with problems that fit. */
export function check(
  path: string,
  bytes: Uint8Array,
  meta: Partial<SourceMeta>,
  blocks: string,
  problems: readonly RegExp[] = [],
  sidecar: string | null = null,
) {
  test(`${path}: ${blocks.trim().split("\n")[0]}`, async () => {
    const read = await readArticles({ path, bytes, sidecar });
    const article = only(read);
    assert.equal(outline(article, 5).join("\n"), blocks.trim().replace(/^ +/gm, ""));
    for (const [field, value] of Object.entries(meta))
      assert.deepEqual(article.meta[field as keyof SourceMeta], value, field);
    const messages = read.problems.map(({ message }) => message);
    assert.equal(messages.length, problems.length, messages.join("\n"));
    for (const [at, pattern] of problems.entries()) assert.match(messages[at] ?? "", pattern);
  });
}

/** Paragraphs of one story for the pages and mails of the tests. */
export const STORY = [
  "The flood killed 43 people in the valley on Thursday, the governor said, and took away seven bridges along the river.",
  "Another 120 people were pulled out of the water during the night by boats of the fire service, which had come from the coast.",
  "“We have 340 people in shelters,” said Maria Gomez, who runs the relief office in the town of Norvik.",
] as const;

/** The outline of these paragraphs. */
export const STORY_BLOCKS = `
  body The flood killed 43 people
  body Another 120 people were pulled
  body “We have 340 people in`;

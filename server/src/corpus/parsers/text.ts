import { decodeText } from "../encoding.ts";
import type { ParserInput } from "../formats.ts";
import { readText } from "../plain.ts";
import type { ReadResult } from "../types.ts";

/** Takes a text or Markdown file in any encoding; gives its article with offsets in the decoded text. */
export async function readTextFile(input: ParserInput): Promise<ReadResult> {
  const { text, encoding, problems } = await decodeText(input.path, input.bytes);
  if (encoding === "binary") return { articles: [], problems };
  const { hash, stated, library } = input;
  const read = readText(input.path, text, { hash, stated, library });
  return { articles: read.articles, problems: [...problems, ...read.problems] };
}

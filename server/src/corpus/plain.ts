import { hashText, makeArticle } from "./article.ts";
import { withoutRetracted } from "./corrections.ts";
import { emptiness } from "./extracted.ts";
import { readFrontMatter } from "./frontmatter.ts";
import { guessMeta } from "./guess.ts";
import { readHeader } from "./header.ts";
import { decideKinds } from "./layout.ts";
import { joinLines, splitLines } from "./lines.ts";
import { markdownPieces } from "./markdown.ts";
import { buildMeta, type Library, type Stated, statedBy, stemOf } from "./meta.ts";
import { type Piece, piece } from "./pieces.ts";
import type { ReadResult } from "./types.ts";
import { withoutRails } from "./wireheads.ts";

/** What the caller knows of a text beside its words. */
export interface TextOptions {
  /** Hash of the file's bytes; made from the text when not given. */
  readonly hash?: string;
  /** Metadata stated elsewhere, the surest first; front matter goes before all of it. */
  readonly stated?: readonly Stated[];
  readonly library?: Library | null;
}

/**
 * Takes a path (its ending tells Markdown from plain text, its name gives the id) and a text; gives the one article in
 * it. Offsets count in `text` exactly as given. Nothing is thrown: what is broken is a problem.
 */
export function readText(path: string, text: string, options: TextOptions = {}): ReadResult {
  const front = readFrontMatter(path, text);
  const header = readHeader(text, front.span?.end ?? 0);
  const from = header.end;
  const whole = isMarkdown(path) ? markdownPieces(text, from) : joinLines(text, splitLines(text, from));
  const pieces = withoutRetracted(text, withoutRails(text, whole));
  const stated = [statedBy(front.fields), statedBy(header.fields), ...(options.stated ?? [])];
  decideKinds(pieces, stated.find((one) => one.authors !== undefined)?.authors);
  const { meta, problems } = buildMeta(
    path,
    { stated, guess: guessMeta(pieces, stemOf(path), stated), library: options.library ?? null },
    text,
    pieces,
  );
  const head = [
    ...metaPieces(text, front.span ?? { start: 0, end: 0 }),
    ...metaPieces(text, { start: front.span?.end ?? 0, end: header.end }),
  ];
  const article = makeArticle(meta, text, [...head, ...pieces], options.hash ?? hashText(text), true);
  return { articles: [article], problems: [...front.problems, ...problems, ...emptiness(path, pieces)] };
}

/** Takes a path; says whether its ending is one of Markdown's. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path);
}

function metaPieces(text: string, span: { start: number; end: number }): Piece[] {
  return span.end > span.start ? [piece(text, span.start, span.end, -1, "meta")] : [];
}

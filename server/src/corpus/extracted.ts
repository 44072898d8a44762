import { makeArticle } from "./article.ts";
import { withoutRetracted } from "./corrections.ts";
import type { ParserInput } from "./formats.ts";
import { type Guess, guessMeta } from "./guess.ts";
import { decideKinds } from "./layout.ts";
import { buildMeta, type Stated, stemOf } from "./meta.ts";
import { type Piece, piece } from "./pieces.ts";
import type { BlockKind, ReadProblem, ReadResult } from "./types.ts";

/** A paragraph taken out of a page, a PDF or a Word file. */
export interface Part {
  readonly text: string;
  /** Kind that the file's own markup settles; `null` leaves it to the layout rules. */
  readonly kind: BlockKind | null;
  readonly page?: number | null;
  /** True where it stands close under the part above (a caption under its picture). */
  readonly close?: boolean;
  /** Number of the block quotation that it stands in; its lines begin with ">" in the article's text. */
  readonly quote?: number | null;
}

/** What was taken out of one document. */
export interface Extracted {
  readonly parts: readonly Part[];
  /** What its markup states of it, the surest first. */
  readonly stated: readonly Stated[];
  /** What its properties say: often left over from a template, so it only fills what the text leaves open. */
  readonly guess?: Guess;
  readonly language?: string | null;
  /** Id where nothing states one; the file's name otherwise. */
  readonly fallbackId?: string;
  readonly problems?: readonly ReadProblem[];
}

/** Takes what was taken out of a document; gives its article, the paragraphs with a blank line between them. */
export function extractedArticle(input: ParserInput, extracted: Extracted): ReadResult {
  const { text, pieces: whole } = layOut(extracted.parts);
  const pieces = withoutRetracted(text, whole);
  const stated = [...input.stated, ...extracted.stated];
  decideKinds(pieces, stated.find((one) => one.authors !== undefined)?.authors);
  const known = {
    stated,
    library: input.library,
    guess: firstOf(guessMeta(pieces, stemOf(input.path), stated), extracted.guess ?? {}),
    language: extracted.language ?? null,
    ...(extracted.fallbackId === undefined ? {} : { fallbackId: extracted.fallbackId }),
  };
  const { meta, problems } = buildMeta(input.path, known, text, pieces);
  const article = makeArticle(meta, text, pieces, input.hash, false);
  return {
    articles: [article],
    problems: [...(extracted.problems ?? []), ...problems, ...emptiness(input.path, pieces)],
  };
}

function firstOf(guess: Guess, other: Guess): Guess {
  const known = Object.entries(guess).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...other, ...Object.fromEntries(known) };
}

/** Takes paragraphs; gives one text with a blank line between them, and a piece for each. */
export function layOut(parts: readonly Part[]): { text: string; pieces: Piece[] } {
  const texts: string[] = [];
  const places: [number, number, number, Part][] = [];
  let at = 0;
  let group = 0;
  for (const part of parts) {
    const own = part.text.trim();
    if (own === "") continue;
    if (texts.length > 0) {
      const gap = gapBetween(places.at(-1)?.[3], part);
      if (!part.close) group++;
      texts.push(gap);
      at += gap.length;
    }
    texts.push(own);
    places.push([at, at + own.length, group, part]);
    at += own.length;
  }
  const text = texts.join("");
  return {
    text,
    pieces: places.map(([start, end, of, part]) => piece(text, start, end, of, part.kind, part.page ?? null)),
  };
}

/** A blank line, and the marks of a block quotation, which go on through one. */
function gapBetween(before: Part | undefined, part: Part): string {
  const mark = part.quote == null ? "" : "> ";
  if (part.close) return `\n${mark}`;
  return mark !== "" && before?.quote === part.quote ? `\n>\n${mark}` : `\n\n${mark}`;
}

/** Takes a path and the decided pieces of its article; gives a warning where there is nothing to check against, or no more than a title. */
export function emptiness(path: string, pieces: readonly Piece[]): ReadProblem[] {
  const kinds = new Set(pieces.map(({ kind }) => kind));
  if (kinds.has("body") || kinds.has("caption") || kinds.has("pullquote")) return [];
  const what = kinds.has("headline")
    ? "nothing but a title could be read in it; if there is more to see in it, copy the article's words into a .txt or .md file."
    : "there is no text to check against in it; save the article's words in it, or take it out of the corpus.";
  return [{ path, severity: "warning", message: `${path}: ${what}`, span: null }];
}

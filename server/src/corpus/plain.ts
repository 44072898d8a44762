import { hashText, makeArticle } from "./article.ts";
import { withoutRetracted } from "./corrections.ts";
import { emptiness } from "./extracted.ts";
import { type Fields, fieldKey, readFrontMatter } from "./frontmatter.ts";
import { guessMeta } from "./guess.ts";
import { decideKinds } from "./layout.ts";
import { joinLines, type Line, splitLines } from "./lines.ts";
import { markdownPieces } from "./markdown.ts";
import { buildMeta, FIELD_NAMES, type Library, type Stated, statedBy, stemOf } from "./meta.ts";
import { type Piece, piece } from "./pieces.ts";
import type { ReadResult } from "./types.ts";

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
  const header = front.span === null ? readHeader(text) : NO_HEADER;
  const from = front.span?.end ?? header.end;
  const whole = isMarkdown(path) ? markdownPieces(text, from) : joinLines(text, splitLines(text, from));
  const pieces = withoutRetracted(text, whole);
  const stated = [statedBy(front.fields), statedBy(header.fields), ...(options.stated ?? [])];
  decideKinds(pieces, stated.find((one) => one.authors !== undefined)?.authors);
  const { meta, problems } = buildMeta(
    path,
    { stated, guess: guessMeta(pieces, stemOf(path)), library: options.library ?? null },
    text,
    pieces,
  );
  const head = metaPieces(text, front.span ?? { start: 0, end: header.end });
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

const NO_HEADER: { fields: Fields; end: number } = { fields: new Map(), end: 0 };
const HEADER_NAMES = new Set(Object.values(FIELD_NAMES).flat());
const HEADER_LINE = /^([A-Za-z][A-Za-z _-]{1,24}):\s+(\S.*)$/;

/** Two or more lines `Title: …` at the very start of a text, without `---` around them. */
function readHeader(text: string): { fields: Fields; end: number } {
  const lines = splitLines(text.slice(0, 4000)).filter((line) => line.group === 0);
  const fields = new Map<string, readonly string[]>();
  let end = 0;
  for (const line of lines) {
    const field = headerField(text, line);
    if (field === null) break;
    fields.set(field[0], [field[1]]);
    end = line.end;
  }
  return fields.size >= 2 ? { fields, end } : NO_HEADER;
}

function headerField(text: string, line: Line): [string, string] | null {
  const found = HEADER_LINE.exec(text.slice(line.start, Math.min(line.end, line.start + 600)));
  const key = fieldKey(found?.[1] ?? "");
  return found !== null && HEADER_NAMES.has(key) ? [key, (found[2] ?? "").trim()] : null;
}

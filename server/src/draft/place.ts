import type { Span } from "../text/span.ts";
import type { CitationMark, PreparedDraft } from "../verify/types.ts";
import type { CitationStyle } from "./reference.ts";

/** What a citation is inserted for. */
export interface Anchor extends Span {
  readonly kind: "figure" | "quote";
  /** The sentence that holds it. */
  readonly sentence: Span;
  /** True for a block quotation. */
  readonly block?: boolean;
  /** Where the next fact begins that the citation must not seem to cover; the sentence's end where there is none. */
  readonly until?: number;
}

/** Where a citation goes: the offset, whether a space belongs before it, and the citations that stand there already. */
export interface Place {
  readonly at: number;
  readonly spaced: boolean;
  readonly marks: readonly CitationMark[];
}

const CLOSING = "\"'”’»›";
const STOPS = ".!?…";
const TIGHT = "*_~`}";
/** A closing tag, or the rest of a character reference or of a two-sign mark, which end what they stand behind. */
const ENDING = /<\/\w{1,20}\s{0,9}>|(?<=&#?\w{0,8})\w{0,8};|'(?<='')(?=[^'])|"(?<=`")/y;

/**
 * Takes a draft, an anchor and a style; gives where a reporter would put the citation. A quotation's stands right after its closing mark and
 * comma, a figure's at the end of its sentence before the full stop, or at the end of its clause where another fact follows that has a
 * source of its own. A footnote's number goes behind the punctuation.
 */
export function placeFor(draft: PreparedDraft, anchor: Anchor, style: CitationStyle): Place {
  const at = anchor.kind === "quote" ? afterQuote(draft.prose, anchor) : afterFigure(draft, anchor);
  return settle(draft, at, style);
}

/** The stop or comma before the closing mark, the mark, and a comma behind it. */
const END_OF_QUOTE = /^[,.;:!?…]{0,3}["'”’»›]{1,2},?/;

function afterQuote(text: string, anchor: Anchor): number {
  if (anchor.block === true) return anchor.end;
  return anchor.end + (END_OF_QUOTE.exec(text.slice(anchor.end, anchor.end + 8))?.[0].length ?? 0);
}

function afterFigure(draft: PreparedDraft, anchor: Anchor): number {
  const until = anchor.until ?? anchor.sentence.end;
  const clause = until < anchor.sentence.end ? clauseEnd(draft.prose, anchor.end, until) : null;
  return clause ?? sentenceEnd(draft, anchor);
}

/** The last mark between two clauses of the stretch; `null` where none stands there. */
function clauseEnd(prose: string, start: number, until: number): number | null {
  let inQuote = false;
  for (let at = start; at < until; at++) {
    const sign = prose[at] ?? "";
    if ('“”"'.includes(sign)) inQuote = !inQuote;
    const breaks = ",;:—|)".includes(sign) && !/\d/.test(prose[at + 1] ?? "");
    if (breaks && !inQuote) return trimBack(prose, at, start);
  }
  const word = /\s(?:and|but|while|whereas|although|though|or|against|compared)\s/.exec(prose.slice(start, until));
  return word === null ? null : trimBack(prose, start + word.index, start);
}

/** Before the final stop, but behind it where it belongs to a quotation or to an abbreviation. */
function sentenceEnd(draft: PreparedDraft, { sentence, end }: Anchor): number {
  const { prose } = draft;
  const cell = prose.slice(end, sentence.end).indexOf("|");
  if (cell >= 0) return trimBack(prose, end + cell, end);
  let at = trimBack(prose, sentence.end, end);
  const closed = at;
  while (at > end && `${CLOSING})]`.includes(prose[at - 1] ?? "")) at--;
  const quoted = [...prose.slice(at, closed)].some((sign) => CLOSING.includes(sign));
  if (!STOPS.includes(prose[at - 1] ?? " ") || at <= end) return closed;
  if (quoted || /(?:\b\p{L}\.)+\p{L}\.$/u.test(prose.slice(Math.max(end, at - 12), at))) return closed;
  while (at > end && STOPS.includes(prose[at - 1] ?? "")) at--;
  return trimBack(prose, at, end);
}

function trimBack(prose: string, at: number, least: number): number {
  let back = at;
  while (back > least && /\s/.test(prose[back - 1] ?? "")) back--;
  return back;
}

/** Past marks of emphasis that close there, and to the citations that stand there. */
function settle(draft: PreparedDraft, from: number, style: CitationStyle): Place {
  const { text } = draft;
  let at = from;
  while (TIGHT.includes(text[at] ?? " ") && draft.prose[at] === " ") at++;
  at = pastEnding(draft, at);
  const marks = marksFrom(draft, at);
  const last = marks.at(-1);
  if (last !== undefined) return { at: last.end, spaced: true, marks };
  if (style === "footnote") while (/[.,;:!?…]/.test(text[at] ?? " ")) at++;
  const behind = style === "footnote" ? marksFrom(draft, at) : [];
  return { at: behind.at(-1)?.end ?? at, spaced: true, marks: behind };
}

function pastEnding({ text, prose }: PreparedDraft, from: number): number {
  ENDING.lastIndex = from;
  const found = ENDING.exec(text);
  if (found === null || prose.slice(from, from + found[0].length).trim() !== "") return from;
  return from + found[0].length;
}

/** The citations from an offset on with nothing but blanks or a stop between them. */
function marksFrom(draft: PreparedDraft, from: number): CitationMark[] {
  const marks: CitationMark[] = [];
  let at = from;
  for (const mark of draft.citations) {
    if (mark.start < from || (mark.style === "link" && !mark.text.startsWith("("))) continue;
    if (!/^[ \t~]*[.,;]?[ \t~]*$/.test(draft.text.slice(at, mark.start))) break;
    if (mark.text.startsWith("@")) break;
    marks.push(mark);
    at = mark.end;
  }
  return marks;
}

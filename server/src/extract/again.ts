import { changeBetween } from "../text/change.ts";
import { stretchOf, type TextDocument, tokenAt } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import { NEW_PARAGRAPH, type Tokens } from "../text/tokens.ts";
import { readQuantities, readQuantitiesIn } from "./figures/index.ts";
import { type Told, tellMeasures } from "./measures/index.ts";
import type { ExtractOptions, Quantity } from "./types.ts";

/** The quantities of a text in order, with what each measures by its own sentence, one for one. */
export interface Counts {
  readonly quantities: readonly Quantity[];
  readonly told: readonly Told[];
}

/** Reads the quantities of a text, or of its next version. */
export type CountsReader = (document: TextDocument, options: ExtractOptions) => Counts;

/** Takes a text cut up and what is known of it; gives its quantities with what they measure by their sentences. */
export function readCounts(document: TextDocument, options: ExtractOptions): Counts {
  const quantities = readQuantities(document, options);
  return { quantities, told: tellMeasures(document, quantities) };
}

/** Gives a reader for one text as it is edited: it reads again what stands around a change, and gives what `readCounts` gives. */
export function createCountsReader(): CountsReader {
  let before: (Counts & { readonly outline: Outline; readonly options: ExtractOptions }) | null = null;
  return (document, options) => {
    const same = before !== null && isAlike(before.options, options) ? before : null;
    const stretch = same && changedStretch(same.outline, document);
    const counts =
      same !== null && stretch !== null ? readAround(same, document, options, stretch) : readCounts(document, options);
    before = { ...counts, outline: outlineOf(document), options };
    return counts;
  };
}

function isAlike(one: ExtractOptions, other: ExtractOptions): boolean {
  return one.published === other.published && one.language === other.language;
}

/** Where the tokens and the paragraphs of a text begin; all else that was worked out of it may go. */
interface Outline extends Pick<TextDocument, "text" | "paragraphTokens"> {
  readonly tokens: Pick<Tokens, "count" | "start">;
}

function outlineOf({ text, tokens: { count, start }, paragraphTokens }: TextDocument): Outline {
  return { text, tokens: { count, start }, paragraphTokens };
}

/** Tokens of a text to read again, whole paragraphs, and the offsets between which its quantities stood in the text before. */
interface ChangedStretch {
  readonly from: number;
  readonly to: number;
  readonly old: Span;
  /** How far on what stands behind has moved. */
  readonly by: number;
}

/** How many tokens on either side of a change no reader looks across. */
const REACH = 24;

/** `null` where the two texts do not line up around the change. */
function changedStretch(old: Outline, now: TextDocument): ChangedStretch | null {
  const change = changeBetween(old.text, now.text);
  const by = now.text.length - old.text.length;
  const paragraphOf = (token: number) => stretchOf(now.paragraphTokens, token);
  const first = apart(now, paragraphOf(tokenAt(now.tokens, change.start) - REACH), -1);
  const last = apart(now, paragraphOf(tokenAt(now.tokens, change.newEnd) + REACH) + 1, 1);
  const paragraphs = now.paragraphTokens.length - old.paragraphTokens.length;
  const [begin, end] = [placeOf(now, first), placeOf(now, last)];
  const [oldBegin, oldEnd] = [placeOf(old, first), placeOf(old, last - paragraphs)];
  const isInLine =
    oldBegin.token === begin.token &&
    oldBegin.start === begin.start &&
    oldEnd.token - end.token === old.tokens.count - now.tokens.count &&
    oldEnd.start + by === end.start;
  return isInLine ? { from: begin.token, to: end.token, old: { start: begin.start, end: oldEnd.start }, by } : null;
}

/** The nearest paragraph, itself among them, that a blank line parts from the one before it. */
function apart({ tokens, paragraphTokens }: TextDocument, paragraph: number, step: 1 | -1): number {
  let at = Math.max(0, paragraph);
  while (at > 0 && at < paragraphTokens.length && tokens.gap[paragraphTokens[at] as number] !== NEW_PARAGRAPH)
    at += step;
  return at;
}

/** The first token of a paragraph and where it stands; behind the last paragraph, the end of the text. */
function placeOf({ text, tokens, paragraphTokens }: Outline, paragraph: number): { token: number; start: number } {
  const token = paragraphTokens[paragraph] ?? tokens.count;
  return { token, start: token < tokens.count ? (tokens.start[token] as number) : text.length };
}

function readAround(
  { quantities, told }: Counts,
  document: TextDocument,
  options: ExtractOptions,
  { from, to, old, by }: ChangedStretch,
): Counts {
  const head = countBefore(quantities, old.start);
  const tail = countBefore(quantities, old.end);
  const before = quantities.slice(0, head);
  const between = readQuantitiesIn(document, options, { from, to, before });
  const behind = quantities.slice(tail);
  return {
    quantities: [...before, ...between, ...(by === 0 ? behind : behind.map((quantity) => movedBy(quantity, by)))],
    told: [...told.slice(0, head), ...tellMeasures(document, between), ...told.slice(tail)],
  };
}

/** How many of the quantities begin before an offset. */
function countBefore(quantities: readonly Quantity[], offset: number): number {
  const at = quantities.findIndex(({ start }) => start >= offset);
  return at < 0 ? quantities.length : at;
}

function movedBy(quantity: Quantity, by: number): Quantity {
  const { start, end, boundSpan: bound } = quantity;
  const boundSpan = bound && { start: bound.start + by, end: bound.end + by };
  return { ...quantity, start: start + by, end: end + by, boundSpan };
}

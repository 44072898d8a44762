import { stretchOf, type TextDocument } from "../../text/document.ts";
import { type Mention, mention, type Span } from "../../text/span.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import { Trail } from "../names/index.ts";
import type { Claimant, ExtractOptions, Quotation } from "../types.ts";
import { attributionOf } from "./attribution.ts";
import { withBare } from "./bare.ts";
import { type Block, readBlocks } from "./blocks.ts";
import { readMarks } from "./marks.ts";
import { mendPieces } from "./mend.ts";
import { introduced } from "./nearby.ts";
import { pairDoubles, paragraphEnd } from "./pairs.ts";
import type { Piece } from "./pieces.ts";
import { pointedBack } from "./pointed.ts";
import { joinPieces, type Spoken, shareBack } from "./runs.ts";
import { outermost, pairSingles } from "./singles.ts";
import { isSpeech, isUtterance } from "./speech.ts";
import { takeTurns } from "./turns.ts";

/**
 * Takes a text cut up; gives its quotations with their speakers, in order of `start`, in linear time. Quotations inside quotations are part
 * of the words of the outer one. A speaker's span is the mention beside the words ("she"); its key says who is meant.
 */
export function readQuotations(document: TextDocument, _options: ExtractOptions): Quotation[] {
  const quoted = readBlocks(document);
  const blocks = quoted.filter(({ marked }) => !marked);
  const signed = quoted.filter(({ marked, signature }) => marked && signature);
  const pieces = withoutBlocks(findPieces(document), blocks);
  const trail = new Trail(document);
  const spoken: Spoken[] = [];
  const quotes: Quotation[] = [];
  let block = 0;
  let under = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    while (block < blocks.length && (blocks[block] as Block).open < piece.open)
      quotes.push(blockQuotation(document, blocks[block++] as Block, trail));
    const one = speak(document, pieces, i, spoken.at(-1), trail);
    while (under < signed.length && (signed[under] as Block).after <= piece.open) under++;
    if (piece.style !== "bare" || one.attribution) spoken.push(undersigned(one, signed[under], trail));
  }
  while (block < blocks.length) quotes.push(blockQuotation(document, blocks[block++] as Block, trail));
  shareBack(document, spoken);
  takeTurns(document, spoken);
  for (const run of joinPieces(document, spoken)) quotes.push(quotation(document, run));
  return blocks.length > 0 ? quotes.sort((a, b) => a.start - b.start) : quotes;
}

function findPieces(document: TextDocument): Piece[] {
  return withBare(document, markedPieces(document)).filter((piece) => hasWords(document.tokens, piece));
}

function markedPieces(document: TextDocument): Piece[] {
  const { doubles, singles } = readMarks(document);
  if (doubles.length + singles.length === 0) return [];
  const paired = mendPieces(document, pairDoubles(document, doubles));
  return singles.length === 0 ? paired : outermost(paired, pairSingles(document, singles, paired));
}

function hasWords(tokens: Tokens, piece: Piece): boolean {
  for (let at = piece.first; at <= piece.last; at++) if (tokens.kind[at] !== MARK) return true;
  return false;
}

function withoutBlocks(pieces: Piece[], blocks: readonly Block[]): Piece[] {
  if (blocks.length === 0) return pieces;
  let block = 0;
  return pieces.filter((piece) => {
    while (block < blocks.length && (blocks[block] as Block).after <= piece.open) block++;
    const near = blocks[block];
    return !near || near.open > piece.open;
  });
}

/** Who speaks a piece: by the words beside it, else whoever spoke before it without a break. */
function speak(
  document: TextDocument,
  pieces: readonly Piece[],
  i: number,
  before: Spoken | undefined,
  trail: Trail,
): Spoken {
  const piece = pieces[i] as Piece;
  const previous = pieces[i - 1];
  const next = pieces[i + 1];
  const low =
    previous && previous.paragraph === piece.paragraph
      ? previous.after
      : (document.paragraphTokens[piece.paragraph] as number);
  const high = next && next.paragraph === piece.paragraph ? next.open : paragraphEnd(document, piece.paragraph);
  const attribution = attributionOf(document, piece, { low, high });
  const nearby = attribution ? null : (introduced(document, piece, before) ?? pointedBack(document, piece));
  const phrase = attribution?.phrase ?? nearby;
  const speech = isSpeech(document.tokens, piece, attribution);
  const carried = phrase ? null : carriedSpeaker(document, piece, before);
  const speaker = phrase ? sharedSpeaker(document, phrase, before, trail) : carried;
  const given = speaker !== null && attribution === null;
  return { piece, attribution, speaker, speech: speech || (given && isUtterance(document.tokens, piece)) };
}

/** Marked words in a block quotation are those of whom its last line names, where nothing stands beside them. */
function undersigned(one: Spoken, block: Block | undefined, trail: Trail): Spoken {
  if (one.attribution || !block?.signature || block.open > one.piece.open) return one;
  return { ...one, speaker: trail.claimant(block.signature), speech: true };
}

/** The attribution between two pieces belongs to both. */
function sharedSpeaker(
  document: TextDocument,
  phrase: { from: number; to: number },
  before: Spoken | undefined,
  trail: Trail,
): Claimant {
  const start = document.tokens.start[phrase.from];
  return before?.speaker?.start === start && before?.speaker ? before.speaker : trail.claimant(phrase);
}

/** Words without an attribution go on with the speaker of those before, in the same paragraph or the one before. */
function carriedSpeaker(document: TextDocument, piece: Piece, before: Spoken | undefined): Claimant | null {
  if (!before?.speaker) return null;
  const { sentenceTokens } = document;
  const sentence = stretchOf(sentenceTokens, piece.open);
  const own = sentenceTokens[sentence] === piece.open;
  if (before.piece.paragraph === piece.paragraph)
    return own || (sentenceTokens[sentence] as number) < before.piece.after ? before.speaker : null;
  const opens = piece.open === document.paragraphTokens[piece.paragraph];
  return opens && before.speech && before.piece.paragraph === piece.paragraph - 1 ? before.speaker : null;
}

function quotation(document: TextDocument, run: readonly Spoken[]): Quotation {
  const { text } = document;
  const parts = run.map(({ piece }) => partOf(document, piece));
  const first = run[0] as Spoken;
  const last = run.at(-1) as Spoken;
  const { start } = parts[0] as Span;
  const { end } = parts.at(-1) as Span;
  return {
    start,
    end,
    text: text.slice(start, end),
    parts,
    speaker: first.speaker ?? run.find(({ speaker }) => speaker)?.speaker ?? null,
    form: "inline",
    speech: run.some(({ speech }) => speech),
    closed: first.piece.opened && last.piece.closed,
    sentence: sentencesOf(document, run),
  };
}

function partOf({ tokens }: TextDocument, { first, last }: Piece): Span {
  return { start: tokens.start[first] as number, end: tokens.end[last] as number };
}

/** The sentences that hold the pieces of a run and the words that give them to somebody. */
function sentencesOf({ sentences, sentenceTokens }: TextDocument, run: readonly Spoken[]): Span {
  let low = (run[0] as Spoken).piece.open;
  let high = (run.at(-1) as Spoken).piece.after - 1;
  for (const { attribution } of run) {
    if (!attribution) continue;
    low = Math.min(low, attribution.from);
    high = Math.max(high, attribution.to - 1);
  }
  const first = sentences[stretchOf(sentenceTokens, low)] as Span;
  const last = sentences[stretchOf(sentenceTokens, high)] as Span;
  return { start: first.start, end: last.end };
}

function blockQuotation(document: TextDocument, block: Block, trail: Trail): Quotation {
  const { text, tokens } = document;
  const parts = block.lines.map(({ first, last }) => ({
    start: tokens.start[first] as number,
    end: tokens.end[last] as number,
  }));
  const words: Mention = mention(text, (parts[0] as Span).start, (parts.at(-1) as Span).end);
  const piece: Piece = {
    first: (block.lines[0] as { first: number }).first,
    last: block.after - 1,
    open: block.open,
    after: block.after,
    opened: true,
    closed: true,
    paragraph: stretchOf(document.paragraphTokens, block.open),
    style: "block",
  };
  const announced = tokens.sign(block.open - 1) === ":";
  const phrase = block.signature ?? (announced ? introduced(document, piece, undefined) : null);
  return {
    ...words,
    parts,
    speaker: phrase ? trail.claimant(phrase) : null,
    form: "block",
    speech: true,
    closed: true,
    sentence: { start: tokens.start[block.open] as number, end: tokens.end[block.after - 1] as number },
  };
}

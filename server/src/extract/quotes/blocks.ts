import type { TextDocument } from "../../text/document.ts";
import { MARK, NEW_LINE, type Tokens } from "../../text/tokens.ts";
import { isCapital, type Phrase, phraseAfter } from "../names/index.ts";

/** A block quotation: lines that begin with ">". */
export interface Block {
  /** First token (the ">") and the token after the last. */
  readonly open: number;
  readonly after: number;
  /** Its lines of quoted words, by first and last token. */
  readonly lines: readonly { readonly first: number; readonly last: number }[];
  /** "— Donatella Rovera" as its last line. */
  readonly signature: Phrase | null;
  /** True where it begins with a quotation mark, and its words are left to the marks. */
  readonly marked: boolean;
}

/** Takes a text cut up; gives its block quotations in order, in one pass. */
export function readBlocks(document: TextDocument): Block[] {
  const { tokens } = document;
  const blocks: Block[] = [];
  if (!tokens.text.includes(">")) return blocks;
  for (let at = 0; at < tokens.count; at++) {
    if (!isQuoteLine(tokens, at)) continue;
    const block = readBlock(tokens, at);
    if (block.lines.length > 0) blocks.push(block);
    at = Math.max(at, block.after - 1);
  }
  return blocks;
}

function isQuoteLine(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== MARK || (tokens.gap[at] as number) < NEW_LINE) return false;
  return tokens.text.charCodeAt(tokens.start[at] as number) === 0x3e;
}

function readBlock(tokens: Tokens, open: number): Block {
  const lines: { first: number; last: number }[] = [];
  let signature: Phrase | null = null;
  let at = open;
  while (at < tokens.count && isQuoteLine(tokens, at) && (at === open || tokens.gap[at] === NEW_LINE)) {
    const first = at + 1;
    let end = first;
    while (end < tokens.count && (tokens.gap[end] as number) < NEW_LINE) end++;
    const signed = lines.length > 0 ? signatureIn(tokens, first, end) : null;
    if (signed) signature = signed;
    else if (end > first && tokens.sign(first) !== "[") lines.push({ first, last: end - 1 });
    at = end;
  }
  return { open, after: at, lines, signature, marked: startsWithMark(tokens, lines[0]?.first) };
}

function signatureIn(tokens: Tokens, first: number, end: number): Phrase | null {
  const mark = tokens.raw(first);
  if (mark !== "—" && mark !== "–" && mark !== "-" && mark !== "―") return null;
  let start = first + 1;
  while (start < end && tokens.kind[start] === MARK) start++;
  const phrase = phraseAfter(tokens, start, end);
  return phrase && isCapital(tokens, phrase.from) ? phrase : null;
}

function startsWithMark(tokens: Tokens, first: number | undefined): boolean {
  return first !== undefined && "\"“”„«»‘'`".includes(tokens.raw(first));
}

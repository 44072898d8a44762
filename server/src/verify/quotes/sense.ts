import type { Span } from "../../text/span.ts";
import { MARK, type Tokens, tokenize } from "../../text/tokens.ts";
import { wordsBefore } from "../reach.ts";

/** Words that turn round what stands directly after them. */
const TURNS = new Set(
  "not never no cannot can't won't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't couldn't wouldn't shouldn't without neither nor hardly denied denies deny denying refused refuses rejected rejects disputed disputes false falsely untrue wrong unlikely impossible fails failed stop stopped".split(
    " ",
  ),
);
/** Words that may stand between such a word and what it turns round. */
const BETWEEN = new Set(
  "ever having that say saying said claim claiming claimed think believe mean suggest imply know accept admit to be been being have has had a an the any it they we he she was were is are of in so".split(
    " ",
  ),
);
/** How many words before the quoted ones are looked at. */
const REACH = 4;

/**
 * Takes a text and a range of quoted words in it; gives the words just before the range from the one that turns the sense round
 * ("did not say that" before "the strikes were lawful"), or `null` where nothing before it does.
 */
export function turnedRound(text: string, span: Span): Span | null {
  const from = wordsBefore(text, span.start);
  const tokens = tokenize(text.slice(from, span.start));
  for (let at = tokens.count - 1, words = 0; at >= 0 && words < REACH; at--) {
    if (tokens.kind[at] === MARK) {
      if (endsClause(tokens, at)) return null;
      continue;
    }
    const word = tokens.lower(at);
    if (TURNS.has(word)) return { start: from + tokens.start[at]!, end: from + tokens.end[tokens.count - 1]! };
    if (!BETWEEN.has(word)) return null;
    words++;
  }
  return null;
}

/** Words up to this many that an ellipsis skips are a phrase; more are whole clauses, whose denials are their own. */
const PHRASE = 3;

/** Takes the words that a marked ellipsis skips; says whether it takes a denial away from what is kept ("will … leave" for "will not leave"). */
export function hidesDenial(skipped: readonly string[]): boolean {
  const near = skipped.length <= PHRASE ? skipped : skipped.slice(-1);
  return near.some((word) => TURNS.has(word));
}

const NOTHING = new Set(["nothing", "none", "nobody", "nowhere"]);

function denies(words: readonly string[]): boolean {
  return words.some((word) => TURNS.has(word) || NOTHING.has(word));
}

/** Takes the words in a bracket of the draft and those of the source that it stands for; says whether only one side denies. */
export function turnsInBracket(draft: readonly string[], source: readonly string[]): boolean {
  return denies(draft) !== denies(source);
}

function endsClause(tokens: Tokens, at: number): boolean {
  return ".!?;:,—–()".includes(tokens.raw(at));
}

import type { CorpusStore } from "../../store/types.ts";
import { beforeMarks } from "../reach.ts";
import type { Judgement, QuoteFact, QuoteVerdict } from "../types.ts";
import { matchesOf } from "./found.ts";
import { heardFrom, type SpokenMatch } from "./mouths.ts";
import { type PatternItem, patternWords, quotePattern } from "./pattern.ts";
import * as say from "./say.ts";
import { canLookUp } from "./search.ts";
import { hidesDenial, turnedRound, turnsInBracket } from "./sense.ts";
import { verdictOf } from "./table.ts";

/** Words above which a quotation is not compared; the longest block quotations are far shorter. */
const MOST_WORDS = 3_000;
/** Quoted words up to which marks without a speaker are no quotation to judge. */
const SCARE = 3;
/** "They call it the …": words up to this many that nobody in particular says are a nickname. */
const NICKNAME = 6;
const VAGUE = new Set("they some many people locals others everybody everyone we you".split(" "));

/**
 * Judges a quotation of a draft against the store.
 * Takes the quotation with the draft's text and the sources cited for it; gives the verdict with evidence, message and suggestions,
 * or `null` where there is nothing to judge (no words, or scare quotes and titles that no source gives to a speaker). Never throws.
 */
export function judgeQuote(fact: QuoteFact, store: CorpusStore): Judgement<QuoteVerdict> | null {
  const pattern = quotePattern(fact.quote, fact.text);
  const words = patternWords(pattern).length;
  if (words === 0) return null;
  if (words > MOST_WORDS) return say.unchecked("quote.unchecked.long", {});
  if (!canLookUp(words, store, fact.cited)) return unlooked(fact, store);
  const matches = matchesOf(fact, pattern, store).map((one) => heardFrom(one, store, fact.quote.speaker));
  if (isNoQuotation(fact, words, matches)) return null;
  return judge(fact, pattern, words, matches);
}

function unlooked(fact: QuoteFact, store: CorpusStore): Judgement<QuoteVerdict> | null {
  if (!fact.quote.speech || !fact.quote.speaker) return null;
  return say.unchecked("quote.unchecked.short", { count: store.size });
}

/** Scare quotes, titles and nicknames are left alone, unless a source gives the very words to somebody and the draft names a speaker. */
function isNoQuotation({ quote }: QuoteFact, words: number, matches: readonly SpokenMatch[]): boolean {
  const nickname = quote.speaker !== null && VAGUE.has(quote.speaker.key) && words <= NICKNAME;
  if (quote.speech && !nickname && (quote.speaker || words > SCARE)) return false;
  return !matches.some((one) => one.alignment.edits === 0 && one.speaker && quote.speaker);
}

function judge(
  fact: QuoteFact,
  pattern: readonly PatternItem[],
  words: number,
  matches: readonly SpokenMatch[],
): Judgement<QuoteVerdict> {
  const exact = matches.filter((one) => one.alignment.edits === 0);
  const turned = exact.length > 0 ? exact.every((one) => isTurned(fact, one)) : false;
  const hidden = exact.length > 0 && exact.every(({ alignment }) => alignment.skipped.some(hidesDenial));
  const bracket = exact.length > 0 && exact.every(isTurnedByBracket);
  const nearest = matches[0] ?? null;
  const outcome = verdictOf({ words, nearest, exact, turned, hidden, bracket, translated: isTranslated(fact) });
  return say.judgement(outcome, { fact, pattern, exact, matches });
}

/** A bracket at the edge stands for the word beside it in the source. */
function isTurnedByBracket({ alignment, article }: SpokenMatch): boolean {
  const { bracketed, startsOpen, endsOpen, start, end } = alignment;
  const before = /(\w+)\W*$/.exec(article.text.slice(Math.max(0, start - BESIDE), start))?.[1];
  const after = /^\W*(\w+)/.exec(article.text.slice(end, end + BESIDE))?.[1];
  return bracketed.some(({ draft, source }, i) => {
    const beside = startsOpen && i === 0 ? before : endsOpen && i === bracketed.length - 1 ? after : undefined;
    return turnsInBracket(draft, source.length === 0 && beside ? [beside.toLowerCase()] : source);
  });
}

const BESIDE = 40;

/** The source's words just before turn the sense round, and the draft's words before the marks do not. */
function isTurned({ quote, text }: QuoteFact, { article, alignment }: SpokenMatch): boolean {
  if (turnedRound(article.text, alignment) === null) return false;
  const at = beforeMarks(text, quote.start);
  return turnedRound(text, { start: at, end: at }) === null;
}

/** The draft's own sentence says that the words are a translation. */
function isTranslated({ quote, text }: QuoteFact): boolean {
  const around = text.slice(quote.sentence.start, quote.start) + text.slice(quote.end, quote.sentence.end);
  return /\b(?:translat(?:ed|ion)|interpreter|in (?:Arabic|Kurdish|Russian|French|Spanish|German|Turkish|Ukrainian|Chinese|Mandarin|Hebrew|Persian|Farsi|Italian|Portuguese|Japanese|Korean))\b/.test(
    around,
  );
}

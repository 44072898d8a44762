import type { Article, Block } from "../../corpus/types.ts";
import type { CorpusStore, Passage, PassageCandidate, StoredQuotation } from "../../store/types.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { passagesLike } from "../passages.ts";
import { Recent } from "../recent.ts";
import { type Alignment, align } from "./align.ts";
import type { PatternItem } from "./pattern.ts";
import { literalPattern, writtenWords } from "./pattern.ts";
import { type ComparedWord, comparedWords } from "./words.ts";

/** Where a quotation was found in a source, exactly or nearly. */
export interface QuoteMatch {
  readonly article: Article;
  readonly passage: Passage;
  readonly alignment: Alignment;
}

/** Stretches looked at for one quotation. */
const CANDIDATES = 24;
/** Sources read through for a quotation of one word, which has no word pair to look up. */
const SMALL_CORPUS = 200;
/** Cells of one alignment table: above it the stretch is too long to compare. */
const MOST_CELLS = 24_000_000;

/**
 * Takes a pattern with its text, the store and the cited sources; gives the best match in each source that has one, fewest edits first; where some have
 * the very words, those alone.
 */
export function findQuote(
  pattern: readonly PatternItem[],
  draft: string,
  store: CorpusStore,
  cited: readonly string[],
): QuoteMatch[] {
  const words = writtenWords(pattern, draft);
  const stretches = words.length > 1 ? likely(words, store, cited) : everyStretch(store, cited);
  const best = new Map<string, QuoteMatch>();
  let votesOfExact = 0;
  for (const { source, span, votes } of stretches) {
    if (votes * FAR_FEWER < votesOfExact) continue;
    const match = matchIn(source, span, pattern, draft, store);
    const rival = best.get(source);
    if (match?.alignment.edits === 0 && Number.isFinite(votes)) votesOfExact = Math.max(votesOfExact, votes);
    if (match && (!rival || match.alignment.edits < rival.alignment.edits)) best.set(source, match);
  }
  const all = [...best.values()];
  const exact = all.filter(({ alignment }) => alignment.edits === 0);
  return exact.length > 0 ? exact : all.sort((a, b) => a.alignment.edits - b.alignment.edits);
}

/** What shares so many times fewer word pairs with a quotation than a stretch with its very words has not got them, however it is cut into paragraphs and styled. */
const FAR_FEWER = 8;

/** Says whether a quotation of this many words can be looked up in the store at all. */
export function canLookUp(words: number, store: CorpusStore, cited: readonly string[]): boolean {
  return words > 1 || cited.length > 0 || store.size <= SMALL_CORPUS;
}

/** The words of blocks that were looked at last: the stretches of one article have many in common, and a quotation is judged anew with every key typed beside it. */
const knownWords = new Recent<Block, readonly ComparedWord[]>(256);

interface Stretch {
  readonly source: string;
  readonly span: Span;
  /** Word pairs that it shares with the quotation; endless where it is to be looked at in any case. */
  readonly votes: number;
}

function likely(words: readonly string[], store: CorpusStore, cited: readonly string[]): Stretch[] {
  const found = passagesLike(store, words, CANDIDATES);
  const inCited = cited.length > 0 ? store.passagesLike(words, { limit: CANDIDATES, sources: cited }) : [];
  const stretches = new Map<string, Stretch>();
  const add = ({ passage }: PassageCandidate, votes: number) => {
    const key = `${passage.source} ${passage.start}`;
    stretches.set(key, { source: passage.source, span: passage, votes: stretches.get(key)?.votes ?? votes });
  };
  for (const one of inCited) add(one, Number.POSITIVE_INFINITY);
  for (const one of found) add(one, one.votes);
  return [...stretches.values()];
}

function everyStretch(store: CorpusStore, cited: readonly string[]): Stretch[] {
  const ids = store.size <= SMALL_CORPUS ? store.sources().map(({ meta }) => meta.id) : cited;
  return ids.flatMap((source) => {
    const article = store.article(source);
    const votes = Number.POSITIVE_INFINITY;
    return article ? [{ source, span: { start: 0, end: article.text.length }, votes }] : [];
  });
}

function matchIn(
  source: string,
  span: Span,
  pattern: readonly PatternItem[],
  draft: string,
  store: CorpusStore,
): QuoteMatch | null {
  const article = store.article(source);
  if (!article) return null;
  const words = wordsAround(article, span, pattern);
  if ((words.length + 1) * (pattern.length + 1) > MOST_CELLS) return null;
  const found = alignWith(pattern, draft, words, article.text);
  const spoken = found && found.edits > 0 ? spokenAlone(words, store.quotesOf(source), found, article.text) : [];
  const joined = spoken.length > 0 ? alignWith(pattern, draft, spoken, article.text) : null;
  const alignment = joined && joined.edits < (found?.edits ?? 0) ? joined : found;
  const passage = alignment && store.passageAt(source, alignment.start, alignment.end);
  return alignment && passage ? { article, passage, alignment } : null;
}

/** What may stand between two parts of one speech, in code units: an attribution. */
const LONGEST_ATTRIBUTION = 150;

/**
 * The words of a stretch that the speaker of the words found there speaks in one go, without the attribution between ("We go," she said. "We
 * stay."): empty where the source gives them to nobody.
 */
function spokenAlone(
  words: readonly ComparedWord[],
  quotes: readonly StoredQuotation[],
  found: Alignment,
  text: string,
): ComparedWord[] {
  const speaker = quotes.find(({ quote }) => overlaps(quote, found))?.quote.speaker?.key;
  if (speaker === undefined) return [];
  const parts = quotes.flatMap(({ quote }) => (quote.speaker?.key === speaker ? quote.parts : []));
  const at = parts.findIndex((part) => overlaps(part, found));
  if (at < 0) return [];
  let from = at;
  let to = at;
  while (from > 0 && isOneSpeech(parts[from - 1]!, parts[from]!, text)) from--;
  while (to + 1 < parts.length && isOneSpeech(parts[to]!, parts[to + 1]!, text)) to++;
  const speech = parts.slice(from, to + 1);
  return words.filter((word) => speech.some((part) => part.start <= word.start && word.end <= part.end));
}

function isOneSpeech(part: Span, next: Span, text: string): boolean {
  return next.start - part.end <= LONGEST_ATTRIBUTION && !/\n\s*\n/.test(text.slice(part.end, next.start));
}

/** Where the source has brackets of its own, the draft's brackets are its words and not the writer's change. */
function alignWith(
  pattern: readonly PatternItem[],
  draft: string,
  words: readonly ComparedWord[],
  source: string,
): Alignment | null {
  const found = align(pattern, draft, words, source);
  if (!found || !pattern.some((item) => item.kind === "bracket")) return found;
  const brackets = source.slice(found.start, found.end).match(/\[[^\]\n]{1,200}\]/g);
  return brackets ? align(literalPattern(pattern, brackets.join(" ")), draft, words, source) : found;
}

/** The words of the body around a stretch, wide enough for the whole quotation and for what its ellipses skip. */
function wordsAround(article: Article, span: Span, pattern: readonly PatternItem[]): readonly ComparedWord[] {
  const skips = pattern.some((item) => item.kind === "ellipsis");
  const reach = patternLength(pattern) * 2 + (skips ? 4_000 : 200);
  const from = span.start - reach;
  const to = span.end + reach;
  return article.blocks
    .filter((block) => isArticle(block) && block.end > from && block.start < to)
    .flatMap((block) => wordsOf(article, block));
}

function wordsOf(article: Article, block: Block): readonly ComparedWord[] {
  const known = knownWords.get(block);
  if (known !== undefined) return known;
  const words = comparedWords(article.text, block);
  knownWords.set(block, words);
  return words;
}

function isArticle({ kind }: Block): boolean {
  return kind !== "furniture" && kind !== "meta";
}

function patternLength(pattern: readonly PatternItem[]): number {
  return pattern.reduce((sum, item) => sum + (item.kind === "word" ? item.word.key.length + 1 : 8), 0);
}

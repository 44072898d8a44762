import { blocksWith, keysOfBlocks, mostVotes, stretchesOf, type WordQuery, wordQuery } from "../../store/stretches.ts";
import type { LookupLimits, PassageCandidate } from "../../store/types.ts";
import type { Ballot } from "./ballot.ts";
import type { Doc, PlacedArticle, Reading } from "./reading.ts";

/** Entries of posting lists that may name paragraphs for one quotation, and for one word. */
const MOST_ENTRIES = 3000;
const MOST_FOR_WORD = 4000;
/** Articles looked at however few pairs they share; beyond, only those that share at least a quarter of what the likeliest does. */
const ALWAYS = 6;

/** Takes words of a quotation; gives the stretches that share word pairs with them, most votes first. Stands inside a reading transaction. */
export function findStretches(
  reading: Reading,
  words: readonly string[],
  limits: LookupLimits,
): readonly PassageCandidate[] {
  const query = wordQuery(words);
  if (limits.sources !== undefined) return mostVotes(withinSources(reading, query, limits.sources), limits.limit);
  if (query.word !== null) return mostVotes(byWord(reading, query, limits.limit), limits.limit);
  if (query.pairs.length === 0) return [];
  return mostVotes(byPairs(reading, reading.lookup.vote(query.pairs, MOST_ENTRIES), limits.limit), limits.limit);
}

/** Votes are given to paragraphs; neighbours of the likeliest are taken along, so somewhat more are looked at than asked for. */
function byPairs(reading: Reading, ballot: Ballot, limit: number): PassageCandidate[] {
  const docs = new Map<number, Doc>();
  const least = ballot.length > 0 ? ballot.votesAt(0) / 4 : 0;
  for (let place = 0, seen = 0; place < ballot.length; place++) {
    if (seen >= limit * 2 || (docs.size >= ALWAYS && ballot.votesAt(place) < least)) break;
    const unit = ballot.unitAt(place);
    const doc = reading.docOf(unit);
    if (doc === null || unit >= doc.no + doc.blocks) continue;
    seen++;
    docs.set(doc.no, doc);
  }
  return [...docs.values()].flatMap((doc) => {
    const { article, places } = reading.placed(doc);
    return stretchesOf(article, blockVotes(doc, places, ballot));
  });
}

function blockVotes(doc: Doc, places: PlacedArticle["places"], ballot: Ballot): Map<number, number> {
  const blocks = new Map<number, number>();
  for (const [at, place] of places.entries()) {
    const votes = place === null ? 0 : ballot.votesOf(doc.no + at);
    if (place !== null && votes > 0) blocks.set(place, votes);
  }
  return blocks;
}

function byWord(reading: Reading, query: WordQuery, limit: number): PassageCandidate[] {
  const found: PassageCandidate[] = [];
  const ballot = reading.lookup.vote([query.word as number], MOST_FOR_WORD);
  for (let place = 0; place < ballot.length && found.length < limit; place++) {
    const doc = reading.docOf(ballot.unitAt(place));
    if (doc !== null) found.push(...blocksWith(reading.articleOf(doc), query.words));
  }
  return found;
}

function withinSources(reading: Reading, query: WordQuery, sources: readonly string[]): PassageCandidate[] {
  const asked = new Set(query.pairs);
  return [...new Set(sources)].flatMap((id) => {
    const article = reading.article(id);
    if (article === null) return [];
    if (query.word !== null) return blocksWith(article, query.words);
    const votes = new Map<number, number>();
    keysOfBlocks(article).forEach(({ pairs }, at) => {
      const shared = pairs.filter((key) => asked.has(key)).length;
      if (shared > 0) votes.set(at, shared);
    });
    return stretchesOf(article, votes);
  });
}

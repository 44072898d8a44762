import type { TextDocument } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import { MARK, NUMBER, type Tokens } from "../../text/tokens.ts";
import {
  bodyKey,
  cueOf,
  isAcronym,
  isCapital,
  isPlaceName,
  isPronoun,
  type Phrase,
  phraseAfter,
} from "../names/index.ts";
import { BODY_NOUNS, BODY_WORDS, PREPOSITIONS, ROLES } from "../names/words.ts";
import { cueAt, isPassive, speakerOfVerb } from "../quotes/cues.ts";
import { isWeakPaper, mayClaim } from "./heads.ts";

/** A claim verb (or "according to") of a sentence, with whose claim it is and which tokens it reaches. */
export interface Clause {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
  /** How surely it governs what it reaches: the highest that reaches a figure wins. */
  readonly rank: number;
  /** A headline's name with no verb ("Amnesty: …"), which may as well be a heading. */
  readonly label?: true;
}

const LONGEST = 400;
/** "call" verbs that state figures none the less. */
const NEVER = new Set(
  "called calls calling use used using sent sends sending speak spoke issued released published want wanted wants seen saw see attacked attack hit blamed begin began go went going continue continued".split(
    " ",
  ),
);

/** Takes a text cut up and the index of a sentence; gives its claims in order, in linear time. */
export function clausesOf(document: TextDocument, sentence: number): Clause[] {
  const { tokens, sentenceTokens } = document;
  const start = sentenceTokens[sentence];
  if (start === undefined) return [];
  const end = Math.min(sentenceTokens[sentence + 1] ?? tokens.count, start + LONGEST);
  const clauses: Clause[] = [];
  let low = start;
  for (let at = start; at < end; at++) {
    const clause = clauseAt(tokens, at, start, low, end);
    if (!clause || !mayClaim(tokens, clause.phrase)) continue;
    clauses.push(clause);
    if (clause.rank > 1) low = at + 1;
  }
  if (clauses.length > 0) return clauses;
  const headline = headlineClause(tokens, start, end);
  return headline !== null && mayClaim(tokens, headline.phrase) ? [headline] : [];
}

/** Takes the claims of a sentence and a token; gives the one that states what stands at the token, or `null`. */
export function clauseFor(clauses: readonly Clause[], token: number): Clause | null {
  let best: Clause | null = null;
  for (const clause of clauses) {
    if (clause.from > token || token >= clause.to) continue;
    if (!best || clause.rank >= best.rank) best = clause;
  }
  return best;
}

function clauseAt(tokens: Tokens, at: number, start: number, low: number, end: number): Clause | null {
  if (!cueOf(tokens, at) && !LEADS.has(tokens, at)) return null;
  const word = tokens.lower(at);
  if (word === "according" && tokens.lower(at + 1) === "to") return according(tokens, at, start, low, end);
  const cue = NEVER.has(word) ? null : cueAt(tokens, at);
  if (!cue || !STATES.has(cue.strength) || (cue.strength === "find" && cue.form === "ing")) return null;
  if (ADDS.has(word) && !addsWords(tokens, at)) return null;
  if (WINS.has(word) && isAmount(tokens, at + 1)) return null;
  if (cue.form !== "ing" && isParticiple(tokens, at)) return byAgent(tokens, at, low, end);
  const behind = invertedTag(tokens, at, end);
  if (behind) return { phrase: behind, from: low, to: at, rank: 1 };
  const phrase = speakerOfVerb(tokens, at, low, end);
  if (phrase && COUNTS.has(word) && isPlaceName(tokens, phrase)) return null;
  if (phrase)
    return isTrailing(tokens, phrase, at, end)
      ? { phrase, from: low, to: goesOn(tokens, at + 1, end) ? end : at, rank: 1 }
      : leading(
          tokens,
          phrase,
          at,
          PUTS.has(word) ? stopOf(tokens, at, end) : end,
          FINDS.has(word) ? "find" : cue.strength,
        );
  return null;
}

const PUTS = new Set(["put", "puts"]);

/** "One puts the dead at 1,240; another counts 2,610": what is put at an amount ends where the next begins. */
function stopOf(tokens: Tokens, from: number, end: number): number {
  for (let at = from; at < end; at++) if (tokens.sign(at) === ";") return at;
  return end;
}

/** "Burkina Faso has reported 2,000 deaths": where they were counted, not who says so. */
const COUNTS = new Set("report reports reported record records recorded register registered registers".split(" "));

/** Said of a paper these only pass on what somebody states further out. */
const FINDS = new Set(
  "revealed reveals reveal suggested suggests suggest concluded concludes indicated indicates".split(" "),
);
/** "…, said Amnesty." */
function invertedTag(tokens: Tokens, at: number, end: number): Phrase | null {
  if (tokens.sign(at - 1) !== "," || tokens.lower(at) === "told" || cueAt(tokens, at)?.form === "ing") return null;
  const phrase = phraseAfter(tokens, at + 1, end);
  const ends = phrase && (phrase.to >= end || tokens.kind[phrase.to] === MARK || TAILS.has(tokens.lower(phrase.to)));
  return ends && mayState(tokens, phrase) ? phrase : null;
}

const LEADS = wordSet("according");
const STATES = new Set(["say", "tag", "mind", "find"]);
const ADDS = new Set("added adds add read reads".split(" "));

/** "claimed two wickets", "claimed 43 lives": not said, but taken. */
const WINS = new Set(["claimed", "claims", "claim"]);
const AMOUNTS = wordSet("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands");

function isAmount(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === NUMBER || AMOUNTS.has(tokens, at);
}

/** "added that", "added:"; not "added 91 runs". */
function addsWords(tokens: Tokens, at: number): boolean {
  return tokens.kind[at + 1] === MARK || tokens.lower(at + 1) === "that" || at + 1 >= tokens.count;
}

/** A verb of finding holds for less than one of saying around it, and only where a body or a paper finds. */
function leading(tokens: Tokens, phrase: Phrase, at: number, end: number, strength: string): Clause | null {
  if (strength !== "find") return { phrase, from: at, to: end, rank: 2 };
  return mayFind(tokens, phrase) ? { phrase, from: at, to: end, rank: 1 } : null;
}

function mayFind(tokens: Tokens, { from, to }: Phrase): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens.lower(at);
    if (
      BODY_NOUNS.has(word) ||
      BODY_WORDS.has(word) ||
      ROLES.has(word) ||
      isAcronym(tokens, at) ||
      isPronoun(tokens, at)
    )
      return true;
  }
  return bodyKey(tokens.lower(to - 1)) !== undefined;
}

function according(tokens: Tokens, at: number, start: number, low: number, end: number): Clause | null {
  const phrase = paperAround(tokens, phraseAfter(tokens, at + 2, end), end);
  if (!phrase || !mayState(tokens, phrase)) return null;
  return at === start || phrase.to >= end
    ? { phrase, from: start, to: end, rank: 1 }
    : { phrase, from: low, to: end, rank: 1 };
}

/** "claims in a new report": the report says so. */
function paperAround(tokens: Tokens, phrase: Phrase | null, end: number): Phrase | null {
  if (!phrase || tokens.lower(phrase.to) !== "in" || !isWeakPaper(tokens, phrase)) return phrase;
  const paper = phraseAfter(tokens, phrase.to + 1, end);
  return paper && mayFind(tokens, paper) ? paper : phrase;
}

/** Not "according to their standard of teaching". */
function mayState(tokens: Tokens, phrase: Phrase): boolean {
  for (let at = phrase.from; at < phrase.to; at++) if (isCapital(tokens, at)) return true;
  return mayFind(tokens, phrase);
}

/** "the deaths reported by the ministry": a participle, not the verb of a subject. */
function isParticiple(tokens: Tokens, at: number): boolean {
  return tokens.lower(at + 1) === "by" || isPassive(tokens, at);
}

function byAgent(tokens: Tokens, at: number, low: number, end: number): Clause | null {
  if (tokens.lower(at + 1) !== "by") return null;
  const phrase = phraseAfter(tokens, at + 2, end);
  return phrase && { phrase, from: Math.max(low, at - 12), to: at, rank: 0 };
}

/** "…, Amnesty said.": a claim behind what it states. */
function isTrailing(tokens: Tokens, phrase: Phrase, verb: number, end: number): boolean {
  if (tokens.sign(phrase.from - 1) !== "," && !'"”’'.includes(tokens.raw(phrase.from - 1) || "x")) return false;
  const next = tokens.lower(verb + 1);
  return verb + 1 >= end || tokens.kind[verb + 1] === MARK || TAILS.has(next);
}

/** "In March, the army said, 43 people died": what is stated goes on behind the claim. */
function goesOn(tokens: Tokens, at: number, end: number): boolean {
  if (tokens.sign(at) !== "," || at + 1 >= end) return false;
  const next = tokens.lower(at + 1);
  return !TURNS.has(next) && !next.endsWith("ing") && !PREPOSITIONS.has(next);
}

const TURNS = new Set("but while whereas although though and as who which where when including citing".split(" "));

const TAILS = new Set(
  "in on at to during after as when while and but late early yesterday today monday tuesday wednesday thursday friday saturday sunday last earlier told".split(
    " ",
  ),
);

/** "Amnesty: Strikes Killed 1,600" and "Strikes Killed 1,600 - Amnesty". */
function headlineClause(tokens: Tokens, start: number, end: number): Clause | null {
  for (let at = start + 1; at < Math.min(end - 2, start + 6); at++) {
    if (tokens.kind[at] !== MARK || tokens.sign(at) !== ":") continue;
    const phrase = phraseAfter(tokens, start, at);
    return phrase && isCapital(tokens, start) && phrase.to === at
      ? { phrase, from: at, to: end, rank: 1, label: true }
      : null;
  }
  for (let at = end - 2; at > Math.max(start + 3, end - 6); at--) {
    if (tokens.kind[at] !== MARK || !"-–—".includes(tokens.raw(at)) || tokens.gap[at] === 0) continue;
    const phrase = phraseAfter(tokens, at + 1, end);
    return phrase && phrase.to === end && isCapital(tokens, at + 1)
      ? { phrase, from: start, to: at, rank: 1, label: true }
      : null;
  }
  return null;
}

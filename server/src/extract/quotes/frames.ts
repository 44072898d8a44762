import { Lexicon } from "../../text/lexicon.ts";
import { type Tokens, WORD } from "../../text/tokens.ts";
import { isCapital, isPronoun, type Phrase, phraseAfter, subjectBefore } from "../names/index.ts";
import { DAYS, DETERMINERS, PLACES } from "../names/words.ts";
import type { Attribution } from "./pieces.ts";

/** How words are given to a speaker without a verb, by the first word of the phrase that does so. */
type Frame = (tokens: Tokens, at: number, high: number) => Phrase | null;

const ANYWHERE = new Lexicon<Frame>([
  ["in", inWords],
  ["per", per],
  ["by", byAccount],
  ["this", thisFrom],
  ["from", fromWhom],
]);
const BEHIND = new Lexicon<Frame>([
  ["was", howOrWhat],
  ["is", howOrWhat],
]);

/** Takes tokens and a stretch of a sentence before quoted words; gives whose words they are where no verb says so ("In Lund's words", "For Lund, it was"), or `null`. */
export function frameBefore(tokens: Tokens, low: number, edge: number): Attribution | null {
  const phrased = whosePhrase(tokens, low, edge);
  if (phrased) return { phrase: phrased, by: "tag", side: "before", from: phrased.from, to: edge };
  const own = whoRightBefore(tokens, low, edge);
  if (own) return { phrase: own, by: "frame", side: "before", from: own.from, to: edge };
  for (let at = low; at < edge; at++) {
    const phrase = ANYWHERE.find(tokens, at)?.(tokens, at, edge) ?? (at === low ? forWhom(tokens, at, edge) : null);
    if (phrase) return { phrase, by: "frame", side: "before", from: at, to: edge };
  }
  return null;
}

/** Takes tokens and a stretch that begins right behind quoted words; gives whose words they are ("in the words of Lund"), or `null`. */
export function frameAfter(tokens: Tokens, at: number, high: number): Attribution | null {
  const frame = ANYWHERE.find(tokens, at) ?? BEHIND.find(tokens, at);
  const phrase = frame?.(tokens, at, high);
  return phrase ? { phrase, by: "tag", side: "after", from: at, to: Math.min(high, phrase.to) } : null;
}

const PHRASES = new Set("phrase word words remark remarks description slogan line motto mantra catchphrase".split(" "));

/** `the minister's phrase "a disgrace"`. */
function whosePhrase(tokens: Tokens, low: number, edge: number): Phrase | null {
  const owner = edge - 2;
  if (!PHRASES.has(tokens.lower(edge - 1)) || owner < low || !/['’]s?$/.test(tokens.raw(owner))) return null;
  let from = owner;
  while (
    from > Math.max(low, owner - LONGEST_OWNER) &&
    !DETERMINERS.has(tokens.lower(from)) &&
    tokens.kind[from - 1] === WORD
  ) {
    if (isCapital(tokens, from) && !isCapital(tokens, from - 1)) break;
    from--;
  }
  return { from, to: owner + 1 };
}

/** `Lund (who "will not leave")`. */
function whoRightBefore(tokens: Tokens, low: number, edge: number): Phrase | null {
  return tokens.lower(edge - 1) === "who" ? subjectBefore(tokens, edge, low) : null;
}

const WORDS = new Set("words phrase view opinion telling estimation judgment judgement".split(" "));
const ACCOUNTS = new Set("account reckoning admission estimate".split(" "));

/** "per Lund", "per a filing", not "per day". */
function per(tokens: Tokens, at: number, high: number): Phrase | null {
  return isCapital(tokens, at + 1) || DETERMINERS.has(tokens.lower(at + 1)) ? phraseAfter(tokens, at + 1, high) : null;
}

/** "Then there was this from Lund:", "And this, from his deputy:". */
function thisFrom(tokens: Tokens, at: number, high: number): Phrase | null {
  const from = tokens.sign(at + 1) === "," ? at + 2 : at + 1;
  return tokens.lower(from) === "from" ? phraseAfter(tokens, from + 1, high) : null;
}

/** "One word from Lund:". */
function fromWhom(tokens: Tokens, at: number, high: number): Phrase | null {
  const phrase = tokens.sign(high - 1) === ":" ? phraseAfter(tokens, at + 1, high - 1) : null;
  return phrase?.to === high - 1 ? phrase : null;
}

/** "in the words of Lund", "in Lund's words". */
function inWords(tokens: Tokens, at: number, high: number): Phrase | null {
  if (tokens.lower(at + 1) === "the" && WORDS.has(tokens.lower(at + 2)) && tokens.lower(at + 3) === "of")
    return phraseAfter(tokens, at + 4, high);
  return ownerOf(tokens, at + 1, high, WORDS);
}

/** "by Lund's own account". */
function byAccount(tokens: Tokens, at: number, high: number): Phrase | null {
  return ownerOf(tokens, at + 1, high, ACCOUNTS);
}

/** `"…" was how Lund put it`, `"…" is what Lund calls it`. */
function howOrWhat(tokens: Tokens, at: number, high: number): Phrase | null {
  const phrase = HOW.has(tokens.lower(at + 1)) ? phraseAfter(tokens, at + 2, high) : null;
  return phrase && phrase.to < high ? phrase : null;
}

const HOW = new Set(["how", "what"]);
const LONGEST_OWNER = 8;

function ownerOf(tokens: Tokens, from: number, high: number, things: ReadonlySet<string>): Phrase | null {
  for (let at = from; at < Math.min(high, from + LONGEST_OWNER); at++) {
    if (!/['’]s?$/.test(tokens.raw(at))) continue;
    const thing = tokens.lower(at + 1) === "own" ? at + 2 : at + 1;
    return things.has(tokens.lower(thing)) ? { from, to: at + 1 } : null;
  }
  return null;
}

/** "For Lund, it was …". */
function forWhom(tokens: Tokens, at: number, edge: number): Phrase | null {
  if (tokens.lower(at) !== "for" || DAYS.has(tokens.lower(at + 1)) || PLACES.has(tokens.lower(at + 1))) return null;
  const phrase = isCapital(tokens, at + 1) || isPronoun(tokens, at + 1) ? phraseAfter(tokens, at + 1, edge) : null;
  return phrase !== null && tokens.sign(phrase.to) === "," ? phrase : null;
}

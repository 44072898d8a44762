import { anyOf } from "../../text/lexicon.ts";
import { MARK, NEW_LINE, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import {
  CUES,
  type Cue,
  cueOf,
  isCapital,
  isManner,
  isNounLike,
  type Phrase,
  phraseAfter,
  sentenceSubject,
  subjectBefore,
} from "../names/index.ts";
import { ADVERBS, DETERMINERS, PAPERS } from "../names/words.ts";
import { IDIOMS, idiomAt } from "./idioms.ts";

const BE = new Set("is was are were be been being gets got".split(" "));
const NOUN_BEFORE = new Set(
  "the a an this that these those his her their its our my your no any some such of in on for with by from public joint first last new".split(
    " ",
  ),
);
const PLURAL = /[^siu']s$/;
const PUTS = new Set(["it", "things", "this"]);
const PRONOUNS = new Set("he she they it i we you who".split(" "));

/** All words that may be such a verb: most are none. */
const MAY_CUE = anyOf([CUES, IDIOMS]);

/** Takes tokens and an index; gives the cue verb that stands there used as a verb that gives words to a speaker, or `null`. */
export function cueAt(tokens: Tokens, at: number): Cue | null {
  if (!MAY_CUE.has(tokens, at)) return null;
  const idiom = idiomAt(tokens, at);
  if (idiom) return idiom;
  const cue = cueOf(tokens, at);
  if (!cue) return null;
  const word = tokens.lower(at);
  if (word === "put" || word === "puts") return PUTS.has(tokens.lower(at + 1)) || putsAt(tokens, at) ? PUT : cue;
  if (cue.noun && isCapital(tokens, at) && isCapital(tokens, at - 1) && !endsLine(tokens, at)) return null;
  const before = tokens.lower(at - 1);
  if (cue.form === "base") return isBaseVerb(tokens, at) ? cue : null;
  if (OWNERS.has(before) || (GERUNDS.has(word) && isGerund(tokens, at))) return null;
  if (cue.strength === "tag" && !isTagPlace(tokens, at)) return null;
  return cue.noun && isNoun(tokens, at) ? null : cue;
}

const AMOUNTS = new Set(
  "about around roughly some nearly almost over under between more less fewer at just".split(" "),
);
const LONGEST_PUT = 9;

/** "Amos put the reserves at £58m": who puts something at an amount states it. */
function putsAt(tokens: Tokens, put: number): boolean {
  for (let at = put + 1; at < Math.min(put + LONGEST_PUT, tokens.count) && tokens.kind[at] === WORD; at++) {
    if (tokens.lower(at) !== "at") continue;
    return tokens.kind[at + 1] === NUMBER || /^\p{Sc}$/u.test(tokens.raw(at + 1)) || AMOUNTS.has(tokens.lower(at + 1));
  }
  return false;
}

function endsLine(tokens: Tokens, at: number): boolean {
  return at + 1 >= tokens.count || (tokens.gap[at + 1] as number) >= NEW_LINE;
}

/** Forms in "-ing" that are nouns unless a mark, a form of "be" or "as" stands before them. */
const GERUNDS = new Set(
  "ruling warning meaning feeling finding hearing posting saying showing reading writing claiming".split(" "),
);

function isGerund(tokens: Tokens, at: number): boolean {
  const before = tokens.lower(at - 1);
  if (tokens.kind[at - 1] === MARK || isBe(before) || before === "as" || PAPERS.has(before)) return false;
  return !isFollowed(tokens, at) || NOUN_BEFORE.has(before);
}

/** "was seen on TV saying that", "Lund saying: …". */
function isFollowed(tokens: Tokens, at: number): boolean {
  return tokens.lower(at + 1) === "that" || (tokens.kind[at + 1] === MARK && isNounLike(tokens, at - 1));
}

function isBe(word: string): boolean {
  return BE.has(word) || (word.includes("'") && SHORT_BE.test(word));
}

const SHORT_BE = /^(it|he|she|that|who|what|there)'s$|'(re|m)$/;

/** After these a form in "-ed" or "-ing" describes a noun: "their alleged targets". */
const OWNERS = new Set("the a an his her its their our my your no any some such these those".split(" "));

/** "…," she smiled. / She smiled: "…": a mark stands behind the verb, or the words before it. */
function isTagPlace(tokens: Tokens, at: number): boolean {
  return tokens.kind[at + 1] !== WORD || tokens.kind[at - 1] === MARK || OBJECTS.has(tokens.lower(at + 1));
}

/** "the erroneous claims", "in reports": a form that is a noun too stands after something that is no subject. */
function isNoun(tokens: Tokens, at: number): boolean {
  const before = tokens.lower(at - 1);
  if (PRONOUNS.has(before) || tokens.kind[at - 1] === MARK) return false;
  if (NOUN_BEFORE.has(before) || before.endsWith("'s") || AFTER_NOUN.has(tokens.lower(at + 1))) return true;
  return !(
    isNounLike(tokens, at - 1) ||
    ADVERBS.has(before) ||
    isManner(before) ||
    PLURAL.test(before) ||
    before === "old"
  );
}

/** "reports from the front", "claims of fraud". */
const AFTER_NOUN = new Set("from of on in about for by into against".split(" "));

const PLURALS = new Set("police people men women residents".split(" "));
/** Base forms that are verbs and hardly anything else. */
const PURE = new Set(
  "say tell write argue insist believe think ask warn deny explain add admit acknowledge maintain contend allege assert describe agree predict suggest recall accuse criticise criticize condemn".split(
    " ",
  ),
);
const PUT: Cue = { strength: "say", form: "past", noun: false };
const AUXILIARY = new Set(
  "to will would can could may might must should did does do not i we you they who also".split(" "),
);

function isBaseVerb(tokens: Tokens, at: number): boolean {
  const before = tokens.lower(at - 1);
  if (AUXILIARY.has(before)) return true;
  if (PURE.has(tokens.lower(at))) return !NOUN_BEFORE.has(before);
  return tokens.kind[at - 1] === WORD && (PLURAL.test(before) || PLURALS.has(before));
}

/** Takes tokens, the index of a cue verb and the lowest index to look at; gives who speaks by that verb, wherever the phrase stands before it. */
export function speakerOfVerb(tokens: Tokens, verb: number, low: number, high: number): Phrase | null {
  const cue = cueAt(tokens, verb);
  if (!cue) return null;
  if (cue.form === "ing") return speakerOfParticiple(tokens, verb, low, high);
  if (QUOTED.has(tokens.lower(verb)) && isPassive(tokens, verb)) return subjectBefore(tokens, verb, low);
  const by = cue.strength !== "say" && tokens.sign(verb - 1) === "," && tokens.lower(verb + 1) === "by";
  if (cue.form === "past" && (by || isPassive(tokens, verb))) return agentAfter(tokens, verb, high);
  const subject = coordinated(tokens, verb, low) ?? subjectBefore(tokens, verb, low);
  if (!subject && isInfinitive(tokens, verb) && cue.strength === "say") return sentenceSubject(tokens, low, verb);
  return subject && cue.form === "past" && isReduced(tokens, verb, subject) ? null : subject;
}

/** "used her last letter to shareholders to warn", not "the job is to maintain", "led him to say". */
function isInfinitive(tokens: Tokens, verb: number): boolean {
  const before = tokens.lower(verb - 2);
  return (
    tokens.lower(verb - 1) === "to" && cueOf(tokens, verb)?.form === "base" && !OBJECTS.has(before) && !isBe(before)
  );
}

const OBJECTS = new Set("him her them me us it".split(" "));

/** Takes tokens and the index of a cue verb; says whether it only tells what somebody will or may say: "would respond", "to warn". */
export function isMeant(tokens: Tokens, verb: number): boolean {
  return cueOf(tokens, verb)?.form === "base" && MODALS.has(tokens.lower(verb - 1));
}

const MODALS = new Set("to will would can could may might must should".split(" "));

/** In the passive these leave their subject the speaker: "Lund was quoted as saying". */
const QUOTED = new Set(["quoted", "overheard"]);

/** "Lund went to the door and said": the second verb has the subject of the sentence. */
function coordinated(tokens: Tokens, verb: number, low: number): Phrase | null {
  let at = verb - 1;
  while (at > low && (ADVERBS.has(tokens.lower(at)) || isManner(tokens.lower(at)))) at--;
  const word = tokens.lower(at);
  if (at <= low || (word !== "and" && word !== "but" && word !== "then")) return null;
  const verbed = cueBefore(tokens, at - 1, low, at);
  return verbed ?? sentenceSubject(tokens, low, at);
}

const MOST_CUES = 4;

/** The subject of the nearest finite verb of speech at or before an index. */
function cueBefore(tokens: Tokens, from: number, low: number, high: number): Phrase | null {
  let tried = 0;
  for (let at = from; at >= Math.max(low, from - 40) && tried < MOST_CUES; at--) {
    const cue = cueAt(tokens, at);
    if (!cue || cue.form === "ing") continue;
    tried++;
    if (isPassive(tokens, at)) continue;
    const found =
      subjectBefore(tokens, at, low) ??
      (tokens.sign(at - 1) === "," || at === low ? phraseAfter(tokens, at + 1, high) : null);
    if (found) return found;
  }
  return null;
}

/** "in a report released Tuesday": a participle that only describes the noun before it. */
function isReduced(tokens: Tokens, verb: number, subject: Phrase): boolean {
  const agent = isCapital(tokens, verb + 2) || DETERMINERS.has(tokens.lower(verb + 2));
  if (tokens.lower(verb + 1) === "by" && agent) return true;
  return (
    cueOf(tokens, verb)?.strength !== "say" &&
    ((subject.to === verb && OBJECT_OF.has(tokens.lower(subject.from - 1))) ||
      (subject.to === verb - 1 && tokens.sign(verb - 1) === "," && tokens.sign(subject.from - 1) !== ","))
  );
}

const OBJECT_OF = new Set("in on at by with from of for to into under about".split(" "));

/** Whether a form of "be" stands before a participle: "was told", "has been called". */
export function isPassive(tokens: Tokens, verb: number): boolean {
  for (let at = verb - 1; at >= verb - 3; at--) {
    const word = tokens.lower(at);
    if (isBe(word)) return true;
    if (tokens.kind[at] === MARK || !(word.endsWith("ly") || WITHIN_PASSIVE.has(word))) return false;
  }
  return false;
}

const WITHIN_PASSIVE = new Set("also not often sometimes later since once now first then again even still".split(" "));

/** "was told by NAME". */
function agentAfter(tokens: Tokens, verb: number, high: number): Phrase | null {
  for (let at = verb + 1; at < Math.min(high, verb + 6); at++) {
    if (tokens.lower(at) === "by") return phraseAfter(tokens, at + 1, high);
  }
  return null;
}

/** "…, adding", "a statement saying", "was quoted as saying". */
function speakerOfParticiple(tokens: Tokens, verb: number, low: number, high: number): Phrase | null {
  const floor = Math.max(low, verb - 40);
  const quoted = tokens.lower(verb - 1) === "as" ? quotedBefore(tokens, verb, floor) : -1;
  if (quoted >= 0) {
    return isPassive(tokens, quoted) ? subjectBefore(tokens, quoted, low) : phraseAfter(tokens, quoted + 1, verb - 1);
  }
  const absolute = signBefore(tokens, verb) ?? withAbsolute(tokens, verb, low);
  if (absolute) return absolute;
  if (isBe(tokens.lower(verb - 1))) return coordinated(tokens, verb, low) ?? subjectBefore(tokens, verb, low);
  return cueBefore(tokens, verb - 1, low, high) ?? sentenceSubject(tokens, low, verb);
}

const SIGNS = new Set(
  "sign signs banner banners placard placards poster posters plaque t-shirt shirt graffiti slogan caption note".split(
    " ",
  ),
);
const LONGEST_SIGN = 4;

/** "next to a sign reading": what is written somewhere speaks for itself. */
function signBefore(tokens: Tokens, verb: number): Phrase | null {
  if (!SIGNS.has(tokens.lower(verb - 1))) return null;
  let from = verb - 1;
  while (from > verb - LONGEST_SIGN && !DETERMINERS.has(tokens.lower(from)) && tokens.kind[from - 1] === WORD) from--;
  return DETERMINERS.has(tokens.lower(from)) ? { from, to: verb } : { from: verb - 1, to: verb };
}

const ABSOLUTE = 14;

/** "…, with one guest warning that": the participle has a subject of its own. */
function withAbsolute(tokens: Tokens, verb: number, low: number): Phrase | null {
  for (let at = verb - 2; at >= Math.max(low, verb - ABSOLUTE); at--) {
    if (tokens.kind[at] === MARK && tokens.sign(at) === ",") return null;
    const phrase = tokens.lower(at) === "with" ? phraseAfter(tokens, at + 1, verb) : null;
    if (phrase) return phrase.to === verb ? phrase : null;
  }
  return null;
}

function quotedBefore(tokens: Tokens, verb: number, floor: number): number {
  for (let at = verb - 2; at >= floor; at--) {
    const word = tokens.lower(at);
    if (word === "quoted" || word === "cited" || word === "reported" || word === "quotes" || word === "quoting")
      return at;
  }
  return -1;
}

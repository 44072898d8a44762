import { stretchOf, type TextDocument, tokenAt } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";
import { resolveBody } from "./identify.ts";
import { bare, isBodyName, nameOf } from "./name.ts";
import type { Phrase } from "./phrases.ts";
import { endOfRun, type Registry } from "./registry.ts";
import { isCapital } from "./shapes.ts";
import { smallBody } from "./small.ts";
import { subjectBefore } from "./subjects.ts";
import { sentenceSubject } from "./topics.ts";
import { BODY_NOUNS, PAPERS, PLACES, ROLES } from "./words.ts";

const LOOK_BACK = 300;
const LOOK_AHEAD = 16;
const ISSUES = wordSet(
  "said says released published issued reported announced noted found added conducted launched submitted compiled by",
);
const ISSUED = wordSet("released published issued conducted launched submitted compiled commissioned written");
const COUNTRIES = wordSet("us u.s u.s. uk u.k u.k.");

/**
 * Takes a text cut up, its names and an offset; gives the keys of the bodies that last said or issued something before the offset ("a
 * report by Amnesty and Airwars", "the task force said"), none where there are none. Looks at a bounded number of tokens.
 */
export function issuersBefore(document: TextDocument, registry: Registry, offset: number): readonly string[] {
  const { tokens } = document;
  const from = tokenAt(tokens, offset) - 1;
  for (let at = from; at >= Math.max(0, from - LOOK_BACK); at--) {
    if (!ISSUES.has(tokens, at)) continue;
    const found = tokens.lower(at) === "by" ? issuedBy(tokens, registry, at) : subjectBodies(tokens, registry, at);
    if (found.length > 0) return found;
  }
  return [];
}

/** Takes the same; gives the bodies named behind a paper ("reports submitted by Amnesty", "a report that Amnesty published"), or in the next sentence as its authors. */
export function issuersAfter(document: TextDocument, registry: Registry, offset: number): string[] {
  const { tokens } = document;
  const from = tokenAt(tokens, offset);
  for (let at = from + 1; at < Math.min(tokens.count, from + LOOK_AHEAD); at++) {
    const mark = tokens.raw(at);
    if (mark === "." || mark === ":" || '"“”'.includes(mark)) return [];
    if (tokens.lower(at) === "by" || (tokens.lower(at) === "that" && PAPERS.has(tokens.lower(at - 1))))
      return bodiesAt(tokens, registry, at + 1);
  }
  return [];
}

const NEXT = 3;

/** Takes the same; gives the bodies that a sentence soon after calls the authors ("Amnesty and Airwars say their investigation …"). */
export function authorsAfter(document: TextDocument, registry: Registry, offset: number): string[] {
  const { tokens, sentenceTokens } = document;
  const here = stretchOf(sentenceTokens, tokenAt(tokens, offset));
  for (let sentence = here + 1; sentence <= here + NEXT && sentence < sentenceTokens.length; sentence++) {
    const start = sentenceTokens[sentence] as number;
    const end = Math.min(sentenceTokens[sentence + 1] ?? tokens.count, start + LOOK_AHEAD);
    if (!ownsPaper(tokens, start, end)) continue;
    const found = bodiesAt(tokens, registry, start);
    if (found.length > 0) return found;
  }
  return [];
}

function ownsPaper(tokens: Tokens, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    const word = tokens.lower(at);
    if ((word === "their" || word === "its") && (PAPERS.has(tokens.lower(at + 1)) || PAPERS.has(tokens.lower(at + 2))))
      return true;
  }
  return false;
}

/** Takes the same; gives the body that "its" there means by the sentence before ("The coalition's own count is lower. Its records …"), or `undefined`. */
export function ownerBefore(document: TextDocument, registry: Registry, offset: number): string | undefined {
  const { tokens, sentenceTokens } = document;
  const here = stretchOf(sentenceTokens, tokenAt(tokens, offset));
  if (here === 0) return undefined;
  const subject = sentenceSubject(tokens, sentenceTokens[here - 1] as number, sentenceTokens[here] as number);
  return subject ? bodyIn(tokens, registry, subject) : undefined;
}

/** Takes tokens, names and a phrase; gives the key of the first body that it names, in capitals or by a word of the table ("the coalition's"), or `undefined`. */
export function bodyIn(tokens: Tokens, registry: Registry, { from, to }: Phrase): string | undefined {
  for (let at = from; at < to; at++) {
    const known = smallBody(tokens, at);
    if (known) return known;
    if (!isCapital(tokens, at)) continue;
    const end = Math.min(to, endOfRun(tokens, at));
    if (isBodyRun(tokens, at, end)) return resolveBody(registry, nameOf(tokens, at, end));
    at = end - 1;
  }
  return undefined;
}

function issuedBy(tokens: Tokens, registry: Registry, by: number): string[] {
  for (let at = by - 1; at >= by - 3; at--) {
    if (ISSUED.has(tokens, at) || PAPERS.has(tokens.lower(at))) return bodiesAt(tokens, registry, by + 1);
  }
  return [];
}

/** "Amnesty International and the group Airwars": one body or two. */
function bodiesAt(tokens: Tokens, registry: Registry, at: number): string[] {
  const first = bodyAt(tokens, registry, at);
  if (!first) return [];
  let next = first.to;
  if (tokens.sign(next) === ",") next++;
  if (tokens.lower(next) !== "and") return [first.key];
  const second = bodyAt(tokens, registry, next + 1);
  return second ? [first.key, second.key] : [first.key];
}

const DESCRIBED = 4;

function bodyAt(tokens: Tokens, registry: Registry, at: number): { key: string; to: number } | undefined {
  let start = at;
  while (start < at + DESCRIBED && !isCapital(tokens, start) && describes(tokens.lower(start))) start++;
  if (isCapital(tokens, start) && tokens.lower(start) === "the") start++;
  if (!isCapital(tokens, start) || tokens.raw(start).includes("-")) return undefined;
  const to = endOfRun(tokens, start);
  return isBodyRun(tokens, start, to) ? { key: resolveBody(registry, nameOf(tokens, start, to)), to } : undefined;
}

function describes(word: string): boolean {
  return BODY_NOUNS.has(word) || ["the", "both", "rights", "monitoring", "human", "aid", "campaign"].includes(word);
}

function isBodyRun(tokens: Tokens, from: number, to: number): boolean {
  const place = to - from === 1 && (PLACES.has(bare(tokens, from)) || COUNTRIES.has(tokens, from));
  return isBodyName(tokens, from, to) && !place && tokens.sign(to) !== "-";
}

function subjectBodies(tokens: Tokens, registry: Registry, verb: number): readonly string[] {
  const known = registry.subjects.get(verb);
  if (known !== undefined) return known;
  const made = readSubject(tokens, registry, verb);
  registry.subjects.set(verb, made);
  return made;
}

function readSubject(tokens: Tokens, registry: Registry, verb: number): readonly string[] {
  const subject = subjectBefore(tokens, verb, Math.max(0, verb - 20));
  if (!subject) return [];
  const joint = bodiesAt(tokens, registry, subject.from);
  if (joint.length > 0) return joint;
  for (let at = subject.from; at < subject.to; at++) if (ROLES.has(tokens.lower(at))) return [];
  const one = bodyIn(tokens, registry, subject);
  return one ? [one] : [];
}

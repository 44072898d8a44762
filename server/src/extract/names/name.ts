import { keptIn } from "../../text/keeper.ts";
import { wordSet } from "../../text/lexicon.ts";
import { MARK, PLAIN, type Tokens, WORD } from "../../text/tokens.ts";
import { bodyKey } from "./bodies.ts";
import { isLongPlace } from "./places.ts";
import { isAcronym } from "./shapes.ts";
import { BODY_WORDS, PLACES } from "./words.ts";

/** A name as text and tables know it, whoever bears it. */
interface Name {
  /** In lower case, as written otherwise, without "the" before and "'s" after. */
  readonly text: string;
  /** Key of the body that the table of bodies has under this name. */
  readonly key: string | undefined;
  /** It names a body, whatever its letters: by one of its words, or as a whole. */
  readonly isBody: boolean;
}

/** Takes tokens and a run of them; gives its words in lower case, as written otherwise, without "the" before and "'s" after. */
export function nameOf(tokens: Tokens, from: number, to: number): string {
  return from < to ? nameAt(tokens, from, to).text : "";
}

/** Takes tokens and a run of them; gives the key under which the table of bodies knows it, or `undefined`. */
export function bodyKeyOf(tokens: Tokens, from: number, to: number): string | undefined {
  return from < to ? nameAt(tokens, from, to).key : undefined;
}

/** Takes tokens and a run of capitalised words; says whether it names a body rather than a person. */
export function isBodyName(tokens: Tokens, from: number, to: number): boolean {
  if (to - from === 1 && isAcronym(tokens, from)) return true;
  return from < to && nameAt(tokens, from, to).isBody;
}

/** Takes tokens and an index; gives the word in lower case without "'s". */
export function bare(tokens: Tokens, at: number): string {
  const word = tokens.lower(at);
  return word.endsWith("'s") ? word.slice(0, -2) : word;
}

/** Takes tokens and an index; says whether the word there ends in "'s". */
export function isOwner(tokens: Tokens, at: number): boolean {
  const end = tokens.end[at] as number;
  if ((tokens.text.charCodeAt(end - 1) | 0x20) !== 0x73) return false;
  const mark = tokens.text.charCodeAt(end - 2);
  return mark === 0x27 || mark === 0x2019 || mark === 0x02bc;
}

/** Names met before, by the low bits of what their words hash to: a text names the same few again and again, and so does the next one. */
const ROOM = 4096;
const HASHES = new Int32Array(ROOM);
const CHECKS = new Int32Array(ROOM);
const NAMES: Name[] = new Array<Name>(ROOM);
const LONGEST = 12;
const FACTOR = 0x01000193;
const OTHER_FACTOR = 0x5bd1e995;

function nameAt(tokens: Tokens, from: number, to: number): Name {
  let hash = to - from;
  let check = hash;
  for (let at = from; at < to; at++) {
    const link = to - from > LONGEST ? ODD : linkTo(tokens, at, at === from);
    if (link === ODD) return oddName(tokens, from, to);
    hash = Math.imul(hash ^ (link + (tokens.hash[at] as number)), FACTOR);
    check = (Math.imul(check, OTHER_FACTOR) + link + (tokens.check[at] as number)) | 0;
  }
  const slot = (hash ^ (hash >>> 15)) & (ROOM - 1);
  const known = NAMES[slot];
  if (known !== undefined && HASHES[slot] === hash && CHECKS[slot] === check) return known;
  const { text, key, isBody } = makeName(tokens, from, to);
  const made = { text: cutLoose(text), key, isBody };
  HASHES[slot] = hash;
  CHECKS[slot] = check;
  NAMES[slot] = made;
  return made;
}

const ODD = -1;

/** What a token adds to a name beside its word: a mark's code, and whether a blank stands before it; ODD where its words do not tell how it is written. */
function linkTo(tokens: Tokens, at: number, first: boolean): number {
  const start = tokens.start[at] as number;
  const apart = first ? 0 : start - (tokens.end[at - 1] as number);
  if (apart > 1 || (apart === 1 && tokens.text.charCodeAt(start - 1) !== 0x20)) return ODD;
  if (tokens.kind[at] === WORD) return (tokens.shape[at] as number) & PLAIN ? apart : ODD;
  return tokens.kind[at] === MARK && tokens.end[at] === start + 1 ? 2 * tokens.text.charCodeAt(start) + apart : ODD;
}

/** Takes a part of a text; gives a copy of its own, since what is cut from a text holds on to all of it. */
export function cutLoose(part: string): string {
  return ` ${part}`.slice(1);
}

/** Names with other signs in them are kept with their text. */
function oddName(tokens: Tokens, from: number, to: number): Name {
  const kept = oddNames(tokens);
  const key = from * MOST_TOKENS + (to - from);
  const known = to - from < MOST_TOKENS ? kept.get(key) : undefined;
  if (known !== undefined) return known;
  const made = makeName(tokens, from, to);
  if (to - from < MOST_TOKENS) kept.set(key, made);
  return made;
}

const oddNames = keptIn((_tokens: Tokens) => new Map<number, Name>());
const MOST_TOKENS = 64;

function makeName(tokens: Tokens, from: number, to: number): Name {
  const written = tokens.text.slice(tokens.start[from], tokens.end[to - 1]).toLowerCase();
  const text = bareName(to - from === 1 ? tokens.lower(from) : written.replace(/[’ʼ]/g, "'").replace(/\s+/g, " "));
  const key = bodyKey(text);
  return { text, key, isBody: key !== undefined || holdsBody(tokens, from, to) || isLongPlace(text) };
}

function bareName(whole: string): string {
  let name = whole;
  if (name.startsWith("the ")) name = name.slice(4);
  if (name.endsWith("'s")) return name.slice(0, -2);
  return name.endsWith("s'") ? name.slice(0, -1) : name;
}

const BODY_NOUN_WORDS = wordSet([...BODY_WORDS].join(" "));

function holdsBody(tokens: Tokens, from: number, to: number): boolean {
  if (to - from === 1 && PLACES.has(bare(tokens, from))) return true;
  for (let at = from; at < to; at++) {
    if (BODY_NOUN_WORDS.has(tokens, at) || (isOwner(tokens, at) && BODY_WORDS.has(bare(tokens, at)))) return true;
  }
  return false;
}

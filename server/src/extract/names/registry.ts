import { type TextDocument, tokenAt } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import { hashWord, type Tokens, WORD } from "../../text/tokens.ts";
import { bare, isBodyName, isOwner, nameOf } from "./name.ts";
import type { Phrase } from "./phrases.ts";
import { isAbbreviationStop, isAcronym, isCapital } from "./shapes.ts";
import { AND_OR, BODY_WORD, BODY_WORDS, DAYS, JOINER, NOT_NAMES, PARTICLE, TITLE, wordClass } from "./words.ts";

/** The names that a text uses, gathered in one pass. */
export interface Registry {
  /** Takes a last name in lower case; gives the full personal name that the text has for it ("rovera": "donatella rovera"). */
  fullName(last: string): string | undefined;
  /** Takes a person's key; gives where the text names them in full, in order, the first few of them. */
  runsOf(key: string): readonly Phrase[];
  /** Takes a word in lower case; says whether the text writes it with a capital elsewhere than at the start of a sentence. */
  isName(word: string): boolean;
  /** What an acronym in brackets stands for, and short names for long ones: "mod" to "ministry of defence". */
  readonly expansions: ReadonlyMap<string, string>;
  /** Runs of capitalised words in order: first token and the token after the last. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Keys of the bodies that are the subject of a verb, by its token, as far as they were asked for: readers look back over the same verbs. */
  readonly subjects: Map<number, readonly string[]>;
}

const LONGEST_RUN = 12;

/** Takes a text cut up; gives its names, in linear time. */
export function readRegistry(document: TextDocument): Registry {
  const { tokens } = document;
  const people = new People(tokens);
  const expansions = new Map<string, string>();
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < tokens.count; ) {
    if (!isCapital(tokens, at)) {
      at++;
      continue;
    }
    const to = endOfRun(tokens, at);
    starts.push(at);
    ends.push(to);
    if (to - at > 1) people.add(at, to);
    addExpansion(tokens, at, to, expansions);
    at = to;
  }
  let named: ReadonlySet<number> | undefined;
  const isName = (word: string) => {
    named ??= wordsInside(document, { starts, ends });
    return named.has(hashWord(word));
  };
  return {
    fullName: (last) => people.fullName(last),
    runsOf: (key) => people.runsOf(key),
    isName,
    expansions,
    subjects: new Map(),
    starts,
    ends,
  };
}

/** The hashes of all words with a capital but those that begin a sentence. */
function wordsInside(document: TextDocument, { starts, ends }: Pick<Registry, "starts" | "ends">): Set<number> {
  const { tokens, sentenceTokens } = document;
  const hashes = new Set<number>();
  let sentence = 0;
  for (let run = 0; run < starts.length; run++) {
    const from = starts[run] as number;
    while (sentence < sentenceTokens.length && (sentenceTokens[sentence] as number) < from) sentence++;
    for (let at = sentenceTokens[sentence] === from ? from + 1 : from; at < (ends[run] as number); at++)
      hashes.add(tokens.hash[at] as number);
  }
  return hashes;
}

const MOST_RUNS = 8;

/** Runs of capitalised words by the hash of their last word; read as personal names only when one is asked for. */
class People {
  private readonly tokens: Tokens;
  private readonly runs = new Map<number, number[]>();
  private readonly names = new Map<string, string | undefined>();

  constructor(tokens: Tokens) {
    this.tokens = tokens;
  }

  add(from: number, to: number): void {
    const last = isSuffix(this.tokens, to - 1) ? to - 2 : to - 1;
    const hash = this.tokens.hash[last] as number;
    const known = this.runs.get(hash);
    if (!known) this.runs.set(hash, [from, to]);
    else if (known.length < 2 * MOST_RUNS) known.push(from, to);
  }

  runsOf(key: string): Phrase[] {
    const runs = this.runs.get(hashWord(key.slice(key.lastIndexOf(" ") + 1))) ?? [];
    const found: Phrase[] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [from, to] = [runs[i] as number, runs[i + 1] as number];
      if (nameOf(this.tokens, from, to).includes(key)) found.push({ from, to });
    }
    return found;
  }

  fullName(last: string): string | undefined {
    if (this.names.has(last)) return this.names.get(last);
    const runs = this.runs.get(hashWord(last)) ?? [];
    let name: string | undefined;
    for (let i = 0; i < runs.length && name === undefined; i += 2)
      name = personIn(this.tokens, runs[i] as number, runs[i + 1] as number);
    this.names.set(last, name);
    return name;
  }
}

function isSuffix(tokens: Tokens, at: number): boolean {
  return SUFFIXES.has(tokens, at);
}

const BODY_NOUN_WORDS = wordSet([...BODY_WORDS].join(" "));
const SUFFIXES = wordSet("jr sr qc kc mp msp mep obe mbe cbe phd md esq");
const HONOURS = wordSet("qc kc mp msp mep obe mbe cbe phd md esq");
const DAY_NAMES = wordSet([...DAYS].join(" "));

/** Takes a registry and an offset; gives how many runs stand before it: the nearest has the index below. */
export function countBefore({ tokens }: TextDocument, { starts }: Registry, offset: number): number {
  const token = tokenAt(tokens, offset);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes a registry and an offset; gives the runs that stand before it, the nearest first, at most `most` of them. */
export function* runsBefore(
  document: TextDocument,
  registry: Registry,
  offset: number,
  most: number,
): Generator<Phrase> {
  const count = countBefore(document, registry, offset);
  for (let i = count - 1; i >= 0 && i >= count - most; i--) {
    yield { from: registry.starts[i] as number, to: registry.ends[i] as number };
  }
}

/** The token after the run of a name's words: capitals, initials, particles, and "of" inside a body's name. */
export function endOfRun(tokens: Tokens, from: number): number {
  let to = from + 1;
  while (to < tokens.count && to - from < LONGEST_RUN) {
    const next = nextInRun(tokens, to);
    if (next === to) break;
    to = next;
  }
  return to;
}

/** The index after the token or tokens that carry a name on from `at`; `at` where it ends there. */
function nextInRun(tokens: Tokens, at: number): number {
  const gap = tokens.gap[at] as number;
  if (gap > 1 || isOwner(tokens, at - 1)) return at;
  if (isCapital(tokens, at)) return DAY_NAMES.has(tokens, at) && !isAcronym(tokens, at) ? at : at + 1;
  const follows = isCapital(tokens, at + 1) && (tokens.gap[at + 1] as number) < 2;
  if (tokens.kind[at] === WORD) return follows || tokens.sign(at + 1) === "-" ? overWord(tokens, at, follows) : at;
  return follows && isInner(tokens, at) ? at + 2 : at;
}

/** "Al-Shabaab", "AT&T", "Col. Hale": a mark inside a name. */
function isInner(tokens: Tokens, at: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[at] as number);
  if (code === 0x2e) return isAbbreviationStop(tokens, at);
  return (code === 0x2d || code === 0x2f || code === 0x26) && tokens.gap[at + 1] === tokens.gap[at];
}

/** "Ursula von der Leyen", "the Avon and Somerset Police", "Ministry of Defence": a small word inside a name. */
function overWord(tokens: Tokens, at: number, follows: boolean): number {
  const lists = wordClass(tokens, at);
  if (lists & PARTICLE) {
    if (follows) return at + 2;
    return tokens.sign(at + 1) === "-" && isCapital(tokens, at + 2) ? at + 3 : at;
  }
  if (!follows || !(lists & (AND_OR | JOINER))) return at;
  const word = tokens.lower(at);
  const behindBody = (wordClass(tokens, at - 1) & BODY_WORD) !== 0;
  if (word === "and" && !behindBody && isCapital(tokens, at + 2) && tokens.lower(at - 2) === "the") return at + 2;
  return (word === "of" || word === "for") && behindBody ? at + 2 : at;
}

function personIn(tokens: Tokens, from: number, to: number): string | undefined {
  const start = afterTitles(tokens, from, to);
  if (to - start < 2 || isBodyName(tokens, start, to) || NOT_NAMES.has(tokens.lower(start))) return undefined;
  return personName(tokens, start, to);
}

/** Takes tokens and a person's name without titles; gives it in lower case, letters of office behind it left out ("Jess Phillips MP"). */
export function personName(tokens: Tokens, from: number, to: number): string {
  return nameOf(tokens, from, to - from > 1 && HONOURS.has(tokens, to - 1) ? to - 1 : to);
}

/** Takes tokens and the end of a run; gives the last name in lower case. */
export function lastNameOf(tokens: Tokens, to: number): string {
  const word = bare(tokens, to - 1);
  return isSuffix(tokens, to - 1) ? bare(tokens, to - 2) : word;
}

/** Takes a run of capitalised words; gives the index after the titles in it ("Democratic Senator Chris Coons" gives that of "Chris"). */
export function afterTitles(tokens: Tokens, from: number, to: number): number {
  let start = from;
  for (let at = from; at < to - 1; at++) {
    if (wordClass(tokens, at) & TITLE && !isSuffix(tokens, at + 1)) start = at + 1;
    if (start === at + 1 && tokens.sign(start) === ".") start++;
    if (start === at + 1 && tokens.sign(start) === "-" && wordClass(tokens, start + 1) & TITLE) start += 2;
  }
  start = Math.min(start, to - 1);
  return start > from && BODY_NOUN_WORDS.has(tokens, start) && OFFICES.has(tokens, start - 1) ? from : start;
}

/** Titles that begin the names of bodies too: "Health Ministry", "General Hospital". */
const OFFICES = wordSet(
  "general health home foreign defence defense interior finance education justice treasury press lead chief staff private saint",
);

/** "Ministry of Defence (MOD)". */
function addExpansion(tokens: Tokens, from: number, to: number, expansions: Map<string, string>): void {
  if (tokens.text.charCodeAt(tokens.start[to] as number) !== 0x28 || !isCapital(tokens, to + 1)) return;
  let close = to + 2;
  while (close < to + 6 && tokens.sign(close) !== ")") close++;
  if (tokens.sign(close) !== ")" || !isAcronym(tokens, to + 1)) return;
  const full = nameOf(tokens, from, to);
  expansions.set(nameOf(tokens, to + 1, close), full);
}

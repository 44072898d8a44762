import type { Article } from "../../corpus/types.ts";
import { compareKinds, isKnownPlace, isPerson, kindOf } from "../../extract/measures/index.ts";
import { bodyKey } from "../../extract/names/index.ts";
import { BODY_WORDS, MONTHS_AND_DAYS } from "../../extract/names/words.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, Passage } from "../../store/types.ts";
import { readDocument, type TextDocument } from "../../text/document.ts";
import { isPlural, singular, stem } from "../../text/stem.ts";
import { NUMBER, type Tokens, WORD } from "../../text/tokens.ts";
import { Recent } from "../recent.ts";

/** What a source names one by one, where the draft gives their number. */
export interface Enumeration {
  readonly source: string;
  readonly passage: Passage;
  /** The words that name them: "Jetstar and Virgin", "Both". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers that writers make by counting what a source lists. */
const FEWEST = 2;
const MOST = 12;
const MOST_TEXT = 20_000;

/** Takes a figure and the sources that may be about the same; gives the place where one lists just as many, `null` where none does. */
export function findEnumeration(figure: Figure, sources: readonly string[], store: CorpusStore): Enumeration | null {
  if (!isCountable(figure)) return null;
  for (const source of sources) {
    const found = enumeratedIn(figure, source, store);
    if (found) return found;
  }
  return null;
}

/** Takes a figure; says whether its number may be the writer's own count of a few things or people. */
export function isCountable({ dimension, low, high, vague, unit, measure }: Figure): boolean {
  if (dimension !== "count" || unit !== null || vague || low !== high || !Number.isInteger(low)) return false;
  return low >= FEWEST && low <= MOST && measure.head !== null;
}

function enumeratedIn(figure: Figure, source: string, store: CorpusStore): Enumeration | null {
  const article = store.article(source);
  if (article === null) return null;
  const document = documentOf(article);
  const { text } = document;
  const terms = new Set(figure.measure.terms);
  for (let at = 0; at < document.sentences.length; at++) {
    if (!isAbout(document, at, terms) && !isAbout(document, at - 1, terms)) continue;
    const span = listIn(document, at, figure);
    const passage = span && store.passageAt(source, span.start, span.end);
    if (span && passage) return { source, passage, text: text.slice(span.start, span.end), ...span };
  }
  return null;
}

function documentOf(article: Article): TextDocument {
  const known = knownDocuments.get(article);
  if (known !== undefined) return known;
  const made = readDocument(article.text.slice(0, MOST_TEXT));
  knownDocuments.set(article, made);
  return made;
}

/** The figures of a paragraph are looked for in the same few sources. */
const knownDocuments = new Recent<Article, TextDocument>(6);

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangeOf(document: TextDocument, sentence: number): readonly [from: number, to: number] {
  return [document.sentenceTokens[sentence] ?? 0, document.sentenceTokens[sentence + 1] ?? document.tokens.count];
}

function isAbout(document: TextDocument, sentence: number, terms: ReadonlySet<string>): boolean {
  if (sentence < 0) return false;
  const [from, to] = rangeOf(document, sentence);
  for (let at = from; at < to; at++)
    if (document.tokens.kind[at] === WORD && terms.has(stem(document.tokens.lower(at)))) return true;
  return false;
}

function listIn(document: TextDocument, sentence: number, figure: Figure): Range | null {
  const { tokens } = document;
  const [from, to] = rangeOf(document, sentence);
  return (
    (isNamed(document, sentence, figure) ? wordFor(tokens, from, to, figure.low) : null) ??
    agesIn(tokens, from, to, figure) ??
    namesIn(tokens, from, to, figure) ??
    labelsIn(tokens, from, to, figure)
  );
}

/** The things or people that the draft counts are named there, or just before. */
function isNamed(document: TextDocument, sentence: number, { measure: { head } }: Figure): boolean {
  const [from] = rangeOf(document, Math.max(0, sentence - 1));
  const [, to] = rangeOf(document, sentence);
  for (let at = from; at < to; at++) {
    const word = singular(document.tokens.lower(at));
    if (head !== null && (word === head || (isPerson(word) && isPerson(head)) || compareKinds(word, head) === "same"))
      return true;
  }
  return false;
}

/** Words that say how many there are. */
const NUMBER_NOUNS: Readonly<Record<number, string>> = {
  2: "both pair duo couple twins twin brothers sisters",
  3: "trio triplets",
  4: "quartet",
  5: "quintet",
};

function wordFor(tokens: Tokens, from: number, to: number, count: number): Range | null {
  const words = NUMBER_NOUNS[count]?.split(" ") ?? [];
  for (let at = from; at < to; at++)
    if (words.includes(tokens.lower(at)) && !isBothAnd(tokens, at)) return spanOf(tokens, at, at + 1);
  return null;
}

/** "a couple of" counts nothing, and "in both Iraq and Syria" only what it names. */
function isBothAnd(tokens: Tokens, at: number): boolean {
  if (tokens.lower(at) === "couple") return tokens.lower(at + 1) === "of";
  return tokens.lower(at) === "both" && isCapital(tokens, at + 1) && !isCapital(tokens, at);
}

/** Ages, one for each person: "aged 13 and 14", "a 23-year-old woman and a 33-year-old man". */
function agesIn(tokens: Tokens, from: number, to: number, { low, measure }: Figure): Range | null {
  if (measure.head === null || !isPerson(measure.head)) return null;
  let first = -1;
  let last = -1;
  let count = 0;
  for (let at = from; at < to; at++) {
    if (!isAge(tokens, at)) continue;
    if (first < 0) first = at;
    last = at;
    count++;
  }
  return count === low ? spanOf(tokens, first, last + 1) : null;
}

function isAge(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== NUMBER || !/^\d{1,2}$/.test(tokens.raw(at))) return false;
  if (tokens.lower(at + 1) === "-" && tokens.lower(at + 2) === "year") return true;
  if (tokens.lower(at - 1) === "," && /^[,.;)]$/.test(tokens.lower(at + 1)) && isCapital(tokens, at - 2)) return true;
  for (let back = at - 1; back > at - 8; back--) {
    if (tokens.lower(back) === "aged") return true;
    if (tokens.kind[back] === WORD && !/^(?:and|others?|the|respectively)$/.test(tokens.lower(back))) return false;
  }
  return false;
}

/** Names in a row: "Monarch, easyJet, Thomson Airways and Thomas Cook Airlines". */
function namesIn(tokens: Tokens, from: number, to: number, { low: count, measure }: Figure): Range | null {
  if (measure.head === null || UNNAMED.has(kindOf(measure.head) ?? measure.head)) return null;
  const people = isPerson(measure.head);
  for (let at = from; at < to; at++) {
    if (!isCapital(tokens, at) || isCapital(tokens, at - 1)) continue;
    const row = readRow(tokens, at, to);
    if (row.count === count && row.closed && !isDates(tokens, at) && !(people && isNoPerson(tokens, at, to)))
      return spanOf(tokens, at, row.end);
    at = Math.max(at, row.end - 1);
  }
  return null;
}

/** Kinds, and words without one, that go by no name of their own. */
const UNNAMED = new Set(
  "attack strike allegation study job win loss thing change reason way question time day week month year night hour minute case incident count charge nomination vote part percent point goal step room seat car round".split(
    " ",
  ),
);

/** "June and October". */
function isDates(tokens: Tokens, at: number): boolean {
  return MONTHS_AND_DAYS.has(tokens.lower(at));
}

/** "US, UK and French", "Amnesty International and Airwars": states and bodies, no people. */
function isNoPerson(tokens: Tokens, at: number, to: number): boolean {
  const end = endOfName(tokens, at, to);
  const name = tokens.text.slice(tokens.start[at], tokens.end[end - 1]).toLowerCase();
  if (isKnownPlace(name) || /^\p{Lu}+$/u.test(tokens.raw(at))) return true;
  return bodyKey(name) !== undefined || BODY_WORDS.has(tokens.lower(end - 1));
}

function readRow(tokens: Tokens, start: number, to: number): { count: number; end: number; closed: boolean } {
  let count = 1;
  let end = endOfName(tokens, start, to);
  let closed = false;
  for (;;) {
    const link = endOfLink(tokens, end, to);
    const name = link === null ? -1 : nameAt(tokens, link.next);
    if (link === null || name < 0) return { count, end, closed };
    count++;
    closed ||= link.last;
    end = endOfName(tokens, name, to);
    if (link.last) return { count, end, closed };
  }
}

function endOfName(tokens: Tokens, start: number, to: number): number {
  let at = start + 1;
  while (
    at < to &&
    tokens.kind[at] === WORD &&
    (isCapital(tokens, at) ||
      (/^(?:of|de|la|the|for|al|bin|van|von)$/.test(tokens.lower(at)) && isCapital(tokens, at + 1)))
  )
    at++;
  return at;
}

/** Between two names: ", 31," or a comma; "and", "as well as", "&" before the last. */
function endOfLink(tokens: Tokens, end: number, to: number): { next: number; last: boolean } | null {
  let at = end;
  if (tokens.lower(at) === "," && isAgeWord(tokens, at + 1)) at += 2;
  const comma = tokens.lower(at) === ",";
  if (comma) at++;
  if (/^(?:and|&)$/.test(tokens.lower(at))) return { next: at + 1, last: true };
  if (tokens.lower(at) === "as" && tokens.lower(at + 1) === "well") return { next: at + 3, last: false };
  return comma && at < to ? { next: at, last: false } : null;
}

function isAgeWord(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === NUMBER) return true;
  return (
    /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(tokens.lower(at)) &&
    /^(?:,|and)$/.test(tokens.lower(at + 1))
  );
}

/** Labels in a row after a noun: "Studios 1, 2 and 3". */
function labelsIn(tokens: Tokens, from: number, to: number, { low, measure }: Figure): Range | null {
  for (let at = from; at < to - 2; at++) {
    if (tokens.kind[at] !== WORD || singular(tokens.lower(at)) !== measure.head || tokens.kind[at + 1] !== NUMBER)
      continue;
    let end = at + 2;
    let count = 1;
    while (/^(?:,|and|&)$/.test(tokens.lower(end)) && tokens.kind[end + 1] === NUMBER) {
      count++;
      end += 2;
    }
    if (count === low) return spanOf(tokens, at, end);
  }
  return null;
}

/** A name, or one word and a name: "automakers Honda". */
function nameAt(tokens: Tokens, at: number): number {
  if (isName(tokens, at)) return at;
  return tokens.kind[at] === WORD && isPlural(tokens.lower(at)) && isCapital(tokens, at + 1) ? at + 1 : -1;
}

function isName(tokens: Tokens, at: number): boolean {
  return isCapital(tokens, at) || /^\p{Ll}+\p{Lu}/u.test(tokens.raw(at));
}

function isCapital(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === WORD && /^\p{Lu}/u.test(tokens.raw(at));
}

function spanOf(tokens: Tokens, from: number, to: number): Range {
  return { start: tokens.start[from] as number, end: tokens.end[Math.min(to, tokens.count) - 1] as number };
}

import { WordMemo, wordSet } from "../../text/lexicon.ts";
import { isPlural, singular } from "../../text/stem.ts";
import { JOINED, MARK, type Tokens, WORD } from "../../text/tokens.ts";
import { isBare } from "./bare.ts";
import { CONTAINERS, ENDS, IS_FUNCTION, IS_UNIT, MAY_LEAD, POINTS_BACK, phraseClass } from "./lexicon.ts";
import { type FigureTokens, figureBefore, isCapital, type SentenceView } from "./sentence.ts";

/** The noun phrase that a figure counts, as tokens and lemmas. */
export interface CountedPhrase {
  /** First token of the phrase and the one after its last; equal where there is none. */
  readonly start: number;
  readonly end: number;
  readonly head: string | null;
  readonly modifiers: readonly string[];
  /** The token after the figure's unit ("years", "square feet"); the one after the figure where it has none. */
  readonly unit: number;
  /** True where the text points back for the thing counted ("three of them", "the other 43"). */
  readonly points: boolean;
  /** True where it is a part of what was counted before ("12 of them children"): what befell the whole befell the part. */
  readonly part: boolean;
}

const LONGEST = 7;

/** Takes a sentence and one of its figures; gives the noun phrase after it, or else the noun before it that it is said of ("a death toll of 34"). A date counts nothing. */
export function readPhrase(view: SentenceView, at: number): CountedPhrase {
  const figure = view.figures[at] as FigureTokens;
  const limit = Math.min(view.figures[at + 1]?.begin ?? view.to, view.to);
  const unit = skipUnit(view.tokens, figure, limit);
  const phrase = figure.quantity.dimension === "date" ? nothing(figure.next) : phraseOf(view, at, unit, limit);
  phrase.unit = unit;
  return phrase;
}

function phraseOf(view: SentenceView, at: number, unit: number, limit: number): Phrase {
  return agedPhrase(view, at) ?? partPhrase(view, at) ?? phraseAfter(view, at, unit, limit);
}

/** "two 20-year-old men": what the age is of is what the number counts. */
function agedPhrase(view: SentenceView, at: number): Phrase | null {
  const next = view.figures[at + 1];
  const { next: end, quantity } = view.figures[at] as FigureTokens;
  if (next?.first !== end || quantity.dimension !== "count" || next.quantity.dimension !== "duration") return null;
  const limit = Math.min(view.figures[at + 2]?.begin ?? view.to, view.to);
  return phraseAfter(view, at, skipUnit(view.tokens, next, limit), limit);
}

const OF_WHOSE = wordSet("the its their his her our these those");

/** "two of the town's three hospitals": the part counts what the whole does. */
function partPhrase(view: SentenceView, at: number): Phrase | null {
  const { tokens, figures, to } = view;
  const { next, quantity } = figures[at] as FigureTokens;
  const whole = figures[at + 1];
  if (!whole || quantity.dimension !== "count" || whole.quantity.dimension !== "count" || tokens.lower(next) !== "of")
    return null;
  for (let token = next + 1; token < whole.begin; token++)
    if (!OF_WHOSE.has(tokens, token) && !isPossessive(tokens, token)) return null;
  if (whole.begin > next + 4) return null;
  return phraseAfter(view, at + 1, whole.next, Math.min(figures[at + 2]?.begin ?? to, to));
}

function isPossessive(tokens: Tokens, token: number): boolean {
  return /['’]s?$/.test(tokens.lower(token)) || /^['’]s?$/.test(tokens.lower(token + 1));
}

/** A phrase while it is read. */
type Phrase = { -readonly [K in keyof CountedPhrase]: CountedPhrase[K] };

/** No thing counted, at a token. */
function nothing(token: number, part = false, points = false): Phrase {
  return { start: token, end: token, head: null, modifiers: NO_MODIFIERS, unit: token, points, part };
}

const NO_MODIFIERS: readonly string[] = [];

function phraseAfter(view: SentenceView, at: number, from: number, limit: number): Phrase {
  const figure = view.figures[at] as FigureTokens;
  const { token, part } = skipLead(view.tokens, from, limit);
  const end = endOfPhrase(view.tokens, token, limit);
  const other = OTHERS.has(view.tokens, figure.begin - 1);
  if (isNameAfterUnit(view.tokens, figure, token) || isDeedOfShare(view.tokens, figure, token, end))
    return nothing(token);
  if (end > token && !isAdjective(view.tokens, token, end, figure)) {
    const built = build(view.tokens, token, withComplement(view.tokens, token, end, limit), end);
    if (built.head === "one" && ONES.has(view.tokens, built.end - 1)) return nothing(token, part, true);
    built.part = part;
    built.points = part || other;
    return built;
  }
  const told = part ? nounBefore(view, at) : null;
  if (told !== null) return told;
  if (part || other || MORE.has(view.tokens, figure.begin - 1)) return nothing(token, part, true);
  return phraseBefore(view, at) ?? nothing(token, false, end > token || isBare(view, at));
}

/** "For two years Amnesty and Airwars investigated": a name that opens the clause proper is no thing that lasts, nor is "18 months of researching deaths" a length of deaths. */
function isNameAfterUnit(tokens: Tokens, { quantity }: FigureTokens, token: number): boolean {
  if (quantity.dimension !== "duration") return false;
  if (tokens.lower(token - 1) === "of" && tokens.lower(token).endsWith("ing")) return true;
  if (!isCapital(tokens, token)) return false;
  return (phraseClass(tokens, token - 1) & IS_UNIT) !== 0 || token === 0;
}

const OBJECTS = wordSet("the a an it them him her this that these those their his its");

/** "44 percent support the plan", "one in four backs it": what so many do is not what they are. */
function isDeedOfShare(tokens: Tokens, { quantity, next }: FigureTokens, token: number, end: number): boolean {
  if (quantity.dimension !== "percent" && quantity.dimension !== "fraction") return false;
  if (token !== next) return false;
  for (let at = token + 1; at <= end; at++) if (OBJECTS.has(tokens, at)) return true;
  return false;
}

/** "found 11 credible": one word that tells of what was counted before. */
function isAdjective(tokens: Tokens, start: number, end: number, { quantity }: FigureTokens): boolean {
  if (end - start !== 1 || quantity.dimension !== "count" || quantity.high < 2) return false;
  return NOUNS.at(tokens, start).adjective && tokens.lower(end) !== "-" && !/[a-z]/.test(tokens.lower(end).charAt(0));
}

/** "seven new ones": more of what was counted before. */
const ONES = wordSet("ones");

/** "then a further 300 to operate it": more of the same. */
const MORE = wordSet("further another additional extra");
const OTHERS = wordSet("other others remaining rest");

/** Steps over the unit of a duration or a measure, "-year-old", "square feet", which is no thing counted. */
function skipUnit(tokens: Tokens, { quantity, next }: FigureTokens, limit: number): number {
  if (quantity.dimension !== "duration" && quantity.dimension !== "measure") return next;
  let token = next;
  while (token < limit && token < next + 6 && isOfUnit(tokens, token)) token++;
  return token;
}

function isOfUnit(tokens: Tokens, token: number): boolean {
  return (phraseClass(tokens, token) & IS_UNIT) !== 0 || isJoinedHyphen(tokens, token);
}

function isJoinedHyphen(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === MARK && tokens.gap[at] === JOINED && tokens.sign(at) === "-";
}

/** Steps over "of the", "more", "-", "of them" between a number and its noun. */
function skipLead(tokens: Tokens, from: number, limit: number): { token: number; part: boolean } {
  let token = from;
  let part = false;
  while (token < limit && token < from + 6) {
    if (phraseClass(tokens, token + 1) & POINTS_BACK && tokens.lower(token) === "of") {
      part = !startsNoun(tokens, token + 2) || WHOLES.has(tokens, token + 1);
      token += 2;
      continue;
    }
    if (!(phraseClass(tokens, token) & MAY_LEAD) && !isJoinedHyphen(tokens, token)) break;
    token++;
  }
  return { token, part };
}

const WHOLES = wordSet("them whom which");

function startsNoun(tokens: Tokens, token: number): boolean {
  return tokens.kind[token] === WORD && !(phraseClass(tokens, token) & (ENDS | IS_FUNCTION));
}

function endOfPhrase(tokens: Tokens, from: number, limit: number): number {
  let at = from;
  let most = LONGEST;
  for (; at < limit && at < from + most; at++) {
    if (tokens.kind[at] === MARK) {
      if (listsNames(tokens, at)) {
        most += 2;
        continue;
      }
      if (!isJoinedHyphen(tokens, at) || at === from || tokens.gap[at + 1] !== JOINED) break;
      continue;
    }
    if (joinsNames(tokens, at) || (tokens.lower(at) === "and" && listsNames(tokens, at - 1))) continue;
    if (tokens.kind[at] !== WORD || phraseClass(tokens, at) & ENDS || OF.has(tokens, at)) break;
    if (at > from && (endsNoun(tokens, at) || isPredicate(tokens, at, limit))) break;
  }
  return at > from && tokens.lower(at - 1) === "-" ? at - 1 : at;
}

const OF = wordSet("of");

/** "three Avon and Somerset police constables": names in a row before the noun. */
function joinsNames(tokens: Tokens, at: number, before = at - 1): boolean {
  if (!isCapital(tokens, before) || !isCapital(tokens, at + 1) || tokens.lower(at) !== "and") return false;
  return tokens.kind[at + 2] === WORD && !isCapital(tokens, at + 2) && !(phraseClass(tokens, at + 2) & ENDS);
}

/** "US, UK and French air strikes": the comma of such a row. */
function listsNames(tokens: Tokens, at: number): boolean {
  if (!COMMA.test(tokens.raw(at)) || !isCapital(tokens, at - 1)) return false;
  if (tokens.lower(at + 1) === "and") return joinsNames(tokens, at + 1, at - 1);
  if (!isCapital(tokens, at + 1)) return false;
  return joinsNames(tokens, at + 2) || listsNames(tokens, at + 2);
}

const COMMA = /^,$/;

/** After a plural ("civilians") only another plural or a joined part goes on. */
function endsNoun(tokens: Tokens, at: number): boolean {
  if (tokens.gap[at] === JOINED) return false;
  return NOUNS.at(tokens, at - 1).plural && !(NOUNS.at(tokens, at).plural && !tokens.lower(at).endsWith("ed"));
}

const NOUNS = new WordMemo((word) => ({
  plural: isPlural(word),
  singular: singular(word),
  /** Has the form of a participle, or of an adjective. */
  participle: word.length > 3 && /(?:ed|ing|dead)$/.test(word),
  adjective: /(?:ible|able|ive|ous|ful|less|ic|ed|ant|ent|al)$/.test(word),
}));

/** Plural nouns and verbs in one: "30 percent of the city lies in ruins". */
const LIES = wordSet("lies lie");

/** "injured", "missing", "lies" after a noun: what is said of it, no part of it, unless a noun follows ("wounded soldiers"). */
function isPredicate(tokens: Tokens, at: number, limit: number): boolean {
  if (!NOUNS.at(tokens, at).participle && !LIES.has(tokens, at)) return false;
  const next = at + 1;
  return (
    next >= limit ||
    tokens.kind[next] !== WORD ||
    (phraseClass(tokens, next) & (ENDS | IS_FUNCTION)) !== 0 ||
    OF.has(tokens, next)
  );
}

/** "cases of cholera", "tonnes of flour": the complement belongs to a container noun. */
function withComplement(tokens: Tokens, start: number, end: number, limit: number): number {
  if (!OF.has(tokens, end) || !(end - start === 1 || CONTAINERS.has(NOUNS.at(tokens, end - 1).singular))) return end;
  let from = end + 1;
  while (from < limit && ARTICLES.has(tokens, from)) from++;
  const complement = endOfPhrase(tokens, from, limit);
  return complement > from ? complement : end;
}

const ARTICLES = wordSet("the a an its their his her this these");

function build(tokens: Tokens, start: number, end: number, headEnd: number): Phrase {
  const lemmas: string[] = [];
  let head: string | null = null;
  for (let at = start; at < end; at++) {
    if (tokens.kind[at] !== WORD) continue;
    if (at === headEnd - 1) head = NOUNS.at(tokens, at).singular;
    else if (!(phraseClass(tokens, at) & IS_FUNCTION)) lemmas.push(NOUNS.at(tokens, at).singular);
  }
  return { start, end, head, modifiers: lemmas, unit: end, points: false, part: false };
}

const LINKS = wordSet(
  "of to at is was were are be as reached reaches hit stood stands rose risen fell fallen climbed jumped totalled totaled numbered from by up about",
);
const BEFORE_LINKS = wordSet("the a an has have had been at least most now");

/** "Soldiers, 1,850 of them, were sent": the plural that opens the sentence or its clause, a comma behind it, is what is counted. */
function nounBefore(view: SentenceView, at: number): Phrase | null {
  const { tokens, from } = view;
  const noun = (view.figures[at] as FigureTokens).begin - 2;
  if (noun < from || tokens.lower(noun + 1) !== "," || !isPlural(tokens.lower(noun))) return null;
  if (noun > from && (!isCapital(tokens, noun - 1) || noun - 1 > from) && tokens.lower(noun - 1) !== ",") return null;
  const built = build(tokens, noun, noun + 1, noun + 1);
  built.start = noun + 2;
  built.end = noun + 2;
  return built;
}

/** "back to zero", "close to 40": how a number is come to, not what it is of. */
const WAYS = wordSet("back close closer near nearer due next according thanks prior compared forward home");

/** "a death toll of 34", "the toll rose to 34": the noun before a bare number, past the words that link them. */
function phraseBefore(view: SentenceView, at: number): Phrase | null {
  const { tokens, from } = view;
  let token = (view.figures[at] as FigureTokens).begin - 1;
  const floor = Math.max(from, figureBefore(view, at)?.next ?? from, token - 6);
  if (token < floor || !LINKS.has(tokens, token)) return null;
  while (token >= floor && (LINKS.has(tokens, token) || BEFORE_LINKS.has(tokens, token))) token--;
  if (
    token < floor ||
    !isContent(tokens, token) ||
    isCapital(tokens, token) ||
    WAYS.has(tokens, token) ||
    HAVE.has(tokens, token - 1)
  )
    return null;
  let start = token;
  while (start > floor && isContent(tokens, start - 1) && tokens.gap[start] !== JOINED) start--;
  return build(tokens, start, token + 1, token + 1);
}

/** "have voted by 87 percent": no noun. */
const HAVE = wordSet("have has had");

function isContent(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === WORD && !(phraseClass(tokens, at) & (ENDS | IS_FUNCTION));
}

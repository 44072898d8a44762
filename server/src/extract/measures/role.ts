import { wordSet } from "../../text/lexicon.ts";
import { JOINED, MARK, type Tokens, WORD } from "../../text/tokens.ts";
import type { Quantity, Role } from "../types.ts";
import { CHANGES, DEGREES, MOVES, PUSHES, type Sense } from "./changes.ts";
import { TELLS_CHANGE, TELLS_HAD } from "./content.ts";
import type { CountedPhrase } from "./phrase.ts";
import { type FigureTokens, figureBefore, isCapital, opensClause, type SentenceView } from "./sentence.ts";

/** "up" and "down" after these are parts of a verb: "makes up 40 percent", "shot down two". */
const PHRASAL = wordSet(
  `make makes made making set sets setting give gives gave given giving blow blows blew blown pick picks picked round rounds rounded open opens opened end ends ended use uses
  used take takes took taken taking break breaks broke broken hold holds held line lined turn turns turned come comes came go goes went shut shuts shot shoot gun gunned put
  puts sign signed track tracked hand handed lay laid tear tore knock knocked burn burned burnt mow mowed team buy buys bought eat eats ate speed split splits`,
);
const STEPS_OVER = wordSet(
  "by a an another further about some just only around another nearly almost roughly over more than",
);
const COMPARED = wordSet("compared comparison");
const EARLIER = wordSet("earlier ago previously previous prior last before preceding");
const SPANS = wordSet("for over during after within throughout");
const REACH = 10;
const YEARS_OLD = wordSet("old aged age");
const AGE = wordSet("age");
const OF = wordSet("of");
const HAD = wordSet("had");

/** Takes a sentence, one of its figures, what it counts and the role of the figure before it; gives what part the figure plays in what is told, `null` for none of these. */
export function readRole(view: SentenceView, at: number, phrase: CountedPhrase, before: Role | null): Role | null {
  const figure = view.figures[at] as FigureTokens;
  const { dimension } = figure.quantity;
  if (dimension === "date" || dimension === "ordinal") return null;
  if (dimension === "duration" || dimension === "count") {
    const role = ageOrSpan(view, figure) ?? scoreOf(view, at);
    if (role) return role;
  }
  const role = changeBefore(view, at, before) ?? changeAfter(view, figure, phrase);
  return role ?? (figure.begin > view.from && hadBefore(view, figure.begin) ? "past" : null);
}

function ageOrSpan({ tokens, to }: SentenceView, { quantity, begin, next }: FigureTokens): Role | null {
  if (YEARS_OLD.has(tokens, begin - 1)) return "age";
  if (OF.has(tokens, begin - 1) && AGE.has(tokens, begin - 2)) return "age";
  if (quantity.dimension === "duration" && quantity.unit === "year") {
    for (let at = next; at < Math.min(next + 4, to); at++) if (tokens.lower(at) === "old") return "age";
  }
  if (quantity.high < 120 && (isApposed(tokens, begin, next) || isBareYears(tokens, quantity, next))) return "age";
  return quantity.dimension === "duration" && next > begin && SPANS.has(tokens, begin - 1) ? "span" : null;
}

const YEARS = wordSet("year years yr yrs");

/** "He was 43": years that no word calls so are somebody's age. */
function isBareYears(tokens: Tokens, { dimension, unit, text }: Quantity, next: number): boolean {
  return (
    dimension === "duration" &&
    unit === "year" &&
    /^\d+$/.test(text) &&
    !YEARS.has(tokens, next) &&
    tokens.lower(next) !== "-"
  );
}

/** "Luka Brandt, 58, who": a bare number between commas behind a name. */
function isApposed(tokens: Tokens, begin: number, next: number): boolean {
  if (next - begin !== 1 || !isCapital(tokens, begin - 2) || tokens.lower(begin - 1) !== ",") return false;
  return next >= tokens.count || (tokens.kind[next] === MARK && /^[,.;)]$/.test(tokens.lower(next)));
}

const MOST_POINTS = 200;

/** "3-1": two numbers joined, which are no range; "Robertson 3-5 Ali Carter", between names, which reads as one. */
function scoreOf(view: SentenceView, at: number): Role | null {
  const { tokens, figures } = view;
  const figure = figures[at] as FigureTokens;
  const { quantity, first, next } = figure;
  if (quantity.low !== quantity.high && /^\d{1,2}[-–]\d{1,2}$/.test(quantity.text))
    return isCapital(tokens, first - 1) && isCapital(tokens, next) ? "score" : null;
  const scored = areJoined(tokens, figure, figures[at + 1]) || areJoined(tokens, figureBefore(view, at), figure);
  return scored ? "score" : null;
}

function areJoined(tokens: Tokens, one: FigureTokens | undefined, other: FigureTokens | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    other.first === one.next + 1 &&
    /^[-–]$/.test(tokens.lower(one.next)) &&
    tokens.gap[one.next] === JOINED &&
    Math.max(one.quantity.high, other.quantity.high) < MOST_POINTS &&
    one.quantity.dimension === "count" &&
    other.quantity.dimension === "count"
  );
}

/** What stands before the figure: "rose 7%", "up from", "fell to", "an increase of", "compared with". */
function changeBefore(view: SentenceView, at: number, before: Role | null): Role | null {
  const { tokens, from, figures } = view;
  const { begin, quantity } = figures[at] as FigureTokens;
  if (begin <= from) return null;
  const last = tokens.lower(begin - 1);
  if (last === "or" && begin - 2 <= (figureBefore(view, at)?.next ?? -9) + 3) return before;
  if (last === "to" && COMPARED.has(tokens, begin - 2)) return isEarlier(view, begin) ? "before" : null;
  if (last === "to") return moveBefore(view, begin - 2) ? "level" : null;
  if (last === "from") return moveBefore(view, begin - 2) ? "before" : null;
  if (last === "with" && COMPARED.has(tokens, begin - 2))
    return isEarlier(view, begin) || isAloneBehind(view, at) ? "before" : null;
  if (last === "against") return isEarlier(view, begin) ? "before" : null;
  if (last === "of") return CHANGES.find(tokens, begin - 2) ?? null;
  return senseBefore(view, begin, isShare(quantity.dimension));
}

function isShare(dimension: string): boolean {
  return dimension === "percent" || dimension === "fraction" || dimension === "money";
}

function senseBefore({ tokens, from, bits }: SentenceView, begin: number, share: boolean): Sense | null {
  if (!(bits & TELLS_CHANGE)) return null;
  let token = begin - 1;
  let by = false;
  while (token > from && token > begin - 5 && (STEPS_OVER.has(tokens, token) || tokens.lower(token).endsWith("ly"))) {
    by ||= tokens.lower(token) === "by";
    token--;
  }
  const moved = MOVES.find(tokens, token);
  if (moved) return isParticle(tokens, token) && PHRASAL.has(tokens, token - 1) ? null : moved;
  return (share || by ? PUSHES.find(tokens, token) : null) ?? (by ? pushedBy(tokens, token, from) : null);
}

/** "cut emissions by 20%": the verb stands before what is cut. */
function pushedBy(tokens: Tokens, start: number, from: number): Sense | null {
  for (let token = start - 1; token >= Math.max(from, start - 5); token--) {
    const sense = PUSHES.find(tokens, token) ?? MOVES.find(tokens, token);
    if (sense) return sense;
  }
  return null;
}

function isParticle(tokens: Tokens, at: number): boolean {
  return /^(?:up|down)$/.test(tokens.lower(at));
}

/** Something moves, in the words of the clause before. */
function moveBefore(view: SentenceView, start: number): boolean {
  const { tokens, from } = view;
  if (!(view.bits & TELLS_CHANGE)) return false;
  for (let token = start; token >= Math.max(from, start - REACH); token--) {
    if (tokens.lower(token) === ";") return false;
    const moved = MOVES.find(tokens, token) ?? PUSHES.find(tokens, token);
    if (moved && !(isParticle(tokens, token) && PHRASAL.has(tokens, token - 1))) return true;
    if (opensClause(view, token)) return false;
  }
  return false;
}

const YEAR = /^(?:19|20)\d\d$/;

/** "… a year earlier", "… in 2019": what is compared with is of another time, not of another one. */
function isEarlier({ tokens, to }: SentenceView, begin: number): boolean {
  for (let token = begin; token < Math.min(to, begin + REACH + 6); token++) {
    if (EARLIER.has(tokens, token)) return true;
    if (token < begin + REACH && tokens.lower(token - 1) === "in" && YEAR.test(tokens.raw(token))) return true;
  }
  return false;
}

/** "… was 38, compared with 44.": nothing else is named that the second number could be of. */
function isAloneBehind({ tokens, to, figures }: SentenceView, at: number): boolean {
  const { next, quantity } = figures[at] as FigureTokens;
  const before = figures[at - 1]?.quantity;
  if (before?.dimension !== quantity.dimension || before.unit !== quantity.unit) return false;
  return next >= to || (tokens.kind[next] === MARK && /^[.;,]$/.test(tokens.lower(next)));
}

/** "turnout had been 58.9 percent" */
function hadBefore({ tokens, from, bits }: SentenceView, begin: number): boolean {
  if (!(bits & TELLS_HAD)) return false;
  for (let token = begin - 1; token >= Math.max(from, begin - 4); token--) {
    if (HAD.has(tokens, token)) return true;
  }
  return false;
}

/** What stands behind the figure: "a 6 percent drop", "12 percent higher", "3,300 fewer than". */
function changeAfter(
  { tokens, to, bits }: SentenceView,
  { next, quantity }: FigureTokens,
  phrase: CountedPhrase,
): Role | null {
  if (!(bits & TELLS_CHANGE) && Math.max(next, phrase.end, phrase.unit) < to) return null;
  if (phrase.end > phrase.start && phrase.end <= to) {
    const sense = isShare(quantity.dimension) ? CHANGES.find(tokens, phrase.end - 1) : undefined;
    if (sense) return sense;
  }
  const at = phrase.end > phrase.start ? phrase.end : Math.max(next, phrase.unit);
  const sense = DEGREES.find(tokens, next) ?? DEGREES.find(tokens, at);
  if (!sense || tokens.kind[next] !== WORD) return null;
  const reach = Math.min(to, at + 3);
  for (let token = next + 1; token < reach; token++) if (tokens.lower(token) === "than") return sense;
  if (quantity.dimension === "count") return DEGREES.find(tokens, next) === "fall" ? sense : null;
  if (quantity.dimension === "money") return at + 1 >= to || tokens.kind[at + 1] === MARK ? sense : null;
  return isShare(quantity.dimension) && !isDegreeOf(tokens, next) ? sense : null;
}

/** "5 percent more people voted": more of them, in a share; "5 percent up", "lower". */
function isDegreeOf(tokens: Tokens, at: number): boolean {
  return /^(?:down|up)$/.test(tokens.lower(at)) && tokens.kind[at + 1] === WORD;
}

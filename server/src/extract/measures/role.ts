import { Lexicon, wordSet } from "../../text/lexicon.ts";
import { JOINED, MARK, type Tokens, WORD } from "../../text/tokens.ts";
import type { Role } from "../types.ts";
import type { CountedPhrase } from "./phrase.ts";
import { type FigureTokens, isCapital, opensClause, type SentenceView } from "./sentence.ts";

type Sense = "rise" | "fall";

function senses(rows: Readonly<Record<Sense, string>>): Lexicon<Sense> {
  return new Lexicon(
    Object.entries(rows).flatMap(([sense, words]) =>
      words.split(/\s+/).map((word): [string, Sense] => [word, sense as Sense]),
    ),
  );
}

/** What rises and falls by itself: the figure after it is how far. */
const MOVES = senses({
  rise: `rise rises rose risen rising climb climbs climbed climbing grow grows grew grown growing jump jumps jumped jumping surge surges surged surging soar soars
  soared soaring increase increases increased increasing rocketed swelled swollen rallied rebounded accelerated up`,
  fall: `fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing slip slips slipped
  slipping slide slides slid sliding plunge plunges plunged plunging tumble tumbles tumbled tumbling shrink shrinks shrank shrunk shrinking sink sinks sank sunk
  slump slumps slumped slumping dip dips dipped contracted eased dwindled down`,
});

/** What somebody does to something: only a share after it, or an amount after "by", is how far. */
const PUSHES = senses({
  rise: "raise raises raised raising gain gains gained gaining add adds added adding advance advances advanced boost boosts boosted lift lifts lifted expand expands expanded hike hiked",
  fall: "cut cuts cutting reduce reduces reduced reducing lose loses lost losing shed sheds lower lowers lowered slash slashes slashed trim trims trimmed",
});

/** "an increase of 10%", "a 6 percent drop". */
const CHANGES = senses({
  rise: "rise rises increase increases gain gains growth jump surge hike upturn uptick raise boost",
  fall: "fall falls drop drops decline declines decrease decreases cut cuts reduction reductions dip slump slide loss losses contraction plunge fewer",
});

/** "12 percent higher", "3,300 fewer than in January". */
const DEGREES = senses({ rise: "more higher up greater", fall: "fewer less lower down" });

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
const YEARS_OLD = new Set(["old", "aged", "age"]);

/** Takes a sentence, one of its figures, what it counts and the role of the figure before it; gives what part the figure plays in what is told, `null` for none of these. */
export function readRole(view: SentenceView, at: number, phrase: CountedPhrase, before: Role | null): Role | null {
  const figure = view.figures[at] as FigureTokens;
  const { dimension } = figure.quantity;
  if (dimension === "date" || dimension === "ordinal") return null;
  if (dimension === "duration" || dimension === "count") {
    const role = ageOrSpan(view, figure) ?? scoreOf(view, at);
    if (role) return role;
  }
  return changeBefore(view, at, before) ?? changeAfter(view, figure, phrase);
}

function ageOrSpan({ tokens, to }: SentenceView, { quantity, begin, next }: FigureTokens): Role | null {
  if (YEARS_OLD.has(tokens.lower(begin - 1))) return "age";
  if (tokens.lower(begin - 1) === "of" && tokens.lower(begin - 2) === "age") return "age";
  if (quantity.dimension === "duration" && quantity.unit === "year") {
    for (let at = next; at < Math.min(next + 4, to); at++) if (tokens.lower(at) === "old") return "age";
  }
  if (isApposed(tokens, begin, next) && quantity.high < 120) return "age";
  return quantity.dimension === "duration" && next > begin && SPANS.has(tokens, begin - 1) ? "span" : null;
}

/** "Luka Brandt, 58, who": a bare number between commas behind a name. */
function isApposed(tokens: Tokens, begin: number, next: number): boolean {
  if (next - begin !== 1 || tokens.lower(begin - 1) !== "," || !isCapital(tokens, begin - 2)) return false;
  return next >= tokens.count || (tokens.kind[next] === MARK && /^[,.;)]$/.test(tokens.lower(next)));
}

const MOST_POINTS = 200;

/** "3-1": two numbers joined, which are no range; "Robertson 3-5 Ali Carter", between names, which reads as one. */
function scoreOf({ tokens, figures }: SentenceView, at: number): Role | null {
  const { quantity, first, next } = figures[at] as FigureTokens;
  if (quantity.low !== quantity.high && /^\d{1,2}[-–]\d{1,2}$/.test(quantity.text))
    return isCapital(tokens, first - 1) && isCapital(tokens, next) ? "score" : null;
  const joined = (a?: FigureTokens, b?: FigureTokens): boolean =>
    a !== undefined &&
    b !== undefined &&
    b.first === a.next + 1 &&
    /^[-–]$/.test(tokens.lower(a.next)) &&
    tokens.gap[a.next] === JOINED &&
    Math.max(a.quantity.high, b.quantity.high) < MOST_POINTS &&
    a.quantity.dimension === "count" &&
    b.quantity.dimension === "count";
  return joined(figures[at], figures[at + 1]) || joined(figures[at - 1], figures[at]) ? "score" : null;
}

/** What stands before the figure: "rose 7%", "up from", "fell to", "an increase of", "compared with". */
function changeBefore(view: SentenceView, at: number, before: Role | null): Role | null {
  const { tokens, from, figures } = view;
  const { begin, quantity } = figures[at] as FigureTokens;
  const last = tokens.lower(begin - 1);
  if (begin <= from) return null;
  if (last === "or" && begin - 2 <= (figures[at - 1]?.next ?? -9) + 3) return before;
  if (last === "to" && COMPARED.has(tokens, begin - 2)) return isEarlier(view, begin) ? "before" : null;
  if (last === "to") return moveBefore(view, begin - 2) ? "level" : null;
  if (last === "from") return moveBefore(view, begin - 2) ? "before" : null;
  if (last === "with" && COMPARED.has(tokens, begin - 2)) return isEarlier(view, begin) ? "before" : null;
  if (last === "against") return isEarlier(view, begin) ? "before" : null;
  if (last === "of") return CHANGES.find(tokens, begin - 2) ?? null;
  return senseBefore(tokens, begin, from, isShare(quantity.dimension)) ?? (hadBefore(view, begin) ? "past" : null);
}

function isShare(dimension: string): boolean {
  return dimension === "percent" || dimension === "fraction" || dimension === "money";
}

function senseBefore(tokens: Tokens, begin: number, from: number, share: boolean): Sense | null {
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
  for (let token = start; token >= Math.max(from, start - REACH); token--) {
    if (tokens.lower(token) === ";") return false;
    const moved = MOVES.find(tokens, token) ?? PUSHES.find(tokens, token);
    if (moved && !(isParticle(tokens, token) && PHRASAL.has(tokens, token - 1))) return true;
    if (opensClause(view, token)) return false;
  }
  return false;
}

/** "… a year earlier": what is compared with is of another time, not of another one. */
function isEarlier({ tokens, to }: SentenceView, begin: number): boolean {
  for (let token = begin; token < Math.min(to, begin + REACH + 6); token++) {
    if (EARLIER.has(tokens, token)) return true;
  }
  return false;
}

/** "turnout had been 58.9 percent" */
function hadBefore({ tokens, from }: SentenceView, begin: number): boolean {
  for (let token = begin - 1; token >= Math.max(from, begin - 4); token--) {
    if (tokens.lower(token) === "had") return true;
  }
  return false;
}

/** What stands behind the figure: "a 6 percent drop", "12 percent higher", "3,300 fewer than". */
function changeAfter(
  { tokens, to }: SentenceView,
  { next, quantity }: FigureTokens,
  phrase: CountedPhrase,
): Role | null {
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

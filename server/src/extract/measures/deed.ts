import { Lexicon, wordSet } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";
import type { Cycle } from "../types.ts";
import type { CountedPhrase } from "./phrase.ts";
import { type FigureTokens, opensClause, type SentenceView } from "./sentence.ts";

const CYCLES = new Lexicon<Cycle>([
  ...entries("day", "daily"),
  ...entries("week", "weekly"),
  ...entries("month", "monthly"),
  ...entries("quarter", "quarter quarterly"),
  ...entries("half", "half half-year"),
  ...entries("year", "annual annually yearly full-year"),
  ...entries("season", "season"),
  ...entries("career", "career"),
]);

function entries(cycle: Cycle, words: string): [string, Cycle][] {
  return words.split(" ").map((word) => [word, cycle]);
}

/** Words of time that tell a cycle only behind one of these: "per day", "a month", "for the full year". */
const TIMES = new Lexicon<Cycle>((["day", "week", "month", "year"] as const).map((word) => [word, word]));
const PER = wordSet("per a each every full whole");
const POINTS = wordSet("earlier ago later before after old");
const FAR = 12;

/** Takes a sentence and one of its figures; gives the stretch of time that the figure is for, by the nearest word of its clause ("fourth-quarter revenue", "a month"), `null` where none tells. */
export function readCycle(view: SentenceView, at: number): Cycle | null {
  const { begin, next, quantity } = view.figures[at] as FigureTokens;
  if (quantity.dimension === "date" || quantity.dimension === "duration" || quantity.dimension === "ordinal")
    return null;
  const floor = Math.max(view.from, pastDates(view, at, -1)?.next ?? view.from, begin - FAR);
  const ceiling = Math.min(view.to, pastDates(view, at, 1)?.begin ?? view.to, next + FAR);
  for (let token = next; token < ceiling && !opensClause(view, token); token++) {
    const cycle = cycleAt(view.tokens, token);
    if (cycle) return cycle;
  }
  for (let token = begin - 1; token >= floor && !opensClause(view, token); token--) {
    const cycle = cycleAt(view.tokens, token);
    if (cycle) return cycle;
  }
  return null;
}

/** The nearest figure to one side that is no date: "for the fourth quarter of 2023" belongs to the figure before it. */
function pastDates({ figures }: SentenceView, at: number, step: 1 | -1): FigureTokens | undefined {
  let other = at + step;
  while (/^(?:date|ordinal)$/.test(figures[other]?.quantity.dimension ?? "")) other += step;
  return figures[other];
}

function cycleAt(tokens: Tokens, at: number): Cycle | null {
  const cycle = CYCLES.find(tokens, at);
  if (cycle) return cycle === "half" && !/^(?:first|second)$/.test(tokens.lower(at - 1)) ? null : cycle;
  const time = TIMES.find(tokens, at);
  if (!time || !(PER.has(tokens, at - 1) || isFull(tokens, at)) || POINTS.has(tokens, at + 1)) return null;
  return time;
}

function isFull(tokens: Tokens, at: number): boolean {
  return tokens.lower(at - 1) === "-" && /^(?:full|half)$/.test(tokens.lower(at - 2));
}

const DEEDS = new Lexicon<string>(
  [
    ["score", "score scores scored"],
    ["concede", "concede concedes conceded"],
    ["win", "win wins won"],
    ["lose", "lose loses lost"],
    ["buy", "buy buys bought"],
    ["sell", "sell sells sold"],
    ["hire", "hire hires hired"],
    ["dismiss", "fire fired sack sacks sacked dismiss dismissed"],
    ["import", "import imports imported"],
    ["export", "export exports exported"],
    ["open", "open opens opened"],
    ["close", "close closes closed shut"],
    ["bear", "born"],
    ["die", "die dies died"],
    ["convict", "convict convicts convicted"],
    ["acquit", "acquit acquits acquitted"],
    ["approve", "approve approves approved accept accepts accepted"],
    ["reject", "reject rejects rejected"],
    ["install", "install installs installed"],
    ["operate", "operate operates operated"],
  ].flatMap(([deed, words]) => (words as string).split(" ").map((word): [string, string] => [word, deed as string])),
);

const NEAR = 3;

/** Takes a sentence, one of its figures and what it counts; gives what is done with so many, of deeds that have an opposite, where the word stands right beside ("conceded 71 goals", "71 were sold"). */
export function readDeed(
  { tokens, from, to, figures }: SentenceView,
  at: number,
  phrase: CountedPhrase,
): string | null {
  const { begin, next } = figures[at] as FigureTokens;
  const floor = Math.max(from, figures[at - 1]?.next ?? from, begin - NEAR);
  const end = Math.max(next, phrase.end, phrase.unit);
  const ceiling = Math.min(to, figures[at + 1]?.begin ?? to, end + NEAR);
  const before = deedIn(tokens, begin - 1, floor - 1, -1);
  const after = deedIn(tokens, end, ceiling, 1);
  return before !== null && after !== null && before !== after ? null : (before ?? after);
}

function deedIn(tokens: Tokens, start: number, stop: number, step: 1 | -1): string | null {
  for (let token = start; (stop - token) * step > 0; token += step) {
    if (/^(?:and|or|but|,|;)$/.test(tokens.lower(token))) return null;
    const deed = DEEDS.find(tokens, token);
    if (deed) return deed;
  }
  return null;
}

import { Lexicon } from "../../text/lexicon.ts";
import { follows, isHyphen, isMark, isNumber, type Scan, word } from "./scan.ts";

/** A set phrase around a number that counts nothing: the words before it, the nearest last, and those behind. */
interface Idiom {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** Set phrases by their number as written; "_" is the number, "-" a hyphen. */
const PHRASES = `
  _a reasons|_half of the other|scale of _one|scale of one to _ten|scale of _1|scale of 1 to _10|1 - in - a - _million|_1 - in - a - million
  at _one point|on _one hand|on the _one hand|for _one thing|_one by one|_one after another|in _one way or another|at _one with|back to square _one|number _one|a _one off|one _one
  it takes _two to|takes _two to|_two wrongs|in _two minds|put _two and two|_two - faced|a _three - ring circus|_three cheers|on cloud _nine|at _sixes and sevens|_four letter word|_six feet under
  _zero tolerance|ground _zero|from _zero to hero|_zero sum|_nine to five|_nine - to - five|nine - to - _five|nine to _five|9 to _5|_9 to 5|from _nine to five|_50 - 50|50 - _50|_fifty - fifty|fifty - _fifty|_24 / 7|24 / _7|_twenty - four seven|catch _22|_twenty - twenty vision
  give _110 percent|gives _110 percent|gave _110 percent|giving _110 percent|_110 percent committed|give _110 %|gives _110 %|gave _110 %|_one size fits all|_one too many|_two can play
  _two heads are|out of a _thousand|his _two cents|her _two cents|my _two cents|their _two cents|_once bitten|_twice shy|_100 percent true|_100 percent sure|_100 percent certain|_four - letter|_five - star|_six - figure|_seven - figure|_five - figure|_half the battle|six of _one and|_six of one|_half a dozen of the other|a _million and one|_one wonders|_nine lives|_ninety - nine times`;

const IDIOMS = build();
const IN_WORDS = new Lexicon(IDIOMS);

function build(): ReadonlyMap<string, readonly Idiom[]> {
  const groups = new Map<string, Idiom[]>();
  for (const phrase of PHRASES.trim().split(/\s*[|\n]\s*/)) {
    const words = phrase.split(" ");
    const at = words.findIndex((one) => one.startsWith("_"));
    const name = (words[at] as string).slice(1);
    groups.set(name, [...(groups.get(name) ?? []), { before: words.slice(0, at), behind: words.slice(at + 1) }]);
  }
  return groups;
}

/** Takes the tokens of a number; says whether it stands in a set phrase ("at one point", "24/7", "it takes two to tango", "a hundred times"). */
export function isIdiom(scan: Scan, from: number, to: number): boolean {
  if (isManyTimes(scan, from, to)) return true;
  const idioms = isNumber(scan, from) ? inDigits(scan, from) : IN_WORDS.find(scan.tokens, from);
  return idioms?.some((idiom) => stands(scan, idiom, from, to)) ?? false;
}

const LONGEST_IN_DIGITS = Math.max(...[...IDIOMS.keys()].filter((name) => /^\d/.test(name)).map((name) => name.length));

function inDigits(scan: Scan, at: number): readonly Idiom[] | undefined {
  const short = (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number) <= LONGEST_IN_DIGITS;
  return short ? IDIOMS.get(scan.tokens.raw(at)) : undefined;
}

function stands(scan: Scan, { before, behind }: Idiom, from: number, to: number): boolean {
  return (
    behind.every((name, i) => follows(scan, to + i) && isSame(scan, to + i, name)) &&
    before.every((name, i) => isSame(scan, from - before.length + i, name))
  );
}

function isSame(scan: Scan, at: number, name: string): boolean {
  if (name === "-") return isHyphen(scan, at) || isMark(scan, at, 0x2d);
  return name === "/"
    ? isMark(scan, at, 0x2f)
    : name === "%"
      ? isMark(scan, at, 0x25)
      : word(scan, at) === name || scan.tokens.raw(at) === name;
}

/** "said so a hundred times": often; not "a hundred times as large". */
function isManyTimes(scan: Scan, from: number, to: number): boolean {
  if (to !== from + 2 || word(scan, from) !== "a" || word(scan, to) !== "times") return false;
  return !/^(?:as|more|the|that|what|less|bigger|greater|higher|larger|faster|over|stronger|smaller)$/.test(
    word(scan, to + 1),
  );
}

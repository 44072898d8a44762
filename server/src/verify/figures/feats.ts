import { sameClaimant } from "../../extract/claimants/index.ts";
import type { Claimant, Figure } from "../../extract/types.ts";
import { sentenceOf } from "../reach.ts";
import { keptLast } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

/** Verbs for what somebody did that is theirs alone, past and present. */
const FEATS: readonly string[] = [
  "win|wins|won",
  "run|runs|ran",
  "score|scores|scored",
  "take|takes|took",
  "hit|hits",
  "clock|clocks|clocked",
  "jump|jumps|jumped",
  "throw|throws|threw",
  "swim|swims|swam",
  "finish|finishes|finished",
  "shoot|shoots|shot",
  "net|nets|netted",
  "claim|claims|claimed",
];
const NAME = "\\p{Lu}[\\p{L}'’-]+";
/** A name, at most a clause with "who", then the verb, then at most four words before the figure. */
const DONE_BY = FEATS.map(
  (verbs) =>
    new RegExp(
      `((?:${NAME}\\s+){0,2}${NAME})(?:\\s*[,–—-]*\\s+who\\b[^.;]{0,90}?)?\\s+(?:has\\s+|had\\s+|have\\s+)?(?:${verbs})(?:\\s+[\\p{L}'’-]+){0,4}\\s+$`,
      "u",
    ),
);
const VERBS = FEATS.map((verbs) => new RegExp(`\\b(?:${verbs})\\b`, "i"));
const SCORE = /^(\d{1,3})[-–](\d{1,3})(?![\d-])/;
const ANY_SCORE = /(\d{1,3})[-–](\d{1,3})(?![\d-])/;
const HALF_SCORE = /(?<![\d-])\d{1,3}[-–]$/;
/** So far before a figure its doer may be named. */
const NEAR = 200;
const NO_NAMES = new Set(
  "the a an in on at it he she they his her this that but and after before when while as for from with by of to if its there saturday sunday monday tuesday wednesday thursday friday january february march april may june july august september october november december last earlier both media".split(
    " ",
  ),
);

/**
 * Takes a fact and a candidate with its value; says whether the source's is plainly another's: the score of a game of other sides, or what somebody else
 * than those whom the draft names won, ran or scored.
 */
export function isAnothers(fact: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const { figure, text } = fact;
  const { names: ours, feats } = tellsOf(fact);
  if (ours.size === 0) return false;
  const at = theirs.start - passage.start;
  const score = scoreAt(text, figure.start);
  if (score !== null && /^\d+$/.test(figure.text)) {
    const other = scoreAt(passage.text, at);
    if (other === null) return !saysBoth(passage.text, score);
    return (
      isDisjoint(namesIn(passage.text), ours) ||
      isTurnedRound(text, passage.text) ||
      isOfOtherGame(ours, passage.text, at)
    );
  }
  if (isOthersDeed(fact, theirs, passage.text)) return true;
  const doer = doerOf(passage.text.slice(Math.max(0, at - NEAR), at), feats);
  return doer !== null && isDisjoint(namesIn(doer), ours);
}

/** The names of the draft's sentence, and what finds who did what it tells of. */
const tellsOf = keptLast((fact: FigureFact) => {
  const told = sentenceOf(fact);
  return { names: namesIn(told), feats: DONE_BY.filter((_, i) => VERBS[i]?.test(told)) };
});

const DEED = new RegExp(
  `^(?:The\\s+)?(${NAME}(?:\\s+${NAME}){0,3})\\s+(?:has\\s+|have\\s+|had\\s+)?\\p{Ll}+ed\\s+(?:\\p{Ll}+\\s+){0,2}$`,
  "u",
);

/** "The United Nations visited 200 sites", where the source has Amnesty say that it visited them, and names no other: one body's work is not another's. */
function isOthersDeed({ figure, text }: FigureFact, { claimant, measure }: Figure, passage: string): boolean {
  if (claimant === null || measure.verb === null || measure.verb !== figure.measure.verb) return false;
  const name = DEED.exec(text.slice(figure.sentence.start, figure.start))?.[1]?.toLowerCase();
  if (name === undefined || name.split(/\s+/).some((word) => passage.toLowerCase().includes(word))) return false;
  const doer: Claimant = { start: 0, end: 0, text: name, key: name, kind: "body", aliases: [] };
  return sameClaimant(doer, claimant) === "different";
}

type Score = readonly [one: number, other: number];

/** The score that a number is one side of, `null` where it is of none. */
function scoreAt(text: string, at: number): Score | null {
  const near = text.slice(Math.max(0, at - 6), at + 10);
  const found =
    SCORE.exec(text.slice(at, at + 10)) ??
    (HALF_SCORE.test(text.slice(Math.max(0, at - 6), at)) ? ANY_SCORE.exec(near) : null);
  return found ? [Number(found[1]), Number(found[2])] : null;
}

const SIDE = `(?:the\\s)?((?:${NAME}\\s?)+)`;
const BEATS = new RegExp(
  `^(.*?)\\b(?:beat|beats|beating|defeat(?:s|ed|ing)?|thrash(?:ed|ing)|edg(?:ed|ing)\\s(?:past|out)?|overc[ao]m(?:e|ing))\\s${SIDE}`,
  "su",
);
const LOSES = /^(.*?)\b(?:lose|loses|lost|losing)\s(?:[\d–-]+\s)?(?:at\shome\s|away\s)?to\s/su;

/** Who won and who lost a game, by a sentence that says so. */
function sidesOf(text: string): { won: Set<string>; lost: Set<string> } | null {
  const beaten = BEATS.exec(text);
  if (beaten) return { won: namesIn(beaten[1] as string), lost: namesIn(beaten[2] as string) };
  const losing = LOSES.exec(text);
  const winner = losing && new RegExp(`^${SIDE}`, "u").exec(text.slice(losing[0].length));
  return losing && winner ? { won: namesIn(winner[1] as string), lost: namesIn(losing[1] as string) } : null;
}

/** "Holt beat Ravens 3-1", where Ravens beat Holt. */
function isTurnedRound(draft: string, passage: string): boolean {
  const [ours, theirs] = [sidesOf(draft), sidesOf(passage)];
  if (ours === null || theirs === null) return false;
  const isMet = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some((name) => other.has(name));
  if (isMet(ours.won, theirs.won) || isMet(ours.lost, theirs.lost)) return false;
  return isMet(ours.won, theirs.lost) || isMet(ours.lost, theirs.won);
}

const PLAYED = new RegExp(`((?:${NAME}\\s)*${NAME}),\\swho\\s(?:drew|lost|won)\\s[^.,;]{0,20}$`, "u");

/** "Five clear of Marl, who drew 2-2 at Vale": a game of those sides, whoever else is named. */
function isOfOtherGame(ours: ReadonlySet<string>, passage: string, at: number): boolean {
  const player = PLAYED.exec(passage.slice(Math.max(0, at - NEAR), at))?.[1];
  if (player === undefined) return false;
  const behind = /^[^.,;]*/.exec(passage.slice(at))?.[0] ?? "";
  return isDisjoint(namesIn(`${player} ${behind}`), ours);
}

/** "by three goals to one", "Leeds 3 Burnley 1". */
function saysBoth(text: string, score: Score): boolean {
  const lower = text.toLowerCase();
  if (score[0] === score[1] && !DRAWN.test(lower)) return false;
  return score.every((side) =>
    new RegExp(`\\b(?:${side}${side in NUMBERS ? `|${NUMBERS[side]}` : ""})\\b`).test(lower),
  );
}

const DRAWN = /\b(?:all|each|apiece|drew|draws?|drawn|tied|level|equalis\p{L}*|stalemate)\b/u;

const NUMBERS: Readonly<Record<number, string>> = Object.fromEntries(
  "no|nil|zero|love|nothing,one|a,two|twice|brace,three|hat-trick,four,five,six,seven,eight,nine,ten"
    .split(",")
    .map((words, i) => [i, words]),
);

/** Whom the source names as having done what both tell of. */
function doerOf(before: string, feats: readonly RegExp[]): string | null {
  for (const pattern of feats) {
    const found = pattern.exec(before);
    if (found) return found[1] as string;
  }
  return null;
}

function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}'’-]+/gu)) {
    const name = word.replace(/['’]s?$/, "").toLowerCase();
    if (!NO_NAMES.has(name)) names.add(name);
  }
  return names;
}

function isDisjoint(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return ours.size > 0 && ![...ours].some((name) => theirs.has(name));
}

import type { Figure } from "../../extract/types.ts";
import type { Passage } from "../../store/types.ts";
import type { FigureFact } from "../types.ts";
import { isAge } from "./ages.ts";
import { hasRival } from "./segments.ts";
import type { Candidate } from "./types.ts";

/** What a number is told as, where that makes another figure of it. */
export type Role = "rise" | "fall" | "change" | "level" | "earlier" | "age" | "span" | "rate" | "denied";

interface Told {
  readonly direction: "rise" | "fall" | null;
  readonly stage: "change" | "level" | "earlier" | null;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const RISES = words(
  `rose rise rises risen rising increase increased increases increasing grew grow grows grown growing growth climb climbed climbs jump jumped jumps soar soared surge surged
  gain gained gains up added higher advanced rallied expanded swelled raised raise hike boost boosted`,
);
const FALLS = words(
  `fell fall falls fallen falling drop dropped drops dropping decline declined declines declining decrease decreased decreases down lost lose loses losing slump slumped slid sank
  shrank shrunk plunge plunged plummeted tumbled cut cuts reduced reduction lowered lower slipped dipped eased contracted shed fewer`,
);
/** Words for a change that stand behind its amount. */
const RISES_BEHIND = words("rise increase jump gain growth surge hike raise increases higher");
const FALLS_BEHIND = words("fall drop decline decrease cut reduction slump lower decreases cuts fewer less");
const EARLIER_BEHIND =
  /^(?:\s[\p{L}]+)?,?\s(?:(?:a|one|two|three|four|five|\d+)\s(?:year|month|week|quarter|day|decade)s?\s(?:earlier|before|ago|previously)|(?:in\s)?the\s(?:previous|prior)\s(?:year|month|week|quarter|season)|the\s(?:year|month|week|quarter|day)\sbefore)\b/iu;
const EARLIER_BEFORE =
  /\b(?:compared\s(?:with|to)|(?:up|down)\sfrom|instead\sof|as\sagainst|reduced\sfrom)\s(?:the\s|a\s|just\s|about\s|some\s)?$/i;
/** What a draft says that means the earlier value, or gives its time. */
const SAYS_EARLIER =
  /\b(?:19|20)\d\d\b|\b(?:earlier|ago|previous|previously|prior|before|formerly|once|originally|initially|first|former|last|from|had|used|against|compared|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

const HAS_ROLE = new Set<Figure["dimension"]>(["count", "percent", "money", "measure", "fraction"]);
const REACH = 56;
const MOST_WORDS = 5;

/** Takes a fact and a candidate with its value; gives what the source tells the number as, where the draft tells it as something else; else `null`. */
export function otherRole(fact: FigureFact, { stored: { figure, passage } }: Candidate): Role | null {
  const { figure: ours, text } = fact;
  const at = figure.start - passage.start;
  if (isDenied(passage.text, at, figure) && !DENIES.test(text.slice(ours.sentence.start, ours.sentence.end)))
    return "denied";
  const aged = otherAge(fact, passage.text, at, figure);
  if (aged !== null || !HAS_ROLE.has(ours.dimension)) return aged;
  const draft = told(text, startOf(ours, 0), ours.end);
  const source = told(passage.text, startOf(figure, passage.start), at + figure.text.length);
  if (
    draft.direction !== null &&
    source.direction !== null &&
    draft.direction !== source.direction &&
    draft.stage === source.stage
  )
    return source.direction;
  if (
    otherRate(
      text.slice(ours.end, ours.end + REACH),
      passage.text.slice(figure.end - passage.start, figure.end - passage.start + REACH),
    )
  )
    return "rate";
  if (draft.stage === source.stage) return null;
  if (source.stage === "level" && draft.stage === "earlier") return "level";
  if (source.stage === "level" && draft.stage === "change") return "level";
  const sentence = text.slice(ours.sentence.start, ours.sentence.end);
  if (
    ours.dimension === "measure" ||
    source.stage === null ||
    draft.stage === "earlier" ||
    !hasRival(passage.text, at, figure)
  )
    return null;
  if (source.stage === "earlier") return SAYS_EARLIER.test(sentence) ? null : "earlier";
  return source.stage === "change" && !saysChange(sentence) ? "change" : null;
}

const RATE =
  /^[^.,;:()]{0,30}?\b(?:(?:a|an|per|each|every)\s(hour|day|week|month|year)|(hourly|daily|weekly|monthly|yearly|annually))\b(?!\s(?:ago|earlier|later|before|after|old))/i;
const RATES: Readonly<Record<string, string>> = {
  hourly: "hour",
  daily: "day",
  weekly: "week",
  monthly: "month",
  yearly: "year",
  annually: "year",
};

/** "350 patients a day" is not 350 a month. */
function otherRate(ours: string, theirs: string): boolean {
  const [a, b] = [RATE.exec(ours), RATE.exec(theirs)].map((found) => (found?.[1] ?? found?.[2] ?? "").toLowerCase());
  return Boolean(a && b && (RATES[a] ?? a) !== (RATES[b] ?? b));
}

/** Takes a fact; gives whether its sentence tells it as a rise or a fall, `null` for neither. */
export function directionOf({ figure, text }: FigureFact): "rise" | "fall" | null {
  return told(text, startOf(figure, 0), figure.end).direction;
}

/** Takes a fact and a candidate with another value; says whether that one is told as another thing, so that it speaks neither for nor against: a level where the draft tells of a change. */
export function isBeside({ figure: ours, text }: FigureFact, { stored: { figure, passage } }: Candidate): boolean {
  if (!HAS_ROLE.has(ours.dimension)) return false;
  const draft = told(text, startOf(ours, 0), ours.end).stage;
  return draft !== null && draft !== "level" && stageOf(figure, passage) !== draft;
}

/** Takes a candidate; says whether its sentence tells it as a change, a level reached or an earlier value. */
export function hasStage({ stored: { figure, passage } }: Candidate): boolean {
  return stageOf(figure, passage) !== null;
}

function stageOf(figure: Figure, { text, start }: Passage): Told["stage"] {
  return told(text, startOf(figure, start), figure.end - start).stage;
}

const DENIED_BEFORE =
  /\b(?:(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing))\s(?:that|having|killing|ever|it|(?:the\s|earlier\s|media\s)?(?:reports?|claims?|allegations?|accusations?|suggestions?))|(?:not|no longer)\strue\sthat|(?:untrue|false|wrong)\sthat|no\sevidence\s(?:that|of)|(?:falsely|wrongly)\s(?:said|claimed|reported|stated))\b[^.;]{0,80}$/i;
const DENIED_BEHIND =
  /^[^.;,]{0,40}?\b(?:was|were|is|are)\s(?:wrong|false|untrue|incorrect|exaggerated|not\strue|fake|fabricated)\b/i;
const DENIES =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject|dismiss|refut|not|never|no|false|falsely|untrue|wrong|wrongly|disput|n['’]t)/i;

/** "denied that it had killed 30", "reports of 44 dead were wrong": the source says so only to deny it. */
function isDenied(text: string, at: number, { text: written }: Figure): boolean {
  return (
    DENIED_BEFORE.test(text.slice(Math.max(0, at - 140), at)) ||
    DENIED_BEHIND.test(text.slice(at + written.length, at + written.length + 80))
  );
}

function startOf({ start, boundSpan }: Figure, offset: number): number {
  return (boundSpan && boundSpan.end <= start ? boundSpan.start : start) - offset;
}

function told(text: string, start: number, end: number): Told {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  if (EARLIER_BEFORE.test(before) || EARLIER_BEHIND.test(behind)) return { direction: null, stage: "earlier" };
  return toldBefore(before) ?? toldBehind(behind) ?? { direction: null, stage: null };
}

/** "rose by 3", "a fall of 3", "down 3", "fell to 3"; what stands before a comma counts only for "…, to 3". */
function toldBefore(before: string): Told | null {
  const clause = before.split(/[.;:()]|,(?!\s(?:to|from)\s$)/).at(-1) ?? "";
  const near =
    clause
      .toLowerCase()
      .match(/[\p{L}'’-]+/gu)
      ?.slice(-MOST_WORDS) ?? [];
  const link = near.at(-1);
  if (near.filter((word) => RISES.has(word) || FALLS.has(word)).length > 1) return null;
  for (let i = near.length - 1; i >= 0; i--) {
    const word = near[i] as string;
    const direction = RISES.has(word) ? "rise" : FALLS.has(word) ? "fall" : null;
    if (direction === null) continue;
    if (link === "to" || link === "at") return { direction, stage: "level" };
    if (link === "from") return { direction, stage: "earlier" };
    return link === word || link === "by" || link === "of" || i >= near.length - 2
      ? { direction, stage: "change" }
      : null;
  }
  return null;
}

/** "a 3 percent rise", "3 fewer than". */
function toldBehind(behind: string): Told | null {
  const clause = behind.split(/[.;:(),]/)[0] ?? "";
  const [first = "", second = "", third = ""] = clause.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  const word = UNITS.has(first) ? (UNITS.has(second) ? third : second) : first;
  if (RISES_BEHIND.has(word)) return { direction: "rise", stage: "change" };
  if (FALLS_BEHIND.has(word)) return { direction: "fall", stage: "change" };
  return /\bmore(?:\s+than\b|\s*$)/.test(clause) ? { direction: "rise", stage: "change" } : null;
}

const UNITS = words("percent percentage point points per cent pay price tax year-on-year annual budget");

function saysChange(sentence: string): boolean {
  const all = sentence.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  return all.some(
    (word) =>
      RISES.has(word) || FALLS.has(word) || RISES_BEHIND.has(word) || FALLS_BEHIND.has(word) || CHANGES.has(word),
  );
}

const CHANGES = words(
  "more extra additional change changed difference gap saving savings save saved swing margin ahead behind loss losses profit deficit surplus further another pay deal effect larger smaller difference stronger weaker",
);

/** "Brandt, 58, who has governed for 12 years": an age is no span of time, nor a span an age. */
function otherAge({ figure, text }: FigureFact, passage: string, at: number, theirs: Figure): Role | null {
  const draft = isAge(text, figure.start, figure);
  const source = isAge(passage, at, theirs);
  if (draft === null || source === null || draft === source) return null;
  return source ? "age" : "span";
}

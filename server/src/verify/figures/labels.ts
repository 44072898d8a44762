import { knowledgeOf } from "../../extract/figures/calendar.ts";
import { sentenceOf } from "../reach.ts";
import { keptLast } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import { partsOf, wordsOfDraft } from "./segments.ts";
import type { Candidate } from "./types.ts";

/**
 * Takes a fact and a candidate with its value; says whether the source gives the value for another week, round or year than the draft: "1,702 cases in week
 * 27" where the draft tells of week 26; 61 in "from 61 in 2022 to 44 in 2023", where it tells of 2023. A year that stands beside no other number may be that of
 * the telling.
 */
export function isOfAnotherLabel(fact: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const ours = labelsOf(fact);
  if (ours.length === 0) return false;
  const parts = partsOf(passage.text, theirs.start - passage.start, theirs);
  if (parts === null) return false;
  const { own, others } = parts;
  return ours.some(
    (label) =>
      !own.words.has(label) &&
      [...own.words].some((word) => isLabel(word) && kindOf(word) === kindOf(label)) &&
      others.some(({ words }) => words.has(label)),
  );
}

const labelsOf = keptLast(({ figure, text }: FigureFact) => [...wordsOfDraft(text, figure)].filter(isLabel));

const TIME =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|\\d{4}|(?:day|night|week|weekend|month|quarter|year|season)s?)";
/** "In April alone", "in a single night": a figure of that time and no other. */
const THAT_TIME = new RegExp(`\\b${TIME}\\salone\\b|\\bin\\s(?:a\\ssingle|just\\sone|only\\sone)\\s${TIME}\\b`, "i");
const ANY_TIME = new RegExp(
  `\\b(?:${TIME}|today|yesterday|overnight|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b`,
  "i",
);

/** Takes a fact and a candidate with its value; says whether the draft gives it for one stretch of time alone, and the source's sentence tells of no time at all. */
export function isOfNoTime(fact: FigureFact, { stored: { passage } }: Candidate): boolean {
  return saysWhen(fact) && !ANY_TIME.test(passage.text);
}

const saysWhen = keptLast((fact: FigureFact) => THAT_TIME.test(sentenceOf(fact)));

const RECENT =
  /\b(?:today|yesterday|overnight|tonight|this\s(?:week|morning)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/i;
const ANY_YEAR = /\b(?:19|20)\d\d\b|\b(?:ago|year|years|anniversary)\b/i;
/** So many days before the source came out is another time than the draft's Thursday. */
const LONG_AGO = 300;
const DAY = 86_400_000;

/** Takes a fact and a candidate with its value; says whether the draft tells of some day of late, and the source of a year long before it came out: "cancelled 640 trains on Thursday" where a strike in 2019 did. */
export function isOfLongAgo(fact: FigureFact, { stored: { figure, passage, published } }: Candidate): boolean {
  const { period } = figure.measure;
  if (period === null || published === null || knowledgeOf(period.to) !== "full" || !saysOfLate(fact)) return false;
  return period.to < Date.parse(published) / DAY - LONG_AGO && !RECENT.test(passage.text);
}

const saysOfLate = keptLast((fact: FigureFact) => {
  const sentence = sentenceOf(fact);
  return RECENT.test(sentence) && !ANY_YEAR.test(sentence);
});

const OTHER_ONE =
  /\b(?:[Aa]n?|[Aa]nother|[Tt]he)\s(?:earlier|previous|similar|separate|unrelated|smaller|larger)\s(?:\p{Ll}+\s)?\p{Ll}+([^;]*)$/u;
const SAYS_OTHER =
  /\b(?:earlier|previous\p{L}*|similar\p{L}*|separate\p{L}*|unrelated|another|other|before|prior|former|ago|last|past|also|too|while|smaller|larger|(?:19|20)\d\d)\b/iu;
const NAMED = /(?<=\s)\p{Lu}\p{Ll}[\p{L}'’-]+|\d[\d,.]*/gu;

/** Takes a fact and a candidate with its value; says whether the source gives it for an earlier or a similar one ("an earlier study, of 900 nurses"), of whose names and numbers the draft has none, nor a word that tells of one. */
export function isOfAnotherOne(fact: FigureFact, { stored: { figure, passage } }: Candidate): boolean {
  const before = passage.text.slice(0, figure.start - passage.start);
  const told = OTHER_ONE.exec(before);
  if (told === null || saysOther(fact)) return false;
  const sentence = sentenceOf(fact);
  return !(told[1]?.match(NAMED) ?? []).some((name) => sentence.includes(name));
}

const saysOther = keptLast((fact: FigureFact) => SAYS_OTHER.test(sentenceOf(fact)));

/** "week-26", "2023". */
function isLabel(word: string): boolean {
  return /\d$/.test(word);
}

function kindOf(label: string): string {
  return label.replace(/\d+$/, "");
}

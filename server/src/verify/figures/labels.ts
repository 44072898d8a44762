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

/** "week-26", "2023". */
function isLabel(word: string): boolean {
  return /\d$/.test(word);
}

function kindOf(label: string): string {
  return label.replace(/\d+$/, "");
}

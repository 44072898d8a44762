import type { FigureFact } from "../types.ts";
import { partsOf, wordsOfDraft } from "./segments.ts";
import type { Candidate } from "./types.ts";

/**
 * Takes a fact and a candidate with its value; says whether the source gives the value for another week, round or year than the draft: "1,702 cases in week
 * 27" where the draft tells of week 26; 61 in "from 61 in 2022 to 44 in 2023", where it tells of 2023. A year that stands beside no other number may be that of
 * the telling.
 */
export function isOfAnotherLabel(
  { figure, text }: FigureFact,
  { stored: { figure: theirs, passage } }: Candidate,
): boolean {
  const ours = [...wordsOfDraft(text, figure)].filter(isLabel);
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

/** "week-26", "2023". */
function isLabel(word: string): boolean {
  return /\d$/.test(word);
}

function kindOf(label: string): string {
  return label.replace(/\d+$/, "");
}

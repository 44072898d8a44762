import { stem } from "../../text/stem.ts";
import { sentenceOf } from "../reach.ts";
import { keptLast } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

/** Words of a row tell sorts of one thing apart. */
const ROWS: readonly (readonly string[])[] = [
  ["first", "second", "third", "fourth", "fifth", "sixth"],
  ["northern", "southern", "eastern", "western"],
  ["urban", "rural"],
  ["mild", "moderate", "severe"],
  ["domestic", "foreign", "international"],
  ["public", "private"],
  ["primary", "secondary"],
  ["gross", "net"],
  ["upper", "lower"],
  ["direct", "indirect"],
  ["maximum", "minimum"],
  ["full-time", "part-time"],
];
const ROW_OF = new Map(ROWS.flatMap((row, i) => row.map((word): [string, number] => [word, i])));
const SORTED = new RegExp(`\\b(${ROWS.flat().join("|")})\\s+(\\p{L}+)`, "giu");

/** Takes a fact and a passage with its value; says whether both name a sort of the same thing, and not the same: 22,400 first doses are no second doses. */
export function isOfAnotherSort(fact: FigureFact, { stored }: Candidate): boolean {
  const ours = sortsOf(fact);
  if (ours.length === 0) return false;
  const theirs = sortsIn(stored.passage.text);
  return ours.some(
    ({ sort, noun }) =>
      theirs.some((one) => one.noun === noun && one.sort !== sort && ROW_OF.get(one.sort) === ROW_OF.get(sort)) &&
      !theirs.some((one) => one.sort === sort),
  );
}

const sortsOf = keptLast((fact: FigureFact) => sortsIn(sentenceOf(fact)));

function sortsIn(text: string): { readonly sort: string; readonly noun: string }[] {
  return [...text.matchAll(SORTED)].map(([, sort = "", noun = ""]) => ({
    sort: sort.toLowerCase(),
    noun: stem(noun.toLowerCase()),
  }));
}

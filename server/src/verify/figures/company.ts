import type { Figure } from "../../extract/types.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate, Found } from "./types.ts";

/** A value that so many sources have is in some of them by chance. */
const MANY = 8;

/** How a figure of each kind looks in a sentence. */
const LOOKS: Readonly<Partial<Record<Figure["dimension"], RegExp>>> = {
  money: /\p{Sc}\s?\d|\d\s(?:dollars?|euros?|pounds?|yen)\b/u,
  percent: /\d\s?(?:%|per\s?cent)/i,
  duration: /\d[\s-](?:year|month|week|day|hour|minute)s?\b/i,
};

/**
 * Takes a fact, a passage with its value and all that was found; says whether, of a value that many sources have, this passage tells of another matter: the draft gives it
 * together with another figure ("$13.7 million over 31 months"), and the passage with another one of that kind ("$95 million over 31 months"). What befell people is told
 * by many with other numbers beside.
 */
export function isInOtherCompany(
  { figure, neighbours }: FigureFact,
  { stored: { passage } }: Candidate,
  { same }: Found,
): boolean {
  if (figure.measure.outcome !== null || same.length < MANY) return false;
  const beside = neighbours.filter(
    (one) => one.sentence.start === figure.sentence.start && one.dimension !== figure.dimension && isTelling(one),
  );
  if (beside.length === 0 || new Set(same.map(({ stored }) => stored.source)).size < MANY) return false;
  return (
    !beside.some(({ text }) => passage.text.includes(text)) &&
    beside.some(({ dimension }) => LOOKS[dimension]?.test(passage.text))
  );
}

function isTelling({ low, high, vague, dimension, bound }: Figure): boolean {
  return dimension in LOOKS && bound === "exact" && !vague && low === high;
}

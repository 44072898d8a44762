import type { Claimant } from "../types.ts";

/** Sides that nobody is on at once, by the words that tell one. */
const SIDES: readonly (readonly [side: string, words: RegExp])[] = [
  ["union", /\b(?:unions?|workers|strikers|dockers|shop steward)\b/],
  ["police", /\b(?:police|detectives?|det|insp|supt|constable|sheriff)\b/],
  ["court", /\b(?:court|judges?|tribunal|jury|coroner)\b/],
  ["opposition", /\bopposition\b/],
  ["government", /\b(?:government|ministry|ministers?)\b/],
  [
    "employer",
    /\b(?:employers?|company|firm|airline|manufacturer|retailer|management|ceo|cfo|chief (?:executive|financial|operating) officer)\b/,
  ],
];

/**
 * Takes a claimant; gives the side that its own words tell ("the union", "Chief Financial Officer Tor Lindqvist"), or `undefined` for a body
 * with a name of its own and for words that tell none.
 */
export function sideOf({ kind, key, text }: Claimant): string | undefined {
  const words = kind === "person" ? text.toLowerCase() : key;
  if (kind !== "person" && key.split(" ").length > 2) return undefined;
  return SIDES.find(([, telling]) => telling.test(words))?.[0];
}

import type { Claimant } from "../extract/types.ts";

const PRONOUNS = new Set(["he", "she", "they", "it", "who", "his", "her", "their", "i", "we"]);

/** Takes a claimant; gives the name to tell the writer: as the text has it, or in full where the text has only a pronoun. */
export function claimantName(claimant: Claimant): string {
  if (!PRONOUNS.has(claimant.text.toLowerCase())) return claimant.text;
  return claimant.key.replace(
    /(^|[\s-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

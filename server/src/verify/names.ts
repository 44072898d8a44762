import type { Claimant } from "../extract/types.ts";

const PRONOUNS = new Set(["he", "she", "they", "it", "who", "his", "her", "their", "i", "we"]);

const ABBREVIATED: Readonly<Record<string, string>> = { us: "US", uk: "UK", un: "UN", eu: "EU" };
const ARTICLE = /^(?:an?|the|one) /i;

/** Takes a claimant; gives the name to tell the writer: as the text has it, or in full where the text has only a pronoun. */
export function claimantName({ text, key, kind }: Claimant): string {
  if (!PRONOUNS.has(text.toLowerCase())) return text;
  const words = key.split(" ").map((word) => ABBREVIATED[word] ?? word);
  if (kind !== "unnamed") return words.map(capitalised).join(" ");
  const title = words.pop() ?? "";
  const name = [...words.map(capitalised), title].join(" ");
  return ARTICLE.test(name) ? name : `the ${name}`;
}

function capitalised(word: string): string {
  return word.replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

import type { Claimant } from "../extract/types.ts";

const PRONOUNS = new Set(["he", "she", "they", "it", "who", "his", "him", "her", "their", "them", "i", "we"]);

const ABBREVIATED: Readonly<Record<string, string>> = { us: "US", uk: "UK", un: "UN", eu: "EU", "us-led": "US-led" };
/** Words of a body's name that are written small, and those that stand behind "the". */
const SMALL = new Set(["of", "and", "for", "the", "coalition", "government", "authorities", "forces"]);
const WITH_ARTICLE = /\b(?:coalition|government|ministry|department|authorities|forces|army|police)\b/;
const OWNED = /^(?:its|their|his|her) (.+)$/i;
const ARTICLE = /^(?:an?|the|one) /i;

/** An article, or whose it is, that began a sentence of the source. */
const OPENING = /^(?:(?:An?|The)(?= \p{L})|(?:One|Some|Its|Their|His|Her|Our)(?= \p{Ll}))/u;
/** What somebody put out goes by a common name: "the new report". */
const DOCUMENTS = new Set(
  "report release statement study survey investigation analysis document paper review".split(" "),
);
const OF_DOCUMENTS = new Set("new recent latest earlier press joint annual final official own".split(" "));

/** Takes a claimant; gives the name to tell the writer: as the text has it, or in full where the text has only a pronoun. */
export function claimantName({ text, key, kind, aliases }: Claimant): string {
  if (kind === "body" && FINDINGS.has(key) && aliases.length > 0)
    return aliases.slice(0, MOST_ISSUERS).map(bodyName).join(" and ");
  const owned = OWNED.exec(text)?.[1];
  if (owned !== undefined && aliases[0] !== undefined) return `the ${owned} of ${bodyName(aliases[0])}`;
  if (!PRONOUNS.has(text.toLowerCase())) return text.replace(OPENING, (article) => article.toLowerCase());
  if (kind !== "unnamed") return bodyName(key);
  const words = spelled(key);
  const title = words.pop() ?? "";
  const name = [...words.map(capitalised), title].join(" ");
  return ARTICLE.test(name) ? name : `the ${name}`;
}

/** "the results of an investigation": whose they are says more. */
const FINDINGS = new Set(["results", "claims", "findings", "numbers", "estimates"]);
const MOST_ISSUERS = 2;

function bodyName(key: string): string {
  const words = spelled(key);
  const isDocument = DOCUMENTS.has(words.at(-1) ?? "");
  const isSmall = (word: string) => SMALL.has(word) || (isDocument && (OF_DOCUMENTS.has(word) || DOCUMENTS.has(word)));
  const name = words.map((word) => (isSmall(word) ? word : capitalised(word))).join(" ");
  return (isDocument || WITH_ARTICLE.test(key)) && !ARTICLE.test(name) ? `the ${name}` : name;
}

function spelled(key: string): string[] {
  return key.split(" ").map((word) => ABBREVIATED[word] ?? word);
}

function capitalised(word: string): string {
  return word.replace(/(^|-(?!led$))(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

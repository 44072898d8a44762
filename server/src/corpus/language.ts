import { isReadable } from "./bodytext.ts";
import type { Article } from "./types.ts";

/** Code units of body looked at; more does not make the answer surer. */
const SAMPLE = 600;

/** Fewest code units from which a language is told. */
const FEWEST = 60;

/** Takes an article; gives it with its language guessed (ISO 639-1) where nothing states one and its body is long enough to tell. */
export async function withLanguage(article: Article): Promise<Article> {
  if (article.meta.language !== null) return article;
  const words = sampleOf(article);
  if (words.length < FEWEST) return article;
  const language = isPlainEnglish(words) ? "en" : await detected(words);
  if (language === null) return article;
  const { meta } = article;
  return { ...article, meta: { ...meta, language, guessed: [...meta.guessed, "language"] } };
}

async function detected(words: string): Promise<string | null> {
  const { default: eld } = await import("eld/extrasmall");
  const found = eld.detect(words);
  return found.language === "" || !found.isReliable() ? null : found.language;
}

/** Words that no other language has at such a rate; a text full of them need not be looked at letter by letter. */
const ENGLISH = new Set(
  "the of and to that with from by which this were was said have has had their they not".split(" "),
);

/** Share of a text's words, and how many different ones, from which it is English beyond doubt: prose has twice that. */
const ENGLISH_SHARE = 0.14;
const ENGLISH_WORDS = 5;

function isPlainEnglish(text: string): boolean {
  const words = text.toLowerCase().split(/[^a-z]+/);
  const known = words.filter((word) => ENGLISH.has(word));
  return known.length >= words.length * ENGLISH_SHARE && new Set(known).size >= ENGLISH_WORDS;
}

function sampleOf(article: Article): string {
  let words = "";
  for (const block of article.blocks) {
    if (words.length >= SAMPLE) break;
    if (isReadable(block.kind) && block.kind !== "headline")
      words += `${article.text.slice(block.start, Math.min(block.end, block.start + SAMPLE))}\n`;
  }
  return words.slice(0, SAMPLE);
}

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
  const { default: eld } = await import("eld/extrasmall");
  const found = eld.detect(words);
  if (found.language === "" || !found.isReliable()) return article;
  const { meta } = article;
  return { ...article, meta: { ...meta, language: found.language, guessed: [...meta.guessed, "language"] } };
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

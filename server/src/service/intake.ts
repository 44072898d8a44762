import { type Article, bodyText } from "../corpus/index.ts";
import { extract } from "../extract/index.ts";
import type { Extraction } from "../extract/types.ts";
import type { CorpusStore } from "../store/types.ts";

/** Takes an article; gives the figures and quotations of its readable text, offsets counting in `article.text`. */
export function extractArticle(article: Article): Extraction {
  const { published, outlet, language } = article.meta;
  return extract(bodyText(article), { published, outlet, language });
}

/** Takes a store and an article; reads the article and puts it in. */
export function putArticle(store: CorpusStore, article: Article): void {
  store.put(article, extractArticle(article));
}

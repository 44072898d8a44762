import type { Article, ReadResult } from "../../server/src/corpus/index.ts";

/** Takes an article; gives its blocks a line each: kind, a page as `@2`, and the first words. */
export function outline(article: Article, words = 6): string[] {
  return article.blocks.map((block) => {
    const page = block.page === null ? "" : `@${block.page}`;
    const text = article.text.slice(block.start, block.end).split(/\s+/).slice(0, words).join(" ");
    return `${block.kind}${page} ${text}`;
  });
}

/** Takes a result that should hold one article; gives it, or throws with the problems. */
export function only(result: ReadResult): Article {
  const [article] = result.articles;
  if (article === undefined || result.articles.length !== 1)
    throw new Error(`${result.articles.length} articles: ${JSON.stringify(result.problems)}`);
  return article;
}

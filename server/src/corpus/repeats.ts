import { OUTCOME_STEMS, WEAK_OUTCOMES } from "../extract/measures/lexicon.ts";
import { stem } from "../text/stem.ts";
import { isReadable } from "./bodytext.ts";
import { keyOf } from "./pieces.ts";
import type { Article, Block } from "./types.ts";

/** Pages of an outlet that a paragraph must stand on to be the outlet's own. */
export const PAGES = 3;

/** Longest paragraph looked at, in code units: no outlet's blurb is longer. */
const LONGEST = 1500;

/**
 * Takes the articles of one outlet; gives them with the paragraphs that stand word for word on three of their pages or
 * more set aside as furniture. Copies of one text do not count as pages of their own, so `originOf` (an article's
 * origin, as `groupCopies` gives it) keeps wire copy from erasing itself. Headlines, paragraphs of a quotation
 * and tolls stay.
 */
export function markRepeats(articles: readonly Article[], originOf: (id: string) => string = (id) => id): Article[] {
  const pages = new Map<string, Set<string>>();
  for (const article of articles) {
    for (const words of wordsOfParagraphs(article)) {
      const on = pages.get(words);
      if (on === undefined) pages.set(words, new Set([article.meta.id]));
      else on.add(article.meta.id);
    }
  }
  const repeated = new Set([...pages].filter(([, on]) => isOften(on, originOf)).map(([words]) => words));
  return articles.map((article) => withoutRepeats(article, (words) => repeated.has(words)));
}

/** Origins are asked for only where there are pages enough. */
function isOften(on: ReadonlySet<string>, originOf: (id: string) => string): boolean {
  return on.size >= PAGES && new Set([...on].map(originOf)).size >= PAGES;
}

/** Takes an article; gives its paragraphs that may be an outlet's own, each once, in the form in which they are compared. */
export function wordsOfParagraphs(article: Pick<Article, "text" | "blocks">): Set<string> {
  return new Set(article.blocks.flatMap((block) => wordsOf(article, block) ?? []));
}

/** Takes an article as it was read, and what tells which paragraphs (in comparable form) are repeated; gives it with those set aside, unless nothing would be left. */
export function withoutRepeats(article: Article, isRepeated: (words: string) => boolean): Article {
  const isAside = article.blocks.map((block) => {
    const words = wordsOf(article, block);
    return words !== null && isRepeated(words) && !tellsOfPeople(article.text.slice(block.start, block.end));
  });
  if (!isAside.includes(true)) return article;
  let paragraph = 0;
  const blocks = article.blocks.map((block, at): Block => {
    if (!isReadable(block.kind)) return { ...block, paragraph: 0 };
    return isAside[at] ? { ...block, kind: "furniture", paragraph: 0 } : { ...block, paragraph: ++paragraph };
  });
  return blocks.some((block) => block.kind === "body") ? { ...article, blocks } : article;
}

/** A toll that an outlet repeats under each story is background, and no blurb of its own. */
function tellsOfPeople(text: string): boolean {
  return text.split(/[^\p{L}'’-]+/u).some((word) => {
    const root = stem(word.toLowerCase());
    return OUTCOME_STEMS.has(root) && !WEAK_OUTCOMES.has(root);
  });
}

/** What is compared of a block, or `null` for one that is never set aside: a headline, a quotation, what is aside already. */
function wordsOf(article: Pick<Article, "text">, block: Block): string | null {
  if (block.kind !== "body" && block.kind !== "caption") return null;
  if (block.end - block.start > LONGEST) return null;
  const text = article.text.slice(block.start, block.end);
  return /["“„«]/.test(text) ? null : keyOf(text);
}

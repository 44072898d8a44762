import { isReadable } from "./bodytext.ts";
import { keyOf } from "./pieces.ts";
import type { Article, Block } from "./types.ts";

/** Pages of an outlet that a paragraph must stand on to be the outlet's own. */
const PAGES = 3;

/** Longest paragraph looked at, in code units: no outlet's blurb is longer. */
const LONGEST = 1500;

/**
 * Takes the articles of one outlet; gives them with the paragraphs that stand word for word on three of their pages or
 * more set aside as furniture. Copies of one text do not count as pages of their own, so `originOf` (an article's
 * origin, as `groupCopies` gives it) keeps wire copy from erasing itself. Headlines and paragraphs of a quotation stay.
 */
export function markRepeats(articles: readonly Article[], originOf: (id: string) => string = (id) => id): Article[] {
  const pages = new Map<string, Set<string>>();
  for (const article of articles) {
    for (const block of article.blocks) {
      const key = keyFor(article, block);
      if (key === null) continue;
      pages.set(key, (pages.get(key) ?? new Set()).add(originOf(article.meta.id)));
    }
  }
  const repeated = new Set([...pages].filter(([, on]) => on.size >= PAGES).map(([key]) => key));
  return articles.map((article) => withoutRepeats(article, repeated));
}

function withoutRepeats(article: Article, repeated: ReadonlySet<string>): Article {
  const isRepeated = (block: Block) => repeated.has(keyFor(article, block) ?? "");
  if (!article.blocks.some(isRepeated)) return article;
  let paragraph = 0;
  const blocks = article.blocks.map((block): Block => {
    if (!isReadable(block.kind) || isRepeated(block))
      return { ...block, kind: isReadable(block.kind) ? "furniture" : block.kind, paragraph: 0 };
    return { ...block, paragraph: ++paragraph };
  });
  return blocks.some((block) => block.kind === "body") ? { ...article, blocks } : article;
}

/** What is compared of a block, or `null` for one that is never set aside: a headline, a quotation, what is aside already. */
function keyFor(article: Article, block: Block): string | null {
  if (block.kind !== "body" && block.kind !== "caption") return null;
  if (block.end - block.start > LONGEST) return null;
  const text = article.text.slice(block.start, block.end);
  return /["“„«]/.test(text) ? null : keyOf(text);
}

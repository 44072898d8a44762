import type { Article, Block, BlockKind } from "../corpus/types.ts";
import type { Extraction, Figure, Quotation } from "../extract/types.ts";
import { readDocument } from "../text/document.ts";
import { mention, type Span } from "../text/span.ts";
import type { Passage, StoredFigure, StoredQuotation } from "./types.ts";

const READABLE: ReadonlySet<BlockKind> = new Set<BlockKind>(["headline", "body", "caption", "pullquote"]);

/** Takes an article; gives its blocks that may support anything (no furniture, no front matter), in order. */
export function readableBlocks(article: Pick<Article, "blocks">): readonly Block[] {
  return article.blocks.filter((block) => READABLE.has(block.kind));
}

/**
 * Takes an article and a range of its text; gives the sentence or sentences that hold the range, with the place of the block where it begins;
 * `null` where no part of the range lies in readable text. A range that runs over furniture is cut off before it.
 */
export function passageIn(article: Article, start: number, end: number): Passage | null {
  const at = article.blocks.findIndex((block) => touches(block, start, end) && READABLE.has(block.kind));
  const block = article.blocks[at];
  if (block === undefined) return null;
  let last = block;
  for (let next = at + 1; next < article.blocks.length; next++) {
    const following = article.blocks[next] as Block;
    if (!touches(following, start, end) || !READABLE.has(following.kind)) break;
    last = following;
  }
  const from = sentenceAround(article.text, block, Math.max(start, block.start)).start;
  const to = sentenceAround(article.text, last, Math.max(last.start, Math.min(end, last.end) - 1)).end;
  return place(article, block, from, Math.max(from, to));
}

/** Takes an article with what was read from it; gives its figures with their passages, without those in furniture or front matter. */
export function placeFigures(article: Article, extraction: Extraction): readonly StoredFigure[] {
  const { id: source, outlet, published } = article.meta;
  return placed(article, extraction.figures, (figure: Figure, passage) => ({
    source,
    outlet,
    published,
    figure,
    passage,
  }));
}

/** Takes an article with what was read from it; gives its quotations with their passages, without those in furniture or front matter. */
export function placeQuotations(article: Article, extraction: Extraction): readonly StoredQuotation[] {
  return placed(article, extraction.quotes, (quote: Quotation, passage) => ({
    source: article.meta.id,
    quote,
    passage,
  }));
}

/** Takes an article, one of its blocks and a range in it; gives that range as a passage at the block's place. */
export function place(article: Article, block: Block, start: number, end: number): Passage {
  return {
    ...mention(article.text, start, end),
    source: article.meta.id,
    paragraph: block.paragraph,
    page: block.page,
    kind: block.kind,
  };
}

function placed<F extends Span & { readonly sentence: Span }, S>(
  article: Article,
  found: readonly F[],
  make: (fact: F, passage: Passage) => S,
): readonly S[] {
  const stored: S[] = [];
  let at = 0;
  for (const fact of found) {
    while (at < article.blocks.length && (article.blocks[at] as Block).end <= fact.start) at++;
    const block = article.blocks[at];
    if (block === undefined || block.start > fact.start || !READABLE.has(block.kind)) continue;
    stored.push(make(fact, passageOf(article, block, at, fact)));
  }
  return stored;
}

/** The sentence as it was read, cut to the block, or to the run of readable blocks that a long quotation covers. */
function passageOf(article: Article, block: Block, at: number, fact: Span & { readonly sentence: Span }): Passage {
  let end = block.end;
  for (let next = at + 1; end < fact.end; next++) {
    const following = article.blocks[next];
    if (following === undefined || !READABLE.has(following.kind)) break;
    end = following.end;
  }
  const from = Math.max(block.start, Math.min(fact.sentence.start, fact.start));
  const to = Math.min(end, Math.max(fact.sentence.end, fact.end));
  return place(article, block, from, Math.max(from, to));
}

function touches(block: Block, start: number, end: number): boolean {
  return block.start < Math.max(end, start + 1) && start < block.end;
}

function sentenceAround(text: string, block: Block, offset: number): Span {
  const { sentences } = readDocument(text.slice(block.start, block.end));
  const at = offset - block.start;
  let found = sentences[0] ?? { start: 0, end: block.end - block.start };
  for (const sentence of sentences) {
    if (sentence.start > at) break;
    found = sentence;
  }
  return { start: block.start + found.start, end: block.start + found.end };
}

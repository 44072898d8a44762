import { bodyText, readText } from "../../server/src/corpus/index.ts";
import type { Article, Block } from "../../server/src/corpus/types.ts";
import { extract } from "../../server/src/extract/index.ts";
import type { Bound, Dimension, Extraction, Figure, Outcome, Quotation } from "../../server/src/extract/types.ts";
import { makeArticle } from "../bench/articles.ts";

/** An article with what was read from it, as stores take it. */
export interface Entry {
  readonly article: Article;
  readonly extraction: Extraction;
}

/** Takes an id and paragraphs; gives an article of them. A paragraph that begins with "~" is furniture. */
export function articleOf(id: string, paragraphs: readonly string[], path = `${id}.md`): Article {
  const blocks: Block[] = [];
  let text = "";
  let number = 0;
  for (const paragraph of paragraphs) {
    const kind = paragraph.startsWith("~") ? "furniture" : "body";
    if (kind === "body") number++;
    blocks.push({
      start: text.length,
      end: text.length + paragraph.length,
      kind,
      paragraph: kind === "body" ? number : 0,
      page: null,
    });
    text += `${paragraph}\n\n`;
  }
  const meta = {
    id,
    path,
    title: null,
    outlet: null,
    authors: [],
    published: null,
    retrieved: null,
    url: null,
    language: null,
    kind: "article",
    guessed: [],
    restsOn: [],
  };
  return { meta, text, blocks, hash: `hash of ${text.length} ${id}`, verbatim: true };
}

/** What a test says of a figure; all else is left plain. */
export interface FigureHint {
  readonly low?: number;
  readonly high?: number;
  readonly precision?: number;
  readonly bound?: Bound;
  readonly dimension?: Dimension;
  readonly unit?: string | null;
  readonly head?: string | null;
  readonly outcome?: Outcome | null;
  readonly terms?: readonly string[];
}

/** Takes a text, the digits of a figure in it and what is to be said of it; gives the figure. */
export function figureIn(text: string, digits: string, hint: FigureHint = {}): Figure {
  const start = text.indexOf(digits);
  const low = hint.low ?? Number(digits.replace(/,/g, ""));
  const sentenceStart = Math.max(0, text.lastIndexOf(". ", start) + 1, text.lastIndexOf("\n", start) + 1);
  const stop = text.slice(start).search(/\.(\s|$)/);
  return {
    start,
    end: start + digits.length,
    text: digits,
    low,
    high: hint.high ?? low,
    bound: hint.bound ?? "exact",
    dimension: hint.dimension ?? "count",
    unit: hint.unit ?? null,
    vague: false,
    precision: hint.precision ?? 1,
    boundSpan: null,
    measure: {
      counted: hint.head ?? null,
      head: hint.head ?? null,
      modifiers: [],
      outcome: hint.outcome ?? null,
      verb: null,
      negated: false,
      actor: null,
      places: [],
      period: null,
      role: null,
      cycle: null,
      deed: null,
      terms: hint.terms ?? [],
    },
    claimant: null,
    sentence: { start: sentenceStart, end: stop < 0 ? text.length : start + stop + 1 },
  };
}

/** Takes a text and words in it; gives them as a quotation. */
export function quotationIn(text: string, words: string): Quotation {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return {
    ...span,
    text: words,
    parts: [span],
    speaker: null,
    form: "inline",
    speech: true,
    closed: true,
    sentence: span,
  };
}

/** Takes a number; gives the made-up article of that number, read and extracted as the product does. */
export function madeEntry(number: number): Entry {
  const made = makeArticle(number);
  const article = firstOf(readText(made.path, made.text));
  return {
    article,
    extraction: extract(bodyText(article), { published: article.meta.published, outlet: article.meta.outlet }),
  };
}

function firstOf(read: Article | { readonly articles: readonly Article[] }): Article {
  const article = "articles" in read ? read.articles[0] : read;
  if (article === undefined) throw new Error("the made article was not read");
  return article;
}

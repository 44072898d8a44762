import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bodyText, isCorpusFile, readArticles } from "../../server/src/corpus/index.ts";
import { extract } from "../../server/src/extract/index.ts";
import { filesBelow } from "../../server/src/node/files.ts";
import { makeArticle, type Random, randomFrom } from "./articles.ts";

/** A paragraph as a writer might have it in a draft, of one source. */
export interface Question {
  /** File that the words were taken from. */
  readonly source: string;
  readonly kind: "figure" | "quote";
  /** The draft's words. */
  readonly text: string;
  /** Where in them the figure or the quotation stands, inside the marks. */
  readonly start: number;
  readonly end: number;
  /** What a search engine is asked: the number with words of its sentence, or the words of the quotation. */
  readonly terms: readonly string[];
  /** False where the draft says something else than the source (another number, changed words). */
  readonly honest: boolean;
}

/** Takes a folder for such things and a number; gives a folder with that many made-up articles. */
export function corpusOf(root: string, size: number): string {
  const folder = path.join(root, `articles-${size}`);
  if (existsSync(path.join(folder, makeArticle(size - 1).path))) return folder;
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < size; i++) {
    const { path: name, text } = makeArticle(i);
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Takes a corpus folder and a number; gives so many questions about figures and as many about quotations, always the same ones. */
export async function questionsOf(folder: string, count: number): Promise<readonly Question[]> {
  const random = randomFrom(7);
  const files = await filesBelow(folder, (file) => isCorpusFile(path.relative(folder, file)));
  const figures: Question[] = [];
  const quotes: Question[] = [];
  for (let tries = 0; tries < count * 4 && (figures.length < count || quotes.length < count); tries++) {
    const file = files[random.below(files.length)] as string;
    const { articles } = await readArticles({ path: path.relative(folder, file), bytes: readFileSync(file) });
    const article = articles[0];
    if (article === undefined) continue;
    const body = bodyText(article);
    const read = extract(body, { published: article.meta.published });
    const figure = read.figures[random.below(read.figures.length)];
    if (figure !== undefined && figures.length < count) figures.push(figureQuestion(file, body, figure, random));
    const quote = read.quotes.find(({ text }) => text.split(" ").length >= 8);
    if (quote !== undefined && quotes.length < count) quotes.push(quoteQuestion(file, body, quote, random));
  }
  return [...figures, ...quotes];
}

type Spanned = {
  readonly start: number;
  readonly end: number;
  readonly sentence: { readonly start: number; readonly end: number };
  readonly dimension?: string;
};

/** One in three gives another number than the source, where it is in digits: another first digit, in a date another last one, so that it stays a date. */
function figureQuestion(source: string, body: string, figure: Spanned, random: Random): Question {
  const kept = random.below(3) > 0;
  const { start: from, end: to } = figure.sentence;
  const before = body.slice(from, figure.start);
  const written = body.slice(figure.start, figure.end);
  const changed = figure.dimension === "date" ? /[1-9](?=[^1-9]*$)/ : /[1-9]/;
  const number = kept ? written : written.replace(changed, (digit) => `${(Number(digit) % 9) + 1}`);
  const honest = number === written;
  const terms = [
    ...longest(before, 2),
    ...longest(body.slice(figure.end, to), 2),
    ...number.split(/[^\p{L}\p{N},.]+/u).filter(Boolean),
  ];
  const text = before + number + body.slice(figure.end, to);
  return { source, kind: "figure", text, start: before.length, end: before.length + number.length, terms, honest };
}

/** One in three has three of its words changed. */
function quoteQuestion(source: string, body: string, quote: Spanned, random: Random): Question {
  const honest = random.below(3) > 0;
  const words = body.slice(quote.start, quote.end).replace(/[,.]$/, "").split(/\s+/);
  const kept = words.slice(0, 30);
  if (!honest) for (const at of [2, 5, 7]) if (at < kept.length) kept[at] = "otherwise";
  const said = kept.join(" ");
  return { source, kind: "quote", text: `He said: “${said}.”`, start: 10, end: 10 + said.length, terms: kept, honest };
}

function longest(text: string, count: number): string[] {
  return text
    .split(/[^\p{L}]+/u)
    .sort((a, b) => b.length - a.length)
    .slice(0, count)
    .filter(Boolean);
}

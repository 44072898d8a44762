/*
 * The product's own part of the benchmark, bundled as it ships and run in a process of its own, so that its memory is its own.
 * Arguments: "index" or "ask", the corpus folder, the folder for caches, and for "ask" a file of questions. Prints one line of JSON.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { extract } from "../../server/src/extract/index.ts";
import { openIndexedCorpus } from "../../server/src/node/indexing/corpus.ts";
import { judgeFigure } from "../../server/src/verify/figures/index.ts";
import { judgeQuote } from "../../server/src/verify/quotes/index.ts";
import type { Question } from "./material.ts";
import { timeEach } from "./table.ts";

const [what, folder = "", caches = "", file = ""] = process.argv.slice(2);
if (what === "index") void index();
else ask(JSON.parse(readFileSync(file, "utf8")) as readonly Question[]);

async function index(): Promise<void> {
  const corpus = openIndexedCorpus(folder, { caches });
  const begun = performance.now();
  const report = await corpus.update();
  const took = performance.now() - begun;
  const rss = process.memoryUsage.rss();
  await corpus.close();
  tell({ took, work: processorTime(), report, rss });
}

/** Milliseconds of processor time of this process and of those that it started and that have ended, where the system says (Linux); else of this one. */
function processorTime(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** A question is put as the product puts it: the draft's words are read, and the fact at the place asked about is judged. */
function ask(questions: readonly Question[]): void {
  const read = questions.map(factOf).filter((one) => one !== null);
  const [firstFigure] = read.flatMap(({ figure }) => figure ?? []);
  const begun = performance.now();
  const { store } = openIndexedCorpus(folder, { caches });
  if (firstFigure !== undefined) store.figuresLikeValue(firstFigure, { limit: 40 });
  const firstAnswer = performance.now() - begun;
  const allFigures = read.flatMap(({ question, figure, all }) => (figure === null ? [] : [{ question, figure, all }]));
  const allQuotes = read.flatMap(({ question, quote }) => (quote === null ? [] : [{ question, quote }]));
  const [openedFigures, figures] = halves(allFigures);
  const [openedQuotes, quotes] = halves(allQuotes);
  const openedOnes = {
    figures: timeEach(openedFigures, ({ question, figure, all }) => {
      judgeFigure({ figure, neighbours: all, text: question.text, cited: [] }, store);
    }),
    quotes: timeEach(openedQuotes, ({ question, quote }) => {
      judgeQuote({ quote, text: question.text, cited: [] }, store);
    }),
  };
  let [valueHits, wordHits] = [0, 0];
  const value = timeEach(figures, ({ question, figure }) => {
    const hits = store.figuresLikeValue(figure, { limit: 10 });
    if (question.honest && hits.some(({ source }) => isOf(question, source))) valueHits++;
  });
  const measure = timeEach(figures, ({ figure }) => store.figuresLikeMeasure(figure, { limit: 40 }));
  const words = timeEach(quotes, ({ question, quote }) => {
    const [first] = store.passagesLike(quote.text.split(" "), { limit: 24 });
    if (first !== undefined && isOf(question, first.passage.source)) wordHits++;
  });
  const altered = quotes.filter(({ question }) => !question.honest);
  const changedWords = timeEach(altered, ({ quote }) => store.passagesLike(quote.text.split(" "), { limit: 24 }));
  const verdicts: Record<string, number> = {};
  const judgedFigures = timeEach(figures, ({ question, figure, all }) => {
    const fact = { figure, neighbours: all, text: question.text, cited: [] };
    count(verdicts, `figure ${question.honest ? "as in the source" : "changed"}: ${judgeFigure(fact, store).verdict}`);
  });
  const judgedQuotes = timeEach(quotes, ({ question, quote }) => {
    const verdict = judgeQuote({ quote, text: question.text, cited: [] }, store)?.verdict ?? "none";
    count(verdicts, `quotation ${question.honest ? "as in the source" : "changed"}: ${verdict}`);
  });
  const hits = { figures: valueHits, ofFigures: honest(figures), quotes: wordHits, ofQuotes: quotes.length };
  tell({
    firstAnswer,
    openedFigures: openedOnes.figures,
    openedQuotes: openedOnes.quotes,
    value,
    measure,
    words,
    changedWords,
    judgedFigures,
    judgedQuotes,
    hits,
    verdicts,
    rss: process.memoryUsage.rss(),
    ...heap(),
  });
}

/** The first half finds the program just opened, before the engine has compiled it; the other half is what is measured of a writer's day. */
function halves<T>(all: readonly T[]): [T[], T[]] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function factOf(question: Question) {
  const { figures, quotes } = extract(question.text);
  const figure = question.kind === "figure" ? (figures.find(({ start }) => start === question.start) ?? null) : null;
  const quote = question.kind === "quote" ? (quotes[0] ?? null) : null;
  return figure === null && quote === null ? null : { question, figure, quote, all: figures };
}

function isOf(question: Question, source: string): boolean {
  return path.basename(question.source).startsWith(`${source}.`);
}

function honest(asked: readonly { readonly question: Question }[]): number {
  return asked.filter(({ question }) => question.honest).length;
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** For who looks into memory: what V8 holds. */
function heap(): { readonly heap: number; readonly used: number } {
  const { heapTotal, heapUsed } = process.memoryUsage();
  return { heap: heapTotal, used: heapUsed };
}

function tell(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

import type { Article, ReadProblem } from "../../corpus/index.ts";
import type { Corpus } from "../../node/corpus.ts";
import type { StoredSource } from "../../store/types.ts";
import { type CorpusOptions, type Surroundings, withCorpus } from "./open.ts";
import { type Column, count, oneLine, printTable, type TableRow } from "./table.ts";

/** Options of `sourceline sources`. */
export interface SourcesOptions extends CorpusOptions {
  readonly format?: "table" | "json" | "jsonl";
  /** Shows the paragraphs that were set aside. */
  readonly furniture?: boolean;
}

/** A source as it is listed. */
interface ListedSource {
  readonly source: StoredSource;
  /** Ids of the other sources that carry the same text, sorted. */
  readonly copies: readonly string[];
  /** Paragraphs that support nothing: menus, credits, an outlet's blurb. */
  readonly furniture: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly problems: readonly ReadProblem[];
}

/** Takes options; lists the corpus with what is wrong with each file. Gives the exit code: 0, or 2 where there is no corpus. */
export function runSources(options: SourcesOptions, to: Surroundings): Promise<number> {
  return withCorpus({ ...options, quiet: true }, to, (corpus) => {
    const { format = "table" } = options;
    if (format === "table") printAsTable(corpus, options, to);
    else if (format === "json") to.output.write(`${JSON.stringify(whole(corpus))}\n`);
    else for (const one of listed(corpus)) to.output.write(`${JSON.stringify(printed(one))}\n`);
    return 0;
  });
}

function* listed({ store, problems }: Corpus): Generator<ListedSource> {
  const sources = store.sources();
  const groups = new Map<string, string[]>();
  for (const { meta, origin } of sources) groups.set(origin, [...(groups.get(origin) ?? []), meta.id]);
  const told = new Set<string>();
  for (const source of sources) {
    const { id, path } = source.meta;
    const copies = (groups.get(source.origin) ?? []).filter((other) => other !== id);
    const own = told.has(path) ? [] : (problems.get(path) ?? []);
    told.add(path);
    yield { source, copies: copies.sort(), furniture: furnitureOf(store.article(id)), problems: own };
  }
}

function furnitureOf(article: Article | null): ListedSource["furniture"] {
  if (article === null) return [];
  const aside = article.blocks.filter(({ kind }) => kind === "furniture");
  return aside.map(({ start, end }) => ({ start, end, text: article.text.slice(start, end) }));
}

/** Problems of files that hold no source. */
function elsewhere({ store, problems }: Corpus): readonly ReadProblem[] {
  const paths = new Set(store.sources().map(({ meta }) => meta.path));
  return [...problems].flatMap(([path, own]) => (paths.has(path) ? [] : own));
}

function whole(corpus: Corpus): object {
  const all = [...listed(corpus)];
  const problems = elsewhere(corpus).map(printedProblem);
  return { version: 1, sources: all.map(printed), problems, summary: summaryOf(all, corpus) };
}

function printed({ source, copies, furniture, problems }: ListedSource): object {
  const { meta, hash, figures, quotes, origin } = source;
  return { ...meta, hash, figures, quotes, origin, copies, furniture, problems: problems.map(printedProblem) };
}

function printedProblem({ path, severity, message }: ReadProblem): object {
  return { path, severity, message };
}

function summaryOf(all: readonly ListedSource[], { problems }: Corpus) {
  const sum = (of: (one: ListedSource) => number) => all.reduce((count, one) => count + of(one), 0);
  return {
    sources: all.length,
    origins: new Set(all.map(({ source }) => source.origin)).size,
    figures: sum(({ source }) => source.figures),
    quotes: sum(({ source }) => source.quotes),
    furniture: sum(({ furniture }) => furniture.length),
    guessed: all.filter(({ source }) => source.meta.guessed.length > 0).length,
    filesWithProblems: problems.size,
  };
}

const COLUMNS: readonly Column[] = [
  { head: "Id" },
  { head: "Outlet", gives: true },
  { head: "Published" },
  { head: "Title", gives: true },
  { head: "Figures", align: "right" },
  { head: "Quotes", align: "right" },
  { head: "Aside", align: "right" },
];

function printAsTable(corpus: Corpus, { furniture: shown = false }: SourcesOptions, to: Surroundings): void {
  const all = [...listed(corpus)];
  if (all.length > 0)
    printTable(
      COLUMNS,
      all.map((one) => rowOf(one, shown)),
      to,
    );
  const line = (text: string) => to.output.write(`${text}\n`);
  const rest = elsewhere(corpus);
  if (rest.length > 0) line(`${all.length > 0 ? "\n" : ""}Files that hold no source:`);
  for (const { message } of rest) line(`  ${oneLine(message)}`);
  line("");
  for (const text of closing(summaryOf(all, corpus))) line(text);
}

function rowOf({ source, copies, furniture, problems }: ListedSource, shown: boolean): TableRow {
  const { meta, figures, quotes, origin } = source;
  const mark = (field: string) => (meta.guessed.includes(field) ? " *" : "");
  const cell = (field: "outlet" | "published" | "title") => (meta[field] === null ? "-" : meta[field] + mark(field));
  return {
    cells: [
      meta.id,
      cell("outlet"),
      cell("published"),
      cell("title"),
      String(figures),
      String(quotes),
      String(furniture.length),
    ],
    below: [
      ...copyWords(meta.id, origin, copies),
      ...(shown ? furniture.map(({ text }) => `set aside: ${text}`) : []),
      ...problems.map(({ message }) => message),
    ],
  };
}

function copyWords(id: string, origin: string, copies: readonly string[]): string[] {
  if (copies.length === 0) return [];
  return [
    origin === id ? `the earliest of its text; carried by ${copies.join(", ")} too` : `carries the text of ${origin}`,
  ];
}

function closing(summary: ReturnType<typeof summaryOf>): string[] {
  const { sources, origins, figures, quotes, furniture, guessed, filesWithProblems } = summary;
  const origin = origins < sources ? ` of ${count(origins, "origin")}` : "";
  const lines = [
    `${count(sources, "source")}${origin}: ${count(figures, "figure")}, ${count(quotes, "quotation")}; ${count(furniture, "paragraph")} set aside as furniture.`,
  ];
  if (guessed > 0)
    lines.push(
      `* stands behind what was guessed, in ${count(guessed, "source")}; sourceline confirm ID writes it into the file, where it is right.`,
    );
  if (filesWithProblems > 0)
    lines.push(`${count(filesWithProblems, "file")} with problems; sourceline doctor goes over all of them.`);
  return lines;
}

import { type DateKnowledge, knowledgeOf } from "../../extract/figures/calendar.ts";
import type { Bound, Figure } from "../../extract/types.ts";
import type { Corpus } from "../../node/corpus.ts";
import { placeWords } from "../../service/place.ts";
import type { Passage, StoredFigure, StoredQuotation } from "../../store/types.ts";
import { onOneLine } from "../../text/lines.ts";
import { figureFields, speakerFields } from "../fields.ts";
import { sayTo } from "../reports/output.ts";
import { type CorpusOptions, idsAsked, type Surroundings, withCorpus } from "./open.ts";
import { type Column, count, printTable, type TableRow } from "./table.ts";

/** Options of `sourceline figures` and `sourceline quotes`. */
export interface ListingOptions extends CorpusOptions {
  /** Ids; all sources where none is given. */
  readonly source?: readonly string[];
  /** Only what has these words in its passage, its speaker or its claimant; case does not matter. */
  readonly matching?: string;
  readonly format?: "table" | "jsonl";
}

/** One kind of thing that is read from sources, and how it is listed. */
interface Listing<T extends { readonly source: string; readonly passage: Passage }> {
  readonly of: (corpus: Corpus, id: string) => readonly T[];
  readonly sayer: (one: T) => string | null;
  readonly columns: readonly Column[];
  readonly cells: (one: T) => readonly string[];
  readonly json: (one: T) => object;
  readonly word: string;
}

/** Takes options; lists the figures that were read from sources. Gives the exit code: 0, or 2 where there is no corpus or no such source. */
export function runFigures(options: ListingOptions, to: Surroundings): Promise<number> {
  return runListing(FIGURES, options, to);
}

/** Takes options; lists the quotations that were read from sources. Gives the exit code as `runFigures` does. */
export function runQuotes(options: ListingOptions, to: Surroundings): Promise<number> {
  return runListing(QUOTES, options, to);
}

function runListing<T extends { readonly source: string; readonly passage: Passage }>(
  listing: Listing<T>,
  options: ListingOptions,
  to: Surroundings,
): Promise<number> {
  return withCorpus(options, to, (corpus) => {
    const { ids, unknown } = idsAsked(corpus, options.source);
    for (const message of unknown) sayTo(to)(message);
    const found = matching(corpus, ids, listing, options.matching);
    if (options.format === "jsonl")
      for (const one of found) to.output.write(`${JSON.stringify(withPlace(one, listing.json(one)))}\n`);
    else printAsTable([...found], listing, to);
    return unknown.length > 0 ? 2 : 0;
  });
}

function* matching<T extends { readonly passage: Passage }>(
  corpus: Corpus,
  ids: readonly string[],
  { of, sayer }: { of: (corpus: Corpus, id: string) => readonly T[]; sayer: (one: T) => string | null },
  words: string | undefined,
): Generator<T> {
  const wanted = words?.toLowerCase();
  for (const id of ids) {
    for (const one of of(corpus, id)) {
      const said = `${one.passage.text}\n${sayer(one) ?? ""}`.replace(/\s+/g, " ").toLowerCase();
      if (wanted === undefined || said.includes(wanted)) yield one;
    }
  }
}

function withPlace({ source, passage }: { source: string; passage: Passage }, own: object): object {
  const { start, end, text, paragraph, page, kind } = passage;
  return { source, ...own, place: { paragraph, page, kind }, passage: { start, end, text } };
}

function printAsTable<T extends { readonly source: string; readonly passage: Passage }>(
  found: readonly T[],
  { columns, cells, word }: Listing<T>,
  to: Surroundings,
): void {
  const rows = found.map(
    (one): TableRow => ({
      cells: [one.source, placeWords({ place: one.passage }), ...cells(one)],
      below: [`│ ${onOneLine(one.passage.text)}`],
    }),
  );
  if (rows.length > 0) printTable([{ head: "Source" }, { head: "Place" }, ...columns], rows, to);
  const sources = new Set(found.map(({ source }) => source)).size;
  to.output.write(`${rows.length > 0 ? "\n" : ""}${count(rows.length, word)} in ${count(sources, "source")}.\n`);
}

const FIGURES: Listing<StoredFigure> = {
  of: ({ store }, id) => store.figuresOf(id),
  sayer: ({ figure }) => figure.claimant?.text ?? null,
  word: "figure",
  columns: [
    { head: "Written", gives: true },
    { head: "Value" },
    { head: "Of", gives: true },
    { head: "Where", gives: true },
    { head: "Said by", gives: true },
  ],
  cells: ({ figure }) => {
    const { counted, outcome, negated, places } = figure.measure;
    const what = [negated ? "not" : null, counted, outcome].filter((part) => part !== null).join(", ");
    return [figure.text, valueWords(figure), what || "-", places.join(", ") || "-", figure.claimant?.text ?? "-"];
  },
  json: ({ figure }) => {
    const { negated, actor, places, period } = figure.measure;
    return { ...figureFields(figure), vague: figure.vague, negated, actor, places, period };
  },
};

const QUOTES: Listing<StoredQuotation> = {
  of: ({ store }, id) => store.quotesOf(id),
  sayer: ({ quote }) => quote.speaker?.text ?? null,
  word: "quotation",
  columns: [
    { head: "Speaker", gives: true },
    { head: "Words", gives: true },
  ],
  cells: ({ quote }) => [quote.speaker?.text ?? "-", `“${onOneLine(quote.text)}”`],
  json: ({ quote: { start, end, text, parts, speaker, form, speech, closed } }) => {
    return { start, end, text, speaker: speakerFields(speaker), parts, form, speech, closed };
  },
};

const SIGNS: Readonly<Record<Bound, string>> = {
  exact: "",
  about: "~ ",
  "more-than": "> ",
  "at-least": "≥ ",
  "less-than": "< ",
  "at-most": "≤ ",
};

/** Takes a figure; gives its value in digits with the sign of its bound and its unit: "> 1,600", "20–30 percent", "2019-04-01". A date that is not settled says what is missing. */
export function valueWords({ low, high, bound, dimension, unit }: Figure): string {
  if (dimension === "date" && knowledgeOf(low) !== "full") return DATES[knowledgeOf(low)];
  const one = dimension === "date" ? dayWords : (value: number) => value.toLocaleString("en", DIGITS);
  const value = low === high ? one(low) : `${one(low)}–${one(high)}`;
  const behind = unit === null || dimension === "date" ? "" : ` ${unit}`;
  return `${SIGNS[bound]}${value}${behind}`;
}

/** What stands for the value of a date that its text does not settle. */
const DATES: Readonly<Record<DateKnowledge, string>> = {
  full: "",
  yearless: "(no year)",
  weekday: "(no week)",
  relative: "(no date to count from)",
};

const DIGITS: Intl.NumberFormatOptions = { maximumFractionDigits: 3 };
const DAY_MS = 86_400_000;

function dayWords(day: number): string {
  const date = new Date(day * DAY_MS);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString().slice(0, 10);
}

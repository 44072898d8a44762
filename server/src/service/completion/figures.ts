import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { writtenAt } from "../../draft/written.ts";
import { extract } from "../../extract/index.ts";
import type { Figure } from "../../extract/types.ts";
import type { StoredFigure } from "../../store/types.ts";
import { overlaps, type Span } from "../../text/span.ts";
import { sourceName, tellFigure, writtenFigure } from "../../verify/index.ts";
import { rangeOf } from "../language.ts";
import { escapeText } from "../markdown.ts";
import { say, tell } from "../words.ts";
import type { CompletionPlace } from "./index.ts";

/** A number at the end of what is typed, with its currency; a blank groups its digits, a comma and a blank do not. */
const TYPED = /(?<![\p{L}\p{N}.,])[$€£¥]?(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{1,3}){0,6}[,.]?|\d{1,15}(?:\.\d{0,6})?)$/u;
/** Figures looked at, and offered. */
const LOOKED_AT = 400;
const OFFERED = 12;

/**
 * Takes the place; gives the figures of sources that begin with the digits typed, those that measure what the sentence is about first, each
 * with its bound, what it counts and who says so; `null` where no figure is being typed.
 */
export function figureItems(place: CompletionPlace): CompletionItem[] | null {
  const { checked, offset, context } = place;
  const paragraph = paragraphAround(checked.draft.prose, offset);
  const written = checked.draft.prose.slice(paragraph.start, offset);
  const typed = TYPED.exec(written)?.[0].trimEnd();
  if (typed === undefined || !written.endsWith(typed)) return null;
  const figure = figureAt(checked.draft.prose, paragraph, { start: offset - typed.length, end: offset });
  if (figure === null) return [];
  const digits = digitsOf(typed);
  const isPrice = /^[$€£¥]/.test(typed);
  const alike = [...candidates(figure, place)].filter(
    (one) => digitsOf(one.figure.text).startsWith(digits) && (!isPrice || one.figure.dimension === "money"),
  );
  return distinct(alike)
    .slice(0, OFFERED)
    .map((one) => itemFor(one, figure, typed, place, context));
}

/** Code units on each side in which a paragraph's ends are looked for. */
const REACH = 4000;

function paragraphAround(prose: string, offset: number): Span {
  const from = Math.max(0, offset - REACH);
  const breaks = [...prose.slice(from, offset).matchAll(/\n[^\S\n]*(?=\n)/g)];
  const after = prose.slice(offset, offset + REACH).search(/\n[^\S\n]*\n/);
  return {
    start: from + (breaks.at(-1)?.index ?? 0),
    end: after < 0 ? Math.min(prose.length, offset + REACH) : offset + after,
  };
}

/** The figure that is being typed, with its context as far as it is written. Offsets count in the draft. */
function figureAt(prose: string, paragraph: Span, typed: Span): Figure | null {
  const { figures } = extract(prose.slice(paragraph.start, paragraph.end));
  const found = figures.find((one) =>
    overlaps({ start: one.start + paragraph.start, end: one.end + paragraph.start }, typed),
  );
  if (found === undefined) return null;
  const { start: by } = paragraph;
  const { boundSpan } = found;
  return { ...found, boundSpan: boundSpan === null ? null : { start: boundSpan.start + by, end: boundSpan.end + by } };
}

/** What measures the same comes first, then what the sources of the paragraph's other facts hold. */
function* candidates(figure: Figure, { checked, context, offset }: CompletionPlace): Generator<StoredFigure> {
  const { store } = context;
  yield* store.figuresLikeMeasure(figure, { limit: LOOKED_AT });
  yield* store.figuresLikeValue(figure, { limit: LOOKED_AT });
  const near = checked.findings.filter(({ start, end }) => offset - end < 600 && start - offset < 600);
  const sources = new Set(near.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  const few = sources.size === 0 && store.size <= 50 ? store.sources().map(({ meta }) => meta.id) : [...sources];
  for (const id of few.slice(0, 50)) yield* store.figuresOf(id);
}

function distinct(figures: readonly StoredFigure[]): StoredFigure[] {
  const seen = new Set<string>();
  return figures.filter(({ figure }) => {
    const key = `${figure.low} ${figure.high} ${figure.bound} ${figure.unit} ${figure.measure.counted} ${figure.measure.outcome}`;
    return !seen.has(key) && seen.add(key);
  });
}

function itemFor(
  stored: StoredFigure,
  draft: Figure,
  typed: string,
  { checked, offset }: CompletionPlace,
  { store }: CompletionPlace["context"],
): CompletionItem {
  const { figure, passage, source } = stored;
  const bound = draft.boundSpan !== null && draft.boundSpan.end <= offset ? draft.boundSpan : null;
  const start = bound?.start ?? offset - typed.length;
  const words = inPlace(writtenFigure(stored), checked.draft.text.slice(start, start + 1));
  const claimant = figure.claimant === null ? [] : [say("complete.by", { claimant: figure.claimant.text })];
  return {
    label: words,
    kind: CompletionItemKind.Value,
    labelDetails: { detail: countedIn(figure), description: sourceName(store, source) },
    detail: [tell(tellFigure(figure)), ...claimant].join(", "),
    documentation: { kind: "markdown", value: `> ${escapeText(passage.text)}` },
    filterText: checked.draft.text.slice(start, offset),
    textEdit: {
      range: rangeOf(checked.lines, { start, end: offset }),
      newText: writtenAt(words, checked.draft, start),
    },
  };
}

/** What a figure counts, as it goes on behind its number: " civilians killed". Two sources' 1,600 are told apart by it. */
function countedIn(figure: Figure): string {
  const said = tellFigure(figure);
  const words = tell(said);
  const number = String(said.args["number"]);
  const at = words.indexOf(number);
  return at < 0 ? "" : words.slice(at + number.length);
}

/** Where the bound that is replaced began the sentence, so does what replaces it. */
function inPlace(words: string, first: string): string {
  return /\p{Lu}/u.test(first) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

function digitsOf(text: string): string {
  return text.replace(/[^\d.]/g, "").replace(/\.$/, "");
}

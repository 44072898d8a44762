import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Draft } from "../../draft/index.ts";
import { writtenIn } from "../../draft/written.ts";
import type { StoredQuotation } from "../../store/types.ts";
import { comparableWords } from "../../store/words.ts";
import { onOneLine } from "../../text/lines.ts";
import { resolveCitations, sourceName } from "../../verify/index.ts";
import { rangeOf } from "../language.ts";
import { escapeText } from "../markdown.ts";
import { dateWords } from "../words.ts";
import type { CompletionPlace } from "./index.ts";

/** Marks that open a quotation, each with the one that closes it. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["‘", "’"],
  ['"', '"'],
]);
/** An apostrophe, which closes nothing. */
const APOSTROPHE = /^’\p{L}/u;
const OFFERED = 12;
const STRETCHES = 30;
/** In a corpus of no more sources than this, every one is looked through where no word has been typed yet. */
const FEW = 60;

/**
 * Takes the place; gives what sources say that begins with (or holds) the words typed since a quotation was opened, word for word, each
 * with its speaker; `null` where no quotation is open.
 */
export function quoteItems(place: CompletionPlace): CompletionItem[] | null {
  const { checked, offset } = place;
  const open = openedAt(checked.draft.prose, offset);
  if (open === null) return null;
  const typed = checked.draft.prose.slice(open + 1, offset);
  const words = comparableWords(typed);
  const found = [...saidIn(words, place)].flatMap((one) => partsOf(one).map((text) => ({ ...one, text })));
  const ranked = distinct(found)
    .map((one) => ({ one, rank: rankOf(comparableWords(one.text), words, /\s$/.test(typed)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, OFFERED).map(({ one }) => itemFor(one, open, place));
}

interface Said extends StoredQuotation {
  readonly text: string;
}

/** Where the quotation begins that is still open at an offset; `null` where none is. */
function openedAt(prose: string, offset: number): number | null {
  const near = prose.slice(Math.max(0, offset - 1500), offset);
  const from = offset - near.length + ([...near.matchAll(/\n[^\S\n]*\n/g)].at(-1)?.index ?? 0);
  let open: { at: number; close: string } | null = null;
  for (let at = from; at < offset; at++) {
    const sign = prose[at] ?? "";
    if (open !== null && sign === open.close && !APOSTROPHE.test(prose.slice(at, at + 2))) open = null;
    else if (open === null && PAIRS.has(sign) && !/\d/.test(prose[at - 1] ?? " "))
      open = { at, close: PAIRS.get(sign) ?? "" };
  }
  return open?.at ?? null;
}

/** Quotations of the sources that share word pairs with what was typed; with fewer than two words, those of the sources at hand. */
function* saidIn(words: readonly string[], place: CompletionPlace): Generator<StoredQuotation> {
  const { store } = place.context;
  if (words.length >= 2) {
    for (const { passage } of store.passagesLike(words, { limit: STRETCHES }))
      for (const one of store.quotesOf(passage.source))
        if (one.quote.start < passage.end && one.quote.end > passage.start) yield one;
  }
  for (const id of sourcesAtHand(place)) yield* store.quotesOf(id);
}

/** Sources that the paragraph cites or rests on; all of a small corpus. */
function sourcesAtHand({ checked, context, offset }: CompletionPlace): string[] {
  const near = (span: { start: number; end: number }) => offset - span.end < 800 && span.start - offset < 800;
  const cited = resolveCitations(checked.draft, context.store).filter(({ key }) => near(key));
  const resting = checked.findings.filter(near).flatMap(({ evidence }) => evidence.map(({ source }) => source));
  const hand = [...cited.flatMap(({ sources }) => sources), ...resting];
  const all = context.store.size <= FEW ? context.store.sources().map(({ meta }) => meta.id) : [];
  return [...new Set([...hand, ...all])].slice(0, FEW);
}

/** The pieces of an interrupted quotation are offered each on its own: nobody said them in one go. */
function partsOf({ quote, passage }: StoredQuotation): string[] {
  if (!quote.speech) return [];
  const inPassage = quote.parts.length > 1 ? quote.parts : [quote];
  return inPassage.map(({ start, end }) =>
    inPassage.length === 1 ? quote.text : quote.text.slice(start - quote.start, end - quote.start) || passage.text,
  );
}

function distinct(all: readonly Said[]): Said[] {
  const seen = new Set<string>();
  return all.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** 0 where the words begin with those typed, 1 where they hold them, -1 where neither; the last word typed may be half of one. */
function rankOf(words: readonly string[], typed: readonly string[], whole: boolean): number {
  const fits = (from: number) =>
    typed.every((word, i) => {
      const there = words[from + i] ?? "";
      return i < typed.length - 1 || whole ? there === word : there.startsWith(word);
    });
  if (fits(0)) return 0;
  return typed.length > 0 && words.some((_, from) => fits(from)) ? 1 : -1;
}

function itemFor(
  { quote, source, passage, text }: Said,
  open: number,
  { checked, context, offset }: CompletionPlace,
): CompletionItem {
  const { text: draft, format } = checked.draft;
  const words = onOneLine(text).trim();
  const written = writtenIn(words, format);
  const close = closingMark(checked.draft, open);
  const start = behindMark(checked.draft, open);
  const closed = draft.startsWith(close, offset);
  const meta = context.store.source(source)?.meta;
  return {
    label: words.length > 80 ? `${words.slice(0, 78).replace(/\s\S*$/, "")} …` : words,
    kind: CompletionItemKind.Text,
    labelDetails: { description: quote.speaker?.text ?? sourceName(context.store, source) },
    detail: [quote.speaker?.text, sourceName(context.store, source), dateWords(meta?.published ?? null)]
      .filter(Boolean)
      .join(" · "),
    documentation: { kind: "markdown", value: `> ${escapeText(passage.text)}` },
    filterText: draft.slice(start, offset),
    textEdit: {
      range: rangeOf(checked.lines, { start, end: offset }),
      newText: closed ? written : written + close,
    },
  };
}

/** A mark may be written with several signs: "``", "&ldquo;". */
function behindMark({ text, prose }: Draft, open: number): number {
  let at = open + 1;
  while (prose[at] === " " && /\S/.test(text[at] ?? " ")) at++;
  return at;
}

/** Takes a draft and the offset of a mark that opens a quotation; gives what closes it in the draft's own way of writing. */
function closingMark({ text, prose, format }: Draft, open: number): string {
  const isDouble = prose[open] === "“";
  if (format === "latex" && text[open] === "`") return isDouble ? "''" : "'";
  if (format === "asciidoc" && /["']`/.test(text.slice(open - 1, open + 2))) return isDouble ? '`"' : "`'";
  return PAIRS.get(prose[open] ?? "") ?? "";
}

import type { BlockKind, SourceMeta } from "../../corpus/types.ts";
import type { Bound, Claimant, Dimension, Figure, Quotation } from "../../extract/types.ts";
import type { Passage, StoredFigure, StoredQuotation } from "../../store/types.ts";
import type { Span } from "../../text/span.ts";
import { KINDS } from "./blocks.ts";
import { type PackedMeasure, packMeasure, unpackMeasure } from "./measures.ts";

/*
 * Rows as JSON arrays without names: a third of the size, and twice as fast to read. Offsets are UTF-16 code units, as everywhere.
 * A row that does not read as one throws a `SyntaxError` or a `TypeError`; the store takes either for damage.
 */

type PackedSpan = readonly [start: number, end: number] | null;
type PackedClaimant = readonly [
  start: number,
  end: number,
  text: string,
  key: string,
  kind: Claimant["kind"],
  aliases: readonly string[],
];
type PackedPassage = readonly [
  start: number,
  end: number,
  text: string,
  paragraph: number,
  page: number | null,
  kind: number,
];
type PackedFigure = readonly [
  number,
  number,
  number,
  number,
  Bound,
  Dimension,
  string | null,
  0 | 1,
  number,
  PackedSpan,
  PackedMeasure,
  PackedClaimant | null,
  PackedSpan,
  PackedPassage,
  string | null,
  string | null,
  string | null,
];

/** Takes a figure with its passage; gives its row. */
export function packFigure({ figure, passage, outlet, published }: StoredFigure): string {
  const packed: PackedFigure = [
    figure.start,
    figure.end,
    figure.low,
    figure.high,
    figure.bound,
    figure.dimension,
    figure.unit,
    figure.vague ? 1 : 0,
    figure.precision,
    packSpan(figure.boundSpan),
    packMeasure(figure.measure),
    packClaimant(figure.claimant),
    packSpan(figure.sentence),
    packPassage(passage),
    textIn(passage, figure) === figure.text ? null : figure.text,
    outlet,
    published,
  ];
  // A replacer makes it several times as slow, and hardly a figure needs one.
  const { low, high, precision } = figure;
  return [low, high, precision].every(Number.isFinite) ? JSON.stringify(packed) : JSON.stringify(packed, keepInfinite);
}

/** Takes a row and the id of its source; gives the figure with its passage. */
export function unpackFigure(row: string, source: string): StoredFigure {
  const packed = JSON.parse(
    row,
    row.includes('"∞"') || row.includes('"-∞"') ? readInfinite : undefined,
  ) as PackedFigure;
  // By their places: taking an array apart by names makes an object for each, and this is done for every candidate of every figure.
  const start = packed[0];
  const end = packed[1];
  const passage = unpackPassage(packed[13], source);
  const figure: Figure = {
    start,
    end,
    text: packed[14] ?? passage.text.slice(start - passage.start, end - passage.start),
    low: packed[2],
    high: packed[3],
    bound: packed[4],
    dimension: packed[5],
    unit: packed[6],
    vague: packed[7] === 1,
    precision: packed[8],
    boundSpan: unpackSpan(packed[9]),
    measure: unpackMeasure(packed[10]),
    claimant: unpackClaimant(packed[11]),
    sentence: unpackSpan(packed[12]) ?? { start, end },
  };
  return { source, outlet: packed[15], published: packed[16], figure, passage };
}

type PackedQuotation = readonly [
  number,
  number,
  string | null,
  readonly PackedSpan[],
  PackedClaimant | null,
  Quotation["form"],
  0 | 1,
  0 | 1,
  PackedSpan,
  PackedPassage,
];

/** Takes the quotations of one source; gives their row. */
export function packQuotations(quotes: readonly StoredQuotation[]): string {
  return JSON.stringify(
    quotes.map(
      ({ quote, passage }): PackedQuotation => [
        quote.start,
        quote.end,
        textIn(passage, quote) === quote.text ? null : quote.text,
        quote.parts.map(packSpan),
        packClaimant(quote.speaker),
        quote.form,
        quote.speech ? 1 : 0,
        quote.closed ? 1 : 0,
        packSpan(quote.sentence),
        packPassage(passage),
      ],
    ),
  );
}

/** Takes a row of `packQuotations` and the id of the source; gives the quotations. */
export function unpackQuotations(row: string, source: string): readonly StoredQuotation[] {
  return (JSON.parse(row) as readonly PackedQuotation[]).map((packed) => {
    const [start, end, text, parts, speaker, form, speech, closed, sentence, place] = packed;
    const passage = unpackPassage(place, source);
    const quote: Quotation = {
      start,
      end,
      text: text ?? textIn(passage, { start, end }),
      parts: parts.flatMap((part) => unpackSpan(part) ?? []),
      speaker: unpackClaimant(speaker),
      form,
      speech: speech === 1,
      closed: closed === 1,
      sentence: unpackSpan(sentence) ?? { start, end },
    };
    return { source, quote, passage };
  });
}

/** Takes what is known of an article; gives its row, without the id, which has a column of its own. */
export function packMeta(meta: SourceMeta): string {
  const { id: _, ...rest } = meta;
  return JSON.stringify(rest);
}

/** Takes a row of `packMeta` and the id; gives what is known of the article. */
export function unpackMeta(row: string, id: string): SourceMeta {
  return { id, ...(JSON.parse(row) as Omit<SourceMeta, "id">) };
}

function packClaimant(claimant: Claimant | null): PackedClaimant | null {
  if (claimant === null) return null;
  return [claimant.start, claimant.end, claimant.text, claimant.key, claimant.kind, claimant.aliases];
}

function unpackClaimant(packed: PackedClaimant | null): Claimant | null {
  if (packed === null) return null;
  return {
    start: packed[0],
    end: packed[1],
    text: packed[2],
    key: packed[3],
    kind: packed[4],
    aliases: packed[5],
  };
}

function packPassage(passage: Passage): PackedPassage {
  return [passage.start, passage.end, passage.text, passage.paragraph, passage.page, KINDS.indexOf(passage.kind)];
}

function unpackPassage(packed: PackedPassage, source: string): Passage {
  return {
    start: packed[0],
    end: packed[1],
    text: packed[2],
    source,
    paragraph: packed[3],
    page: packed[4],
    kind: KINDS[packed[5]] as BlockKind,
  };
}

function packSpan(span: Span | null): PackedSpan {
  return span === null ? null : [span.start, span.end];
}

function unpackSpan(packed: PackedSpan): Span | null {
  return packed === null ? null : { start: packed[0], end: packed[1] };
}

function textIn(passage: Passage, span: Span): string {
  return passage.text.slice(span.start - passage.start, span.end - passage.start);
}

/** JSON has no infinity; an open range ("over a million and counting") may have one. */
function keepInfinite(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? (value > 0 ? "∞" : "-∞") : value;
}

function readInfinite(_key: string, value: unknown): unknown {
  return value === "∞" ? Number.POSITIVE_INFINITY : value === "-∞" ? Number.NEGATIVE_INFINITY : value;
}

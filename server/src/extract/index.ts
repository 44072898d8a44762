import { readDocument, type TextDocument } from "../text/document.ts";
import { type CountsReader, readCounts } from "./again.ts";
import { readClaimants } from "./claimants/index.ts";
import { settleMeasures } from "./measures/index.ts";
import { readQuotations } from "./quotes/index.ts";
import type { Extraction, ExtractOptions, Figure } from "./types.ts";

export { type CountsReader, createCountsReader } from "./again.ts";
export type * from "./types.ts";

/**
 * Reads all figures and quotations of a text with their contexts.
 * Takes any text (stretches blanked by spaces are passed over, so that offsets stay those of the unblanked text) and what is known of it;
 * gives figures and quotations in order of `start`, in linear time. Never throws.
 */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  return extractFrom(readDocument(text), options);
}

/** As `extract`, of a text that has been cut up already; a reader of its quantities may know the version before. */
export function extractFrom(
  document: TextDocument,
  options: ExtractOptions = {},
  readCounted: CountsReader = readCounts,
): Extraction {
  const { quantities, told } = readCounted(document, options);
  const measures = settleMeasures(quantities, told);
  const quotes = readQuotations(document, options);
  const { claimants, sentences } = readClaimants(document, quantities, quotes, options);
  const figures = quantities.map(
    ({ start, end, text: words, low, high, bound, dimension, unit, vague, precision, boundSpan }, i): Figure => ({
      start,
      end,
      text: words,
      low,
      high,
      bound,
      dimension,
      unit,
      vague,
      precision,
      boundSpan,
      measure: measures[i]!,
      claimant: claimants[i] ?? null,
      sentence: sentences[i]!,
    }),
  );
  return { figures, quotes };
}

import type { TextDocument } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import type { Claimant, ExtractOptions, Quantity, Quotation } from "../types.ts";

/** Takes a text cut up, its quantities and its quotations; gives who states each quantity, and the sentence that holds it, one for one. */
export function readClaimants(
  _document: TextDocument,
  quantities: readonly Quantity[],
  _quotes: readonly Quotation[],
  _options: ExtractOptions,
): { claimants: (Claimant | null)[]; sentences: Span[] } {
  return { claimants: quantities.map(() => null), sentences: quantities.map(({ start, end }) => ({ start, end })) };
}

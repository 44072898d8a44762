import type { TextDocument } from "../../text/document.ts";
import type { ExtractOptions, Quotation } from "../types.ts";

/** Takes a text cut up; gives its quotations with their speakers, in order of `start`. */
export function readQuotations(_document: TextDocument, _options: ExtractOptions): Quotation[] {
  return [];
}

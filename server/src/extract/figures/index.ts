import type { TextDocument } from "../../text/document.ts";
import type { ExtractOptions, Quantity } from "../types.ts";

/** Takes a text cut up and what is known of it; gives its quantities in order of `start`, none overlapping another. */
export function readQuantities(_document: TextDocument, _options: ExtractOptions): Quantity[] {
  return [];
}

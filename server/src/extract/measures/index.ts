import type { TextDocument } from "../../text/document.ts";
import type { ExtractOptions, Measure, Quantity } from "../types.ts";

/** Takes a text cut up and its quantities in order; gives what each measures, one for one. */
export function readMeasures(
  _document: TextDocument,
  _quantities: readonly Quantity[],
  _options: ExtractOptions,
): Measure[] {
  return [];
}

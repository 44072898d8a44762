import type { TextDocument } from "../../text/document.ts";
import { NUMBER, WORD } from "../../text/tokens.ts";
import type { ExtractOptions, Quantity } from "../types.ts";
import { finishDraft, readDraft } from "./figure.ts";
import { type Scan, scanOf } from "./scan.ts";
import { openingAt } from "./triggers.ts";

/**
 * Reads every quantity of a text: counts, money, percentages, durations and ages, dates, multiples, fractions, measures, ordinals.
 * Takes a document and what is known of it; gives the quantities in order of `start`, none overlapping another, in linear time.
 * Names, models, addresses, list marks, versions and times of day are left out. Never throws.
 */
export function readQuantities(document: TextDocument, options: ExtractOptions): Quantity[] {
  const scan = scanOf(document, options, null);
  const { count, kind } = document.tokens;
  const found: Quantity[] = [];
  let free = 0;
  for (let at = 0; at < count; ) {
    const opens = kind[at] === NUMBER || (kind[at] === WORD && openingAt(scan, at) !== undefined);
    at = opens ? readAt(scan, at, free, found) : at + 1;
    if (opens) free = at;
  }
  return found;
}

function readAt(scan: Scan, at: number, free: number, found: Quantity[]): number {
  const draft = readDraft(scan, at, free, false);
  if (draft === null) return at + 1;
  found.push(finishDraft(scan, draft, free));
  return Math.max(at + 1, draft.to);
}

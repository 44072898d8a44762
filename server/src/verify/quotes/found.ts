import type { CorpusStore } from "../../store/types.ts";
import { keptOfStore, Recent } from "../recent.ts";
import type { Difference, QuoteFact } from "../types.ts";
import type { PatternItem } from "./pattern.ts";
import { findQuote, type QuoteMatch } from "./search.ts";

/** Quotations whose matches are kept: those of some paragraphs, which are judged anew with every key typed beside them. */
const KEPT = 32;

interface Found {
  /** Where the quotation stood. */
  readonly start: number;
  readonly matches: readonly QuoteMatch[];
}

const known = keptOfStore(() => new Recent<string, Found>(KEPT));

/** Takes a quotation, its pattern and the store; gives what `findQuote` gives, looked for once for the same words with the same citations. */
export function matchesOf(fact: QuoteFact, pattern: readonly PatternItem[], store: CorpusStore): readonly QuoteMatch[] {
  const found = known(store);
  const key = keyOf(fact);
  const { start } = fact.quote;
  const kept = found.get(key);
  if (kept !== undefined) return moved(kept, start);
  const matches = findQuote(pattern, fact.text, store, fact.cited);
  found.set(key, { start, matches });
  return matches;
}

/** The words inside the marks with the sign on either side, which tells a word that a bracket mends, and what is cited. */
function keyOf({ quote, text, cited }: QuoteFact): string {
  const parts = quote.parts.map(
    ({ start, end }) => `${start - quote.start} ${text.slice(Math.max(0, start - 1), end + 1)}`,
  );
  return [cited.join(" "), ...parts].join("\n");
}

function moved({ start, matches }: Found, to: number): readonly QuoteMatch[] {
  const by = to - start;
  if (by === 0 || matches.every(({ alignment }) => alignment.differences.length === 0)) return matches;
  return matches.map((match) => {
    const differences = match.alignment.differences.map((one) => movedDifference(one, by));
    return { ...match, alignment: { ...match.alignment, differences } };
  });
}

function movedDifference({ draft, source }: Difference, by: number): Difference {
  return { draft: { ...draft, start: draft.start + by, end: draft.end + by }, source };
}

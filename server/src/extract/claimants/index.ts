import type { TextDocument } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import type { Tokens } from "../../text/tokens.ts";
import { Trail } from "../names/index.ts";
import type { Claimant, ExtractOptions, Quotation } from "../types.ts";
import { type Clause, clauseFor, clausesOf } from "./clauses.ts";
import { isWeakPaper } from "./heads.ts";

export { namesOf, type Sameness, sameClaimant } from "./same.ts";
export { sideOf } from "./sides.ts";

/**
 * Takes a text cut up, its quantities (or any words of it) and its quotations, both in order of `start`; gives who states each (`null`: the outlet
 * itself), and the sentence that holds it, one for one, in linear time.
 */
export function readClaimants(
  document: TextDocument,
  quantities: readonly Span[],
  quotes: readonly Quotation[],
  _options: ExtractOptions,
): { claimants: (Claimant | null)[]; sentences: Span[] } {
  const trail = new Trail(document);
  const spoken = new QuoteCursor(quotes, trail);
  const { tokens, sentenceTokens } = document;
  let token = 0;
  let sentence = -1;
  let read = -1;
  let clauses: readonly Clause[] = [];
  const known = new Map<Clause, Claimant | null>();
  const sentences: Span[] = [];
  const claimants = quantities.map((quantity): Claimant | null => {
    while (token < tokens.count && (tokens.end[token] as number) <= quantity.start) token++;
    while (sentence + 1 < sentenceTokens.length && (sentenceTokens[sentence + 1] as number) <= token) sentence++;
    sentences.push(document.sentences[sentence] ?? quantity);
    const speaker = spoken.speakerAt(quantity);
    if (speaker && isTold(speaker)) return speaker;
    if (read !== sentence) {
      clauses = clausesOf(document, sentence);
      known.clear();
      read = sentence;
    }
    const clause = clauseFor(clauses, token);
    return clause && claimantOf(document, clause, known, trail);
  });
  return { claimants, sentences };
}

function claimantOf(
  { tokens }: TextDocument,
  clause: Clause,
  known: Map<Clause, Claimant | null>,
  trail: Trail,
): Claimant | null {
  const already = known.get(clause);
  if (already !== undefined) return already;
  const met = trail.claimant(clause.phrase);
  const made = isTold(met) && isWorthy(tokens, clause, met) ? met : null;
  known.set(clause, made);
  return made;
}

/** Somebody whom the reader may look up: not a pronoun that nothing in the text explains. */
function isTold({ kind, key }: Claimant): boolean {
  return kind !== "unnamed" || !UNTOLD.has(key);
}

const UNTOLD = new Set(["he", "she", "they", "it", "i", "we", "you", "who"]);

/** A paper with no issuer, and a label that names nobody, tell no claimant. */
function isWorthy(tokens: Tokens, { phrase, label }: Clause, { kind, key, aliases }: Claimant): boolean {
  if (aliases.length > 0) return true;
  if (isWeakPaper(tokens, phrase)) return false;
  return !label || (kind === "unnamed") !== key.includes(" ");
}

/** Goes through the quotations in step with the quantities. */
class QuoteCursor {
  private readonly quotes: readonly Quotation[];
  private readonly trail: Trail;
  private next = 0;

  constructor(quotes: readonly Quotation[], trail: Trail) {
    this.quotes = quotes;
    this.trail = trail;
  }

  /** The speaker of the quotation that holds a span; remembers the speakers passed on the way. */
  speakerAt(span: Span): Claimant | null {
    while (this.next < this.quotes.length && (this.quotes[this.next] as Quotation).end <= span.start) this.pass();
    const quote = this.quotes[this.next];
    if (!quote?.speaker || quote.start > span.start) return null;
    const inside = quote.parts.some((part) => part.start <= span.start && span.end <= part.end);
    return inside ? quote.speaker : null;
  }

  private pass(): void {
    const speaker = (this.quotes[this.next++] as Quotation).speaker;
    if (speaker) this.trail.remember(speaker);
  }
}

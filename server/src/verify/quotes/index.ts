import type { CorpusStore } from "../../store/types.ts";
import type { Judgement, QuoteFact, QuoteVerdict } from "../types.ts";

/** Takes a quotation of a draft with its context, and the store; gives the verdict with its evidence, message and suggestions; `null` where it is no quotation to judge (scare quotes that no source has). */
export function judgeQuote(_fact: QuoteFact, _store: CorpusStore): Judgement<QuoteVerdict> | null {
  return null;
}

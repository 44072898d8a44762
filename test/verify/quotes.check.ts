import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../server/src/extract/index.ts";
import type { Quotation } from "../../server/src/extract/types.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { english } from "../../server/src/verify/locale/en.ts";
import { render } from "../../server/src/verify/messages.ts";
import { judgeQuote } from "../../server/src/verify/quotes/index.ts";
import type { Judgement, QuoteVerdict } from "../../server/src/verify/types.ts";

/** What one case expects: the verdict, or "none" where nothing is to be judged; words of the message; the draft after the first fix. */
export interface Expected {
  readonly verdict: QuoteVerdict | "none";
  readonly says?: string;
  readonly fixed?: string;
  readonly cited?: readonly string[];
}

/** Takes a draft whose first quotation is meant, the sources, and what is expected of it; makes it a test. */
export function checkQuote(store: CorpusStore, draft: string, expected: Expected): void {
  test(`${expected.verdict}: ${draft.slice(0, 90)}`, () => {
    const found = judgeFirst(store, draft, expected.cited ?? []);
    assert.equal(
      found?.judgement?.verdict ?? "none",
      expected.verdict,
      found ? sentence(found.judgement) : "no quotation read",
    );
    if (expected.says) assert.ok(sentence(found!.judgement).includes(expected.says), sentence(found!.judgement));
    if (expected.fixed) assert.equal(firstFix(draft, found!.judgement), expected.fixed);
  });
}

/** Takes a draft and a store; gives the judgement on the draft's first quotation, or null where it has none. */
export function judgeFirst(
  store: CorpusStore,
  draft: string,
  cited: readonly string[] = [],
): { quote: Quotation; judgement: Judgement<QuoteVerdict> | null } | null {
  const quote = extract(draft).quotes[0];
  return quote ? { quote, judgement: judgeQuote({ quote, text: draft, cited }, store) } : null;
}

function sentence(judgement: Judgement<QuoteVerdict> | null): string {
  return judgement ? render(english, judgement.message) : "nothing to judge";
}

function firstFix(draft: string, judgement: Judgement<QuoteVerdict> | null): string {
  const fix = judgement?.suggestions[0];
  return fix ? draft.slice(0, fix.span.start) + fix.newText + draft.slice(fix.span.end) : "no fix";
}

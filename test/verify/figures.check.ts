import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../server/src/extract/index.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { judgeFigure } from "../../server/src/verify/figures/index.ts";
import { english } from "../../server/src/verify/locale/en.ts";
import { render } from "../../server/src/verify/messages.ts";
import type { FigureVerdict, Judgement } from "../../server/src/verify/types.ts";

/** What one case expects beside its verdict: words of the message; the draft after the first fix. */
export interface Expected {
  readonly says?: string;
  readonly fixed?: string;
}

/** Takes a store and a draft whose figure is marked "[[…]]"; gives the plain draft and the judgement. Throws where no figure stands there. */
export function judgeMarked(
  store: CorpusStore,
  marked: string,
): { draft: string; judgement: Judgement<FigureVerdict> } {
  const draft = marked.replace("[[", "").replace("]]", "");
  const [start, end] = [marked.indexOf("[["), marked.indexOf("]]") - 2];
  const { figures } = extract(draft);
  const figure = figures.find((one) => one.start < end && start < one.end);
  if (!figure) throw new Error(`no figure is read at ${start} of: ${draft}`);
  const neighbours = figures.filter((one) => one !== figure);
  return { draft, judgement: judgeFigure({ figure, neighbours, text: draft, cited: [] }, store) };
}

/** One case: against these sources, the marked figure is judged so. */
export function checkFigure(store: CorpusStore, marked: string, verdict: FigureVerdict, expected: Expected = {}): void {
  test(`${verdict}: ${marked}`, () => {
    const { draft, judgement } = judgeMarked(store, marked);
    const said = render(english, judgement.message);
    assert.equal(judgement.verdict, verdict, said);
    assert.doesNotMatch(said, /[{}]|figure\.|outcome\.|undefined|null/);
    if (expected.says !== undefined) assert.ok(said.includes(expected.says), said);
    if (expected.fixed !== undefined) assert.equal(firstFix(draft, judgement), expected.fixed);
  });
}

function firstFix(draft: string, { suggestions: [first] }: Judgement<FigureVerdict>): string {
  return first ? draft.slice(0, first.span.start) + first.newText + draft.slice(first.span.end) : draft;
}

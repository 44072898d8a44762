import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { extract } from "../../server/src/extract/index.ts";
import type { Figure, Quotation } from "../../server/src/extract/types.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { judgeCitedFigure } from "../../server/src/verify/cited.ts";
import { judgeQuote } from "../../server/src/verify/quotes/index.ts";
import { nearOf } from "../../server/src/verify/reach.ts";
import type { Judgement } from "../../server/src/verify/types.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`x
== alpha | Alpha Times | 2024-03-02
The flood killed 43 people in Norland, the interior ministry said. Rents reached a seven-year high in 2023, the highest since 2016.

The mayor, Ana Brandt, denied that "the dam of the valley was never safe". Repairs cost between $2.5 million and $3 million. Ruth Hale, 52, won 3-1.
`);

const SAFE = "The dam of the valley was never safe";
/** Sentences with facts whose judges look at the words beside them, and what may stand around. */
const PARTS = [
  'Nobody denied that "the dam of the valley was never safe".',
  '"The dam of the valley was never safe," the mayor said.',
  "The mayor did not say that",
  'She said so. "The dam of the valley was never safe."',
  "Repairs cost between $1.9 million and $3 million.",
  "A seven-year high.",
  "Jan Holm said the flood killed only 44 people in Norland.",
  "The flood killed about 43 people. The interior ministry said so.",
  "Clegg, 52, won 3-1.",
  "It rained for a long while.",
  "They sank 9,999 boats of all that had ever sailed from there by night or by day.",
  "Of them, exactly",
  "from",
];
const texts = fc
  .array(fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom(" ", "\n\n", " “", "— ")), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(""));

const EXAMPLES: [string][] = [[`The mayor did not say that\n\n“${SAFE}.”`], [`It rained, as he said. “${SAFE}.”`]];

describe("what a judge looks at", () => {
  it("lies in what a judgement is kept by: all else may be blank", () => {
    fc.assert(fc.property(texts, restsOnNear), { numRuns: 300, examples: EXAMPLES });
  });

  it("is no more than its sentence with a few words beside it", () => {
    const far = "It rained for a long while. ".repeat(6);
    const text = `${far}The flood killed 43 people in Norland. ${far}`;
    const [figure] = extract(text).figures as [Figure];
    const { start, end } = nearOf(text, figure);
    assert.ok(end - start < 150, text.slice(start, end));
  });
});

function restsOnNear(text: string): void {
  const { figures, quotes } = extract(text);
  for (const fact of [...figures, ...quotes]) {
    const { start, end } = nearOf(text, fact);
    const alone = " ".repeat(start) + text.slice(start, end) + " ".repeat(text.length - end);
    assert.deepEqual(judge(fact, alone, store), judge(fact, text, store), `${fact.text} of ${text}`);
  }
}

function judge(fact: Figure | Quotation, text: string, store: CorpusStore): Judgement | null {
  if ("parts" in fact) return judgeQuote({ quote: fact, text, cited: [] }, store);
  return judgeCitedFigure({ figure: fact, text, cited: [], neighbours: [] }, store);
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { corpusStore, judgeFacts, scoresOf } from "./measure.ts";

const judged = judgeFacts(corpusStore(new URL("../../corpus/", import.meta.url)));
const figures = judged.filter(({ fact }) => fact.kind === "figure");

/** Least precision and recall by verdict of figures, in percent: what is reached is not lost again. */
const LEAST: Readonly<Record<string, readonly [precision: number, recall: number]>> = {
  supported: [90, 97],
  disputed: [90, 75],
  imprecise: [95, 95],
  derived: [95, 90],
  misattributed: [95, 60],
  mismatched: [95, 85],
  contradicted: [95, 90],
  unsupported: [90, 95],
};

for (const { verdict, labelled, precision, recall } of scoresOf(figures)) {
  const least = LEAST[verdict];
  if (!least) continue;
  test(`figures: ${verdict}, ${labelled} labelled, precision at least ${least[0]} and recall at least ${least[1]} percent`, () => {
    assert.ok(100 * precision >= least[0], `precision is ${(100 * precision).toFixed(1)}`);
    assert.ok(100 * recall >= least[1], `recall is ${(100 * recall).toFixed(1)}`);
  });
}

test("figures: 94 in a hundred labelled facts are judged right", () => {
  const right = figures.filter((one) => one.right).length;
  assert.ok(right >= 0.94 * figures.length, `${right} of ${figures.length}`);
});

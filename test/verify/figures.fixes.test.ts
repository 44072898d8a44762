import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { judgeMarked } from "./figures.check.ts";
import { fixture } from "./fixture.ts";

const { store } = fixture(`
== ledger | The Ledger | 2021-05-01
Each bomb weighed about 250 kilograms. The war has killed more than 80,000 people.

Some 412 investors lost £83 million in the fraud. The biggest single loss was £2.4 million.

Analyst Mina Falk cut her target price to 200 kroner from 245.

The town of Brenn counts 840 damaged houses. Insurers put the damage at between 600 million and 900 million euros.

Nolan was her pupil for 11 years. Strikes fell to 11,500 in May. Nearly 40% of the fields were flooded.

The aid group said that the hospital had treated 48 patients on Monday.
`);

/** The draft after its first fix, or as it is where no fix is offered. */
const fixed = (marked: string, expected: string) =>
  test(`${marked} → ${expected}`, () => {
    const { draft, judgement } = judgeMarked(store, marked);
    const [first] = judgement.suggestions;
    const mended = first ? draft.slice(0, first.span.start) + first.newText + draft.slice(first.span.end) : draft;
    assert.equal(mended, expected);
  });
const keepsOff = (marked: string) => fixed(marked, marked.replace("[[", "").replace("]]", ""));

describe("a fix writes the very measure", () => {
  fixed("The war has killed exactly [[80,000]] people.", "The war has killed more than 80,000 people.");
  fixed("The war has killed [[80,000]] people.", "The war has killed more than 80,000 people.");
  fixed("Only [[37]] investors lost money in the fraud.", "Some 412 investors lost money in the fraud.");
  fixed("Almost [[30%]] of the fields were flooded.", "Nearly 40% of the fields were flooded.");
  fixed("About [[40%]] of the fields were flooded.", "About 40% of the fields were flooded.");
  fixed("Nolan was her pupil for [[23]] years.", "Nolan was her pupil for 11 years.");
  fixed("The biggest single loss was [[£4.2 million]].", "The biggest single loss was £2.4 million.");
});

describe("no fix where none is sure", () => {
  keepsOff("Each bomb weighed [[a quarter]] of a tonne.");
  keepsOff("The average loss was about [[£200,000]].");
  keepsOff("Falk cut her target price to [[245]] kroner from 200.");
  keepsOff("Some [[64]] houses were destroyed in Brenn.");
  keepsOff("Insurers put the damage at no more than [[€500m]].");
  keepsOff("Strikes fell by [[3,300]] in May.");
});

const several = fixture(`
== ledger | The Ledger | 2021-05-01
More than 1,600 civilians were killed in Brenn in the siege.
== courier | The Courier | 2021-05-02
Over 1,600 civilians were killed in Brenn in the siege.
== herald | The Herald | 2021-05-03
At least 1,700 civilians were killed in Brenn in the siege.
== post | The Post | 2021-05-03
More than 1,600 civilians were killed in Brenn in the siege, officials said.
== gazette | The Gazette | 2021-05-04
In excess of 1.6 thousand civilians were killed in Brenn in the siege.
`);

/** What is offered for the marked figure, the likeliest first. */
const offers = (marked: string, ...expected: readonly string[]) =>
  test(`${marked}: ${expected.join(", or ")}`, () => {
    const { suggestions } = judgeMarked(several.store, marked).judgement;
    assert.deepEqual(
      suggestions.map(({ newText }) => newText),
      expected,
    );
  });

describe("what says the same is offered once", () => {
  offers("In Brenn, [[2,600]] civilians were killed in the siege.", "more than 1,600", "at least 1,700");
  offers("In Brenn, [[1,600]] civilians were killed in the siege.", "more than 1,600");
});

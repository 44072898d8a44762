import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Quotation } from "../../server/src/extract/types.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { claimantName } from "../../server/src/verify/names.ts";
import { storeOf } from "./fixture.ts";
import { judgeFirst } from "./quotes.check.ts";
import { type Spoken, seeded, type Variant, variantsOf, wordsOf } from "./quotes.variants.ts";

const folder = process.env["SOURCELINE_ARTICLES"];
const skip = folder ? false : "SOURCELINE_ARTICLES names no folder of saved articles";
/** Each quotation is written in each way this many times, at other places. */
const ROUNDS = 5;

test("variants of every quotation of the saved articles get the right verdict", { skip }, (t) => {
  const store = articles(folder as string);
  const random = seeded(2019);
  const outcomes = spokenIn(store).flatMap((spoken) =>
    Array.from({ length: ROUNDS }, () => variantsOf(spoken, random).map((variant) => outcomeOf(store, variant))).flat(),
  );
  const honest = outcomes.filter(({ variant }) => variant.honest);
  const dishonest = outcomes.filter(({ variant }) => !variant.honest);
  for (const wrong of outcomes.filter(({ right }) => !right).slice(0, 20))
    t.diagnostic(`${wrong.variant.name}: ${wrong.verdict}: ${wrong.variant.draft}`);
  t.diagnostic(
    `${share(dishonest)} % of ${dishonest.length} dishonest and ${share(honest)} % of ${honest.length} honest variants judged right`,
  );
  assert.ok(dishonest.length > 200 && honest.length > 200, "too few variants to say anything");
  assert.ok(share(dishonest) >= 97, `only ${share(dishonest)} % of the dishonest variants`);
  assert.ok(share(honest) >= 98, `${share(honest)} % of the honest variants`);
});

function articles(path: string): CorpusStore {
  const files = readdirSync(path).filter((name) => name.endsWith(".txt"));
  return storeOf(
    files.map((name) => ({
      id: name.slice(0, -4),
      outlet: null,
      published: null,
      text: readFileSync(join(path, name), "utf8"),
    })),
  );
}

/** The longer quotations that have a named speaker, each with somebody else who is quoted in the corpus. */
function spokenIn(store: CorpusStore): Spoken[] {
  const all = store
    .sources()
    .flatMap(({ meta }) => store.quotesOf(meta.id).map(({ quote }) => ({ quote, text: store.article(meta.id)!.text })));
  return all.flatMap(({ quote, text }) => {
    const words = wordsOf(quote, text);
    if (!quote.speaker || words.length < 5) return [];
    return [{ words, speaker: claimantName(quote.speaker), other: otherSpeaker(quote) }];
  });
}

/** Somebody whom no article quotes with anything. */
function otherSpeaker(_quote: Quotation): string {
  return "Margarethe Lindqvist";
}

interface Outcome {
  readonly variant: Variant;
  readonly verdict: string;
  readonly right: boolean;
}

function outcomeOf(store: CorpusStore, variant: Variant): Outcome {
  const verdict = judgeFirst(store, variant.draft)?.judgement?.verdict ?? "none";
  return { variant, verdict, right: variant.right.includes(verdict) };
}

function share(outcomes: readonly Outcome[]): number {
  return Math.round((1000 * outcomes.filter(({ right }) => right).length) / Math.max(1, outcomes.length)) / 10;
}

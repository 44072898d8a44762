import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { prepareDraft } from "../../server/src/draft/index.ts";
import { openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { verifyDraft } from "../../server/src/verify/index.ts";
import { type Entry, madeEntry } from "./fixtures.ts";

/** More figures than are read whole, with one wire story kept under many names, so that many are equally like. */
const MANY: readonly Entry[] = [
  ...Array.from({ length: 90 }, (_, i) => madeEntry(i)),
  ...Array.from({ length: 60 }, (_, i) => named(madeEntry(7), `copy-${(i * 37) % 60}`)),
];
const FEW = MANY.slice(78, 104);

function named({ article, extraction }: Entry, id: string): Entry {
  return { article: { ...article, meta: { ...article.meta, id, path: `${id}.txt` } }, extraction };
}

function storeOf(kind: "memory" | "sqlite", entries: readonly Entry[]): CorpusStore {
  if (kind === "memory") {
    const store = createMemoryStore();
    for (const { article, extraction } of entries) store.put(article, extraction);
    return store;
  }
  const store = openSqliteStore(":memory:");
  const half = entries.length >> 1;
  store.putAll(entries.slice(0, half));
  store.putAll(entries.slice(half));
  return store;
}

const ASKED = [madeEntry(7), madeEntry(3), madeEntry(500)].map(({ extraction }) => extraction);

function lookups(store: CorpusStore): unknown {
  return ASKED.map(({ figures, quotes }) => [
    figures.map((figure) => [
      store.figuresLikeValue(figure, { limit: 8 }),
      store.figuresLikeMeasure(figure, { limit: 8 }),
    ]),
    quotes.map(({ text }) => [
      store.passagesLike(text.split(" "), { limit: 8 }),
      store.passagesLike(text.split(" ").slice(0, 1), { limit: 8 }),
    ]),
  ]);
}

const DRAFT = prepareDraft(madeEntry(7).article.text, "plain", null);

function findings(store: CorpusStore): unknown {
  return verifyDraft(DRAFT, store).map(({ figure: _, quote: __, ...finding }) => finding);
}

function shuffled(entries: readonly Entry[]): fc.Arbitrary<Entry[]> {
  return fc.shuffledSubarray([...entries], { minLength: entries.length, maxLength: entries.length });
}

describe("the order in which articles are read changes nothing", () => {
  for (const kind of ["memory", "sqlite"] as const) {
    it(`in a large corpus (${kind})`, () => {
      const first = storeOf(kind, MANY);
      const wanted = [lookups(first), findings(first)];
      fc.assert(
        fc.property(shuffled(MANY), (entries) => {
          const store = storeOf(kind, entries);
          assert.deepEqual([lookups(store), findings(store)], wanted);
        }),
        { numRuns: 3 },
      );
    });
  }
  it("in a small corpus, in both stores alike", () => {
    const first = storeOf("memory", FEW);
    const wanted = [lookups(first), findings(first)];
    fc.assert(
      fc.property(shuffled(FEW), fc.constantFrom("memory" as const, "sqlite" as const), (entries, kind) => {
        const store = storeOf(kind, entries);
        assert.deepEqual([lookups(store), findings(store)], wanted);
      }),
      { numRuns: 6 },
    );
  });
});

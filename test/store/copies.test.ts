import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { articleOf } from "./fixtures.ts";

const STORES: Readonly<Record<string, () => CorpusStore>> = {
  memory: createMemoryStore,
  sqlite: () => openSqliteStore(":memory:"),
};

function both(name: string, test: (store: CorpusStore) => void): void {
  for (const [kind, make] of Object.entries(STORES)) it(`${name} (${kind})`, () => test(make()));
}

describe("copies of one text have one origin", () => {
  const wire =
    "The river rose by four metres in a single night and took the old bridge with it, the governor told reporters on Monday. Boats carried people from the lower town to the school on the hill, where volunteers had laid out blankets and bread. Nobody knows yet how many are missing, he said, because the telephones are down and the road is cut in three places.";
  const dated = (id: string, published: string | null, paragraphs: readonly string[]) => {
    const article = articleOf(id, paragraphs);
    return { ...article, meta: { ...article.meta, published } };
  };
  const none = { figures: [], quotes: [] };
  both("the earliest", (store) => {
    store.put(dated("b", "2019-04-26", [wire, "Reporting by our own desk."]), none);
    store.put(dated("a", null, [wire]), none);
    store.put(dated("c", "2019-04-25", ["What follows is from the wire.", wire]), none);
    store.put(dated("d", "2011-01-01", ["Something else entirely happened here, and it has words of its own."]), none);
    assert.deepEqual(
      store.sources().map(({ origin }) => origin),
      ["c", "c", "c", "d"],
    );
    store.remove("c");
    assert.deepEqual(
      store.sources().map(({ origin }) => origin),
      ["b", "b", "d"],
    );
    store.put(
      dated("b", "2019-04-26", ["A correction now stands in the place of all of this, in other words than before."]),
      none,
    );
    assert.deepEqual(
      store.sources().map(({ origin }) => origin),
      ["a", "b", "d"],
    );
  });
});

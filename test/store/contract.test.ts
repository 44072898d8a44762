import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { articleOf, type Entry, type FigureHint, figureIn, madeEntry, quotationIn } from "./fixtures.ts";

const STORES: Readonly<Record<string, () => CorpusStore>> = {
  memory: createMemoryStore,
  sqlite: () => openSqliteStore(":memory:"),
};

function both(name: string, test: (store: CorpusStore) => void): void {
  for (const [kind, make] of Object.entries(STORES)) it(`${name} (${kind})`, () => test(make()));
}

function entryOf(id: string, text: string, digits = "", hint: FigureHint = {}): Entry {
  const figures = digits === "" ? [] : [figureIn(text, digits, hint)];
  return { article: articleOf(id, text.split("\n\n")), extraction: { figures, quotes: [] } };
}

describe("a store keeps what it was given", () => {
  both("and gives it back whole", (store) => {
    const entries = [0, 1, 2, 3].map(madeEntry);
    for (const { article, extraction } of entries) store.put(article, extraction);
    assert.equal(store.size, 4);
    for (const { article, extraction } of entries) {
      assert.deepEqual(store.article(article.meta.id), article);
      assert.deepEqual(
        store.figuresOf(article.meta.id).map(({ figure }) => figure),
        extraction.figures,
      );
      assert.deepEqual(
        store.quotesOf(article.meta.id).map(({ quote }) => quote),
        extraction.quotes,
      );
      for (const { passage, figure } of store.figuresOf(article.meta.id)) {
        assert.equal(passage.text, article.text.slice(passage.start, passage.end));
        assert.ok(passage.start <= figure.start && figure.end <= passage.end && passage.paragraph > 0);
      }
    }
    assert.deepEqual(
      store.sources().map(({ meta }) => meta.id),
      ["a0", "a1", "a2", "a3"],
    );
    assert.deepEqual(store.source("a1"), store.sources()[1]);
  });
  both("in place of the last one with the same id", (store) => {
    const old = entryOf("a", "The flood killed 40 people in Goma.", "40");
    const now = entryOf("a", "The flood killed 52 people in Goma.", "52");
    store.put(old.article, old.extraction);
    const before = store.revision;
    store.put(now.article, now.extraction);
    assert.ok(store.revision > before);
    assert.deepEqual([store.size, store.figuresOf("a").length, store.article("a")?.text], [1, 1, now.article.text]);
    assert.deepEqual(store.figuresLikeValue(figureIn("40", "40"), { limit: 5 }), []);
    assert.equal(store.passagesLike(["flood", "killed"], { limit: 5 }).length, 1);
  });
  both("until it is taken out", (store) => {
    const { article, extraction } = madeEntry(7);
    store.put(article, extraction);
    store.remove("a7");
    store.remove("unheard-of");
    const draft = extraction.figures[0];
    assert.ok(draft);
    assert.deepEqual(
      [
        store.size,
        store.source("a7"),
        store.article("a7"),
        store.figuresOf("a7"),
        store.quotesOf("a7"),
        store.sources(),
      ],
      [0, null, null, [], [], []],
    );
    assert.deepEqual(store.figuresLikeValue(draft, { limit: 9 }), []);
    assert.deepEqual(store.figuresLikeMeasure(draft, { limit: 9 }), []);
    assert.equal(store.passageAt("a7", 100, 110), null);
  });
  both("but not figures and quotations in furniture", (store) => {
    const article = articleOf("a", ["It killed 12 people.", "~Also read: 12 words to learn, “so they say”"]);
    const figures = [figureIn(article.text, "12"), { ...figureIn(article.text, "12 words"), text: "12" }];
    store.put(article, { figures, quotes: [quotationIn(article.text, "so they say")] });
    assert.deepEqual([store.figuresOf("a").length, store.quotesOf("a").length], [1, 0]);
    assert.deepEqual(store.passagesLike(["so", "they", "say"], { limit: 5 }), []);
    assert.equal(store.passageAt("a", article.text.indexOf("say"), article.text.indexOf("say") + 3), null);
  });
});

/** A source's figure, a draft's, and whether the one is a candidate for the other by value. */
const VALUES: readonly [name: string, source: FigureHint, draft: FigureHint, found: boolean][] = [
  ["the same value", { low: 1600, precision: 100 }, { low: 1600, precision: 100 }, true],
  ["a rounder draft", { low: 134_386 }, { low: 134_000, precision: 1000 }, true],
  ["a rounder draft, up", { low: 1291 }, { low: 1300, precision: 100 }, true],
  ["a rounder draft over a bucket's edge", { low: 999 }, { low: 1000, precision: 1000 }, true],
  ["a rounder source", { low: 2000, precision: 1000 }, { low: 1613 }, true],
  ["a bound a step below", { low: 1291 }, { low: 1200, precision: 100, bound: "more-than" }, true],
  ["another value", { low: 1500, precision: 100 }, { low: 1600, precision: 100 }, false],
  ["another small value", { low: 4 }, { low: 5 }, false],
  [
    "a percentage as a fraction",
    { low: 33, dimension: "percent", unit: "percent" },
    { low: 1 / 3, dimension: "fraction", precision: 0 },
    true,
  ],
  [
    "months as years",
    { low: 18, dimension: "duration", unit: "month" },
    { low: 1.5, precision: 0.5, dimension: "duration", unit: "year" },
    true,
  ],
  [
    "miles as kilometres",
    { low: 10, dimension: "measure", unit: "mile" },
    { low: 16, dimension: "measure", unit: "km" },
    true,
  ],
  ["money is no count", { low: 12, dimension: "money", unit: "USD" }, { low: 12 }, false],
  ["a value in the draft's range", { low: 24_500 }, { low: 10_000, high: 99_999, precision: 0 }, true],
  ["a value in the source's range", { low: 5000, high: 7000, precision: 1000 }, { low: 6400, precision: 100 }, true],
  ["a value in a very wide range", { low: 1000, high: 999_999, precision: 0 }, { low: 6400, precision: 100 }, true],
  ["a very wide draft", { low: 6400 }, { low: 1000, high: 9_999_999, precision: 0 }, true],
  ["ranges that overlap", { low: 5000, high: 7000 }, { low: 6500, high: 9000 }, true],
  ["nothing and nothing", { low: 0 }, { low: 0 }, true],
  [
    "below nothing",
    { low: -12, dimension: "percent", unit: "percent" },
    { low: -12, dimension: "percent", unit: "percent" },
    true,
  ],
  ["a day in a year", { low: 17_100, dimension: "date" }, { low: 16_983, high: 17_347, dimension: "date" }, true],
  ["another year", { low: 17_100, dimension: "date" }, { low: 17_348, high: 17_712, dimension: "date" }, false],
];

describe("a figure is found by its value", () => {
  for (const [name, source, draft, found] of VALUES) {
    both(`${name}, ${found ? "found" : "not found"}`, (store) => {
      const { article, extraction } = entryOf("a", "They counted 1,234 of them there.", "1,234", source);
      store.put(article, extraction);
      for (const crowd of CROWD) store.put(crowd.article, crowd.extraction);
      const hits = store.figuresLikeValue(figureIn("9", "9", draft), { limit: 200 });
      assert.equal(
        hits.some((hit) => hit.source === "a"),
        found,
      );
    });
  }
  both("those that share most terms first, within the limit and the sources asked", (store) => {
    const terms = ["flood", "kill", "people", "goma"];
    [0, 3, 1, 4, 2].forEach((shared, i) => {
      const { article, extraction } = entryOf(`s${i}`, "There were 77 there.", "77", { terms: terms.slice(0, shared) });
      store.put(article, extraction);
    });
    const draft = figureIn("77", "77", { terms });
    const ids = (limits: { limit: number; sources?: string[] }) =>
      store.figuresLikeValue(draft, limits).map(({ source }) => source);
    assert.deepEqual(ids({ limit: 9 }), ["s3", "s1", "s4", "s2", "s0"]);
    assert.deepEqual(ids({ limit: 2 }), ["s3", "s1"]);
    assert.deepEqual(ids({ limit: 9, sources: ["s0", "s4", "none"] }), ["s4", "s0"]);
  });
});

/** So many figures that stores go by keys. */
const CROWD = Array.from({ length: 40 }, (_, i) => madeEntry(1000 + i));

describe("a figure is found by its measure", () => {
  const MEASURES: readonly [name: string, source: FigureHint, draft: FigureHint, found: boolean][] = [
    ["one head", { head: "boat" }, { head: "boat" }, true],
    ["one outcome", { head: "gull", outcome: "infected" }, { head: "goose", outcome: "infected" }, true],
    [
      "two words of context",
      { head: "gull", terms: ["harbour", "tern"] },
      { head: "goose", terms: ["harbour", "tern"] },
      true,
    ],
    ["nothing in common", { head: "gull", terms: ["harbour"] }, { head: "goose", terms: ["farm"] }, false],
    ["another dimension", { head: "boat", dimension: "percent", unit: "percent" }, { head: "boat" }, false],
  ];
  for (const [name, source, draft, found] of MEASURES) {
    both(`${name}, ${found ? "found" : "not found"}`, (store) => {
      const { article, extraction } = entryOf("a", "They counted 1,234 of them there.", "1,234", source);
      store.put(article, extraction);
      for (const crowd of CROWD) store.put(crowd.article, crowd.extraction);
      const hits = store.figuresLikeMeasure(figureIn("8", "8", draft), { limit: 200 });
      assert.equal(
        hits.some((hit) => hit.source === "a"),
        found,
      );
    });
  }
});

describe("a passage is found by its words", () => {
  const text =
    "The U.S. won’t pay 1,600 dollars for it, she said.\n\nIt is what it is. Nobody will go back there.\n\nA last word on torture.";
  const QUERIES: readonly [words: string, paragraphs: readonly number[]][] = [
    ["won't pay 1600 dollars", [1]],
    ["the US WON’T pay", [1]],
    ["it is what it was", [2]],
    ["nobody would go back there", [2]],
    ["pay 1,600 dollars for it, she said. It is what it is", [1]],
    ["torture", [3]],
    ["it is", [2]],
    ["entirely other words", []],
    ["", []],
  ];
  for (const [words, paragraphs] of QUERIES) {
    both(`“${words}”`, (store) => {
      const { article } = entryOf("a", text);
      store.put(article, { figures: [], quotes: [] });
      const hits = store.passagesLike(words.split(" "), { limit: 5 });
      assert.deepEqual(
        hits.slice(0, 1).map(({ passage }) => passage.paragraph),
        paragraphs,
      );
      for (const { passage, votes } of hits) {
        assert.equal(passage.text, article.text.slice(passage.start, passage.end));
        assert.ok(votes > 0);
      }
      assert.deepEqual(store.passagesLike(words.split(" "), { limit: 5, sources: ["a"] }), hits);
      assert.deepEqual(store.passagesLike(words.split(" "), { limit: 5, sources: ["b"] }), []);
    });
  }
  both("over two paragraphs that stand together", (store) => {
    const { article } = entryOf("a", "We shall leave the old town.\n\nNobody else stays behind now.\n\nRain fell.");
    store.put(article, { figures: [], quotes: [] });
    const [hit] = store.passagesLike("leave the old town nobody else stays behind".split(" "), { limit: 3 });
    assert.equal(hit?.passage.text, article.text.slice(0, article.text.indexOf("\n\nRain")));
  });
  both("a sentence around a range", (store) => {
    const { article } = entryOf("a", text);
    store.put(article, { figures: [], quotes: [] });
    const at = article.text.indexOf("go back");
    const passage = store.passageAt("a", at, at + 7);
    assert.deepEqual([passage?.text, passage?.paragraph], ["Nobody will go back there.", 2]);
    assert.equal(store.passageAt("b", 0, 1), null);
  });
});

describe("both stores answer alike", () => {
  const [memory, sqlite] = [createMemoryStore(), openSqliteStore(":memory:")];
  const entries = Array.from({ length: 20 }, (_, i) => madeEntry(i));
  for (const { article, extraction } of entries) memory.put(article, extraction);
  sqlite.putAll(entries);
  it("about a small corpus, to the last candidate", () => {
    const extra = madeEntry(3).extraction;
    for (const figure of [...extra.figures, ...madeEntry(500).extraction.figures]) {
      for (const limits of [{ limit: 20 }, { limit: 5, sources: ["a3", "a9"] }]) {
        assert.deepEqual(sqlite.figuresLikeValue(figure, limits), memory.figuresLikeValue(figure, limits));
        assert.deepEqual(sqlite.figuresLikeMeasure(figure, limits), memory.figuresLikeMeasure(figure, limits));
      }
    }
    for (const quote of extra.quotes) {
      const words = quote.text.split(" ");
      assert.deepEqual(sqlite.passagesLike(words, { limit: 9 }), memory.passagesLike(words, { limit: 9 }));
    }
  });
  it("and find the source of every figure and quotation of a larger one first", () => {
    const more = Array.from({ length: 150 }, (_, i) => madeEntry(100 + i));
    for (const { article, extraction } of more) memory.put(article, extraction);
    sqlite.putAll(more);
    for (const { article, extraction } of more.slice(0, 30)) {
      for (const store of [memory, sqlite]) {
        for (const figure of extraction.figures) {
          const hits = store.figuresLikeValue(figure, { limit: 5 });
          assert.ok(
            hits.some((hit) => hit.source === article.meta.id),
            `${figure.text} in ${article.meta.id}`,
          );
        }
        for (const quote of extraction.quotes) {
          const [hit] = store.passagesLike(quote.text.split(" "), { limit: 5 });
          assert.equal(hit?.passage.source, article.meta.id);
        }
      }
    }
  });
});

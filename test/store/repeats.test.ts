import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Article, readText } from "../../server/src/corpus/index.ts";
import { prepareArticle } from "../../server/src/node/store/prepare.ts";
import { type IndexStore, openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { extractArticle } from "../../server/src/service/intake.ts";
import { createMemoryStore } from "../../server/src/store/memory.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";

const BLURBS = [
  "The Ledger brings news of 27 towns to 1 million readers, and has done so since 1950.",
  "Call our desk of 14 editors on weekdays, and leave 3 words about what you saw.",
];
const WIRE = [
  "The river rose by four metres in a single night and took the old bridge with it, the governor told reporters on Monday. Boats carried people from the lower town to the school on the hill.",
  "Nobody knows yet how many are missing, because the telephones are down and the road is cut in three places. The flood killed 40 people in Goma, the ministry said in a statement.",
];
const OUTLETS = ["The Ledger", "The Harbour Post", null];
const DAYS = ["2019-04-25", "2019-04-26", null];

/** One page: which outlet it is of, on which day, whether it carries the wire's text, and which blurbs it ends with. */
interface Page {
  readonly id: number;
  readonly outlet: number;
  readonly day: number;
  readonly wire: boolean;
  readonly blurbs: readonly number[];
}

function articleOf({ id, outlet, day, wire, blurbs }: Page): Article {
  const own = `The storm of week ${id} killed ${100 + id} people and closed road ${id * 7}. “We counted ${100 + id} houses,” said Maria Castell of town ${id}.`;
  const head = [`id: p${id}`, `title: Storm ${id}`];
  if (OUTLETS[outlet]) head.push(`outlet: ${OUTLETS[outlet]}`);
  if (DAYS[day]) head.push(`published: ${DAYS[day]}`);
  const paragraphs = [own, ...(wire ? WIRE : []), ...blurbs.map((one) => BLURBS[one] as string), `It was week ${id}.`];
  const text = `---\n${head.join("\n")}\n---\n\n${paragraphs.join("\n\n")}\n`;
  return readText(`p${id}.md`, text).articles[0] as Article;
}

function put(store: CorpusStore, page: Page): void {
  const article = articleOf(page);
  store.put(article, extractArticle(article));
}

/** All that a store says of its articles, and what it finds of the words that they share. */
function told(store: CorpusStore): unknown {
  const words = [...BLURBS, ...WIRE].map((text) => text.split(" "));
  const sources = store.sources();
  return {
    sources: sources.map(({ meta, origin, figures, quotes }) => [meta.id, origin, figures, quotes]),
    articles: sources.map(({ meta }) => store.article(meta.id)),
    figures: sources.map(({ meta }) => store.figuresOf(meta.id)),
    quotes: sources.map(({ meta }) => store.quotesOf(meta.id)),
    passages: words.map((asked) => store.passagesLike(asked, { limit: 100 })),
  };
}

function page(id: number, more: Partial<Page> = {}): Page {
  return { id, outlet: 0, day: 0, wire: false, blurbs: [], ...more };
}

const STORES: Readonly<Record<string, () => CorpusStore>> = {
  memory: createMemoryStore,
  sqlite: () => openSqliteStore(":memory:"),
};

describe("what an outlet repeats on its pages is furniture", () => {
  for (const [kind, make] of Object.entries(STORES)) {
    const kinds = (store: CorpusStore, id: string) =>
      store
        .article(id)
        ?.blocks.slice(1)
        .map((block) => block.kind);
    const figures = (store: CorpusStore) => store.figuresOf("p1").some(({ figure }) => figure.text === "27");
    it(`from the third page on, and not when one of them goes (${kind})`, () => {
      const store = make();
      put(store, page(1, { blurbs: [0] }));
      put(store, page(2, { blurbs: [0] }));
      const all = store.source("p1")?.figures;
      assert.deepEqual([kinds(store, "p1"), figures(store)], [["body", "body", "body"], true]);
      put(store, page(3, { blurbs: [0] }));
      assert.deepEqual([kinds(store, "p1"), figures(store)], [["body", "furniture", "body"], false]);
      assert.deepEqual(
        store.article("p1")?.blocks.map(({ paragraph }) => paragraph),
        [0, 1, 0, 2],
      );
      assert.deepEqual(store.passagesLike((BLURBS[0] as string).split(" "), { limit: 9 }), []);
      store.remove("p2");
      assert.deepEqual([kinds(store, "p1"), figures(store)], [["body", "body", "body"], true]);
      assert.equal(store.source("p1")?.figures, all);
    });
    it(`but not on pages of several outlets, nor of none (${kind})`, () => {
      const store = make();
      [0, 0, 1, 2, 2, 2].forEach((outlet, id) => {
        put(store, page(id, { outlet, blurbs: [0] }));
      });
      assert.ok(store.sources().every(({ meta }) => kinds(store, meta.id)?.includes("furniture") === false));
    });
    it(`and copies of one text do not set each other aside (${kind})`, () => {
      const store = make();
      for (const id of [1, 2, 3, 4]) put(store, page(id, { wire: true }));
      assert.deepEqual(new Set(store.sources().map(({ origin }) => origin)), new Set(["p1"]));
      assert.ok(store.sources().every(({ meta }) => kinds(store, meta.id)?.includes("furniture") === false));
    });
  }
});

const PAGE = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  outlet: fc.integer({ min: 0, max: 2 }),
  day: fc.integer({ min: 0, max: 2 }),
  wire: fc.boolean(),
  blurbs: fc.subarray([0, 1]),
});
const STEP = fc.oneof({ arbitrary: PAGE, weight: 3 }, { arbitrary: fc.integer({ min: 1, max: 9 }), weight: 1 });

it("steps in any order leave what is left of them, as if it had been put in at once", () => {
  fc.assert(
    fc.property(fc.array(STEP, { minLength: 4, maxLength: 24 }), (steps) => {
      const left = new Map<number, Page>();
      const stepped = openSqliteStore(":memory:");
      const memory = createMemoryStore();
      for (const step of steps) {
        for (const store of [stepped, memory]) {
          if (typeof step === "number") store.remove(`p${step}`);
          else put(store, step);
        }
        if (typeof step === "number") left.delete(step);
        else left.set(step.id, step);
      }
      const atOnce = openSqliteStore(":memory:");
      const entries = [...left.values()].map(articleOf);
      atOnce.putAll(entries.map((article) => ({ article, extraction: extractArticle(article) })));
      assert.deepEqual(told(stepped), told(atOnce));
      assert.deepEqual(told(memory), told(atOnce));
      for (const store of [stepped, atOnce] as readonly IndexStore[]) {
        assert.deepEqual(store.check(), []);
        store.close();
      }
    }),
    { numRuns: 60 },
  );
});

it("what a long run leaves open when it is stopped is settled by the next", () => {
  const pages = [1, 2, 3, 4, 5].map((id) => page(id, { blurbs: [0], wire: id > 3 }));
  const changeOf = (one: Page) => {
    const article = articleOf(one);
    const articles = [prepareArticle(article, extractArticle(article))];
    return { path: article.meta.path, now: { stamp: "s", hash: "h", articles, problems: [] } };
  };
  const stopped = openSqliteStore(":memory:");
  for (const one of pages) stopped.commit([changeOf(one)], true);
  stopped.commit([{ path: "p1.md", now: null }], true);
  assert.deepEqual([stopped.isSettled, stopped.article("p2")?.blocks[2]?.kind], [false, "body"]);
  stopped.settle();
  const atOnce = openSqliteStore(":memory:");
  atOnce.commit(pages.slice(1).map(changeOf));
  assert.deepEqual([stopped.isSettled, told(stopped)], [true, told(atOnce)]);
  assert.equal(stopped.article("p2")?.blocks[2]?.kind, "furniture");
  stopped.close();
  atOnce.close();
});

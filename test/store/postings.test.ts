import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  blockBits,
  blockOf,
  encodeSegment,
  LONGEST_LIST,
  readBlock,
  readList,
  sortByKey,
} from "../../server/src/node/store/postings.ts";
import { prepareArticle } from "../../server/src/node/store/prepare.ts";
import { openSqliteStore } from "../../server/src/node/store/sqlite.ts";
import { type Entry, madeEntry } from "./fixtures.ts";

const KEYS = fc.oneof(
  fc.nat(40),
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff),
);

describe("posting lists", () => {
  it("give under each key the units filed there, in order", () =>
    fc.assert(
      fc.property(fc.array(KEYS, { maxLength: 300 }), fc.integer({ min: 0, max: 6 }), (list, bits) => {
        const keys = Uint32Array.from(list);
        const units = Uint32Array.from(list, (_, i) => 7 + i * 3);
        const blocks = new Map(
          [...encodeSegment(sortByKey({ keys, units }), bits)].map(({ block, data }) => [block, data]),
        );
        for (const key of [...list, 5, 0xfffffffe]) {
          const wanted = units.filter((_, i) => keys[i] === key);
          assert.deepEqual(readList(blocks.get(blockOf(key, bits)) ?? new Uint8Array(0), key), wanted);
        }
        const back = [...blocks.values()].map(readBlock);
        assert.equal(
          back.reduce((sum, one) => sum + one.keys.length, 0),
          list.length,
        );
      }),
    ));
  it("drop the oldest of what is in nearly every article", () => {
    const length = LONGEST_LIST + 10;
    const entries = { keys: new Uint32Array(length).fill(9), units: Uint32Array.from({ length }, (_, i) => i) };
    const [block] = [...encodeSegment(entries, 0)];
    const list = readList(block?.data ?? new Uint8Array(0), 9);
    assert.deepEqual([list.length, list[0], list.at(-1)], [LONGEST_LIST, 10, length - 1]);
  });
  it("never read beyond a block, whatever its bytes", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), KEYS, (data, key) => {
        readList(data, key);
        readBlock(data);
      }),
    ));
  it("lie in so many blocks that one holds some hundreds", () => {
    assert.deepEqual([0, 700, 800, 1_000_000].map(blockBits), [0, 0, 1, 11]);
  });
});

describe("a store after many changes", () => {
  const made = Array.from({ length: 60 }, (_, i) => madeEntry(i));
  const change = (number: number, entry: Entry | null) => ({
    path: `${number}.md`,
    now: entry && { stamp: "", hash: "", articles: [prepareArticle(entry.article, entry.extraction)], problems: [] },
  });
  it("answers as one made from scratch", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.nat(59), fc.boolean()), { minLength: 1, maxLength: 4 }), {
          minLength: 10,
          maxLength: 40,
        }),
        fc.boolean(),
        fc.nat(40),
        (batches, many, merged) => {
          const store = openSqliteStore(":memory:");
          const there = new Set<number>();
          for (const [at, batch] of batches.entries()) {
            const changes = batch.map(([number, present]) => change(number, present ? (made[number] as Entry) : null));
            store.commit(changes, many);
            if (at === merged) store.merge();
            for (const [number, present] of batch) present ? there.add(number) : there.delete(number);
          }
          if (many) store.tidy();
          const fresh = openSqliteStore(":memory:");
          fresh.commit([...there].sort((a, b) => a - b).map((number) => change(number, made[number] as Entry)));
          assert.deepEqual(store.check(), []);
          assert.deepEqual(store.sources(), fresh.sources());
          for (const { extraction } of made.slice(0, 6)) {
            for (const { text } of extraction.quotes) {
              const words = text.split(" ");
              assert.deepEqual(store.passagesLike(words, { limit: 3 })[0], fresh.passagesLike(words, { limit: 3 })[0]);
            }
          }
          store.close();
          fresh.close();
        },
      ),
      { numRuns: 15 },
    ));
});

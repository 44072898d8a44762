import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Tally } from "../../server/src/node/store/ballot.ts";
import type { KeyList } from "../../server/src/node/store/lists.ts";
import { encodeSegment, findList } from "../../server/src/node/store/postings.ts";

const rising = fc
  .uniqueArray(fc.integer({ min: 1, max: 400_000 }), { maxLength: 60 })
  .map((units) => units.sort((a, b) => a - b));

/** A list as it is kept: unpacked, or packed in the parts of two segments. */
function kept(units: readonly number[], cut: number | null): KeyList {
  if (cut === null) return { count: units.length, units: Uint32Array.from(units), from: 0, parts: [], bytes: 0 };
  const parts = [units.slice(0, cut), units.slice(cut)].flatMap((some) => {
    const entries = { keys: new Uint32Array(some.length).fill(9), units: Uint32Array.from(some) };
    const [block] = encodeSegment(entries, 0);
    return (block && findList(block.data, 9)) ?? [];
  });
  return {
    count: units.length,
    units: null,
    from: 0,
    parts,
    bytes: parts.reduce((sum, { to, from }) => sum + to - from, 0),
  };
}

describe("votes", () => {
  it("of a list count for the units that another one names, packed or not", () =>
    fc.assert(
      fc.property(
        rising,
        fc.array(fc.tuple(rising, fc.option(fc.nat(60)))),
        fc.option(fc.nat(60)),
        (named, voters, cut) => {
          const tally = new Tally((units, most) => Array.from(units.subarray(0, most), (_, i) => i));
          tally.begin();
          tally.name(kept(named, cut));
          tally.count();
          const lists = voters.map(([own]) =>
            [...new Set([...own, ...named.filter((_, i) => i % 3 === 0)])].sort((a, b) => a - b),
          );
          for (const [i, list] of lists.entries()) tally.add(kept(list, voters[i]?.[1] ?? null));
          tally.arrange();
          const votes = Array.from({ length: tally.length }, (_, place) => [tally.unitAt(place), tally.votesAt(place)]);
          const wanted = named.map((unit) => [unit, 1 + lists.filter((list) => list.includes(unit)).length] as const);
          assert.deepEqual(
            votes,
            wanted.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]),
          );
        },
      ),
    ));
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { Lineup } from "../../server/src/cli/gate/lineup.ts";

interface Run {
  readonly given: readonly number[];
  /** The most positions that were under way or waiting at once. */
  readonly most: number;
}

/** Runs threads over positions, each resting as many turns after each batch as `rests` says, one after another. */
async function run(
  count: number,
  threads: number,
  batch: number,
  ahead: number,
  rests: readonly number[],
): Promise<Run> {
  const given: number[] = [];
  let [begun, most, next] = [0, 0, 0];
  const lineup = new Lineup<number>(count, ahead, async (value) => {
    await setImmediate();
    given.push(value);
  });
  const work = async () => {
    for (let one = await lineup.begin(batch); one !== null; one = await lineup.begin(batch)) {
      begun += one.end - one.first;
      most = Math.max(most, begun - given.length);
      for (let rest = rests[next++ % rests.length] ?? 0; rest > 0; rest--) await setImmediate();
      for (let at = one.first; at < one.end; at++) void lineup.put(at, at);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  while (given.length < count) await setImmediate();
  return { given, most };
}

describe("results that come in any order", () => {
  it("are given in order, and never are more under way than there is room for", async () => {
    const number = (min: number, max: number) => fc.integer({ min, max });
    await fc.assert(
      fc.asyncProperty(
        number(0, 60),
        number(1, 4),
        number(1, 5),
        number(1, 20),
        fc.array(number(0, 12), { minLength: 1, maxLength: 9 }),
        async (count, threads, batch, ahead, rests) => {
          const { given, most } = await run(count, threads, batch, ahead, rests);
          assert.deepEqual(given, [...Array(count).keys()]);
          assert.ok(most < ahead + batch, `${most} under way, ${ahead} allowed`);
        },
      ),
      { numRuns: 60 },
    );
  });
  it("are held back behind a slow one", async () => {
    const { most } = await run(200, 2, 1, 8, [150, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert.equal(most, 8);
  });
  it("go no further where one cannot be taken", async () => {
    const lineup = new Lineup<number>(2, 4, () => {
      throw new Error("disk full");
    });
    await assert.rejects(lineup.put(0, 0), /disk full/);
  });
});

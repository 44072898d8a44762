import assert from "node:assert/strict";
import { it } from "node:test";
import { inTurns, sortInTurns } from "../../server/src/node/turns.ts";

/** Takes a number; gives so many names, no two alike, in an order of their own. */
const names = (count: number) => Array.from({ length: count }, (_, at) => `${(at * 7919) % count}/${at % 13}.md`);

for (const count of [0, 1, 8192, 8193, 20_000, 50_001])
  it(`${count} names are sorted in turns as they are at once`, async () => {
    const all = names(count);
    assert.deepEqual(await sortInTurns(all), all.toSorted());
  });

it("what is done in turns is done in order, and other work has its turn", async () => {
  let others = 0;
  const timer = setInterval(() => others++, 1);
  const done: number[] = [];
  const slowly = (one: number) => {
    const until = performance.now() + 0.05;
    while (performance.now() < until);
    done.push(one);
  };
  const all = Array.from({ length: 3000 }, (_, at) => at);
  await inTurns(all, slowly);
  clearInterval(timer);
  assert.deepEqual(done, all);
  assert.ok(others >= 2, `other work had ${others} turns in 150 ms`);
});

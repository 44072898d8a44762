import assert from "node:assert/strict";
import { test } from "node:test";
import { getHeapSpaceStatistics } from "node:v8";
import { collectYoung } from "../../server/src/node/heap.ts";

/** Bytes of young objects, used or not. */
function young(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_used_size ?? 0;
}

test("what a check left behind is collected when it is asked for", () => {
  collectYoung();
  const before = young();
  for (let i = 0; i < 2000; i++) new Array(8).fill(i);
  assert.ok(young() > before + 100_000);
  collectYoung();
  assert.ok(young() < before + 100_000);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SeenKeys } from "../../server/src/store/seen.ts";

test("numbers are met as in a set, however often it is begun anew", () => {
  const seen = new SeenKeys();
  const near = fc.oneof(
    fc.nat(40),
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.nat(3).map((low) => low * 32_768),
  );
  fc.assert(
    fc.property(fc.array(near, { maxLength: 3000, size: "max" }), (keys) => {
      const known = new Set<number>();
      seen.begin();
      for (const key of keys) {
        assert.equal(seen.add(key), !known.has(key));
        known.add(key);
      }
    }),
    { numRuns: 60 },
  );
});

test("a number is the same one signed and not", () => {
  const seen = new SeenKeys();
  seen.begin();
  assert.deepEqual([seen.add(0xfffffff0), seen.add(-16), seen.add(0)], [true, false, true]);
});

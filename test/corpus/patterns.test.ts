import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LINE_RULES } from "../../server/src/corpus/furniture.ts";
import { anyPattern } from "../../server/src/text/patterns.ts";

const PATTERNS = LINE_RULES.map(({ pattern }) => pattern);
const WORDS =
  "read more sign up newsletter we use cookies © 2019 Reuters | by Ann Lee published updated March 3, 2019 12.3.2019 page 3 of 7 nous et nos utilisons lire aussi : the flood killed 43 people . ! all rights reserved credit PA".split(
    " ",
  );

test("patterns asked together find what one of them finds, and nothing else", () => {
  const any = anyPattern(PATTERNS);
  const line = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
  let found = 0;
  fc.assert(
    fc.property(line, (text) => {
      const one = PATTERNS.some((pattern) => pattern.test(text));
      if (one) found++;
      assert.equal(any(text), one, text);
    }),
    { numRuns: 3000 },
  );
  assert.ok(found > 100, "hardly a line looked like one of the page's");
});

test("no look of a line points back to a group of its own, which would be another one among all of them", () => {
  for (const { source } of PATTERNS) assert.doesNotMatch(source, /\\[1-9]|\\k</);
});

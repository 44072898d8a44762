import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDiff } from "../../server/src/cli/gate/changed.ts";

const HEAD = "diff --git a/d.md b/d.md\nindex 1..2 100644\n--- a/d.md\n+++ b/d.md\n";

describe("the lines that a diff touches", () => {
  const cases: readonly (readonly [string, string, Record<string, [number, number][]>])[] = [
    ["a line changed", `${HEAD}@@ -3 +3 @@ x\n-old\n+new\n`, { "d.md": [[3, 3]] }],
    ["lines added", `${HEAD}@@ -3,0 +4,2 @@\n+a\n+b\n`, { "d.md": [[4, 5]] }],
    ["lines taken out alone", `${HEAD}@@ -3,2 +2,0 @@\n-a\n-b\n`, { "d.md": [] }],
    [
      "two hunks",
      `${HEAD}@@ -1 +1 @@\n-a\n+b\n@@ -9 +9,3 @@\n-a\n+b\n+c\n+d\n`,
      {
        "d.md": [
          [1, 1],
          [9, 11],
        ],
      },
    ],
    [
      "lines that look like a header",
      `${HEAD}@@ -1,2 +1,2 @@\n---- a\n-b\n++++ b/other.md\n+@@ -9 +9 @@\n`,
      { "d.md": [[1, 2]] },
    ],
    ["a file taken out", "diff --git a/d.md b/d.md\n--- a/d.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", {}],
    [
      "two files",
      `${HEAD}@@ -1 +1 @@\n-a\n+b\ndiff --git a/e.md b/e.md\n--- a/e.md\n+++ b/e.md\n@@ -2 +2 @@\n-a\n+b\n`,
      { "d.md": [[1, 1]], "e.md": [[2, 2]] },
    ],
    [
      "a quoted name",
      '--- "a/\\303\\251.md"\n+++ "b/\\303\\251 \\"x\\".md"\n@@ -1 +1 @@\n-a\n+b\n',
      { 'é "x".md': [[1, 1]] },
    ],
    [
      "a name with blanks",
      "--- a/my draft.md\t\n+++ b/my draft.md\t\n@@ -1 +1 @@\n-a\n+b\n",
      { "my draft.md": [[1, 1]] },
    ],
  ];
  for (const [name, diff, expected] of cases)
    it(name, () => {
      const found = [...parseDiff(diff)].map(([file, ranges]) => [
        file,
        ranges.map(({ first, last }) => [first, last]),
      ]);
      assert.deepEqual(Object.fromEntries(found), expected);
    });
});

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** Takes the name of a golden file and what was printed; fails where they differ. With SOURCELINE_UPDATE_GOLDEN set, writes the file instead. */
export function matchesGolden(name: string, printed: string): void {
  const file = new URL(`./golden/${name}`, import.meta.url);
  if (process.env["SOURCELINE_UPDATE_GOLDEN"]) writeFileSync(file, printed);
  assert.equal(
    printed,
    readFileSync(file, "utf8"),
    `${name} differs; look at the change, then run with SOURCELINE_UPDATE_GOLDEN=1`,
  );
}

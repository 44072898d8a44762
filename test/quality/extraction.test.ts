import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readQuantities } from "../../server/src/extract/figures/index.ts";
import type { Quantity } from "../../server/src/extract/types.ts";
import { readDocument } from "../../server/src/text/document.ts";
import { NEWS_TEXTS } from "./extraction.texts.ts";

/** Counts of what was labelled, what was given, and what of it was right. */
interface Tally {
  labelled: number;
  given: number;
  right: number;
}

function f1({ labelled, given, right }: Tally): number {
  return (200 * right) / Math.max(1, labelled + given);
}

/** The quantities of a text but its dates and ordinals. */
function amountsOf(text: string): Quantity[] {
  return readQuantities(readDocument(text), {}).filter(
    ({ dimension }) => dimension !== "date" && dimension !== "ordinal",
  );
}

function written({ low, high, bound }: Quantity, withBound: boolean): string {
  const values = (low === high ? [low] : [low, high]).map((value) => String(Number(value.toPrecision(6))));
  return (withBound && bound !== "exact" ? `${bound} ` : "") + values.join("..");
}

function tally(withBound: boolean): { tally: Tally; wrong: string[] } {
  const sum: Tally = { labelled: 0, given: 0, right: 0 };
  const wrong: string[] = [];
  for (const [marked, ...labels] of NEWS_TEXTS) {
    const given = amountsOf(marked.replace(/\[\[|\]\]/g, "")).map((quantity) => written(quantity, withBound));
    const left = withBound ? [...labels] : labels.map((label) => label.replace(/^[a-z-]+ /, ""));
    sum.labelled += left.length;
    sum.given += given.length;
    const before = left.length;
    for (const value of given) if (left.includes(value)) left.splice(left.indexOf(value), 1);
    sum.right += before - left.length;
    if (left.length > 0 || given.length !== before) wrong.push(`${marked}\n    read as ${given.join(" | ")}`);
  }
  return { tally: sum, wrong };
}

test("values in running news are read with F1 of at least 97", () => {
  const { tally: sum, wrong } = tally(false);
  assert.ok(f1(sum) >= 97, `F1 ${f1(sum).toFixed(1)}\n${wrong.join("\n")}`);
});

test("values with their bounds in running news are read with F1 of at least 95", () => {
  const { tally: sum, wrong } = tally(true);
  assert.ok(f1(sum) >= 95, `F1 ${f1(sum).toFixed(1)}\n${wrong.join("\n")}`);
});

const folder = process.env["SOURCELINE_EVAL"];
const skip = folder !== undefined && existsSync(folder) ? false : "SOURCELINE_EVAL names no folder of annotated sets";

/** A span of a text that people annotated. */
interface Annotated {
  readonly text: string;
  readonly quantities: readonly {
    readonly start: number;
    readonly end: number;
    readonly mods?: readonly string[] | null;
  }[];
}

test("nine in ten annotated quantities of science text are found, seven in ten of the approximate ones as such", {
  skip,
}, () => {
  const lines = readFileSync(`${folder}/measeval.dev.jsonl`, "utf8").trim().split("\n");
  const counts = { all: 0, found: 0, about: 0, aboutRead: 0 };
  for (const { text, quantities } of lines.map((line) => JSON.parse(line) as Annotated)) {
    const given = readQuantities(readDocument(text), {});
    for (const { start, end, mods } of quantities) {
      const hits = given.filter((quantity) => quantity.start < end && start < quantity.end);
      counts.all++;
      if (hits.length > 0) counts.found++;
      if (!mods?.includes("IsApproximate")) continue;
      counts.about++;
      if (hits.some(({ bound }) => bound === "about")) counts.aboutRead++;
    }
  }
  assert.ok(counts.found / counts.all >= 0.92, `${counts.found} of ${counts.all} found`);
  assert.ok(counts.aboutRead / counts.about >= 0.7, `${counts.aboutRead} of ${counts.about} read as approximate`);
});

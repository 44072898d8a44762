import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../server/src/extract/index.ts";
import type { Measure } from "../../server/src/extract/types.ts";

/** Takes a text with one figure between "[[" and "]]"; gives what that figure measures. Throws where no figure stands there. */
export function measureOf(marked: string): Measure {
  const start = marked.indexOf("[[");
  const text = marked.replace("[[", "").replace("]]", "");
  const end = marked.indexOf("]]") - 2;
  const figure = extract(text).figures.find((one) => one.start < end && start < one.end);
  if (!figure) throw new Error(`no figure is read at ${start} of: ${text}`);
  return figure.measure;
}

/** The parts of a measure that a case may name. */
type Expected = Partial<Pick<Measure, "head" | "outcome" | "negated" | "actor" | "verb">> & {
  readonly modifiers?: string;
  readonly places?: string;
};

/** One case: in this text, the marked figure measures this, as far as is named here. */
export function check(marked: string, expected: Expected): void {
  test(marked, () => {
    const measure = measureOf(marked);
    const given = { ...measure, modifiers: measure.modifiers.join(" "), places: measure.places.join(" ") };
    for (const [key, value] of Object.entries(expected)) assert.equal(given[key as keyof typeof given], value, key);
  });
}

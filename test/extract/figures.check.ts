import assert from "node:assert/strict";
import { test } from "node:test";
import { civilOf, knowledgeOf, weekdayOf } from "../../server/src/extract/figures/calendar.ts";
import { readQuantities } from "../../server/src/extract/figures/index.ts";
import type { ExtractOptions, Quantity } from "../../server/src/extract/types.ts";
import { readDocument } from "../../server/src/text/document.ts";

/** Takes a text; gives its quantities. */
export function quantitiesOf(text: string, options: ExtractOptions = {}): Quantity[] {
  return readQuantities(readDocument(text), options);
}

/**
 * One case: a text with every figure that is to be found between double brackets, and what each is, in order, written as
 * `describe` writes it ("more-than 1600", "1.2e6 USD", "5..7 percent", "2017-10-15"). Nothing else may be found.
 */
export function check(marked: string, ...expected: string[]): void {
  checkWith({}, marked, ...expected);
}

/** The same with what is known of the text. */
export function checkWith(options: ExtractOptions, marked: string, ...expected: string[]): void {
  test(marked, () => {
    const text = marked.replace(/\[\[|\]\]/g, "");
    const found = quantitiesOf(text, options);
    assert.equal(mark(text, found), marked);
    assert.deepEqual(found.map(describe), expected);
  });
}

/** Takes a quantity; gives it in short: bound, value or range, then the unit, or the dimension where there is none and it is no count. */
export function describe(quantity: Quantity): string {
  const { bound, dimension, unit, vague } = quantity;
  const value = dimension === "date" ? dates(quantity) : numbers(quantity);
  const kind = dimension === "date" || dimension === "count" ? "" : (unit ?? dimension);
  return [bound === "exact" ? "" : bound, vague ? "vague" : "", value, kind].filter(Boolean).join(" ");
}

function numbers({ low, high }: Quantity): string {
  return low === high ? round(low) : `${round(low)}..${round(high)}`;
}

/** Six digits, millions and more as powers of ten. */
function round(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) < 1e6 ? String(rounded) : rounded.toExponential();
}

function dates({ low, high }: Quantity): string {
  const known = knowledgeOf(low);
  if (known === "weekday") return `weekday ${weekdayOf(low) + 1}`;
  if (known === "relative") return "relative";
  const show = known === "full" ? (day: number) => iso(day) : (day: number) => iso(day).slice(4);
  return low === high ? show(low) : `${show(low)}..${show(high)}`;
}

function iso(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}

function mark(text: string, found: readonly Quantity[]): string {
  let marked = "";
  let at = 0;
  for (const { start, end } of found) {
    marked += `${text.slice(at, start)}[[${text.slice(start, end)}]]`;
    at = end;
  }
  return marked + text.slice(at);
}

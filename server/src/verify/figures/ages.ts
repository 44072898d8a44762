import type { Figure } from "../../extract/types.ts";

const AGE_BEHIND = /^[\s-]*years?[\s-]old\b|^[\s-]*yo\b/i;
const AGE_BEFORE = /\b(?:aged|age|age\sof|ages|turned|turns|turning)\s$/i;
const APPOSED_BEFORE = /\p{Lu}[\p{L}'’-]+\s?[,(]\s?$/u;
const APPOSED_BEHIND = /^\s?[,.)]/;

/** Takes a text and where a figure begins in it; gives true for an age, false for another span of years, `null` for neither. */
export function isAge(text: string, start: number, { text: written, dimension, unit, low }: Figure): boolean | null {
  if (dimension !== "duration" && !(dimension === "count" && unit === null && low < 120)) return null;
  const before = text.slice(Math.max(0, start - 32), start);
  const behind = text.slice(start + written.length, start + written.length + 24);
  if (AGE_BEHIND.test(behind) || AGE_BEFORE.test(before)) return true;
  if (APPOSED_BEFORE.test(before) && APPOSED_BEHIND.test(behind)) return true;
  return dimension === "duration" && unit === "year" ? false : null;
}

import type { DomElement } from "./dom.ts";

/** Most code units of a label and of its value, white space in the markup included. */
const LONGEST = { label: 100, value: 160 } as const;

/** What a value holds where it is more than one line. */
const MORE = "p + p, ul, ol, dl, table, blockquote, h2, h3, h4, figure";

/** Takes a term of a list of terms; says whether it is the label of one short value, with which it is read as one line. */
export function isLabel(term: DomElement): boolean {
  const value = term.nextElementSibling;
  if (value?.localName !== "dd" || value.nextElementSibling?.localName === "dd") return false;
  const [label, told] = [term.textContent ?? "", value.textContent ?? ""];
  if (label.length > LONGEST.label || told.length > LONGEST.value || told.trim() === "") return false;
  return /[\p{L}\p{N}%)"”:]$/u.test(label.trim()) && value.querySelector(MORE) === null;
}

/** Takes the words of a label; gives them as they stand before its value: "Killed: " before "43", "43 " before "killed". */
export function asLabel(words: string): string {
  const label = words.trim();
  return /\p{L}{3}[^:]*$/u.test(label) ? `${label}: ` : `${label} `;
}

import type { DomElement, DomNode } from "./dom.ts";

/** A number as a box of key figures shows it: "43", "$1.2M", "12 500", "34%". */
const NUMBER =
  /^[~<>≈+]?\s?(?:[$€£]|US\$|USD|EUR)?\s?\d{1,3}(?:[.,\u00a0\u202f ]?\d{1,3}){0,4}\s?(?:%|\+|[KMB]n?\+?|per ?cent|thousand|million|billion)?$/i;

/** What it shows beside it: words of one line. */
const LABEL = /^\p{L}[^.!?:]{2,}[.:]?$/u;

/** Most elements in such a box, pictures and empty ones included, and code units in it. */
const MOST = 6;
const LONGEST = 120;

/**
 * Takes an element; where it is a box that shows a number and what it counts, each in an element of its own, gives the two as one line ("43 people killed",
 * "Schools closed: 31"), else `null`.
 */
export function figureLine(box: DomElement): string | null {
  const shown = shownIn(box);
  if (shown?.length !== 2) return null;
  const [first, second] = shown as [DomElement, DomElement];
  const [words, more] = [wordsOf(first), wordsOf(second)];
  if (NUMBER.test(words) && LABEL.test(more) && !isTitle(second, more)) return `${words} ${more}`;
  return LABEL.test(words) && NUMBER.test(more) ? `${words.replace(/:$/, "")}: ${more}` : null;
}

/** Takes words; says whether they are a number as a box of key figures shows it. */
export function isFigure(words: string): boolean {
  return NUMBER.test(words);
}

/** Takes words; says whether they may say what such a number counts. */
export function isFigureLabel(words: string): boolean {
  return LABEL.test(words);
}

/** The elements of a box that hold words, `null` where it holds words beside them or more than a few elements. */
function shownIn(box: DomElement): DomElement[] | null {
  if (box.childNodes.length > MOST * 2) return null;
  const shown: DomElement[] = [];
  for (const node of Array.from(box.childNodes)) {
    if (node.nodeType === 3 && (node.textContent ?? "").trim() !== "") return null;
    if (node.nodeType !== 1 || isBlank(node, 0)) continue;
    shown.push(node as DomElement);
    if (shown.length > 2) return null;
  }
  return shown;
}

function isBlank(node: DomNode, depth: number): boolean {
  if (node.nodeType === 3) return (node.textContent ?? "").trim() === "";
  return (
    depth <= 4 && node.childNodes.length <= MOST && Array.from(node.childNodes).every((one) => isBlank(one, depth + 1))
  );
}

/** "2" and "The night" are a numbered heading. */
function isTitle(element: DomElement, words: string): boolean {
  return /^h[1-6]$/.test(element.localName) && /^\p{Lu}/u.test(words);
}

function wordsOf(element: DomElement): string {
  const words = boundedText(element, 0);
  return words === null ? "" : words.replace(/\s+/g, " ").trim();
}

/** The words of an element that holds a line of them and no more, else `null`. */
function boundedText(node: DomNode, depth: number): string | null {
  if (node.nodeType === 3) return (node.textContent ?? "").slice(0, LONGEST + 1);
  if (node.nodeType !== 1) return "";
  if (depth > 4 || node.childNodes.length > MOST) return null;
  let words = "";
  for (const inside of Array.from(node.childNodes)) {
    const own = boundedText(inside, depth + 1);
    if (own === null || words.length + own.length > LONGEST) return null;
    words += own;
  }
  return words;
}

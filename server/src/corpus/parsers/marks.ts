import type { DomElement, DomNode } from "./dom.ts";

/** What stands above the line in the running words of a page: numbers of notes, powers, endings of ordinals. */
export class Marks {
  readonly #page: DomElement;
  #numbered: ReadonlySet<DomElement> | null = null;

  constructor(page: DomElement) {
    this.#page = page;
  }

  /** Takes the words before an element, and it; gives what it comes to where it is a mark: a power, or nothing for a note's; `null` where its words go on with them. */
  after(words: string, element: DomElement): string | null {
    const raised = this.#raising(words, element);
    return raised === null ? null : raisedAfter(words, shortWords(element, 0), raised === "note");
  }

  #raising(words: string, element: DomElement): "note" | "raised" | null {
    const name = element.localName;
    if (name === "sup") return element.querySelector("a") === null ? "raised" : "note";
    if (name === "a") return isNoteLink(element) ? "note" : null;
    if (name !== "span" || !GLUE.test(words.slice(-1)) || !NUMBER_OR_SIGN.test(shortWords(element, 0))) return null;
    const names = element.getAttribute("class") ?? "";
    if (SUPER.test(element.getAttribute("style") ?? "") || RAISED_SPAN.test(names)) return "raised";
    return NOTE_SPAN.test(names) || WHOLE.test(words.slice(-12)) || this.#isNumbered(element) ? "note" : null;
  }

  /** Notes without a name are known by their order. */
  #isNumbered(element: DomElement): boolean {
    this.#numbered ??= numberedSpans(this.#page);
    return this.#numbered.has(element);
  }
}

/** What a note's number stands at without a space. */
const GLUE = /[\p{L}\p{N}.,;:!?)"”’%]/u;
const NUMBER_OR_SIGN = /^(?:[[(]?\d{1,3}[\])]?|[*†‡§]{1,3})$/;

/** A number that no more digits can follow: its thousands are set apart. */
const WHOLE = /(?:^|[^\d.,])\d{1,3}(?:,\d{3})+$/;

/** How a page raises words by their style, and what it calls the mark of a note. */
const SUPER = /vertical-align\s*:\s*(?:super|text-top)/i;
const RAISED_SPAN = /(?:^|\s)sup(?:erscript)?(?:$|\s)/i;
const NOTE_SPAN =
  /(?:foot|end)note|(?:^|\s)(?:note|fn|ref|reference|cite|citation)(?:[-_]?(?:ref|mark|num|number|anchor|link|id))?(?:$|\s)/i;

/** The spans of a page that hold a number, right behind words of a sentence: 1, 2, 3 and so on, or else they are none of notes. */
function numberedSpans(page: DomElement): ReadonlySet<DomElement> {
  const spans = Array.from(page.querySelectorAll("span")).filter(isBareNumber);
  const inOrder = spans.every((span, at) => shortWords(span, 0) === String(at + 1));
  return new Set(inOrder && spans.length > 1 ? spans : []);
}

function isBareNumber(span: DomElement): boolean {
  const before = span.previousSibling;
  if (before?.nodeType !== 3 || !/^\d{1,2}$/.test(shortWords(span, 0))) return false;
  return /\p{L}\s+\S+\s+\S*[\p{L}\p{N}.,;!?)"”’%]$/u.test((before.textContent ?? "").slice(-LONGEST_BEFORE));
}

/** Code units looked at before a number. */
const LONGEST_BEFORE = 80;

/** Where links to notes lead, and what they are called. */
const NOTE_LINK = /#_?(?:s?d?foot|end|cite_?)?(?:note|ftn|edn|fn)/i;
const NOTE_NAME = /\b(?:foot|end)?note[-_]?(?:ref|anchor|link|number)|\bfn-?ref|\bfootnote\b/i;

function isNoteLink(link: DomElement): boolean {
  if (NOTE_LINK.test(link.getAttribute("href") ?? "") || link.getAttribute("role") === "doc-noteref") return true;
  return NOTE_NAME.test(link.getAttribute("class") ?? "");
}

/** What a small raised number or mark comes to behind the words before it: a power, or nothing where it is a note's; `null` where it is a part of the words ("21st"). */
function raisedAfter(words: string, raised: string, ofNote: boolean): string | null {
  const mark = raised.trim();
  if (ofNote || !/^[-−]?\d{1,2}$/.test(mark)) return NOTE_MARK.test(mark) ? "" : null;
  const isPower = /(?:^|[^\d.,])10$/.test(words) || (/^[23]$/.test(mark) && MEASURED.test(words.slice(-8)));
  return isPower ? Array.from(mark, (digit) => RAISED["-0123456789".indexOf(digit.replace("−", "-"))]).join("") : "";
}

const RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
const NOTE_MARK =
  /^(?:[[(]?(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)[\])]?(?:[,;–-] ?(?=[\d[])|$)){1,8}$|^[*†‡§¶#]{1,4}$/i;
const MEASURED = /(?:^|[^\p{L}])(?:[kcdµ]?m|ft|in|mi|yd|mm|miles?|met(?:er|re)s?|feet)$/u;

/** Takes the words before an element, and it; says whether they are a number and its label, each in an element of its own and set apart by the page's style alone: "340" and "displaced", "Killed" and "43". */
export function isGlued(words: string, element: DomElement): boolean {
  if (element.localName === "sup" || element.localName === "sub") return false;
  if (isSetApart(words, element)) return true;
  const number = NUMBER_LAST.test(words);
  if (!number && !/\p{Ll}{3}$/u.test(words)) return false;
  return (number ? /^\p{L}{3}/u : /^\d/).test(shortWords(element, 0));
}

/** Words that a page sets apart by its style: a capital behind a word, a date or a time behind a year. */
function isSetApart(words: string, element: DomElement): boolean {
  if (/\p{L}{2}$/u.test(words)) return /^\p{Lu}\p{Ll}/u.test(shortWords(element, 0));
  return /(?:^|\D)(?:19|20)\d\d$/.test(words) && /^\d{1,2}(?:[.:]\d\d|\.? \p{L}{3})/u.test(shortWords(element, 0));
}

const NUMBER_LAST = /\d(?:[.,]\d+)*(?:[KMB%+]|bn|k|m)?$/;

/** Takes an element and 0; gives its words where it holds no more than a mark or a label, else "". */
export function shortWords(node: DomNode, depth: number): string {
  if (node.nodeType === 3) return (node.textContent ?? "").slice(0, LONGEST_MARK);
  if (depth > 3 || node.childNodes.length > 8) return "";
  return Array.from(node.childNodes, (inside) => shortWords(inside, depth + 1))
    .join("")
    .slice(0, LONGEST_MARK);
}

const LONGEST_MARK = 40;

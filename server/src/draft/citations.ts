import { type Mention, mention, type Span } from "../text/span.ts";
import type { CitationDefinition, CitationMark } from "../verify/types.ts";

/** A citation key as Pandoc reads it: letters, digits and `_`, with single marks inside; or anything in braces. */
const KEY = /@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*))/gu;
const BRACKETS = /\[[^[\]]{1,600}\]/g;
const LOCATOR = /^ ?\[(?:pp?|paras?|ch|chap|sec|fol|col|vol|n|no|l|ll)\.? ?[^[\]]{1,80}\]/;
const FOOTNOTE = /\[\^([^\][\s^]{1,200})\]/g;
const DEFINITION = /^ {0,3}\[\^([^\][\s^]{1,200})\]:/gm;

/** Takes a text where all that cannot hold a citation is blanked out; gives its Pandoc citations, bracketed or bare, in order. */
export function readPandoc(text: string): CitationMark[] {
  const bracketed = [...text.matchAll(BRACKETS)]
    .filter((found) => !escaped(text, found.index) && text[found.index + 1] !== "^")
    .map((found) => markOf(text, found.index, found.index + found[0].length))
    .filter((mark) => mark.keys.length > 0);
  const bare = keysIn(text, 0, text.length)
    .filter((key) => !bracketed.some((mark) => mark.start <= key.start && key.end <= mark.end))
    .map((key) => bareMark(text, key));
  return [...bracketed, ...bare].sort((a, b) => a.start - b.start);
}

/** Takes a text where all that cannot hold a citation is blanked out; gives the references to footnotes in it, in order. */
export function readFootnotes(text: string, definitions: readonly CitationDefinition[]): CitationMark[] {
  const heads = new Set(definitions.map(({ key }) => key.start - 2));
  return [...text.matchAll(FOOTNOTE)]
    .filter((found) => !heads.has(found.index) && !escaped(text, found.index))
    .map((found) => {
      const end = found.index + found[0].length;
      return {
        ...mention(text, found.index, end),
        keys: [mention(text, found.index + 2, end - 1)],
        style: "footnote" as const,
      };
    });
}

/** Takes the full text and the text where code and the like is blanked out; gives the footnotes that it defines, each with all its lines. */
export function readDefinitions(text: string, scannable: string): CitationDefinition[] {
  return [...scannable.matchAll(DEFINITION)].map((found) => {
    const start = found.index + found[0].indexOf("[");
    const end = endOfDefinition(scannable, found.index + found[0].length);
    return { ...mention(text, start, end), key: mention(text, start + 2, start + 2 + (found[1] ?? "").length) };
  });
}

/** Takes a definition; gives where its mark stands: "[^id]:". */
export function definitionMark({ key }: CitationDefinition): Span {
  return { start: key.start - 2, end: key.end + 2 };
}

/** To the next blank line that no indented line follows, or to the line that defines another note. */
function endOfDefinition(text: string, from: number): number {
  let end = endOfLine(text, from);
  for (let at = end; at < text.length; ) {
    const next = nextLine(text, at);
    const stop = endOfLine(text, next);
    const line = text.slice(next, stop);
    if (next >= text.length || /^ {0,3}\[\^[^\]]{1,200}\]:/.test(line)) break;
    if (line.trim() !== "") {
      if (breaksBetween(text, end, next) > 1 && !/^(?: {2,}|\t)/.test(line)) break;
      end = stop;
    }
    at = stop;
    if (stop >= text.length) break;
  }
  return end;
}

function breaksBetween(text: string, start: number, end: number): number {
  return (text.slice(start, end).match(/\r\n|\r|\n/g) ?? []).length;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

function nextLine(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length);
}

function markOf(text: string, start: number, end: number): CitationMark {
  return { ...mention(text, start, end), keys: keysIn(text, start, end), style: "pandoc" };
}

function bareMark(text: string, key: Mention): CitationMark {
  const start = text[key.start - 1] === "{" ? key.start - 2 : key.start - 1;
  const end = text[key.end] === "}" && text[key.start - 1] === "{" ? key.end + 1 : key.end;
  const locator = LOCATOR.exec(text.slice(end, end + 90));
  return { ...mention(text, start, end + (locator?.[0].length ?? 0)), keys: [key], style: "pandoc" };
}

/** Keys after an `@` that does not stand in a word: not the one in an address of mail. */
function keysIn(text: string, start: number, end: number): Mention[] {
  const keys: Mention[] = [];
  for (const found of text.slice(start, end).matchAll(KEY)) {
    const at = start + found.index;
    if (at > 0 && /[\p{L}\p{N}_.@/\\]/u.test(text[at - 1] ?? "")) continue;
    const inner = at + (found[1] === undefined ? 1 : 2);
    keys.push(mention(text, inner, inner + (found[1] ?? found[2] ?? "").length));
  }
  return keys;
}

function escaped(text: string, at: number): boolean {
  return text[at - 1] === "\\" && text[at - 2] !== "\\";
}

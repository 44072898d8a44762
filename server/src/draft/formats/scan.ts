import { type Mention, mention, type Span } from "../../text/span.ts";
import type { CitationDefinition, CitationMark } from "../../verify/types.ts";
import type { Masked } from "../mask.ts";

/** A link of a draft: the whole of it, and where it leads. */
export interface DraftLink extends Span {
  readonly target: Span;
}

/** What a text holds beside prose. */
export interface DraftParts {
  /** Stretches where nothing can be a citation: code, comments, tags, addresses. */
  readonly opaque: readonly Masked[];
  /** Marks of emphasis, headings, links, lists: not prose, but a citation may stand around them. */
  readonly marks: readonly Masked[];
  readonly links: readonly DraftLink[];
  /** Citations and definitions in the format's own form. */
  readonly citations: readonly CitationMark[];
  readonly definitions: readonly CitationDefinition[];
}

/** What a scan fills. */
export interface Collected {
  readonly text: string;
  readonly opaque: Masked[];
  readonly marks: Masked[];
  readonly links: DraftLink[];
  readonly citations: CitationMark[];
  readonly definitions: CitationDefinition[];
  /** Fences of block quotations so far: every second one closes. */
  fences: number;
}

/** One construct of a format. */
export interface Rule {
  /** First characters of the construct; "^" stands for the start of a line. */
  readonly at: string;
  /** A sticky pattern without super-linear backtracking. */
  readonly pattern: RegExp;
  /** Takes the match; files what it is. Gives where scanning goes on (the match's end where it gives nothing), or -1 where it is not the construct after all. */
  readonly read: (found: RegExpExecArray, out: Collected) => number | undefined;
}

/** Takes a text and the rules of its format, the first that fits wins; gives what is not prose, in one pass. */
export function scan(text: string, rules: readonly Rule[]): Collected {
  const out: Collected = { text, opaque: [], marks: [], links: [], citations: [], definitions: [], fences: 0 };
  const byFirst = ruleTable(rules);
  const atLines = rules.filter(({ at }) => at === "^");
  for (let at = 0; at < text.length; ) {
    const starts = at === 0 || text[at - 1] === "\n" || text[at - 1] === "\r";
    const next = starts ? (apply(atLines, at, out) ?? -1) : -1;
    at = next > at ? next : (apply(byFirst.get(text[at] ?? "") ?? [], at, out) ?? at + 1);
  }
  return out;
}

function ruleTable(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const table = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (rule.at === "^") continue;
    for (const sign of rule.at) table.set(sign, [...(table.get(sign) ?? []), rule]);
  }
  return table;
}

function apply(rules: readonly Rule[], at: number, out: Collected): number | null {
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const found = rule.pattern.exec(out.text);
    if (found === null) continue;
    const next = rule.read(found, out) ?? at + found[0].length;
    if (next > at) return next;
  }
  return null;
}

/** Takes a match; gives the range of all of it. */
export function spanOf(found: RegExpExecArray): Span {
  return { start: found.index, end: found.index + found[0].length };
}

/** A rule's reader that hides the whole match. */
export function hide(found: RegExpExecArray, out: Collected): undefined {
  out.opaque.push(spanOf(found));
}

/** Takes a character or two; gives a reader that shows these in place of the match. */
export function show(keep: string): Rule["read"] {
  return (found, out) => {
    out.marks.push(shownAs(out.text, spanOf(found), keep));
    return undefined;
  };
}

/** Takes a text, a stretch and what it stands for; gives the mask: the characters touch the word that they stand beside; a percent sign ends its figure. */
export function shownAs(text: string, { start, end }: Span, keep: string): Masked {
  return { start, end, keep, right: keep === "%" || !/\S/.test(text[start - 1] ?? " ") };
}

/** Takes a text and the span of a list of keys with commas or semicolons between them; gives each key. */
export function keysIn(text: string, { start, end }: Span): Mention[] {
  return [...text.slice(start, end).matchAll(/[^\s,;]+/g)].map((found) =>
    mention(text, start + found.index, start + found.index + found[0].length),
  );
}

/** Takes a text, an offset and a width; gives where the indented block ends that follows the line of the offset (blank lines inside belong to it). */
export function indentedEnd(text: string, from: number, width = 0): number {
  let end = lineEnd(text, from);
  for (let at = nextLine(text, end); at < text.length && at > end; ) {
    const stop = lineEnd(text, at);
    const indent = /^[ \t]*/.exec(text.slice(at, Math.min(stop, at + 200)))?.[0].length ?? 0;
    const isBlank = at + indent >= stop;
    if (!isBlank && indent <= width) break;
    if (!isBlank) end = stop;
    if (stop >= text.length) break;
    at = nextLine(text, stop);
  }
  return end;
}

/** Takes a text and an offset; gives where its line ends. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

/** Takes a text and the end of a line; gives where the next begins. */
export function nextLine(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length);
}

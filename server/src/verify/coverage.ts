import type { TextDocument } from "../text/document.ts";
import { lastAtOrBefore } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { ResolvedKey } from "./resolve.ts";
import type { CitationMark } from "./types.ts";

/** What is cited for a fact. */
export interface Coverage {
  /** Keys of the citations of its own sentence (clause). */
  readonly direct: readonly ResolvedKey[];
  /** Keys of the citation that closes the paragraph, where the fact's own sentence carries none. */
  readonly inherited: readonly ResolvedKey[];
}

/** A citation, or several in a row, with the sentence that it belongs to. */
interface Group extends Span {
  readonly keys: ResolvedKey[];
  readonly marks: CitationMark[];
  readonly sentence: number;
  /** "@voa says …": it speaks of what follows. */
  readonly leads: boolean;
}

/** Answers which citations belong to a fact. */
export interface CoverageIndex {
  /** Takes where a fact stands and the sentences that hold it; gives what is cited for it. */
  of(fact: Span, sentence: Span): Coverage;
}

/**
 * Takes the prose of a draft cut up, its text and its resolved citations; gives which citation covers which fact.
 *
 * The rules, in order: (1) A citation belongs to the sentence that it stands in, or to the one that it follows when it stands behind the full
 * stop; "@voa" in running text belongs to the sentence that it begins. (2) Where a sentence carries several, each covers the facts since the one
 * before it; a fact behind the last is covered by the last. (3) A citation that closes a paragraph also covers the sentences before it that
 * carry none, back to the one before; that is a convention, not a claim, so such a fact is never called miscited.
 */
export function coverageIndex(document: TextDocument, text: string, keys: readonly ResolvedKey[]): CoverageIndex {
  const groups = groupsOf(document, text, keys);
  const { latest, earliest } = boundsOf(groups);
  return {
    of(fact, sentence) {
      const [first, last] = sentenceRange(document.sentences, sentence);
      const near = groups.slice(lastAtOrBefore(latest, first - 1) + 1, lastAtOrBefore(earliest, last) + 1);
      const own = near.filter((group) => group.sentence >= first && group.sentence <= last);
      if (own.length > 0) return { direct: nearest(own, fact), inherited: [] };
      return { direct: [], inherited: closing(document, text, groups[lastAtOrBefore(latest, last) + 1], last) };
    },
  };
}

/** The latest sentence of any group up to each, and the earliest of any from it on: neither falls, so that both can be searched by halves. */
function boundsOf(groups: readonly Group[]): { latest: number[]; earliest: number[] } {
  const latest = groups.map(({ sentence }) => sentence);
  const earliest = [...latest];
  for (let at = 1; at < latest.length; at++) latest[at] = Math.max(latest[at] as number, latest[at - 1] as number);
  for (let at = earliest.length - 2; at >= 0; at--)
    earliest[at] = Math.min(earliest[at] as number, earliest[at + 1] as number);
  return { latest, earliest };
}

function groupsOf(document: TextDocument, text: string, keys: readonly ResolvedKey[]): Group[] {
  const groups: Group[] = [];
  for (const key of keys) {
    const last = groups.at(-1);
    const { mark } = key;
    if (last !== undefined && (last.marks.includes(mark) || joins(text, last, mark))) {
      groups[groups.length - 1] = { ...last, end: mark.end, keys: [...last.keys, key], marks: [...last.marks, mark] };
    } else groups.push(newGroup(document, text, key));
  }
  return groups;
}

function joins(text: string, group: Group, mark: CitationMark): boolean {
  return !group.leads && !mark.text.startsWith("@") && /^[\s,;.]*$/.test(text.slice(group.end, mark.start));
}

function newGroup(document: TextDocument, text: string, key: ResolvedKey): Group {
  const { mark } = key;
  const leads = mark.style === "pandoc" && mark.text.startsWith("@");
  const sentence = homeOf(document.sentences, text, mark, leads);
  return { start: mark.start, end: mark.end, keys: [key], marks: [mark], sentence, leads };
}

function homeOf(sentences: readonly Span[], text: string, mark: Span, leads: boolean): number {
  const before = lastStarting(sentences, mark.start);
  const holder = sentences[before];
  if (holder === undefined) return 0;
  if (mark.start < holder.end) return before;
  const apart = /\n[^\S\n]*\n/.test(text.slice(holder.end, mark.start));
  return apart || leads ? Math.min(before + 1, sentences.length - 1) : before;
}

/** The next citation behind the fact with what leads up to it; else the last before it. */
function nearest(groups: readonly Group[], fact: Span): ResolvedKey[] {
  const next = groups.findIndex((group) => group.end >= fact.end && !group.leads);
  const before = groups.filter((group) => group.start < fact.start);
  const leading = before.at(-1)?.leads ? before.at(-1) : undefined;
  const found = [leading, next >= 0 ? groups[next] : leading === undefined ? (before.at(-1) ?? groups[0]) : undefined];
  return found.flatMap((group) => group?.keys ?? []);
}

/** Takes the next citation behind a sentence; gives it where it closes the paragraph of the sentence, and no sentence between them carries another. */
function closing(document: TextDocument, text: string, next: Group | undefined, sentence: number): ResolvedKey[] {
  const home = document.sentences[sentence];
  if (next === undefined || home === undefined || next.leads) return [];
  const between = text.slice(home.end, next.start);
  const end = lineAfter(text, next.end);
  return !/\n[^\S\n]*\n/.test(between) && /^[\s.,;:!?"'”’»)*_]*$/.test(text.slice(next.end, end)) ? next.keys : [];
}

/** Where the paragraph ends: the next blank line. */
function lineAfter(text: string, from: number): number {
  const found = /\n[^\S\n]*\n/.exec(text.slice(from, from + 4000));
  return found === null ? Math.min(text.length, from + 4000) : from + found.index;
}

function sentenceRange(sentences: readonly Span[], span: Span): [number, number] {
  const first = Math.max(0, lastStarting(sentences, span.start));
  return [first, Math.max(first, lastStarting(sentences, Math.max(span.start, span.end - 1)))];
}

function lastStarting(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

import { anyPattern } from "../text/patterns.ts";
import { BLURB_PHRASES, CAPTION_RULES, SCENE } from "./captions.ts";
import { byCounts } from "./counts.ts";
import { byExport } from "./exports.ts";
import { CHROME_LINES, LINE_RULES, SHARE_WORDS } from "./furniture.ts";
import { byBiography } from "./people.ts";
import { isProse, keyOf, type Piece, piece, titleShare } from "./pieces.ts";
import { byTable } from "./tables.ts";
import type { BlockKind } from "./types.ts";
import { byWireHead } from "./wireheads.ts";

/**
 * Takes the pieces of one article in order, some perhaps decided by the markup, and its authors where known; decides the kind of each in place.
 * A text of one piece is all body. What no rule speaks of is body: a line of furniture kept costs less than a paragraph lost.
 */
export function decideKinds(pieces: readonly Piece[], authors: readonly string[] = []): void {
  if (pieces.length > 1) for (const pass of PASSES) pass(pieces, authors);
  for (const p of pieces) p.kind ??= "body";
}

/** Takes a line; gives the kind that its own looks settle, or `null`. */
export function lineKind(line: string): BlockKind | null {
  const p = piece(line, 0, line.length, 0);
  byLineRules([p]);
  return p.kind;
}

/** The passes in their order; each decides only what those before it left open. */
const PASSES: readonly ((pieces: readonly Piece[], authors: readonly string[]) => void)[] = [
  byTable,
  byLineRules,
  byExport,
  byWireHead,
  bySiteSuffix,
  byCaptionRules,
  byRepeats,
  byCounts,
  byBlurb,
  byBiography,
  byHead,
  byScript,
  byTitleInRun,
  byTail,
];

function byLineRules(pieces: readonly Piece[]): void {
  for (const p of pieces) {
    if (p.kind !== null || p.text === "" || p.words > 60) continue;
    if (CHROME_LINES.has(p.key) || isShareBar(p)) p.kind = "furniture";
    else if (mayFitRule(p.text)) p.kind = LINE_RULES.find((rule) => fitsRule(p, rule))?.kind ?? null;
  }
}

const mayFitRule = anyPattern(LINE_RULES.map(({ pattern }) => pattern));

function fitsRule(p: Piece, rule: (typeof LINE_RULES)[number]): boolean {
  if (p.words > rule.words || (p.stopped && (rule.unstopped || p.words > (rule.sentence ?? rule.words)))) return false;
  return rule.pattern.test(p.text);
}

function isShareBar(p: Piece): boolean {
  if (p.words < 2 || p.words > 14) return false;
  return p.key.split(/[\s|,•·]+/).every((word) => SHARE_WORDS.has(word));
}

/** "Title - Outlet" twice or more on a page: an alternative text or a page title; long ones describe a picture. */
function bySiteSuffix(pieces: readonly Piece[]): void {
  const suffixes = siteSuffixes(pieces);
  for (const p of pieces) {
    if (p.kind !== null || p.stopped) continue;
    const suffix = suffixOf(p.text);
    if (suffix === null || !suffixes.has(suffix)) continue;
    p.kind = p.words - suffix.split(" ").length >= 8 ? "caption" : "furniture";
  }
}

/** Takes pieces; gives the endings " - Outlet" that at least two different ones share. */
export function siteSuffixes(pieces: readonly Piece[]): Set<string> {
  const first = new Map<string, string>();
  const often = new Set<string>();
  for (const p of pieces) {
    const suffix = p.stopped || p.words > 60 ? null : suffixOf(p.text);
    if (suffix === null) continue;
    if ((first.get(suffix) ?? p.key) !== p.key) often.add(suffix);
    first.set(suffix, p.key);
  }
  return often;
}

/** Takes a line; gives the short capitalised ending after its last " - ", " | " or dash, or `null`. */
export function suffixOf(line: string): string | null {
  const at = Math.max(...[" - ", " | ", " – ", " — ", " :: "].map((mark) => ` ${line}`.lastIndexOf(mark)));
  if (at < 0) return null;
  const suffix = ` ${line}`.slice(at + 3).trim();
  return suffix !== "" && suffix.length <= 40 && /^[\p{Lu}\d]/u.test(suffix) && /\p{L}{2}/u.test(suffix)
    ? suffix
    : null;
}

/** What every caption rule needs; most paragraphs lack it. */
const CAPTION_SIGN =
  /[)\]]\s*\.?$|Images|Photo|PHOTO|IMAGE|CREDIT|REUTERS|Anadolu|Shutterstock|photo|[Pp]icture|[Ii]mage|[Cc]redit|[Ff]oto|^(?:FILE|Caption|Undated|A file|A handout|This handout)/;

function byCaptionRules(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    if (p.kind !== null || p.text === "" || p.words > 90) continue;
    if (CAPTION_SIGN.test(p.text) && CAPTION_RULES.some((rule) => rule.test(p.text))) p.kind = "caption";
    const above = pieces[i - 1];
    if (p.kind === "caption" && above?.kind === null && isAlternativeText(above, p)) above.kind = "caption";
  }
}

function isAlternativeText(above: Piece, caption: Piece): boolean {
  return above.group === caption.group && !above.stopped && above.words <= 20;
}

/** A line that stands more than once is furniture where it is short; a whole paragraph counts the first time only. */
function byRepeats(pieces: readonly Piece[]): void {
  const firsts = new Map<string, Piece>();
  for (const p of pieces) {
    if (p.text === "" || p.key === "") continue;
    const first = firsts.get(p.key);
    if (first === undefined) firsts.set(p.key, p);
    else repeat(first, p);
  }
}

/** A short sentence may well stand twice ("Attempt missed."); a label or a whole paragraph does not. */
function repeat(first: Piece, again: Piece): void {
  if (again.stopped && again.words < 8) return;
  again.kind ??= "furniture";
  if (first.kind === null && !first.stopped && first.words <= 4) first.kind = "furniture";
}

/** The outlet on itself: before the article's first paragraph or behind its last ones. */
function byBlurb(pieces: readonly Piece[]): void {
  const prose = pieces.filter((p) => p.kind === null && isProse(p));
  const late = prose[Math.max(1, Math.floor(prose.length * 0.6))]?.start ?? Number.POSITIVE_INFINITY;
  const early = prose[0]?.start ?? -1;
  for (const p of pieces) {
    if (p.kind !== null || p.text === "" || /^["“„«]/.test(p.text)) continue;
    if (p.start !== early && p.start < late) continue;
    if (BLURB_PHRASES.filter((phrase) => phrase.test(p.text)).length >= 2) p.kind = "furniture";
  }
}

/** Finds the headline above the first paragraph; short lines above the headline are furniture. */
function byHead(pieces: readonly Piece[]): void {
  const body = pieces.findIndex((p) => p.kind === null && isProse(p));
  if (body < 0) return;
  const marked = pieces.findIndex((p) => p.kind === "headline");
  const headline = marked >= 0 ? marked : findHeadline(pieces, body);
  const found = pieces[headline];
  if (found === undefined) return;
  found.kind = "headline";
  for (const p of pieces.slice(0, Math.min(headline, body))) if (!p.stopped) p.kind ??= "furniture";
  for (const p of pieces.slice(headline + 1)) if (p.kind === null && p.key === found.key) p.kind = "furniture";
  for (const p of pieces.slice(headline + 1, body + 1)) if (p.kind === null && isScene(p)) p.kind = "caption";
}

function findHeadline(pieces: readonly Piece[], body: number): number {
  const open = pieces.slice(0, body).map((p, at) => ({ p, at }));
  const fit = open.filter(({ p }) => p.kind === null && p.words <= 35 && isTitle(p.text));
  const good = fit.find(({ p }) => p.words >= 5);
  return (good ?? fit.reduce<(typeof fit)[number] | undefined>(longer, undefined))?.at ?? -1;
}

/** No full stop, colon or semicolon at the end, unless it belongs to an abbreviation such as "U.S.". */
function isTitle(line: string): boolean {
  return !/[.:;]["”’)]*$/.test(line) || /\b(?:\p{Lu}\.){2,4}$/u.test(line);
}

function longer<T extends { p: Piece }>(best: T | undefined, one: T): T {
  return best === undefined || one.p.words > best.p.words ? one : best;
}

function isScene(p: Piece): boolean {
  return (
    p.words <= 40 && SCENE.date.test(p.text) && SCENE.verb.test(p.text) && !/[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(p.text)
  );
}

/** A few words in another script than the article's, outside its run of paragraphs. */
function byScript(pieces: readonly Piece[]): void {
  const [first, last] = proseRange(pieces);
  const sample = pieces
    .filter((p) => p.kind === null)
    .map((p) => p.text)
    .join(" ")
    .slice(0, 4000);
  const latin = latinShare(sample);
  if (first < 0 || (latin > 0.2 && latin < 0.8)) return;
  for (const [i, p] of pieces.entries()) {
    if (p.kind !== null || p.words > 15 || (i > first && i < last) || !/\p{L}{3}/u.test(p.text)) continue;
    if (Math.abs(latinShare(p.text) - latin) > 0.7) p.kind = "furniture";
  }
}

/** Share of a text's letters that are Latin, by code: Latin letters end at U+024F, other scripts begin at U+0370. */
function latinShare(text: string): number {
  let latin = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x370 && (code < 0x2000 || code >= 0x3040)) other++;
    else if ((code | 32) >= 97 && (code | 32) <= 122) latin++;
    else if (code >= 0xc0 && code < 0x250) latin++;
  }
  return latin + other === 0 ? 1 : latin / (latin + other);
}

/** Titles of other stories inside the run: long, in title case, without a stop. A short one alone is a subheading. */
function byTitleInRun(pieces: readonly Piece[]): void {
  const [first, last] = proseRange(pieces);
  for (let i = first + 1; i < last; i++) {
    const p = pieces[i] as Piece;
    if (p.kind !== null || p.stopped || isProse(p)) continue;
    if (p.words >= 7 && titleShare(p.text) >= 0.8) p.kind = "furniture";
  }
}

/** Behind the last paragraph: a list of short lines, or one that stands beside furniture. */
function byTail(pieces: readonly Piece[]): void {
  const [first, last] = proseRange(pieces);
  if (first < 0) return;
  const tail = pieces.slice(last + 1);
  const listed = listedBelow(pieces[last] as Piece, tail);
  const open = tail.filter(
    (p) => p.kind === null && !listed.has(p) && !p.stopped && p.words <= 14 && !HOLDS_SENTENCE.test(p.text),
  );
  const beside = tail.some((p) => p.kind === "furniture");
  if (open.length >= 3 || (beside && open.length > 0)) for (const p of open) p.kind = "furniture";
}

/** Lines of lists that belong to the article, numbers in half of them or more: below a heading or a colon, or with marks of a list before them and no label of the page's above. */
function listedBelow(last: Piece, tail: readonly Piece[]): Set<Piece> {
  const listed: Piece[] = [];
  let above = last;
  let list: Piece[] = [];
  const end = () => {
    if (list.filter((p) => /\d/.test(p.text)).length * 2 >= list.length) listed.push(...list);
    list = [];
  };
  for (const p of tail) {
    const isItem = above.kind !== "furniture" && (leadsList(above) || ITEM_MARK.test(p.text));
    if (p.kind === null && !p.stopped && isItem) list.push(p);
    else {
      end();
      above = p;
    }
  }
  end();
  return new Set(listed);
}

function leadsList(p: Piece): boolean {
  return p.kind === "headline" ? lineKind(p.text) !== "furniture" : p.text.endsWith(":");
}

const ITEM_MARK = /^(?:[-*•▪◦·–]|\d{1,2}[.)])\s/;

/** A sentence with something behind it, in brackets for one. */
const HOLDS_SENTENCE = /\p{Ll}[.!?]["”’)]* \S/u;

function proseRange(pieces: readonly Piece[]): [number, number] {
  const isRun = (p: Piece) => p.kind === null && isProse(p);
  return [pieces.findIndex(isRun), pieces.findLastIndex(isRun)];
}

/** Takes a line; says whether it is known page chrome by its words alone. */
export function isChrome(line: string): boolean {
  return CHROME_LINES.has(keyOf(line));
}

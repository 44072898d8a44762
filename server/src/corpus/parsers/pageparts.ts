import type { Part } from "../extracted.ts";
import { lineKind } from "../layout.ts";
import { countWords, keyOf, titleShare } from "../pieces.ts";
import type { PageBlock } from "./dom.ts";

/** What readability keeps of a page: the elements by number, and the words of paragraphs that it made itself. */
export interface MainContent {
  readonly owners: ReadonlySet<number>;
  readonly paragraphs: ReadonlySet<string>;
}

/** Takes words; gives them in the form in which `MainContent.paragraphs` holds them. */
export function squeezed(words: string): string {
  return words.replace(/[\s\u00ad\u200b]+/g, "");
}

/**
 * Takes a page's blocks, what readability keeps of it (`null` where it finds no article) and the page's title, where known; gives the parts of the
 * article. What stands in a box of the page's own (a newsletter, a barrier, comments) is furniture, whatever readability says.
 */
export function partsOf(blocks: readonly PageBlock[], main: MainContent | null, title: string | null): Part[] {
  const kept = blocks.map((block) => main === null || isKept(block, main));
  const boxed = boxedBlocks(blocks, kept);
  const inside = blocks.map((_, at) => kept[at] === true && !boxed.has(at));
  const pulled = pulledBlocks(blocks);
  const spoken = spokenBlocks(blocks, inside);
  const last = endOfGallery(blocks, inside.lastIndexOf(true));
  const places = { first: inside.indexOf(true), last, heading: headingAt(blocks, inside, boxed, title) };
  const parts = blocks.flatMap((block, at) => {
    const of = { boxed: boxed.has(at), pulled: pulled.has(at), kept: kept[at] === true, at, ...places };
    return linesOf(block).map((text, line): Part => {
      const kind = partKind({ ...block, text }, of);
      const quote = kind === null ? (spoken.get(at) ?? null) : null;
      const signature = quote !== null && block.cites;
      return {
        text: signed(text, signature),
        kind: signature ? "body" : kind,
        close: block.tag === "figcaption" || line > 0,
        quote,
      };
    });
  });
  return withoutLastHeadings(withTitle(parts, title));
}

/** Takes a page's blocks and what readability keeps; says whether a barrier stands in the article. */
export function hasBarrier(blocks: readonly PageBlock[]): boolean {
  return blocks.some(({ naming, text }) => (naming === "barrier" && ASKING.test(text)) || CUT_OFF.test(text));
}

/** Words of a barrier. */
const ASKING = /\bsubscri|\bfree trial|\bregister\b|\b(?:sign|log) in\b|\babonn|\bsuscr[ií]|\bassin|\babbon/i;

/** A line of the page's that says that the rest is for those who pay. */
const CUT_OFF =
  /^(?:il vous reste \d|la suite (?:de cet article )?est réservée|(?:subscribe|sign in|log in) to (?:unlock|continue reading|keep reading|read the (?:full|whole|rest))|para (?:seguir|continuar) leyendo\b.{0,60}\b(?:suscri|regístr|inicia)|jetzt weiterlesen\b|weiterlesen mit\b)/i;

function isKept(block: PageBlock, { owners, paragraphs }: MainContent): boolean {
  return owners.has(block.owner) || (paragraphs.size > 0 && paragraphs.has(squeezed(block.text)));
}

/** What a box of the page's holds: code units that are kept, whether it asks readers to pay or log in, and paragraphs of other things. */
interface Box {
  readonly size: number;
  readonly asks: boolean;
  readonly paragraphs: number;
}

/** Most of the kept words that a box of the page's holds: what holds more is the article under an odd name. A barrier leaves little beside it. */
const MOST_BOXED = { box: 0.3, teaser: 0.3, barrier: 0.8 };

/** Paragraphs, and words of one, from which a barrier by name is the part of the article that stood behind it. */
const FEWEST_BEHIND = { paragraphs: 3, words: 18 };

function boxedBlocks(blocks: readonly PageBlock[], kept: readonly boolean[]): Set<number> {
  const boxes = new Map<number, Box>();
  let all = 0;
  for (const [at, block] of blocks.entries()) {
    if (!kept[at]) continue;
    all += block.text.length;
    boxes.set(block.box, withBlock(boxes.get(block.box), block));
  }
  const isBoxed = ({ naming, box }: PageBlock) => {
    if (naming === "comment") return true;
    if (naming !== "box" && naming !== "barrier" && naming !== "teaser") return false;
    const held = boxes.get(box);
    if (held === undefined) return true;
    const behind = naming === "barrier" && (!held.asks || held.paragraphs >= FEWEST_BEHIND.paragraphs);
    return !behind && held.size <= all * MOST_BOXED[naming];
  };
  return new Set(blocks.flatMap((block, at) => (isBoxed(block) ? [at] : [])));
}

function withBlock(box: Box = { size: 0, asks: false, paragraphs: 0 }, { text, naming }: PageBlock): Box {
  const size = box.size + text.length;
  if (naming !== "barrier") return { ...box, size };
  const asks = ASKING.test(text);
  const told = !asks && countWords(text) >= FEWEST_BEHIND.words ? 1 : 0;
  return { size, asks: box.asks || asks, paragraphs: box.paragraphs + told };
}

/** Share of the article's words up to which block quotations are somebody's words: a page that is all in one is set so. */
const MOST_QUOTED = 0.5;

/** The block quotations of the article by the blocks that stand in them, the line that says whose they are among these. */
function spokenBlocks(blocks: readonly PageBlock[], inside: readonly boolean[]): Map<number, number> {
  const spoken = new Map<number, number>();
  let all = 0;
  let quoted = 0;
  for (const [at, { quote, text }] of blocks.entries()) {
    if (inside[at]) all += text.length;
    if (quote === null) continue;
    spoken.set(at, quote);
    if (inside[at]) quoted += text.length;
  }
  return quoted <= all * MOST_QUOTED ? spoken : new Map();
}

/** The line that says whose words they are begins with a dash. */
function signed(text: string, signature: boolean): string {
  return signature && !/^[—–―-]/.test(text) ? `— ${text}` : text;
}

/** Block quotations beyond which a page is a list of them, and quotes others. */
const MOST_PULLED = 50;

/** Block quotations whose words another paragraph of the page holds: the page quotes itself. */
function pulledBlocks(blocks: readonly PageBlock[]): Set<number> {
  const quoted = [...blocks.entries()].filter(([, { tag, text }]) => tag === "blockquote" && countWords(text) >= 5);
  if (quoted.length === 0 || quoted.length > MOST_PULLED) return new Set();
  const keys = blocks.map(({ text }) => keyOf(text));
  const isHeld = (at: number) => keys.some((key, other) => other !== at && key.includes(keys[at] as string));
  return new Set(quoted.flatMap(([at]) => (isHeld(at) ? [at] : [])));
}

/** The heading that says the page's title, else the one nearest above the article: the first on a page may be the outlet's name. */
function headingAt(
  blocks: readonly PageBlock[],
  inside: readonly boolean[],
  boxed: ReadonlySet<number>,
  title: string | null,
): number {
  const isHeading = (block: PageBlock, at: number) => block.tag === "h1" && !boxed.has(at);
  const key = title === null ? "" : keyOf(title);
  const titled = blocks.findIndex((block, at) => isHeading(block, at) && keyOf(block.text) === key);
  if (titled >= 0) return titled;
  const first = inside.indexOf(true);
  const above = blocks.findLastIndex((block, at) => at <= first && isHeading(block, at));
  return above >= 0 ? above : blocks.findIndex(isHeading);
}

/** The captions that follow one another go on to the last, though readability keeps but one of a list. */
function endOfGallery(blocks: readonly PageBlock[], last: number): number {
  if (blocks[last]?.tag !== "figcaption") return last;
  const next = blocks.findIndex((block, at) => at > last && (block.tag !== "figcaption" || block.linked));
  return next < 0 ? blocks.length : next === last + 1 ? last : next;
}

/** Where a block stands: its number, those of the first and last that are kept, and of the heading (-1 for none). */
interface Place {
  readonly boxed: boolean;
  readonly pulled: boolean;
  readonly kept: boolean;
  readonly at: number;
  readonly first: number;
  readonly last: number;
  readonly heading: number;
}

function partKind(block: PageBlock, place: Place): Part["kind"] {
  if (place.boxed && !(block.naming === "teaser" && isArticles(block, place))) return "furniture";
  if (block.tag === "h1") return "headline";
  const { at, first, last, heading } = place;
  const within = place.kept || isBetween(at, first, last) || (isBetween(at, heading, first) && !block.linked);
  if (within && (block.tag === "figcaption" || block.naming === "caption"))
    return countWords(block.text) < 4 && lineKind(block.text) === "furniture" ? "furniture" : "caption";
  if (within && (block.naming === "pullquote" || place.pulled)) return "pullquote";
  if (!place.kept && !isArticles(block, place)) return "furniture";
  if (block.card || (block.linked && !/[.!?]["”’)]*$/.test(block.text))) return "furniture";
  if (!/^h[2-6]$/.test(block.tag)) return null;
  return lineKind(block.text) === "furniture" ? "furniture" : "headline";
}

/** A place behind one block and before another, none of which is missing. */
function isBetween(at: number, from: number, to: number): boolean {
  return from >= 0 && at > from && at < to;
}

/** What readability drops, and is the article's yet: a box of facts, a correction; between heading and text, the standfirst, byline and date. */
function isArticles(block: PageBlock, { at, first, last, heading }: Place): boolean {
  if (block.linked) return false;
  if (block.naming === "fact") return true;
  if (block.cites) return at > first && at <= last + 1;
  if (!isBetween(at, heading, first)) return false;
  const kind = lineKind(block.text);
  if (/^h\d$/.test(block.tag)) return kind === null && isStandfirst(block.text) && block.naming === null;
  return kind === "meta" || (kind === null && isStandfirst(block.text));
}

/** Words in a row, not a list of names, a time or a label. */
function isStandfirst(text: string): boolean {
  if (countWords(text) < 6 || titleShare(text) >= 0.5) return false;
  return !/^(?:by|words|photographs?|pictures|video|from|written)\b|\b(?:published|updated|posted)\b.*\d/i.test(text);
}

/** A block whose lines hold a byline or a date is one part a line; any other is one part. */
function linesOf(block: PageBlock): string[] {
  if (!block.text.includes("\n") || block.text.length > 600) return [block.text];
  const lines = block.text.split("\n");
  return lines.some((line) => lineKind(line) === "meta") ? lines : [block.text];
}

/** The headline is the block that says the page's title; without one, the title is put above the text. */
function withTitle(parts: readonly Part[], title: string | null): Part[] {
  const key = title === null ? "" : keyOf(title);
  const says = (part: Part) => key !== "" && keyOf(part.text) === key;
  const at = parts.findIndex(says);
  const marked = parts.map(
    (part, i): Part => (i === at ? { ...part, kind: "headline" } : says(part) ? { ...part, kind: "furniture" } : part),
  );
  if (at >= 0) return withoutStrayTitles(marked, at);
  if (title === null) return withoutStrayTitles(marked, firstHeading(parts));
  return [{ text: title, kind: "headline" }, ...withoutStrayTitles(marked, -1)];
}

/** The heading above an article that has no title: none where its text has begun. */
function firstHeading(parts: readonly Part[]): number {
  const at = parts.findIndex((part) => part.kind === "headline");
  const text = parts.findIndex((part) => part.kind === null && countWords(part.text) >= FEWEST_OF_TEXT);
  return text >= 0 && text < at ? -1 : at;
}

/** Words in a row that are more than a label or a byline. */
const FEWEST_OF_TEXT = 15;

/** Headings above the article's own are the page's. */
function withoutStrayTitles(parts: readonly Part[], headline: number): Part[] {
  return parts.map((part, i) => {
    if (i >= headline || part.kind === "furniture" || part.kind === "caption") return part;
    return { ...part, kind: RELEASE.test(part.text) ? lineKind(part.text) : "furniture" };
  });
}

/** The line above the heading of a press release that says its number and date; other dates there may be the day's. */
const RELEASE = /^(?:press|news|media) (?:release|statement)/i;

/** A heading with nothing of the article below it is that of a list of the page's. */
function withoutLastHeadings(parts: readonly Part[]): Part[] {
  const last = parts.findLastIndex((part) => part.kind === null || part.kind === "caption");
  const first = parts.findIndex((part) => part.kind === "headline");
  return parts.map((part, at) =>
    at > last && at > first && part.kind === "headline" ? { ...part, kind: "furniture" } : part,
  );
}

import { type Naming, namingOf } from "./boxes.ts";
import { figureLine } from "./figurebox.ts";
import { asLabel, isLabel } from "./labels.ts";
import { isGlued, Marks } from "./marks.ts";
import { TableHeads } from "./tableheads.ts";

/** The little of the DOM that the readers use; linkedom gives it everywhere. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<DomNode>;
  readonly previousSibling: DomNode | null;
}

/** An element of the DOM. */
export interface DomElement extends DomNode {
  readonly localName: string;
  readonly nextElementSibling: DomElement | null;
  readonly parentElement: DomElement | null;
  closest(selector: string): DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement> & Iterable<DomElement>;
  remove(): void;
}

/** A document of the DOM. */
export interface DomDocument extends DomElement {
  readonly body: DomElement | null;
  readonly documentElement: DomElement | null;
}

/** A block of a page: its words and what its markup says. */
export interface PageBlock {
  readonly text: string;
  /** Name of the nearest element that stands for something: `h1`…`h6`, `figcaption`, `blockquote`, `li`, else `p`. */
  readonly tag: string;
  /** Number of the element that holds the words; it carries the number as `data-block`. */
  readonly owner: number;
  /** True where all words are one link's. */
  readonly linked: boolean;
  /** True where it stands with others in one link: the card of another story. */
  readonly card: boolean;
  /** Number of the nearest block quotation that holds it, or `null`. */
  readonly quote: number | null;
  /** True where it names whose words a block quotation holds. */
  readonly cites: boolean;
  /** What the nearest element with a telling name is called by, from the outermost box down. */
  readonly naming: Naming | null;
  /** Number of that element. */
  readonly box: number;
}

const BLOCKS = new Set(
  `address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   header hgroup hr legend li main menu nav ol option p pre section select summary table tbody tfoot thead tr ul`.split(
    /\s+/,
  ),
);
const SKIPPED = new Set(
  "script style noscript template svg iframe object embed canvas audio video head math textarea datalist map del s strike".split(
    " ",
  ),
);
const NAMED = /^(?:h[1-6]|figcaption|blockquote|li)$/;

/** Depth beyond which elements are taken as one run of words; pages are never that deep. */
const DEEPEST = 400;

/** Takes a document; gives its visible text block by block in document order, and numbers the elements that hold it. */
export function blocksOf(document: DomDocument): PageBlock[] {
  const walker = new Walker(document);
  if (document.body !== null) walker.block(document.body, { tag: "p", quote: null, naming: null, box: 0 }, 0);
  return walker.blocks;
}

/** Takes a node; says whether its elements are nested deeper than anybody nests them, which is slow to search. */
export function isTooDeep(root: DomNode): boolean {
  let level: DomNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) => Array.from(node.childNodes).filter((child) => child.nodeType === 1));
  }
  return false;
}

type Around = Pick<PageBlock, "tag" | "quote" | "naming" | "box">;

/** Goes over a tree once, gathering words until a block ends. */
class Walker {
  readonly blocks: PageBlock[] = [];
  #words = "";
  #linked = 0;
  #cited = 0;
  #owners = 0;
  /** Inside a row of several cells, or a label and its value, whose paragraphs do not end it. */
  #row = false;
  /** Right behind a label that its value is to follow. */
  #labelled = false;
  readonly #namings = new Map<string, Naming | null>();
  readonly #heads = new TableHeads();
  readonly #marks: Marks;

  constructor(document: DomDocument) {
    this.#marks = new Marks(document);
  }

  block(element: DomElement, around: Around, depth: number): void {
    const owner = this.#owners++;
    element.setAttribute("data-block", String(owner));
    const own = within(element, owner, around, this.#namings);
    const row = this.#row;
    if (element.localName === "tr") this.#beginRow(element);
    else if (element.localName === "table") this.#row = false;
    else if (element.localName === "dt") this.#row = isLabel(element);
    else if (element.localName === "dd") this.#row = this.#labelled;
    this.#labelled = element.localName === "dt" && this.#row;
    const figure = this.#row || !MAY_BOX.has(element.localName) ? null : figureLine(element);
    if (figure === null) this.#inside(element, own, owner, depth);
    else this.#words += figure;
    if (this.#labelled) this.#words = asLabel(this.#words);
    else this.#flush(own, owner);
    this.#row = row;
  }

  #beginRow(row: DomElement): void {
    this.#row = hasCells(row);
    if (this.#row) this.#heads.begin(row);
  }

  #inside(element: DomNode, around: Around, owner: number, depth: number): void {
    for (const node of Array.from(element.childNodes)) {
      if (node.nodeType === 3) this.#words += node.textContent ?? "";
      else if (node.nodeType === 1) this.#element(node as DomElement, around, owner, depth + 1);
    }
  }

  #element(element: DomElement, around: Around, owner: number, depth: number): void {
    const name = element.localName;
    if (SKIPPED.has(name) || isHidden(element)) return;
    if (name === "br") this.#break(around, owner);
    else if (depth > DEEPEST) this.#words += element.textContent ?? "";
    else if (this.#row && IN_CELL.has(name)) {
      this.#words += " ";
      this.#inline(element, around, owner, depth);
    } else if (BLOCKS.has(name) || isLargeCell(element)) {
      if (!this.#labelled) this.#flush(around, owner);
      this.block(element, around, depth);
    } else this.#inline(element, around, owner, depth);
  }

  #inline(element: DomElement, around: Around, owner: number, depth: number): void {
    if (isCell(element)) this.#words += this.#beforeCell(element);
    const raised = this.#marks.after(this.#words, element);
    if (raised !== null) {
      this.#words += raised;
      return;
    }
    if (isGlued(this.#words.slice(-12), element)) this.#words += " ";
    const before = this.#words.length;
    const count = this.blocks.length;
    this.#inside(element, around, owner, depth);
    if (this.blocks.length !== count) {
      if (element.localName === "a" && element.hasAttribute("href")) this.#linkSince(before === 0 ? count : count + 1);
      return;
    }
    if (element.localName === "a") this.#linked += sizeOf(this.#words.slice(before));
    if (element.localName === "cite") this.#cited += sizeOf(this.#words.slice(before));
  }

  #beforeCell(cell: DomElement): string {
    if (this.#row) return this.#heads.before(cell, this.#words);
    return this.#words.trim() === "" ? "" : " | ";
  }

  /** A link around blocks, the card of another story, holds all their words; one that was never closed holds the rest of the page. */
  #linkSince(first: number): void {
    const inside = this.blocks.slice(first);
    if (inside.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_CARD) return;
    for (const [at, block] of inside.entries())
      this.blocks[first + at] = { ...block, linked: true, card: inside.length > 1 };
  }

  /** One break is a line's end, two are a paragraph's. */
  #break(around: Around, owner: number): void {
    if (/\n[ \t]*$/.test(this.#words.slice(-20)) && this.#words.includes(BREAK)) this.#flush(around, owner);
    else this.#words += BREAK;
  }

  #flush(around: Around, owner: number): void {
    const text = this.#words
      .split(BREAK)
      .map((line) => line.replace(/[ \t\r\n\f\u00a0\u200b\u00ad]+/g, spaceFor))
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join("\n");
    if (text !== "") {
      const most = sizeOf(text) * 0.95;
      const linked = this.#linked > 0 && this.#linked >= most;
      const cites = around.quote !== null && ((this.#cited > 0 && this.#cited >= most) || isSignature(text));
      this.blocks.push({ text, owner, linked, card: false, cites, ...around });
    }
    this.#words = "";
    this.#linked = 0;
    this.#cited = 0;
  }
}

/** Most code units in a link around blocks. */
const LONGEST_CARD = 400;

/** A line break inside a block, while words are gathered; no page's text holds it. */
const BREAK = "\ue000\n";

/** Longest line, in code units, that is whose words a block quotation holds. */
const LONGEST_SIGNATURE = 160;

function isSignature(text: string): boolean {
  return text.length <= LONGEST_SIGNATURE && /^[—–―-]\s*\p{Lu}/u.test(text);
}

/** Code units that are no white space. */
function sizeOf(text: string): number {
  return text.replace(/\s+/g, "").length;
}

/** Soft hyphens and zero-width spaces vanish, other white space becomes one space; a lone no-break space stays. */
function spaceFor(run: string): string {
  if (run === "\u00a0") return run;
  return /[^\u200b\u00ad]/.test(run) ? " " : "";
}

function isHidden(element: DomElement): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute("style") ?? "");
}

/** What goes for all that an element holds. */
const ALL_IN: ReadonlySet<Naming> = new Set<Naming>(["box", "barrier", "comment", "teaser"]);

/** What holds inside an element; in a box of the page's, all is the box's. */
function within(element: DomElement, owner: number, around: Around, known: Map<string, Naming | null>): Around {
  const tag = NAMED.test(element.localName) ? element.localName : around.tag;
  const quote = element.localName === "blockquote" ? owner : around.quote;
  if (around.naming !== null && ALL_IN.has(around.naming)) return { ...around, tag, quote };
  const naming = namingOf(element, known);
  return naming === null ? { ...around, tag, quote } : { tag, quote, naming, box: owner };
}

/** Elements that may be a box of one number and its label. */
const MAY_BOX = new Set(["div", "li", "section", "article", "p", "a", "figure", "aside", "header"]);

/** Elements that end no row where they stand in a cell of it. */
const IN_CELL = new Set(["p", "div", "center"]);

function isCell(node: DomNode): node is DomElement {
  return node.nodeType === 1 && /^t[dh]$/.test((node as DomElement).localName);
}

/** A row of several cells, none of them long: a table of facts and not of the page's layout. */
function hasCells(row: DomElement): boolean {
  const cells = Array.from(row.childNodes).filter(isCell);
  return cells.length > 1 && !cells.some(isLargeCell);
}

function isLargeCell(element: DomElement): boolean {
  return isCell(element) && (element.textContent ?? "").length > 200;
}

import type { Article } from "../../corpus/types.ts";
import type { Extraction } from "../../extract/types.ts";
import { hashText } from "../../store/hash.ts";
import { figureKeys } from "../../store/keys.ts";
import { placeFigures, placeQuotations } from "../../store/passages.ts";
import { keysOfBlocks } from "../../store/stretches.ts";
import { packBlocks } from "./blocks.ts";
import { packFigure, packMeta, packQuotations } from "./codec.ts";
import { meetsOf } from "./meets.ts";

/** An article worked out to the rows it becomes: all that costs time is done, so that a worker can do it. Can be sent between threads. */
export interface PreparedArticle {
  readonly id: string;
  readonly meta: string;
  readonly hash: string;
  readonly verbatim: boolean;
  readonly text: string;
  readonly check: number;
  readonly blocks: string;
  readonly figures: readonly string[];
  readonly quotes: string;
  readonly quoteCount: number;
  /** Units of the article: its readable blocks in order, then its figures in order. */
  readonly units: number;
  /** Keys, and the unit under each, counted from 0 in this article. */
  readonly keys: Uint32Array;
  readonly keyUnits: Uint32Array;
  /** What it meets others by, packed. */
  readonly meets: Uint8Array;
}

/** Takes an article with what was read from it; gives its rows and keys. */
export function prepareArticle(article: Article, extraction: Extraction): PreparedArticle {
  const figures = placeFigures(article, extraction);
  const quotes = placeQuotations(article, extraction);
  const blocks = keysOfBlocks(article);
  const filed = new Filing();
  blocks.forEach(({ pairs, words }, unit) => {
    filed.add(unit, pairs);
    filed.add(unit, words);
  });
  figures.forEach(({ figure }, i) => {
    filed.add(blocks.length + i, figureKeys(figure));
  });
  const meets = meetsOf(article);
  filed.add(0, meets.keys);
  return {
    id: article.meta.id,
    meta: packMeta(article.meta),
    hash: article.hash,
    verbatim: article.verbatim,
    text: article.text,
    check: hashText(article.text),
    blocks: packBlocks(article.blocks),
    figures: figures.map(packFigure),
    quotes: packQuotations(quotes),
    quoteCount: quotes.length,
    units: blocks.length + figures.length,
    ...filed.columns(),
    meets: meets.packed,
  };
}

/** What is filed is gathered in one place for all articles, and copied out once. */
class Filing {
  private length = 0;

  add(unit: number, keys: readonly number[]): void {
    if (this.length + keys.length > heldKeys.length) widen(this.length + keys.length);
    for (let i = 0; i < keys.length; i++) {
      heldKeys[this.length] = keys[i] as number;
      heldUnits[this.length++] = unit;
    }
  }

  columns(): { keys: Uint32Array; keyUnits: Uint32Array } {
    return { keys: heldKeys.slice(0, this.length), keyUnits: heldUnits.slice(0, this.length) };
  }
}

let heldKeys = new Uint32Array(8192);
let heldUnits = new Uint32Array(8192);

function widen(room: number): void {
  const [keys, units] = [new Uint32Array(room * 2), new Uint32Array(room * 2)];
  keys.set(heldKeys);
  units.set(heldUnits);
  [heldKeys, heldUnits] = [keys, units];
}

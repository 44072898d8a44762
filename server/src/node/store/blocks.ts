import { numberBlocks } from "../../corpus/article.ts";
import { isReadable } from "../../corpus/bodytext.ts";
import type { Block, BlockKind } from "../../corpus/types.ts";

/** Kinds of blocks, each packed as its index here. */
export const KINDS: readonly BlockKind[] = ["headline", "body", "caption", "pullquote", "meta", "furniture"];

/** Added to the kind of a block that its outlet repeats, and that is furniture for that. */
const REPEATED = 8;

/** Takes blocks, and the same as they were first read where some were set aside since; gives them as one flat JSON array of numbers. */
export function packBlocks(blocks: readonly Block[], given: readonly Block[] = blocks): string {
  const flat: number[] = [];
  for (const [i, { start, end, kind, paragraph, page }] of blocks.entries()) {
    const first = given[i]?.kind ?? kind;
    const code = first === kind ? KINDS.indexOf(kind) : KINDS.indexOf(first) + REPEATED;
    flat.push(start, end - start, code, paragraph, page ?? 0);
  }
  return JSON.stringify(flat);
}

/** Takes what `packBlocks` gave; gives the blocks. */
export function unpackBlocks(packed: string): readonly Block[] {
  return blocksOf(packed, (code) => (code >= REPEATED ? "furniture" : (KINDS[code] as BlockKind)));
}

/** Takes what `packBlocks` gave; gives the blocks as they were first read. */
export function unpackGiven(packed: string): readonly Block[] {
  let isMarked = false;
  const given = blocksOf(packed, (code) => {
    isMarked ||= code >= REPEATED;
    return KINDS[code % REPEATED] as BlockKind;
  });
  return isMarked ? numberBlocks(given) : given;
}

/**
 * Takes what `packBlocks` gave; gives for each block that was readable when it was first read its index among those that are now, `null` for one that was
 * set aside since.
 */
export function unpackPlaces(packed: string): readonly (number | null)[] {
  const places: (number | null)[] = [];
  let count = 0;
  blocksOf(packed, (code) => {
    const kind = KINDS[code % REPEATED] as BlockKind;
    if (isReadable(kind)) places.push(code >= REPEATED ? null : count++);
    return kind;
  });
  return places;
}

function blocksOf(packed: string, kindOf: (code: number) => BlockKind): readonly Block[] {
  const flat = JSON.parse(packed) as readonly number[];
  const blocks: Block[] = [];
  for (let i = 0; i + 4 < flat.length; i += 5) {
    const [start, length, code, paragraph, page] = flat.slice(i, i + 5) as [number, number, number, number, number];
    blocks.push({ start, end: start + length, kind: kindOf(code), paragraph, page: page === 0 ? null : page });
  }
  return blocks;
}

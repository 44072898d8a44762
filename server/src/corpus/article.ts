import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isReadable } from "./bodytext.ts";
import type { Piece } from "./pieces.ts";
import type { Article, Block, SourceMeta } from "./types.ts";

/** Takes bytes; gives their SHA-256 in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Takes a text; gives the SHA-256 of its UTF-8 bytes in hexadecimal. */
export function hashText(text: string): string {
  return hashBytes(utf8ToBytes(text));
}

/** Takes pieces in order, all decided; gives blocks, the paragraphs among them numbered from 1. */
export function numberBlocks(pieces: readonly Pick<Piece, "start" | "end" | "kind" | "page">[]): Block[] {
  let paragraph = 0;
  return pieces
    .filter((p) => p.end > p.start)
    .map(({ start, end, page, kind }) => {
      const decided = kind ?? "body";
      return { start, end, kind: decided, paragraph: isReadable(decided) ? ++paragraph : 0, page };
    });
}

/** Takes the parts of an article; gives it with its blocks made from the pieces. */
export function makeArticle(
  meta: SourceMeta,
  text: string,
  pieces: readonly Piece[],
  hash: string,
  verbatim: boolean,
): Article {
  return { meta, text, blocks: numberBlocks(pieces), hash, verbatim };
}

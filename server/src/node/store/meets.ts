import { meetingHashes, signatureOf } from "../../corpus/copies.ts";
import { wordsOfParagraphs } from "../../corpus/repeats.ts";
import type { Article } from "../../corpus/types.ts";
import { copyKeys, paragraphKey } from "../../store/keys.ts";
import { bytesOf, type Row } from "./sql.ts";

/** What an article meets others by: keys under which it is filed, as its first unit. */
export interface Meets {
  /** Different shingles of its text. */
  readonly shingles: number;
  /** By its wording: those that carry the same text. */
  readonly copies: Uint32Array;
  /** By its paragraphs: pages of its outlet that repeat them. */
  readonly paragraphs: Uint32Array;
}

/** Takes an article as it was first read; gives its keys, and all of them packed for its row. */
export function meetsOf(article: Article): { readonly keys: readonly number[]; readonly packed: Uint8Array } {
  const { outlet } = article.meta;
  const signature = signatureOf(article);
  const copies = copyKeys(meetingHashes(signature));
  const words = outlet === null ? [] : [...wordsOfParagraphs(article)];
  const paragraphs = words.map((one) => paragraphKey(outlet as string, one));
  const packed = Uint32Array.from([signature.shingles, copies.length, ...copies, ...paragraphs]);
  return { keys: [...copies, ...paragraphs], packed: new Uint8Array(packed.buffer) };
}

/** Takes a row with `meets`; gives what was packed. A row that was cut short gives less, never an error. */
export function unpackMeets(row: Row): Meets {
  const bytes = bytesOf(row["meets"]);
  const all = new Uint32Array(bytes.slice().buffer, 0, bytes.length >> 2);
  const [shingles = 0, count = 0] = all;
  return { shingles, copies: all.subarray(2, 2 + count), paragraphs: all.subarray(2 + count) };
}

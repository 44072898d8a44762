import type { Piece } from "./pieces.ts";

/** A count and nothing else: of those who liked it, answered it, passed it on. */
const COUNT = /^(?:\d{1,3}(?:[.,]\d{1,3})?[KM]?|-{1,2})$/i;

/** Takes the pieces of an article; sets aside counts that stand alone between furniture of the page: "1.2K" and "14" between a date and "Listen". A number beside its own label is a fact. */
export function byCounts(pieces: readonly Piece[]): void {
  for (let from = 0; from < pieces.length; from++) {
    let to = from;
    while (isCount(pieces[to])) to++;
    if (to > from && isPages(pieces[from - 1]) && isPages(pieces[to]))
      for (const p of pieces.slice(from, to)) p.kind = "furniture";
    from = to;
  }
}

function isCount(p: Piece | undefined): boolean {
  return p !== undefined && p.kind === null && p.words === 1 && COUNT.test(p.text);
}

function isPages(p: Piece | undefined): boolean {
  return p?.kind === "furniture" || p?.kind === "meta";
}

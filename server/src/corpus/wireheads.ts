import { isProse, type Piece, piece } from "./pieces.ts";

/** A story's slug, behind what a wire numbers it with: "a0345 ^BC-VALLEY-FLOOD-1stLd,0345<", "r i BC-VALLEY-FLOOD 03-04 0345". */
const SLUG =
  /^(?:[a-z]\d{4} ?)?(?:[a-z] [a-z] )?\^?(?:BC|AM|PM|AP|URGENT|BULLETIN)-{1,2}\p{Lu}[\p{L}\d.'’&/_-]*(?:[ ,/-].{0,50})?$/u;

/** The first line of a message (ANPA 1312, IPTC 7901): its number, its priority, its category. */
const FIRST = /^(?:ZCZC\b.{0,30}|[A-Z]{2,4}\d{3,4} \d [a-z] \d{2,5} [A-Z]{2,4}\b.{0,40})$/;

/** Other lines above a story that are to editors, and lines behind it that say that it is over, when and where it was sent. */
const HEAD = /^\^?(?:eds?|editors?|attn|attention)[:.,] |^\^?[\p{L}.' ]{2,40}\bwriter=?$/iu;
const END =
  /^(?:N{4}|\(?end(?: ?all)?\)?|-*30-*|#{3,}|[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}[A-Z]{0,4}<?|\d{6} [A-Z]{3} \d\d)$/i;

/** Pieces above a story among which its slug stands, and behind it that may close it. */
const LONGEST = { head: 6, end: 4 } as const;

/** Takes the pieces of an article; where it is a story as a wire sends it, sets aside what the wire wrote above and below it. */
export function byWireHead(pieces: readonly Piece[]): void {
  const first = pieces.findIndex((p) => p.kind === null && isProse(p) && !HEAD.test(p.text));
  const head = pieces.slice(0, Math.max(0, first));
  const isHead = (p: Piece) => SLUG.test(p.text) || FIRST.test(p.text);
  if (!head.slice(0, LONGEST.head).some(isHead)) return;
  for (const p of head) if (p.kind === null && (isHead(p) || HEAD.test(p.text))) p.kind = "furniture";
  for (const p of pieces.slice(Math.max(first + 1, pieces.length - LONGEST.end)))
    if (p.kind === null && END.test(p.text)) p.kind = "furniture";
}

/** Takes a text and its pieces; gives them without the marks of typesetting that a wire puts around its lines: "^Flood kills 43<", "^By ANN LEE=". */
export function withoutRails(text: string, pieces: readonly Piece[]): Piece[] {
  const railed = pieces.filter((p) => p.text.startsWith("^") && /[<=]$/.test(p.text));
  if (railed.length < 2) return [...pieces];
  return pieces.map((p) => {
    const start = p.text.startsWith("^") ? p.start + 1 : p.start;
    const end = p.text.length > 2 && /[<=]$/.test(p.text) ? p.end - 1 : p.end;
    return start === p.start && end === p.end ? p : piece(text, start, end, p.group, p.kind, p.page);
  });
}

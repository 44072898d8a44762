import { isProse, type Piece } from "./pieces.ts";

/** What follows a name where an article says who wrote it. */
const ABOUT =
  /^,? (?:is|was|has|had|covers?|covered|writes|works|worked|reports|joined|lives|leads|heads|teaches|edits|contributed|can be (?:reached|found|contacted)|tweets|hails|holds|spent|grew)\b/;

/** Last paragraphs of an article in which its author may be told of. */
const LAST = 3;

/**
 * Takes the pieces of one article, and its authors where known; sets aside what is said of an author behind the article: "Ann Lee is a staff writer
 * and has reported from 31 countries." Its figures are none of the article's.
 */
export function byBiography(pieces: readonly Piece[], authors: readonly string[]): void {
  const names = [...authors, ...pieces.flatMap(bylineNames)].filter((name) => / /.test(name));
  if (names.length === 0) return;
  const prose = pieces.filter((p) => p.kind === null && isProse(p));
  for (const p of prose.slice(Math.max(1, prose.length - LAST))) {
    const text = p.text.replace(/^[\s*_•–—-]+|[*_]+(?= )/g, "");
    if (names.some((name) => text.startsWith(name) && ABOUT.test(text.slice(name.length)))) p.kind = "furniture";
  }
}

/** Names in a byline of two words or more. */
function bylineNames(p: Piece): string[] {
  const names = p.kind === "meta" ? /^(?:written )?by:? ([^|·•–—\d]{3,120})/i.exec(p.text)?.[1] : undefined;
  return names === undefined ? [] : names.split(/\s*(?:,|&|\band\b)\s*/).map((name) => name.trim());
}

import type { Piece } from "./pieces.ts";

const WHO =
  "((?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}.&'’-]*(?: (?:and |of |for |the |on |in )*\\p{Lu}[\\p{L}\\p{N}.&'’-]*){0,6})";
const WHAT =
  "(report|release|press release|statement|study|survey|investigation|assessment|analysis|paper|dossier|findings|bulletin|briefing)s?";

/** How articles name what they rest on; the group `who` is its maker and `what` its kind. */
const NAMED: readonly RegExp[] = [
  new RegExp(
    `\\b(?:report|study|survey|investigation|assessment|analysis|findings|release|statement)s? (?:\\w+ ){0,3}(?:by|from|of) (?<who>${WHO})`,
    "u",
  ),
  new RegExp(
    `\\b(?:reports?|results of an investigation),? (?:submitted|released|published|issued)(?: \\w+){0,2} by (?<who>${WHO})`,
    "u",
  ),
  new RegExp(
    `\\b(?<who>${WHO}) (?:said|says|announced|reported|wrote) (?:\\w+ ){0,2}in (?:a|its|their|the) (?:\\w+ ){0,3}(?<what>${WHAT})\\b`,
    "u",
  ),
  new RegExp(
    `\\bIn (?:a|its|their) (?:\\w+ ){0,2}(?<what>${WHAT})(?: (?:released|published|issued)(?: on [\\p{L}\\d ]{3,20})?)?, (?<who>${WHO}) (?:said|says|found|accused|condemned)`,
    "u",
  ),
  new RegExp(`\\b(?<who>${WHO}) (?:say|says|said) (?:their|its) (?:joint )?(?<what>${WHAT})\\b`, "u"),
  new RegExp(`\\b(?<what>investigation|report|study|survey), conducted by (?<who>${WHO})`, "u"),
];

/** Paragraphs looked at, from the top: an article names what it rests on early. */
const LOOKED_AT = 6;

/**
 * Takes an article's text and its decided pieces; gives the reports, releases and wires it names as what it rests on,
 * as written ("Amnesty International and Airwars report"), at most three, each maker once.
 */
export function namedOrigins(text: string, pieces: readonly Piece[]): string[] {
  const found = new Map<string, string>();
  const body = pieces.filter((p) => p.kind === "body").slice(0, LOOKED_AT);
  for (const p of body)
    for (const pattern of NAMED) addOrigin(found, text.slice(p.start, Math.min(p.end, p.start + 1500)), pattern);
  return [...found.values()].slice(0, 3);
}

function addOrigin(found: Map<string, string>, paragraph: string, pattern: RegExp): void {
  const groups = pattern.exec(paragraph)?.groups;
  const who = groups?.["who"]?.replace(/^[Tt]he /, "").replace(/[.'’]s?$/, "");
  if (who === undefined || NOT_MAKERS.test(who)) return;
  const what =
    groups?.["what"] ??
    /\b(?:report|release|study|survey|investigation|assessment|analysis|statement|findings)\b/.exec(paragraph)?.[0] ??
    "report";
  if (!found.has(who)) found.set(who, `${who} ${what}`);
}

const NOT_MAKERS =
  /^(?:He|She|It|They|We|I|This|That|In|On|At|But|And|Previously|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/;

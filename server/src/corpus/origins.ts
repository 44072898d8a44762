import { knownOutlet } from "./outlets.ts";
import type { Piece } from "./pieces.ts";

const NAME = "\\p{Lu}[\\p{L}\\p{N}.&'’-]*";
const LINK =
  "(?:,? and (?:the |its |monitoring |rights )?(?:group |groups |partner )?|of the |of |for the |for |the |on |in )?";
const WHO = `(?<who>(?:[Tt]he )?${NAME}(?: ${LINK}${NAME}|, and ${NAME}| and (?:the |monitoring |rights )?(?:group |groups )?${NAME}){0,6})`;
const WHAT =
  "(?<what>press release|reports?|releases?|statements?|stud(?:y|ies)|surveys?|investigations?|assessments?|analys[ie]s|papers?|dossiers?|findings|bulletins?|briefings?)";

/** What all of the patterns below need, and most paragraphs lack. */
const SAYS_WHAT =
  /report|release|statement|stud(?:y|ies)|survey|investigation|assessment|analys|paper|dossier|findings|bulletin|briefing/;

/** How articles name what they rest on; the group `who` is its maker and `what` its kind. */
const NAMED: readonly RegExp[] = [
  new RegExp(
    `\\b${WHAT},? (?:(?:submitted|released|published|issued|conducted|compiled)(?: \\w+){0,2} )?(?:by|from) ${WHO}`,
    "u",
  ),
  new RegExp(
    `\\b${WHO} (?:said|says|announced|reported|wrote) (?:\\w+ ){0,2}?in (?:a|its|their|the) (?:\\w+ ){0,3}?${WHAT}\\b`,
    "u",
  ),
  new RegExp(
    `\\bIn (?:a|its|their) (?:\\w+ ){0,2}?${WHAT}(?: (?:released|published|issued)(?: on [\\p{L}\\d ]{3,20})?)?, ${WHO} (?:said|says|found|accused|condemned)`,
    "u",
  ),
  new RegExp(`\\b${WHO} (?:say|says|said) (?:their|its) (?:joint )?${WHAT}\\b`, "u"),
  new RegExp(`\\b${WHO}(?<=['’]s?) (?:\\p{Ll}+ ){0,2}${WHAT}\\b`, "u"),
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
  const wire = body[0] === undefined ? null : wireOf(body[0].text);
  if (wire !== null) found.set(wire, `${wire} dispatch`);
  for (const p of body) addReported(found, text.slice(p.start, Math.min(p.end, p.start + 1500)));
  for (const p of body) {
    const paragraph = text.slice(p.start, Math.min(p.end, p.start + 1500));
    if (!SAYS_WHAT.test(paragraph)) continue;
    for (const pattern of NAMED) addOrigin(found, paragraph, pattern);
  }
  return [...found.values()].slice(0, 3);
}

/** Another outlet that told it first. */
const REPORTED = new RegExp(`\\b((?:[Tt]he )?${NAME}(?: (?:of )?${NAME}){0,3}) (?:first )?reported\\b`, "u");

function addReported(found: Map<string, string>, paragraph: string): void {
  if (!paragraph.includes(" reported")) return;
  const outlet = REPORTED.exec(paragraph)?.[1];
  const known = outlet === undefined ? null : knownOutlet(outlet);
  if (known !== null && !found.has(known)) found.set(known, `${known} report`);
}

/** The agency of a dateline: "LONDON, March 3 (Reuters) -". */
function wireOf(paragraph: string): string | null {
  const agency = /^\p{Lu}[\p{L} .,'’-]{2,40}(?: \d{1,2})? ?[([]([\p{L} ]{2,30})[)\]]\s*[-–—]/u.exec(
    paragraph.slice(0, 120),
  )?.[1];
  return agency === undefined ? null : knownOutlet(agency);
}

function addOrigin(found: Map<string, string>, paragraph: string, pattern: RegExp): void {
  const groups = pattern.exec(paragraph)?.groups;
  const who = groups?.["who"]?.replace(/^[Tt]he /, "").replace(/[.'’]s?$/, "");
  if (who === undefined || NOT_MAKERS.test(who)) return;
  const what = (groups?.["what"] ?? "report").replace(
    /^(report|release|statement|survey|investigation|assessment|paper|dossier|bulletin|briefing)s$/,
    "$1",
  );
  if (!found.has(who)) found.set(who, `${who} ${what}`);
}

const NOT_MAKERS =
  /^(?:He|She|It|They|We|I|This|That|In|On|At|But|And|Previously|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/;

import { isoDate } from "./dates.ts";
import { siteSuffixes, suffixOf } from "./layout.ts";
import { canonicalOutlet, knownOutlet, outletAtStart, outletOfFileName, outletOfUrl } from "./outlets.ts";
import { isProse, type Piece } from "./pieces.ts";
import type { SourceMeta } from "./types.ts";

/** What a text says of itself; every field here is a guess. */
export type Guess = Partial<Pick<SourceMeta, "title" | "outlet" | "authors" | "published" | "url">>;

/**
 * Takes the decided pieces of one article, its file's name without the ending and what is stated of it; gives what they say of it. The outlet, which
 * takes longest to guess, is left out where nothing rests on it.
 */
export function guessMeta(pieces: readonly Piece[], stem: string, stated: readonly Guess[]): Guess {
  const headline = pieces.find((p) => p.kind === "headline");
  const url = guessUrl(pieces);
  const states = (field: keyof Guess) => stated.some((one) => one[field] !== undefined);
  const outlet = states("outlet") && states("title") ? null : guessOutlet(pieces, stem, url);
  return {
    title: headline === undefined ? null : titleOf(headline.text, outlet),
    outlet,
    authors: guessAuthors(pieces),
    published: guessPublished(pieces),
    url,
  };
}

/** Takes a headline as the page writes it, and its outlet; gives the title without the outlet's name at its end. */
export function titleOf(headline: string, outlet: string | null): string {
  const line = withoutOutlet(headline.replace(/\s+/g, " ").trim(), outlet);
  const suffix = suffixOf(line);
  if (suffix === null || (knownOutlet(suffix) === null && canonicalOutlet(suffix) !== outlet)) return line;
  const title = line.slice(0, line.lastIndexOf(suffix)).replace(/[\s|:–—-]{1,6}$/, "");
  return title === "" ? line : title;
}

/** "The Valley Post: Flood kills 12" without what stands before the colon. */
function withoutOutlet(line: string, outlet: string | null): string {
  if (outlet === null || !line.toLowerCase().startsWith(outlet.toLowerCase())) return line;
  return /^(?::| [|–—-]| ::) (\S.*)$/u.exec(line.slice(outlet.length))?.[1] ?? line;
}

/** A line of evidence for the outlet: where it may stand, what it looks like, and how much it weighs. */
interface OutletSign {
  readonly weight: number;
  readonly pattern: RegExp;
  /** `named`: taken as written; `known`: only an outlet of the table counts. */
  readonly take: "named" | "known";
  /** True where it counts above the article's text or below it alone: within, it says where a table is from. */
  readonly edge?: boolean;
}

/** "GENEVA (Reuters) -", "KYIV, Ukraine, March 4 (AP) —", with the underscore that old wires have for a dash. */
const DATELINE =
  /^\p{Lu}[\p{Lu} .,'’-]{2,40}(?:, \p{Lu}[\p{L}. ]{1,30}){0,2}(?:, \p{Lu}\p{Ll}{1,9}\.? \d{1,2})? ?\(([^()\n]{2,40})\)\s*[-–—_]/u;

const NAME = "((?:The )?[\\p{Lu}\\d][^\\n,;:|/.()]{1,40}?)";

/** Signs in the order of reading; weights add up for each outlet, the heaviest wins. */
const SIGNS: readonly OutletSign[] = [
  {
    weight: 8,
    take: "named",
    edge: true,
    pattern: /^(?:source|quelle|fuente|via|outlet|publisher)\s*:\s*((?!.{1,50}\. \p{Lu}).{2,50}?)\.?$/iu,
  },
  { weight: 8, take: "named", pattern: /^publication title: (.{2,60})$/i },
  {
    weight: 8,
    take: "known",
    pattern: /(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at) (?:the )?([^\n]{3,60})/iu,
  },
  {
    weight: 6,
    take: "known",
    pattern: new RegExp(
      `^(?:©|\\(c\\)|copyright)\\s*(?:©\\s*)?(?:\\d{4}\\s*)?${NAME}(?:\\s*[,./|]|\\s+\\d{4}|$|\\s+all rights)`,
      "iu",
    ),
  },
  {
    weight: 4,
    take: "named",
    pattern: new RegExp(`^(?:©|\\(c\\)|copyright)\\s*(?:©\\s*)?\\d{4}[.,]?\\s*${NAME}(?:[,.|]|$|\\s+all rights)`, "iu"),
  },
  {
    weight: 6,
    take: "known",
    pattern: DATELINE,
  },
  {
    weight: 3,
    take: "named",
    pattern: DATELINE,
  },
  { weight: 6, take: "known", pattern: /^(.{2,40}?) journalists? (?:reports?|provides?|delivers?)\b/u },
  { weight: 5, take: "known", pattern: /^READ MORE\b.{0,40}\bAT:?\s+(.{3,60})$/iu },
  {
    weight: 4,
    take: "known",
    pattern: /^(?:more (?:from|on)|follow|about|subscribe to|visit|download the)\s+(?:the )?(.{2,50})$/iu,
  },
  {
    weight: 4,
    take: "known",
    pattern: /^(.{2,60}?) is (?:a|an|the) (?:[\w-]+ ){0,5}(?:news|broadcaster|newspaper|magazine|media|wire)\b/u,
  },
  {
    weight: 3,
    take: "known",
    pattern:
      /\b(?:told|email to|interview with|statement to|speaking to|spoke to|comment to)\s+((?:The )?\p{Lu}[^\s,.:;"”]{1,20}(?: \p{Lu}[^\s,.:;"”]{1,20}){0,3})/u,
  },
];

function guessOutlet(pieces: readonly Piece[], stem: string, url: string | null): string | null {
  const votes = new Map<string, number>();
  const vote = (name: string | null, weight: number) => {
    if (name !== null) votes.set(name, (votes.get(name) ?? 0) + weight);
  };
  const [first, last] = [pieces.findIndex(isText), pieces.findLastIndex(isText)];
  for (const [at, p] of pieces.entries()) {
    if (p.text === "") continue;
    const within = at > first && at < last;
    for (const sign of SIGNS) if (!within || sign.edge !== true) vote(signed(p.text, sign), sign.weight);
  }
  for (const suffix of siteSuffixes(pieces)) vote(canonicalOutlet(suffix), 7);
  for (const p of pieces) if (p.kind === "headline") vote(knownOutlet(suffixOf(p.text) ?? ""), 5);
  if (url !== null) vote(outletOfUrl(url), 6);
  vote(databaseOutlet(pieces), 7);
  vote(outletOfFileName(stem), 2);
  return heaviest(votes);
}

function isText(p: Piece): boolean {
  return p.kind === "body" && isProse(p);
}

/** A database of newspapers puts the paper's name above the date, and its own labels below: "BYLINE:", "LENGTH:". */
function databaseOutlet(pieces: readonly Piece[]): string | null {
  const date = pieces.findIndex((p) => p.kind === "meta" && isoDate(p.text) !== null);
  const above = pieces[date - 1];
  if (above?.kind !== "furniture" || above.words > 8 || !/^\p{Lu}/u.test(above.text)) return null;
  if (!pieces.slice(date, date + 8).some((p) => /^(?:BYLINE|SECTION|LENGTH):/.test(p.text))) return null;
  return canonicalOutlet(above.text.replace(/ \([^()]{1,40}\)$/, ""));
}

function signed(text: string, sign: OutletSign): string | null {
  const name = sign.pattern.exec(text)?.[1]?.trim();
  if (name === undefined || name === "" || /^https?:/i.test(name)) return null;
  return knownOutlet(name) ?? (sign.take === "known" ? outletAtStart(name) : name);
}

function heaviest(votes: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [name, weight] of votes) if (weight > most) [best, most] = [name, weight];
  return best;
}

function guessAuthors(pieces: readonly Piece[]): string[] {
  const body = pieces.findIndex((p) => p.kind === "body" && isProse(p));
  for (const p of pieces.slice(0, body < 0 ? undefined : body)) {
    const names = p.kind === "meta" ? BYLINE.exec(p.text)?.[1] : undefined;
    if (names !== undefined) return splitNames(names);
  }
  return [];
}

const BYLINE =
  /^(?:(?:written )?(?:by|von|par|por)\s*:?|(?:authors?|reporter|byline)\s*:)\s+([^|·•–—\d]{3,120}?)(?=$|[|·•–—]|,? (?:\d|\p{L}{3,9}\.? \d))/iu;

/** Takes names as a byline runs them together; gives them one by one. */
export function splitNames(names: string): string[] {
  const all = apart(names)
    .map((name) =>
      name
        .replace(/^(?:(?:words|text|story|report|photograph|photo|picture)s? )?by\s+/i, "")
        .replace(PLACE, "")
        .trim(),
    )
    .filter((name) => /\p{L}{2}/u.test(name));
  const people = all.filter((name, at) => at === 0 || !TRADE.test(name));
  return people.filter((name, at) => people.indexOf(name) === at);
}

/** Semicolons stand between names that have a comma inside, and one comma between two words puts a family's name first. */
function apart(names: string): string[] {
  const between = names.includes(";") ? /\s*;\s*/ : /\s*(?:;|&|\band\b|\bund\b|\bet\b)\s*/;
  return names.split(between).flatMap((name) => {
    const person = givenFirst(name.trim());
    return person === null ? name.split(/\s*,\s*/) : [person];
  });
}

/** Takes a name; gives "Ann Lee" for "Lee, Ann", `null` for one that is not written so. */
export function givenFirst(name: string): string | null {
  const [, family, given] = FAMILY_FIRST.exec(name) ?? [];
  if (family === undefined || given === undefined || TRADE.test(given)) return null;
  return knownOutlet(family) === null && knownOutlet(given) === null ? `${given} ${family}` : null;
}

const FAMILY_FIRST = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]*(?: \p{Lu}\.)?)$/u;

/** Where somebody writes from or for, behind a name. */
const PLACE = /(?<=\p{L}) (?:in|at|for|reports? from) (?:the )?\p{Lu}.*$/u;

/** What somebody is, behind a name and a comma. */
const TRADE =
  /\b(?:correspondent|editor|reporter|writer|columnist|contributor|journalist|producer|bureau chief|staff)s?$/i;

/** A date in a line of its own above the article, or behind "Published". */
function guessPublished(pieces: readonly Piece[]): string | null {
  for (const p of pieces) {
    if (p.kind !== "meta") continue;
    const date = isoDate(p.text.split(CHANGED)[0] ?? "");
    if (date !== null) return date;
  }
  return null;
}

const CHANGED = /\b(?:updated|modified|edited|aktualisiert|mis à jour|actualizado)|обновлено/i;

function guessUrl(pieces: readonly Piece[]): string | null {
  for (const p of pieces) {
    if (p.kind !== "furniture" || p.words > 4) continue;
    const url = /^(?:(?:short(?:ened)? )?(?:url|link|permalink)\s*:\s*)?(https?:\/\/\S{4,500})$/i.exec(p.text)?.[1];
    if (url !== undefined) return url;
  }
  return null;
}

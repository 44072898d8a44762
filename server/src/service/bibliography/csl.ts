import type { SourceMeta } from "../../corpus/types.ts";

/** A date of CSL-JSON: year, month and day as far as known. */
export interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
}

/** A name of CSL-JSON: a person's parts, or the name of a body as it is. */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/** An item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html), as far as the corpus can fill it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly genre?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
}

/** Types of CSL by the kinds of sources; all others are newspaper articles. */
const TYPES: Readonly<Record<string, string>> = {
  report: "report",
  book: "book",
  interview: "interview",
  speech: "speech",
  document: "document",
  data: "dataset",
  mail: "personal_communication",
  paper: "article-journal",
};

/** Types whose outlet is who publishes them, not what they appear in. */
const PUBLISHED = new Set(["report", "book", "document", "dataset", "speech"]);

/** Takes what is known of a source; gives it as an item of CSL-JSON. Guessed fields are taken as they are. */
export function cslItem(meta: SourceMeta): CslItem {
  const type = TYPES[meta.kind] ?? "article-newspaper";
  const outletKey = PUBLISHED.has(type) ? "publisher" : "container-title";
  return {
    id: meta.id,
    type,
    ...(meta.title === null ? {} : { title: meta.title }),
    ...(meta.authors.length === 0 ? {} : { author: meta.authors.map(cslName) }),
    ...(meta.outlet === null ? {} : { [outletKey]: meta.outlet }),
    ...(meta.kind === "press-release" ? { genre: "Press release" } : {}),
    ...dated("issued", meta.published),
    ...dated("accessed", meta.retrieved),
    ...(meta.url === null ? {} : { URL: meta.url }),
    ...(meta.language === null ? {} : { language: meta.language }),
  };
}

/** Takes sources; gives them as a CSL-JSON file, one item a line, in order of id. */
export function formatCslJson(sources: readonly SourceMeta[]): string {
  const items = byId(sources).map((meta) => JSON.stringify(cslItem(meta)));
  return items.length === 0 ? "[]\n" : `[\n${items.join(",\n")}\n]\n`;
}

/** Takes sources; gives them in order of id. */
export function byId(sources: readonly SourceMeta[]): SourceMeta[] {
  return [...sources].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Takes an ISO date, whole or in part; gives its numbers. */
export function datePartsOf(iso: string | null): number[] {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? "");
  return parts === null ? [] : parts.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

function dated(key: "issued" | "accessed", iso: string | null): Partial<Record<"issued" | "accessed", CslDate>> {
  const parts = datePartsOf(iso);
  return parts.length === 0 ? {} : { [key]: { "date-parts": [parts] } };
}

/** Words that only the names of bodies hold. */
const BODY =
  /\b(?:agence|agency|associated|association|bureau|center|centre|correspondents?|council|department|desk|editors?|foundation|group|institute|international|media|ministry|monitor|network|news|newsroom|observatory|office|organi[sz]ation|press|radio|report|reporters|service|staff|team|television|times|tv|union|university|watch|wire)\b|[&/\d]/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const PARTICLE = /^(?:al|el|bin|da|de|del|della|den|der|di|dos|du|la|le|ten|ter|van|von|zu)$/;

/**
 * Takes a name as written; gives it in parts where it reads as a person's ("Ludwig van Beethoven Jr." is Ludwig, van Beethoven, Jr.),
 * whole where it may be a body's, a single name or more than four words: wrong parts are worse than none.
 */
export function cslName(name: string): CslName {
  const words = name.trim().split(/\s+/);
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? "") ? words.pop() : undefined;
  const names = words.filter((word) => !PARTICLE.test(word)).length;
  if (
    names < 2 ||
    names > 4 ||
    BODY.test(name) ||
    name.includes(",") ||
    words.some((word) => /^\p{Lu}{3,}$/u.test(word))
  )
    return { literal: name };
  const particle = words.findIndex((word, at) => at > 0 && PARTICLE.test(word));
  const from = particle > 0 ? particle : words.length - 1;
  const person = { family: words.slice(from).join(" "), given: words.slice(0, from).join(" ") };
  return suffix === undefined ? person : { ...person, suffix };
}

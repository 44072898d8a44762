import { isObject, type JsonObject } from "../csl.ts";
import { isoDate } from "../dates.ts";
import { type Guess, splitNames, titleOf } from "../guess.ts";
import { suffixOf } from "../layout.ts";
import type { Stated } from "../meta.ts";
import { canonicalOutlet, knownOutlet } from "../outlets.ts";
import { countWords } from "../pieces.ts";
import type { DomDocument } from "./dom.ts";
import { titleOfDocument } from "./googledocs.ts";
import { linkedArticle, namesOf, text, typesOf } from "./jsonld.ts";
import { isPageTitle } from "./titles.ts";

/** What a page's markup states of its article. */
export interface PageMeta {
  readonly stated: Stated;
  /** False where the page says that only subscribers may read it. */
  readonly free: boolean;
  /** The article's words, where its data give them. */
  readonly body: string | null;
  /** What its title alone says of the outlet. */
  readonly guess: Guess;
}

/** Takes a page's document, its markup and the address it came from, where known; gives what JSON-LD, OpenGraph and other tags state. */
export function pageMeta(document: DomDocument, markup: string, url: string | null): PageMeta {
  const tags = metaTags(document);
  const saved = savedFrom(markup);
  const address = canonicalUrl(document, tags) ?? url ?? saved.url;
  const ld = linkedArticle(document, address, tags.get("og:title")?.[0] ?? null);
  const named = nameInTitle(document);
  const isNamed = named !== null && isOfSite(named, address);
  const outlet = outletOf(ld, tags) ?? (isNamed ? canonicalOutlet(named) : null);
  const stated = compact({
    ...fromMarkup(document, tags, outlet),
    ...fromTags(tags, outlet),
    ...fromJsonLd(ld, outlet),
    outlet,
    url: address,
    retrieved: saved.retrieved,
  });
  const free = !/^false$/i.test(String(ld?.["isAccessibleForFree"] ?? ""));
  return {
    stated: withoutOutlet(stated),
    free,
    body: text(ld?.["articleBody"]),
    guess: named === null ? {} : { outlet: canonicalOutlet(named) },
  };
}

/** "By Ann Lee, The Valley Post" names one author. */
function withoutOutlet(stated: Stated): Stated {
  const { authors = [], outlet = null } = stated;
  const people = authors.filter((name) => canonicalOutlet(name) !== outlet);
  return people.length > 0 ? { ...stated, authors: people } : stated;
}

type Draft = { readonly [F in keyof Stated]?: Stated[F] | null | undefined };
type Tags = ReadonlyMap<string, readonly string[]>;

/** Takes metadata with gaps; gives it without them. */
export function compact(draft: Draft): Stated {
  const filled = Object.entries(draft).filter(
    ([, value]) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(filled) as Stated;
}

function fromJsonLd(ld: JsonObject | null, outlet: string | null): Stated {
  if (ld === null) return {};
  return compact({
    title: titled(text(ld["headline"]) ?? text(ld["name"]), outlet),
    authors: namesOf(ld["author"] ?? ld["creator"]),
    published: dated(text(ld["datePublished"]) ?? text(ld["dateCreated"])),
    language: text(ld["inLanguage"])?.toLowerCase(),
    kind: typesOf(ld).includes("Report") ? "report" : null,
  });
}

const TAG_NAMES = {
  title: ["og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "title"],
  outlet: [
    "og:site_name",
    "application-name",
    "citation_journal_title",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "copyright",
  ],
  authors: [
    "author",
    "article:author",
    "byl",
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
  ],
  published: [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "originalpublicationdate",
  ],
  url: ["og:url", "twitter:url", "parsely-link"],
  language: ["og:locale", "content-language", "dc.language", "language"],
} as const;

function fromTags(tags: Tags, outlet: string | null): Stated {
  const first = (names: readonly string[]) =>
    names.map((name) => tags.get(name)?.[0]).find((value) => value !== undefined) ?? null;
  const authors = TAG_NAMES.authors
    .map(
      (name) =>
        tags
          .get(name)
          ?.filter((line) => !isPlaceOf(line, outlet))
          .flatMap(namesOf) ?? [],
    )
    .find((names) => names.length > 0);
  return compact({
    title: titled(first(TAG_NAMES.title), outlet),
    authors,
    published: dated(first(TAG_NAMES.published)),
    language: first(TAG_NAMES.language)?.toLowerCase().replace("_", "-"),
  });
}

/** "The Valley Post, Norvik, Norway" says where the outlet is, and names nobody. */
function isPlaceOf(line: string, outlet: string | null): boolean {
  const at = line.indexOf(",");
  return at > 0 && outlet !== null && canonicalOutlet(line.slice(0, at).trim()).toLowerCase() === outlet.toLowerCase();
}

/** Title element, language of the page, and dates and bylines in the page's microdata. */
function fromMarkup(document: DomDocument, tags: Tags, outlet: string | null): Stated {
  const time = document.querySelector(
    "time[itemprop='datePublished'], [itemprop='datePublished'], time[pubdate], article time[datetime], header time[datetime]",
  );
  const single = document.querySelector("title")?.textContent ?? titleOfDocument(document);
  return compact({
    title: titled(tags.has("og:title") ? null : nameInTitle(document) === null ? single : headingOf(document), outlet),
    published: dated(time?.getAttribute("datetime") ?? time?.getAttribute("content") ?? time?.textContent ?? null),
    authors: bylineOf(document),
    language: document.documentElement?.getAttribute("lang")?.toLowerCase(),
  });
}

/** The words of a page's only large heading. */
function headingOf(document: DomDocument): string | null {
  const headings = document.querySelectorAll("h1");
  const words = headings.length === 1 ? (headings[0]?.textContent ?? "").replace(/\s+/g, " ").trim() : "";
  return words === "" ? null : words;
}

/** The name behind a title whose beginning is the page's heading: "Flood kills 12 | World | The Post". */
function nameInTitle(document: DomDocument): string | null {
  const title = (document.querySelector("title")?.textContent ?? "").replace(/\s+/g, " ").trim();
  const heading = headingOf(document);
  const at = heading === null ? -1 : title.indexOf(heading);
  if (heading === null || at < 0 || (at > 0 && countWords(heading) < FEWEST_OF_HEADING)) return null;
  return /^ (?:[-|–—]|::) /.test(title.slice(at + heading.length)) ? suffixOf(title) : null;
}

/** Words of a heading that a title may hold behind others: fewer may stand there by chance. */
const FEWEST_OF_HEADING = 4;

/** A name of the page's own site, and not of a section of it. */
function isOfSite(name: string, address: string | null): boolean {
  if (knownOutlet(name) !== null) return true;
  const letters = (words: string) =>
    words
      .toLowerCase()
      .replace(/^the /, "")
      .replace(/[^\p{L}\p{N}]/gu, "");
  const site = /^https?:\/\/(?:www\.)?([^/:]{1,200})/i.exec(address ?? "")?.[1]?.split(".") ?? [];
  return site
    .slice(0, -1)
    .some((label) => letters(label).length > 2 && letters(name).includes(letters(label).replace(/^the/, "")));
}

const BYLINES =
  "[itemprop='author'] [itemprop='name'], [itemprop='author'], [rel='author'], .byline__name, .author-name, .byline, .by-line, .entry-author, .reader-credits";

/** The first byline that reads as names of people. */
function bylineOf(document: DomDocument): string[] {
  for (const element of Array.from(document.querySelectorAll(BYLINES)).slice(0, 10)) {
    const line = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    const names = line.replace(/^(?:written )?by:?\s+/i, "").split(AFTER_NAMES)[0] ?? "";
    if (names.length < 100 && PEOPLE.test(names)) return splitNames(names);
  }
  return [];
}

/** What ends the names of a byline: another trade, a mark, a date. */
const AFTER_NAMES =
  / ?(?:\||·|•|–|—|\/|\d|\b(?:photo|picture|video|illustration|graphic)\w* by\b|\b(?:published|updated|posted)\b)/i;
const PEOPLE =
  /^\p{Lu}[\p{L}'’.-]*(?:,?(?: and| und| et| y| &)? (?:(?:de|van|von|der|al|bin|la|el|di|da) ){0,2}\p{Lu}[\p{L}'’.-]*){1,11}$/u;

function outletOf(ld: JsonObject | null, tags: Tags): string | null {
  const named = ld === null ? undefined : namesWhole(ld["publisher"] ?? ld["sourceOrganization"] ?? ld["provider"]);
  const tag = TAG_NAMES.outlet
    .map((name) => tags.get(name)?.[0])
    .find((value) => value !== undefined && value.length < 80);
  const outlet = named ?? tag?.replace(/^(?:copyright|©|\(c\))\s*(?:\d{4})?\s*/i, "");
  return outlet === undefined || outlet === "" ? null : canonicalOutlet(outlet);
}

function namesWhole(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return (typeof one === "string" ? one : isObject(one) ? (text(one["name"]) ?? undefined) : undefined)?.trim();
}

function metaTags(document: DomDocument): Tags {
  const tags = new Map<string, string[]>();
  for (const tag of document.querySelectorAll("meta")) {
    const name = (
      tag.getAttribute("property") ??
      tag.getAttribute("name") ??
      tag.getAttribute("http-equiv") ??
      ""
    ).toLowerCase();
    const content = (tag.getAttribute("content") ?? "").trim();
    if (name === "" || content === "" || content.length > 2000) continue;
    tags.set(name, [...(tags.get(name) ?? []).slice(0, 50), content]);
  }
  return tags;
}

function canonicalUrl(document: DomDocument, tags: Tags): string | null {
  const canonical = document.querySelector("link[rel='canonical']")?.getAttribute("href") ?? null;
  const reader = document.querySelector("a.reader-domain")?.getAttribute("href") ?? null;
  const candidates = [canonical, reader, ...TAG_NAMES.url.map((name) => tags.get(name)?.[0] ?? null)];
  return (
    candidates.find((url) => url !== null && /^https?:\/\/[^/]+\/./i.test(url)) ??
    candidates.find((url) => url !== null && /^https?:/i.test(url)) ??
    null
  );
}

/** The comment that browsers and SingleFile put into a page they save. */
function savedFrom(markup: string): { url: string | null; retrieved: string | null } {
  const start = markup.slice(0, 4000);
  const url =
    /<!--\s*saved from url=\(\d+\)(https?:\/\/\S{1,1000})/i.exec(start)?.[1] ??
    /\burl:\s*(https?:\/\/\S{1,1000})/i.exec(singleFile(start))?.[1] ??
    null;
  return { url, retrieved: dated(/saved date:\s*([^\n]{4,60})/i.exec(singleFile(start))?.[1] ?? null) };
}

function singleFile(start: string): string {
  return /<!--\s*Page saved with SingleFile([\s\S]{0,2000}?)-->/i.exec(start)?.[1] ?? "";
}

function titled(title: string | null, outlet: string | null): string | null {
  if (title === null || title.trim() === "") return null;
  const line = title.replace(/\s+/g, " ").trim().slice(0, 500);
  if (isPageTitle(line) || (outlet === null && knownOutlet(line) !== null)) return null;
  return titleOf(line, outlet);
}

function dated(value: string | null | undefined): string | null {
  return value == null ? null : (sinceEpoch(value.trim()) ?? isoDate(value));
}

/** Seconds or milliseconds since 1970, as some pages give their time. */
function sinceEpoch(value: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(value)) return null;
  return new Date(Number(value) * (value.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
}

import { isoDate } from "../dates.ts";
import { splitNames, titleOf } from "../guess.ts";
import type { Stated } from "../meta.ts";
import { canonicalOutlet, knownOutlet } from "../outlets.ts";
import type { DomDocument } from "./dom.ts";

/** Takes a page's document, its markup and the address it came from, where known; gives what JSON-LD, OpenGraph and other tags state. */
export function pageMeta(document: DomDocument, markup: string, url: string | null): Stated {
  const tags = metaTags(document);
  const saved = savedFrom(markup);
  const outlet = outletOf(jsonLd(document), tags);
  return compact({
    ...fromMarkup(document, tags, outlet),
    ...fromTags(tags, outlet),
    ...fromJsonLd(jsonLd(document), outlet),
    outlet,
    url: canonicalUrl(document, tags) ?? url ?? saved.url,
    retrieved: saved.retrieved,
  });
}

type Draft = { readonly [F in keyof Stated]?: Stated[F] | null | undefined };
type Tags = ReadonlyMap<string, readonly string[]>;
type Json = Readonly<Record<string, unknown>>;

/** Takes metadata with gaps; gives it without them. */
export function compact(draft: Draft): Stated {
  const filled = Object.entries(draft).filter(
    ([, value]) => value != null && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(filled) as Stated;
}

function fromJsonLd(ld: Json | null, outlet: string | null): Stated {
  if (ld === null) return {};
  return compact({
    title: titled(text(ld["headline"]) ?? text(ld["name"]), outlet),
    authors: namesOf(ld["author"] ?? ld["creator"]),
    published: dated(text(ld["datePublished"]) ?? text(ld["dateCreated"])),
    language: text(ld["inLanguage"])?.toLowerCase(),
    kind: typesOf(ld).includes("Report") ? "report" : null,
  });
}

/** Takes a schema.org object's author or publisher; gives the names in it. */
export function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(namesOf);
  const name = typeof value === "string" ? value : isObject(value) ? text(value["name"]) : null;
  if (name === null || /^https?:/i.test(name)) return [];
  return splitNames(name);
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
    .map((name) => tags.get(name)?.flatMap(namesOf) ?? [])
    .find((names) => names.length > 0);
  return compact({
    title: titled(first(TAG_NAMES.title), outlet),
    authors,
    published: dated(first(TAG_NAMES.published)),
    language: first(TAG_NAMES.language)?.toLowerCase().replace("_", "-"),
  });
}

/** Title element, language of the page, and dates and bylines in the page's microdata. */
function fromMarkup(document: DomDocument, tags: Tags, outlet: string | null): Stated {
  const time = document.querySelector(
    "time[itemprop='datePublished'], [itemprop='datePublished'], time[pubdate], article time[datetime], header time[datetime]",
  );
  const byline = document.querySelector(
    "[itemprop='author'] [itemprop='name'], [itemprop='author'], [rel='author'], .byline__name, .author-name",
  );
  const named = byline?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const single = document.querySelector("title")?.textContent ?? null;
  return compact({
    title: titled(tags.has("og:title") ? null : single, outlet),
    published: dated(time?.getAttribute("datetime") ?? time?.getAttribute("content") ?? time?.textContent ?? null),
    authors: named.length > 0 && named.length < 100 ? splitNames(named.replace(/^by\s+/i, "")) : [],
    language: document.documentElement?.getAttribute("lang")?.toLowerCase(),
  });
}

function outletOf(ld: Json | null, tags: Tags): string | null {
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

const ARTICLE_TYPES = /Article|Report|BlogPosting|LiveBlog|PressRelease|OpinionPiece/;

/** The first schema.org object of an article's type in the page's scripts, whatever it is nested in. */
function jsonLd(document: DomDocument): Json | null {
  for (const script of document.querySelectorAll("script[type='application/ld+json']")) {
    const found = findArticle(parseJson(script.textContent ?? ""), 0);
    if (found !== null) return found;
  }
  return null;
}

/** Takes parsed JSON; gives the first schema.org article in it, or `null`. */
export function findArticle(value: unknown, depth: number): Json | null {
  if (depth > 6) return null;
  if (Array.isArray(value)) return firstOf(value.slice(0, 500), depth);
  if (!isObject(value)) return null;
  if (typesOf(value).some((type) => ARTICLE_TYPES.test(type))) return value;
  return firstOf(
    [value["@graph"], value["mainEntity"], value["mainEntityOfPage"], value["itemListElement"], value["item"]],
    depth,
  );
}

function firstOf(values: readonly unknown[], depth: number): Json | null {
  for (const value of values) {
    const found = findArticle(value, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function parseJson(source: string): unknown {
  const bare = source
    .trim()
    .replace(/^(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?$|^<!--|-->$/g, "");
  try {
    return JSON.parse(bare);
  } catch {
    return null;
  }
}

function typesOf(value: Json): string[] {
  const type = value["@type"];
  return (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === "string");
}

function canonicalUrl(document: DomDocument, tags: Tags): string | null {
  const canonical = document.querySelector("link[rel='canonical']")?.getAttribute("href") ?? null;
  const candidates = [canonical, ...TAG_NAMES.url.map((name) => tags.get(name)?.[0] ?? null)];
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
  return outlet === null && knownOutlet(line) !== null ? null : titleOf(line, outlet);
}

function dated(value: string | null | undefined): string | null {
  return value == null ? null : isoDate(value);
}

function text(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (Array.isArray(value)) return text(value[0]);
  return isObject(value) ? text(value["@value"] ?? value["name"]) : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

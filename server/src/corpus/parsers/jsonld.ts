import { isObject, type JsonObject } from "../csl.ts";
import { splitNames } from "../guess.ts";
import { keyOf } from "../pieces.ts";
import { urlKey } from "../urlkey.ts";
import type { DomDocument } from "./dom.ts";

/**
 * Takes a page's document, its address and its title, where known; gives the schema.org article that its scripts describe, or `null`. Of several
 * (a list of other stories) it is the one with the page's address or title, else the first. Its author and publisher are put in where the page
 * only refers to them by `@id`.
 */
export function linkedArticle(document: DomDocument, url: string | null, title: string | null): JsonObject | null {
  const parsed = Array.from(document.querySelectorAll("script[type='application/ld+json']"), (script) =>
    parseJson(script.textContent ?? ""),
  );
  const found = parsed.flatMap((value) => articlesIn(value, 0)).slice(0, MOST);
  const article = found.find((one) => isOf(one, url)) ?? found.find((one) => isCalled(one, title)) ?? found[0];
  return article === undefined ? null : resolved(article, objectsById(parsed));
}

/** Takes parsed JSON; gives the first schema.org article in it, or `null`. */
export function findArticle(value: unknown): JsonObject | null {
  return articlesIn(value, 0)[0] ?? null;
}

/** Takes a schema.org object's author or publisher; gives the names in it. */
export function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(namesOf);
  const name = typeof value === "string" ? value : isObject(value) ? text(value["name"]) : null;
  if (name === null || /^https?:/i.test(name)) return [];
  return splitNames(name).filter((one) => !NOBODY.test(one));
}

/** Names that a system gives to whoever posts. */
const NOBODY =
  /^(?:admin(?:istrator)?|web ?master|root|(?:wp|site)[ _-]?admin|author|editor|staff|user|unknown|anonymous|n\/a|null|undefined)\d{0,3}$/i;

/** Takes a value of JSON-LD; gives its words, `null` for none. */
export function text(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (Array.isArray(value)) return text(value[0]);
  return isObject(value) ? text(value["@value"] ?? value["name"]) : null;
}

/** Takes an object of JSON-LD; gives its types. */
export function typesOf(value: JsonObject): string[] {
  const type = value["@type"];
  return (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === "string");
}

const ARTICLE_TYPES = /Article|Report|BlogPosting|LiveBlog|PressRelease|OpinionPiece/;
const DEEPEST = 6;
const MOST = 50;
const INSIDE = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] as const;

function articlesIn(value: unknown, depth: number): JsonObject[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((one) => articlesIn(one, depth + 1));
  if (!isObject(value)) return [];
  if (typesOf(value).some((type) => ARTICLE_TYPES.test(type))) return [value];
  return INSIDE.flatMap((key) => articlesIn(value[key], depth + 1));
}

function isOf(article: JsonObject, url: string | null): boolean {
  const key = urlKey(url);
  if (key === null) return false;
  const page = article["mainEntityOfPage"];
  const addresses = [article["url"], article["@id"], isObject(page) ? page["@id"] : page];
  return addresses.some((one) => typeof one === "string" && urlKey(one) === key);
}

function isCalled(article: JsonObject, title: string | null): boolean {
  const headline = text(article["headline"]);
  return headline !== null && title !== null && keyOf(title).startsWith(keyOf(headline));
}

/** Objects of a page's scripts by their `@id`, those that say more than that. */
function objectsById(parsed: readonly unknown[]): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || found.size > 1000) return;
    if (Array.isArray(value)) for (const one of value.slice(0, 500)) look(one, depth + 1);
    if (!isObject(value)) return;
    const id = value["@id"];
    if (typeof id === "string" && "name" in value && !found.has(id)) found.set(id, value);
    for (const inner of Object.values(value).slice(0, 50)) look(inner, depth + 1);
  };
  look(parsed, 0);
  return found;
}

const REFERRING = ["author", "creator", "publisher"] as const;

function resolved(article: JsonObject, byId: ReadonlyMap<string, JsonObject>): JsonObject {
  const one = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, 50).map(one);
    const id = isObject(value) && !("name" in value) ? value["@id"] : value;
    return typeof id === "string" ? (byId.get(id) ?? value) : value;
  };
  const own = REFERRING.flatMap((key) => (key in article ? [[key, one(article[key])] as const] : []));
  return { ...article, ...Object.fromEntries(own) };
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

/** Where paragraphs were put together without a space: a sentence's end with a capital right behind it. */
const GLUED = /(?<=[\p{Ll}\d)][.!?]["”’]?)(?=[\p{Lu}“"‘])/u;

/** Takes the words of an article as `articleBody` gives them, plain or as markup; gives them as markup with their paragraphs. */
export function articleMarkup(body: string): string {
  if (/<(?:p|br|div)[\s>/]/i.test(body)) return body;
  const lines = body.trim().split(/[\r\n]+/);
  const paragraphs = lines.length > 1 ? lines : body.split(GLUED);
  return paragraphs.map((words) => `<p>${words}</p>`).join("");
}

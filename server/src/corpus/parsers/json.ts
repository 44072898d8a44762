import { isCslItem, isObject, type JsonObject, statedByCsl, stringOf } from "../csl.ts";
import { isoDate } from "../dates.ts";
import { decodeText } from "../encoding.ts";
import { extractedArticle, type Part } from "../extracted.ts";
import type { ParserInput } from "../formats.ts";
import { splitNames } from "../guess.ts";
import { joinLines, splitLines } from "../lines.ts";
import { type Stated, stemOf } from "../meta.ts";
import { canonicalOutlet } from "../outlets.ts";
import { failed, problem, reasonOf } from "../problems.ts";
import type { ReadResult } from "../types.ts";
import { blocksOf } from "./dom.ts";
import { articleMarkup, findArticle, namesOf } from "./jsonld.ts";
import { parsePage } from "./markup.ts";
import { compact } from "./pagemeta.ts";

/** Takes a JSON file: records of ninjs or NewsML-G2, CSL-JSON items, or schema.org articles, one or a list; gives an article each. */
export async function readJson(input: ParserInput): Promise<ReadResult> {
  const { path, limits } = input;
  const { text, problems } = await decodeText(path, input.bytes);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return failed(path, `is not valid JSON (${reasonOf(error)}); export it again.`);
  }
  const records = recordsOf(parsed);
  if (records.length === 0)
    return failed(path, "holds no record with a title and a text; export it as CSL-JSON, ninjs or NewsML-G2.");
  const read: ReadResult[] = [{ articles: [], problems }];
  for (const [at, record] of records.slice(0, limits.articles).entries())
    read.push(await readRecord(input, record, records.length > 1 ? at + 1 : 0));
  if (records.length > limits.articles)
    read.push(failed(path, `holds ${records.length} records, over the limit of ${limits.articles}; split it.`));
  return { articles: read.flatMap((one) => one.articles), problems: read.flatMap((one) => one.problems) };
}

/** A record with its texts, however it was written. */
export interface NewsRecord {
  readonly stated: Stated;
  readonly headline: string | null;
  /** Plain text with line ends, or markup. */
  readonly bodies: readonly { readonly value: string; readonly markup: boolean }[];
  readonly captions: readonly string[];
}

/** Shapes in the order in which they are tried. */
const SHAPES: readonly ((value: JsonObject) => NewsRecord | null)[] = [
  fromNewsMl,
  fromNinjs,
  fromSchema,
  fromCsl,
  fromPlain,
];

function recordsOf(parsed: unknown): NewsRecord[] {
  const list = Array.isArray(parsed)
    ? parsed
    : isObject(parsed)
      ? (LISTS.map((key) => parsed[key]).find(Array.isArray) ?? [parsed])
      : [];
  return list.flatMap((value) => {
    if (!isObject(value)) return [];
    for (const shape of SHAPES) {
      const record = shape(value);
      if (record !== null) return [record];
    }
    return [];
  });
}

const LISTS = ["items", "newsItems", "articles", "results", "@graph"];

/** Takes a record and its number in its file, 0 for an only one; gives its article. */
export async function readRecord(input: ParserInput, record: NewsRecord, number: number): Promise<ReadResult> {
  const head: Part[] = record.headline === null ? [] : [{ text: record.headline, kind: "headline" }];
  const body: Part[] = [];
  for (const { value, markup } of record.bodies) body.push(...(markup ? await markupParts(value) : textParts(value)));
  const captions = record.captions.map((text): Part => ({ text, kind: "caption" }));
  const fallbackId = number > 0 ? (record.stated.id ?? `${stemOf(input.path)}-${number}`) : stemOf(input.path);
  const { id: _, ...stated } = record.stated;
  if (body.length > 0)
    return extractedArticle(input, { parts: [...head, ...body, ...captions], stated: [stated], fallbackId });
  const title = record.headline ?? "a record";
  return {
    articles: [],
    problems: [
      problem(input.path, `has no text for "${title.slice(0, 80)}"; keep the article itself beside it.`, "warning"),
    ],
  };
}

/** Takes markup; gives its paragraphs as parts. */
export async function markupParts(markup: string): Promise<Part[]> {
  return blocksOf(await parsePage(markup)).map(({ text, tag }) => ({
    text,
    kind: /^h[1-6]$/.test(tag) ? "headline" : tag === "figcaption" ? "caption" : null,
  }));
}

/** Takes plain text; gives its paragraphs as parts. */
export function textParts(text: string): Part[] {
  return joinLines(text, splitLines(text)).map(({ start, end }) => ({ text: text.slice(start, end), kind: null }));
}

/** ninjs 1 and 2 (https://iptc.org/standards/ninjs/). */
function fromNinjs(value: JsonObject): NewsRecord | null {
  const bodies = ninjsBodies(value);
  const headline = stringOf(value["headline"]) ?? mainValue(value["headlines"]);
  if (
    !(
      "uri" in value ||
      "versioncreated" in value ||
      "body_text" in value ||
      "bodies" in value ||
      "headlines" in value
    ) ||
    bodies.length === 0
  )
    return null;
  const stated = compact({
    title: headline ?? stringOf(value["name"]),
    outlet: outletName(
      value["provider"] ?? value["copyrightholder"] ?? value["source"] ?? value["infoSources"] ?? value["infosources"],
    ),
    authors: splitNames((stringOf(value["byline"]) ?? firstValue(value["bylines"]) ?? "").replace(/^by\s+/i, "")),
    published: day(
      value["firstcreated"] ?? value["versioncreated"] ?? value["firstCreated"] ?? value["versionCreated"],
    ),
    url: address(value["uri"]),
    language: stringOf(value["language"])?.toLowerCase(),
  });
  const pictures = isObject(value["associations"]) ? Object.values(value["associations"]) : [];
  const captions = pictures
    .filter(isObject)
    .flatMap((picture) => stringOf(picture["description_text"]) ?? stringOf(picture["body_text"]) ?? []);
  return { stated, headline, bodies, captions };
}

function ninjsBodies(value: JsonObject): NewsRecord["bodies"] {
  const text = stringOf(value["body_text"]);
  const markup = ["body_xhtml", "body_html", "body"].map((key) => stringOf(value[key])).find((one) => one !== null);
  if (text !== null) return [{ value: text, markup: false }];
  if (markup != null) return [{ value: markup, markup: /<\w/.test(markup) }];
  const list = Array.isArray(value["bodies"]) ? value["bodies"].filter(isObject) : [];
  const main = list.find((body) => body["role"] === "main") ?? list[0];
  return (main === undefined ? [] : [main]).flatMap((body) => {
    const own = stringOf(body["value"]) ?? "";
    return own === ""
      ? []
      : [
          {
            value: own,
            markup: /html|xml/i.test(stringOf(body["contenttype"] ?? body["contentType"]) ?? "") || /^\s*<\w/.test(own),
          },
        ];
  });
}

/** Of a headline or text in several lengths, the one that is called the main one, else the first. */
function mainValue(value: unknown): string | null {
  const main = Array.isArray(value) ? value.find((one) => isObject(one) && one["role"] === "main") : undefined;
  return firstValue(main ?? value);
}

/** NewsML-G2 as JSON: a `newsItem` with `itemMeta`, `contentMeta` and `contentSet` (https://iptc.org/standards/newsml-g2/). */
function fromNewsMl(value: JsonObject): NewsRecord | null {
  const item = isObject(value["newsItem"]) ? value["newsItem"] : value;
  const content = isObject(item["contentMeta"]) ? item["contentMeta"] : null;
  const set = isObject(item["contentSet"]) ? item["contentSet"] : null;
  if (content === null || set === null) return null;
  const item1 = isObject(item["itemMeta"]) ? item["itemMeta"] : {};
  const headline = firstValue(content["headline"]);
  const bodies = ["inlineXML", "inlineData"].flatMap((key) => {
    const own = inlineOf(set[key]);
    return own === null ? [] : [{ value: own, markup: /<\w/.test(own) }];
  });
  const stated = compact({
    title: headline ?? firstValue(item1["title"]),
    outlet: outletName(item1["provider"] ?? content["infoSource"] ?? content["creditline"]),
    authors: splitNames(
      (firstValue(content["by"] ?? content["byline"]) ?? firstValue(content["creator"]) ?? "").replace(/^by\s+/i, ""),
    ),
    published: day(
      firstValue(item1["firstCreated"]) ?? firstValue(content["contentCreated"]) ?? firstValue(item1["versionCreated"]),
    ),
    language: (attribute(content["language"], "tag") ?? firstValue(content["language"]))?.toLowerCase(),
  });
  return { stated, headline, bodies: bodies.slice(0, 1), captions: [] };
}

function inlineOf(value: unknown): string | null {
  if (Array.isArray(value)) return inlineOf(value[0]);
  return (
    firstValue(value) ??
    (isObject(value) ? (stringOf(value["html"]) ?? stringOf(value["nitf"]) ?? stringOf(value["body"])) : null)
  );
}

/** A schema.org article with its words in `articleBody`. */
function fromSchema(value: JsonObject): NewsRecord | null {
  const article = findArticle(value);
  const body = stringOf(article?.["articleBody"]);
  if (article === null || body === null) return null;
  const headline = stringOf(article["headline"]) ?? stringOf(article["name"]);
  const stated = compact({
    title: headline,
    outlet: outletName(article["publisher"]),
    authors: namesOf(article["author"]),
    published: day(article["datePublished"]),
    url: address(article["url"] ?? article["@id"]),
    language: stringOf(article["inLanguage"])?.toLowerCase(),
  });
  return { stated, headline, bodies: [{ value: articleMarkup(body), markup: true }], captions: [] };
}

/** A CSL item speaks for itself by its abstract or note. */
function fromCsl(value: JsonObject): NewsRecord | null {
  if (!isCslItem(value) || (!("issued" in value || "container-title" in value) && plainBody(value) !== null))
    return null;
  const words = ["fulltext", "full-text", "text", "abstract", "note"]
    .map((key) => stringOf(value[key]))
    .find((one) => one !== null);
  const bodies = words == null ? [] : [{ value: words, markup: /<(?:p|jats:p|div)[\s>]/i.test(words) }];
  const stated = statedByCsl(value);
  return { stated, headline: stated.title ?? null, bodies, captions: [] };
}

function fromPlain(value: JsonObject): NewsRecord | null {
  const headline = stringOf(value["title"]) ?? stringOf(value["headline"]);
  const body = plainBody(value);
  if (body === null) return null;
  const author = value["author"] ?? value["authors"] ?? value["byline"];
  const stated = compact({
    id: stringOf(value["id"]),
    title: headline,
    outlet: outletName(value["outlet"] ?? value["source"] ?? value["publisher"] ?? value["publication"]),
    authors: namesOf(author),
    published: day(value["published"] ?? value["date"] ?? value["publishedAt"] ?? value["datePublished"]),
    url: address(value["url"] ?? value["link"]),
    language: stringOf(value["language"])?.toLowerCase(),
  });
  return { stated, headline, bodies: [{ value: body, markup: /<(?:p|div)[\s>]/i.test(body) }], captions: [] };
}

function plainBody(value: JsonObject): string | null {
  const bodies = ["text", "body", "content", "fulltext", "articleBody"].map((key) => stringOf(value[key]));
  return bodies.find((one) => one !== null) ?? null;
}

function outletName(value: unknown): string | null {
  const name = firstValue(value);
  return name === null || /^https?:/.test(name) ? null : canonicalOutlet(name);
}

/** The words of a value that may be a string, a list, or an object with its words under one of the usual names. */
function firstValue(value: unknown): string | null {
  if (Array.isArray(value)) return firstValue(value[0]);
  if (!isObject(value)) return stringOf(value);
  return (
    ["value", "_", "#text", "$", "byline", "name", "literal", "title", "content"]
      .map((key) => firstText(value[key]))
      .find((one) => one !== null) ?? null
  );
}

function firstText(value: unknown): string | null {
  return Array.isArray(value) || isObject(value) ? firstText(Object.values(value)[0]) : stringOf(value);
}

function attribute(value: unknown, name: string): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? (stringOf(one[name]) ?? stringOf(one[`@${name}`])) : null;
}

function day(value: unknown): string | null {
  return isoDate(firstValue(value) ?? "");
}

function address(value: unknown): string | null {
  const url = stringOf(value);
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

import { isoDate } from "../dates.ts";
import { decodeText } from "../encoding.ts";
import type { ParserInput } from "../formats.ts";
import { splitNames } from "../guess.ts";
import { megabytes } from "../limits.ts";
import { canonicalOutlet } from "../outlets.ts";
import { failed } from "../problems.ts";
import type { ReadResult } from "../types.ts";
import type { DomElement } from "./dom.ts";
import { declaredCharset } from "./html.ts";
import { type NewsRecord, readRecord } from "./json.ts";
import { compact } from "./pagemeta.ts";

/**
 * Takes a wire's XML: NewsML-G2 (https://iptc.org/standards/newsml-g2/), NewsML 1 or NITF (https://iptc.org/standards/nitf/); gives an article for each
 * story in it. Entities that the file defines itself are not looked at.
 */
export async function readNewsXml(input: ParserInput): Promise<ReadResult> {
  const { path, limits } = input;
  const { text, problems } = await decodeText(path, input.bytes, declaredCharset(input.bytes));
  if (text.length > limits.markup)
    return failed(
      path,
      `holds ${megabytes(text.length)} of markup, over the limit of ${megabytes(limits.markup)}; split it.`,
    );
  if (text.split("<").length > limits.nodes)
    return failed(path, `has more than ${limits.nodes.toLocaleString("en")} tags and is not read; split it.`);
  const { DOMParser } = await import("linkedom");
  const root = new DOMParser().parseFromString(text, "text/xml") as unknown as DomElement;
  const records = storiesOf(root)
    .slice(0, limits.articles)
    .map(recordOf)
    .filter((record) => record.bodies.length > 0);
  if (records.length === 0)
    return failed(path, "holds no story of NewsML or NITF; export it as one of these, or keep its words as .txt.");
  const read: ReadResult[] = [{ articles: [], problems }];
  for (const [at, record] of records.entries())
    read.push(await readRecord(input, record, records.length > 1 ? at + 1 : 0));
  return { articles: read.flatMap((one) => one.articles), problems: read.flatMap((one) => one.problems) };
}

/** Elements that hold one story, the outermost first. */
const STORIES = ["newsItem", "NewsItem", "nitf"];

function storiesOf(root: DomElement): DomElement[] {
  for (const name of STORIES) {
    const found = Array.from(root.querySelectorAll(name));
    if (found.length > 0) return found;
  }
  return [];
}

/** Where each fact stands, by name; in the words of the element or in an attribute behind `@`. */
const PLACES = {
  headline: ["contentMeta headline", "NewsLines HeadLine", "hedline hl1", "head title", "itemMeta title"],
  outlet: [
    "provider name",
    "provider@literal",
    "contentMeta creditline",
    "NewsLines CreditLine",
    "Provider Party@FormalName",
    "doc\\.copyright@holder",
  ],
  authors: ["contentMeta by", "contentMeta creator name", "NewsLines ByLine", "byline person", "byline"],
  published: [
    "itemMeta firstCreated",
    "contentMeta contentCreated",
    "itemMeta versionCreated",
    "NewsManagement FirstCreated",
    "date\\.issue@norm",
    "DateId",
  ],
  language: ["contentMeta language@tag", "DescriptiveMetadata Language@FormalName"],
} as const;

function recordOf(story: DomElement): NewsRecord {
  const first = (places: readonly string[]) => {
    for (const place of places) {
      const [selector = "", attribute] = place.split("@");
      const found = story.querySelector(selector);
      const value = (attribute === undefined ? found?.textContent : found?.getAttribute(attribute))
        ?.replace(/\s+/g, " ")
        .trim();
      if (value !== undefined && value !== "") return value;
    }
    return null;
  };
  const headline = first(PLACES.headline);
  const outlet = first(PLACES.outlet);
  const stated = compact({
    title: headline,
    outlet: outlet === null ? null : canonicalOutlet(outlet),
    authors: splitNames((first(PLACES.authors) ?? "").replace(/^by\s+/i, "")),
    published: isoDate(first(PLACES.published) ?? ""),
    language: first(PLACES.language)?.toLowerCase(),
  });
  return { stated, headline, bodies: bodiesOf(story), captions: captionsOf(story) };
}

/** The story's own words: those of NITF inside, else of the page inside, else what stands there plain. */
const BODIES = ["body\\.content", "inlineXML body", "inlineXML", "DataContent body", "DataContent", "inlineData"];

function bodiesOf(story: DomElement): NewsRecord["bodies"] {
  for (const selector of BODIES) {
    const found = story.querySelector(selector) as (DomElement & { readonly innerHTML: string }) | null;
    if (found === null || (found.textContent ?? "").trim() === "") continue;
    const markup = found.querySelector("p") !== null;
    return [{ value: markup ? found.innerHTML : (found.textContent ?? ""), markup }];
  }
  return [];
}

function captionsOf(story: DomElement): string[] {
  const inside = new Set(Array.from(story.querySelectorAll("body\\.content media-caption")));
  return Array.from(story.querySelectorAll("media-caption"))
    .filter((one) => !inside.has(one))
    .map((one) => (one.textContent ?? "").trim());
}

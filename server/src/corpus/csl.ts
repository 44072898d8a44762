import { isoDate } from "./dates.ts";
import type { Stated } from "./meta.ts";
import { canonicalOutlet } from "./outlets.ts";

/** A parsed JSON object of which nothing is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Takes any value; says whether it is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Takes any value; gives it as a string without white space at its ends, `null` for nothing or what is no scalar. */
export function stringOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Takes one CSL-JSON item (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables); gives what it states. */
export function statedByCsl(item: JsonObject): Stated {
  const outlet = OUTLET_KEYS.map((key) => stringOf(item[key])).find((name) => name !== null);
  const draft = {
    id: stringOf(item["citation-key"]) ?? ownId(stringOf(item["id"])),
    title: plainTitle(stringOf(item["title"])),
    outlet: outlet == null ? null : canonicalOutlet(outlet),
    authors: namesOfCsl(item["author"]),
    published: cslDate(item["issued"]),
    retrieved: cslDate(item["accessed"]),
    url: stringOf(item["URL"]),
    language: stringOf(item["language"])?.toLowerCase(),
    kind: CSL_KINDS.get(stringOf(item["type"]) ?? "") ?? null,
  };
  const filled = Object.entries(draft).filter(
    ([, value]) => value != null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(filled) as Stated;
}

/** Zotero gives an address as id where an item has no key; nobody cites that. */
function ownId(id: string | null): string | null {
  return id !== null && /^https?:/i.test(id) ? null : id;
}

/** Takes a date in words ("Spring 2019", "c. 2019"); gives its year, `null` where it names none or more than one. */
export function yearIn(written: string): string | null {
  const years = new Set(written.slice(0, 100).match(/\b(?:19|20)\d\d\b/g) ?? []);
  return years.size === 1 ? ([...years][0] as string) : null;
}

/** Takes any value; says whether it reads as an item of CSL-JSON. */
export function isCslItem(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  return (
    stringOf(value["title"]) !== null &&
    ["issued", "container-title", "author", "URL", "citation-key"].some((key) => key in value)
  );
}

const OUTLET_KEYS = ["container-title", "publisher", "authority", "archive", "source"];

const CSL_KINDS: ReadonlyMap<string, string> = new Map([
  ["report", "report"],
  ["book", "book"],
  ["chapter", "book"],
  ["interview", "interview"],
  ["speech", "speech"],
  ["legal_case", "document"],
  ["legislation", "document"],
  ["document", "document"],
  ["dataset", "data"],
  ["personal_communication", "mail"],
  ["thesis", "report"],
  ["article-journal", "paper"],
  ["paper-conference", "paper"],
]);

function namesOfCsl(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 100).flatMap((name) => {
    if (!isObject(name)) return stringOf(name) ?? [];
    const literal = stringOf(name["literal"]);
    const parts = ["given", "non-dropping-particle", "dropping-particle", "family", "suffix"].map((key) =>
      stringOf(name[key]),
    );
    if (/^others$/i.test(literal ?? parts[3] ?? "") && parts[0] === null) return [];
    return literal ?? (parts.filter((part) => part !== null).join(" ") || []);
  });
}

/** A CSL date: `date-parts`, `raw`, `literal`, or a plain string. */
function cslDate(value: unknown): string | null {
  if (!isObject(value)) return isoDate(stringOf(value) ?? "");
  const parts = Array.isArray(value["date-parts"]) ? value["date-parts"][0] : null;
  const words = stringOf(value["raw"]) ?? stringOf(value["literal"]) ?? "";
  if (!Array.isArray(parts)) return isoDate(words) ?? yearIn(words);
  const [year, ...rest] = parts.map((part) => stringOf(part)).filter((part) => part !== null);
  return year === undefined ? null : [year, ...rest.map((part) => part.padStart(2, "0"))].join("-");
}

function plainTitle(title: string | null): string | null {
  return title === null ? null : title.replace(/<\/?(?:i|b|sup|sub|span)[^<>]{0,80}>/gi, "").replace(/[{}]/g, "");
}

import type { Header } from "./header.ts";
import type { Line } from "./lines.ts";

/** The tags that Factiva writes before what it says of an article, by the fields that they state; the others state nothing that is kept. */
const TAGS: Readonly<Record<string, string>> = {
  HD: "title",
  BY: "author",
  PD: "date",
  SN: "publication",
  ...Object.fromEntries("SE CR WC ET SC ED PG VOL LA CY CX CLM".split(" ").map((tag) => [tag, ""])),
};
const TAG = /^([A-Z]{2,3})(?:\s+(\S.*))?$/;

/** The tag of an article's first paragraph; what stands behind it is the article's. */
const LEAD = /^LP(?:\s+|$)/;

/** Takes the first line of a text; says whether it may be the first of Factiva's tags. */
export function isTagged(line: string | undefined): boolean {
  return /^(?:SE|HD)(?:\s|$)/.test(line ?? "");
}

/** Takes the first lines of a text and their words; gives what the tags of Factiva's there state, `null` where there are none. */
export function taggedHead(lines: readonly Line[], words: readonly string[]): Header | null {
  const fields = new Map<string, readonly string[]>();
  let name = "";
  let end = 0;
  for (const [at, line] of lines.entries()) {
    const own = words[at] as string;
    const lead = LEAD.exec(own)?.[0];
    if (lead !== undefined) return isHead(fields) ? { fields, end: line.start + lead.length } : null;
    const [, tag = "", value = ""] = TAG.exec(own) ?? [];
    const known = TAGS[tag];
    if (known === undefined && name === "" && at > 0 && isHead(fields)) break;
    name = known ?? name;
    const more = known === undefined ? own : value;
    if (name !== "" && more !== "") fields.set(name, [[...(fields.get(name) ?? []), more].join(" ")]);
    end = line.end;
  }
  return isHead(fields) ? { fields, end } : null;
}

function isHead(fields: ReadonlyMap<string, readonly string[]>): boolean {
  return fields.has("title") && (fields.has("publication") || fields.has("date"));
}

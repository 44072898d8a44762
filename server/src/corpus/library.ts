/// <reference path="./citation-js.d.ts" />
import { isCslItem, isObject, type JsonObject, statedByCsl, stringOf, yearIn } from "./csl.ts";
import { decodeUnicode } from "./encoding.ts";
import { cleanId, type Library, type Stated, stemOf } from "./meta.ts";
import { keyOf } from "./pieces.ts";
import { problem, reasonOf } from "./problems.ts";
import type { ReadProblem } from "./types.ts";
import { urlKey } from "./urlkey.ts";

/** A library with what was wrong in reading it. */
export interface ReadLibrary {
  readonly library: Library;
  /** Entries read. */
  readonly entries: number;
  readonly problems: readonly ReadProblem[];
}

/** An entry of a library: what it states, and the files it says it is kept in. */
interface Entry {
  readonly stated: Stated;
  readonly files: readonly string[];
}

/**
 * Takes the path and bytes of a folder's library, CSL-JSON or BibTeX; gives look-ups in it by a file's name, its id,
 * its address and its title. An entry that cannot be read is a problem; the others hold.
 */
export async function readLibrary(path: string, bytes: Uint8Array): Promise<ReadLibrary> {
  const problems: ReadProblem[] = [];
  try {
    const text = decodeUnicode(bytes)?.text ?? new TextDecoder("latin1").decode(bytes);
    const entries = /\.json$/i.test(path) ? cslEntries(path, text, problems) : await bibEntries(path, text, problems);
    problems.push(...doubles(path, entries));
    return { library: indexed(entries), entries: entries.length, problems };
  } catch (error) {
    problems.push(
      problem(path, `could not be read as a library (${reasonOf(error)}); export it again as CSL-JSON or BibTeX.`),
    );
    return { library: indexed([]), entries: 0, problems };
  }
}

function cslEntries(path: string, text: string, problems: ReadProblem[]): Entry[] {
  const parsed: unknown = JSON.parse(text);
  const items = Array.isArray(parsed)
    ? parsed
    : isObject(parsed) && Array.isArray(parsed["items"])
      ? parsed["items"]
      : [parsed];
  const good = items.filter(isCslItem);
  const bad = items.length - good.length;
  if (bad > 0)
    problems.push(
      problem(
        path,
        `holds ${bad} of ${items.length} entries without a title and a date, outlet or author; they are left out.`,
        "warning",
      ),
    );
  return good.map((item) => ({ stated: statedByCsl(item), files: filesOf(stringOf(item["file"]) ?? "") }));
}

/** A BibTeX entry before and after Citation.js makes CSL-JSON of it. */
interface RawEntry {
  readonly label?: string;
  readonly properties?: JsonObject;
}

async function bibEntries(path: string, text: string, problems: ReadProblem[]): Promise<Entry[]> {
  const { plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-bibtex");
  const entries: Entry[] = [];
  const { shared, own } = splitEntries(text);
  for (const entry of own) {
    const source = shared + entry;
    try {
      const raw = plugins.input.chainLink(source) as RawEntry[];
      const items = plugins.input.chain(source, { generateGraph: false }) as JsonObject[];
      for (const [at, item] of items.entries())
        entries.push({
          stated: withRaw(statedByCsl(isNewspaper(raw[at]) ? { ...item, type: "article-newspaper" } : item), raw[at]),
          files: filesOf(stringOf(raw[at]?.properties?.["file"]) ?? ""),
        });
    } catch (error) {
      problems.push(brokenEntry(path, text, entry, error));
    }
  }
  return entries;
}

/** What Citation.js leaves out or changes: the year in words beside it, escaped marks in an address. */
function withRaw(stated: Stated, raw: RawEntry | undefined): Stated {
  const date = stringOf(raw?.properties?.["date"]) ?? stringOf(raw?.properties?.["year"]);
  const published = stated.published ?? (date === null ? null : yearIn(date));
  const url = stated.url?.replace(/%5C(?=[_&%#~$])/gi, "");
  return { ...stated, ...(published === null ? {} : { published }), ...(url === undefined ? {} : { url }) };
}

/** BibTeX has one type for all articles; biblatex tells those of newspapers apart by a field. */
function isNewspaper(raw: RawEntry | undefined): boolean {
  return /^(?:newspaper|magazine)$/i.test(stringOf(raw?.properties?.["entrysubtype"]) ?? "");
}

/** Each entry alone, so that a broken one costs itself; `@string` and `@preamble` go before every entry. */
function splitEntries(text: string): { shared: string; own: string[] } {
  const parts = text.split(/^(?=[ \t]*@[A-Za-z]+\s*[{(])/m).filter((part) => /^\s*@/.test(part));
  const own = parts.filter((part) => !/^\s*@(?:string|preamble|comment)\b/i.test(part));
  return { shared: parts.filter((part) => /^\s*@(?:string|preamble)\b/i.test(part)).join("\n"), own };
}

function brokenEntry(path: string, text: string, source: string, error: unknown): ReadProblem {
  const name = /@\w+\s*[{(]\s*([^\s,]{1,80})/.exec(source)?.[1] ?? "an entry";
  const start = Math.max(0, text.indexOf(source.trimStart().slice(0, 200)));
  const line = text.slice(0, start).split("\n").length;
  const why = /got EOF|format is not supported/.test(reasonOf(error))
    ? "a brace or quotation mark is not closed in it"
    : reasonOf(error).split(" at line ")[0];
  const message = `${path}: the entry ${name} on line ${line} is not valid BibTeX (${why}); mend it or export the library again.`;
  return { path, severity: "warning", message, span: { start, end: Math.min(text.length, start + name.length + 1) } };
}

/** Zotero and JabRef write `name:path:type`, several with `;` between; these marks stand behind a backslash where a name holds them. */
function filesOf(field: string): string[] {
  return partsAt(field, ";")
    .map((one) => partsAt(one, ":").find((part) => /[^/\\]\.[A-Za-z0-9]{2,5}$/.test(part.replace(/[{}]/g, ""))) ?? "")
    .map((path) => fileKey(path.replace(/\\([;:])/g, "$1")))
    .filter((name) => name !== "");
}

/** Takes words and a mark; gives what stands between the marks that have no backslash before them. */
function partsAt(words: string, mark: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    if (words[at] === "\\" && at + 1 < words.length) at++;
    else if (at === words.length || words[at] === mark) {
      parts.push(words.slice(from, at));
      from = at + 1;
    }
  }
  return parts;
}

/** A file's name in comparable form: no folders, no accents (which BibTeX writes as `{\"u}`), no case. */
function fileKey(path: string): string {
  const plain = path
    .replace(/\{?\\(["'`^~=.cvuHk])(?: |\{)?(?=\p{L})/gu, "")
    .replace(/[{}]/g, "")
    .replace(/\\(?=[_&%#$])/g, "");
  return plain
    .slice(Math.max(plain.lastIndexOf("/"), plain.lastIndexOf("\\")) + 1)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** A warning for each of the first keys that stand twice: only one entry of a key can be cited. */
function doubles(path: string, entries: readonly Entry[]): ReadProblem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { stated } of entries) {
    if (stated.id !== undefined && seen.has(stated.id)) twice.add(stated.id);
    if (stated.id !== undefined) seen.add(stated.id);
  }
  if (twice.size === 0) return [];
  const which = [...twice].slice(0, 3).join(", ") + (twice.size > 3 ? " and others" : "");
  return [
    problem(
      path,
      `holds more than one entry with the key ${which}; the first one counts. Give the others keys of their own.`,
      "warning",
    ),
  ];
}

function indexed(entries: readonly Entry[]): Library {
  const by = {
    file: new Map<string, Stated>(),
    id: new Map<string, Stated>(),
    url: new Map<string, Stated>(),
    title: new Map<string, Stated>(),
  };
  const put = (map: Map<string, Stated>, key: string | null | undefined, stated: Stated) => {
    if (key != null && key !== "" && !map.has(key)) map.set(key, stated);
  };
  for (const { stated, files } of entries) {
    for (const file of files) put(by.file, file, stated);
    put(by.id, stated.id === undefined ? null : cleanId(stated.id).toLowerCase(), stated);
    put(by.url, urlKey(stated.url ?? null), stated);
    put(by.title, stated.title == null ? null : keyOf(stated.title), stated);
  }
  return {
    find: (path, id, url, title) =>
      by.file.get(fileKey(path)) ??
      by.id.get((id ?? cleanId(stemOf(path))).toLowerCase()) ??
      (url === null ? undefined : by.url.get(urlKey(url) ?? "")) ??
      (title === null ? undefined : by.title.get(keyOf(title))) ??
      null,
  };
}

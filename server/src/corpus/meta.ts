import { isoDate } from "./dates.ts";
import type { Fields } from "./frontmatter.ts";
import { type Guess, splitNames } from "./guess.ts";
import { namedOrigins } from "./origins.ts";
import { canonicalOutlet, outletOfUrl } from "./outlets.ts";
import type { Piece } from "./pieces.ts";
import type { ReadProblem, SourceMeta } from "./types.ts";

/** Metadata that somebody or some markup stated; what is left out is not known. */
export type Stated = Partial<Pick<SourceMeta, StatedField>>;

/** The fields that can be stated. */
export type StatedField =
  | "id"
  | "title"
  | "outlet"
  | "authors"
  | "published"
  | "retrieved"
  | "url"
  | "language"
  | "kind"
  | "restsOn";

/** Names under which front matter, side files and headers give each field, without `-`, `_` and spaces. */
export const FIELD_NAMES: Readonly<Record<StatedField, readonly string[]>> = {
  id: ["id", "key", "citekey", "citationkey"],
  title: ["title", "headline", "name"],
  outlet: [
    "outlet",
    "publication",
    "publisher",
    "newspaper",
    "sitename",
    "site",
    "containertitle",
    "source",
    "website",
    "journal",
  ],
  authors: ["authors", "author", "byline", "creator", "by", "writer"],
  published: ["published", "date", "datepublished", "publishdate", "publicationdate", "pubdate", "issued"],
  retrieved: ["retrieved", "accessed", "accessdate", "urldate", "fetched", "archived", "clipped", "saved"],
  url: ["url", "link", "sourceurl", "canonical", "permalink", "href", "source"],
  language: ["language", "lang", "locale"],
  kind: ["kind", "type", "genre", "medium"],
  restsOn: ["restson", "basedon", "origin", "origins", "reliesupon", "relieson"],
};

/** Takes fields as written; gives the metadata that they state, dates as ISO. */
export function statedBy(fields: Fields): Stated {
  const stated: { -readonly [F in StatedField]?: SourceMeta[F] } = {};
  const url = pick(fields, "url", isUrl);
  const outlet = pick(fields, "outlet", (value) => !isUrl(value));
  const authors = all(fields, "authors");
  const set = <F extends StatedField>(field: F, value: SourceMeta[F] | null) => {
    if (value !== null) stated[field] = value;
  };
  set("id", pick(fields, "id"));
  set("title", pick(fields, "title"));
  set("outlet", outlet);
  if (authors.length > 0) stated.authors = authors.length === 1 ? splitNames(authors[0] as string) : authors;
  const created = date(fields.get("created")?.find((one) => one !== "") ?? null);
  const isClipping = FIELD_NAMES.published.some((name) => fields.has(name));
  set("published", date(pick(fields, "published")) ?? (isClipping ? null : created));
  set("retrieved", date(pick(fields, "retrieved")) ?? (isClipping ? created : null));
  set("url", url);
  set("language", pick(fields, "language")?.toLowerCase() ?? null);
  set("kind", pick(fields, "kind")?.toLowerCase() ?? null);
  if (all(fields, "restsOn").length > 0) stated.restsOn = all(fields, "restsOn");
  return stated;
}

/** What is known of a file beside its words, from the surest to the least sure. */
export interface Known {
  /** Stated by front matter, a side file, a library or a page's own markup, the surest first. */
  readonly stated: readonly Stated[];
  readonly guess: Guess;
  /** Used where nothing states an id. */
  readonly fallbackId?: string;
  readonly language?: string | null;
  readonly library?: Library | null;
}

/** Metadata of a whole folder: finds what is stated of a file. */
export interface Library {
  /** Takes a path and, where known, the file's id, address and title; gives what the library states of it, or `null`. */
  find(path: string, id: string | null, url: string | null, title: string | null): Stated | null;
}

/** Takes a path and what is known; gives the metadata, and problems with an id that no citation could name. */
export function buildMeta(
  path: string,
  known: Known,
  text: string,
  pieces: readonly Piece[],
): { meta: SourceMeta; problems: ReadProblem[] } {
  const guessed: string[] = [];
  const problems: ReadProblem[] = [];
  const stated = withDates(path, allStated(path, known), problems);
  const guess = <T>(field: string, value: T | undefined, guessedValue: T | undefined, none: T): T => {
    if (value !== undefined) return value;
    if (guessedValue === undefined || isEmpty(guessedValue)) return none;
    guessed.push(field);
    return guessedValue;
  };
  const url = guess("url", stated.url, known.guess.url, null);
  const byUrl = stated.url === undefined || stated.url === null ? undefined : outletOfUrl(stated.url);
  const title = guess("title", stated.title, known.guess.title, null);
  const outlet = guess("outlet", stated.outlet, known.guess.outlet ?? byUrl, null);
  const bylined = known.guess.authors?.filter((name) => name !== outlet);
  const meta: SourceMeta = {
    id: idOf(path, stated.id, known.fallbackId, problems),
    path,
    title,
    outlet,
    authors: guess("authors", stated.authors, bylined, []),
    published: guess("published", stated.published, known.guess.published, null),
    retrieved: stated.retrieved ?? null,
    url,
    language: guess("language", stated.language, known.language, null),
    kind: stated.kind ?? "article",
    guessed,
    restsOn: [],
  };
  const origins = namedOrigins(text, pieces).filter(
    (origin) => origin !== `${meta.outlet} dispatch` && origin !== `${meta.outlet} report`,
  );
  return { meta: { ...meta, restsOn: guess("restsOn", stated.restsOn, origins, []) }, problems };
}

const DATES = { published: "of publication", retrieved: "on which it was retrieved" } as const;

/** A date that is none is told of and left out: what comes first is decided by dates. */
function withDates(path: string, stated: Stated, problems: ReadProblem[]): Stated {
  const wrong = (["published", "retrieved"] as const).filter(
    (field) => stated[field] != null && !isDate(stated[field]),
  );
  for (const field of wrong) {
    const message = `${path}: its date ${DATES[field]}, "${stated[field]?.slice(0, 40)}", cannot be read; write it as year, month and day, like 2021-03-04.`;
    problems.push({ path, severity: "warning", message, span: null });
  }
  return Object.fromEntries(Object.entries(stated).filter(([field]) => !wrong.some((one) => one === field)));
}

/** A year, a month or a day, as ISO writes them. */
function isDate(value: string): boolean {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}

/** The surest of everything stated; the library is asked by what the rest says. */
function allStated(path: string, known: Known): Stated {
  const own = Object.assign({}, ...[...known.stated].reverse()) as Stated;
  const listed = known.library?.find(
    path,
    own.id ?? null,
    own.url ?? known.guess.url ?? null,
    own.title ?? known.guess.title ?? null,
  );
  return { ...listed, ...own };
}

/** Takes any text; gives the id nearest to it that a citation can name, perhaps empty. */
export function cleanId(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_.:]+/g, "-")
    .replace(/^[-.:]+/, "")
    .replace(/[-.:]$/, "");
}

/** Takes a path with `/` between parts; gives the file's name without its (known) endings. */
export function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return name.replace(/\.gz$/i, "").replace(/(.)\.[A-Za-z0-9]{1,8}$/, "$1");
}

function idOf(path: string, stated: string | undefined, fallback: string | undefined, problems: ReadProblem[]): string {
  const made = cleanId(stated ?? fallback ?? stemOf(path)) || "source";
  if (stated !== undefined && stated !== made) {
    const message = `${path}: its id "${stated.slice(0, 80)}" cannot be cited; write letters, digits, _, -, . or : (read as "${made}").`;
    problems.push({ path, severity: "warning", message, span: null });
  }
  return made;
}

function pick(fields: Fields, field: StatedField, fits: (value: string) => boolean = () => true): string | null {
  for (const name of FIELD_NAMES[field]) {
    const value = fields
      .get(name)
      ?.map(field === "title" ? String : unlinked)
      .find((one) => one !== "" && fits(one));
    if (value !== undefined && (field !== "url" || isUrl(value)))
      return field === "outlet" ? canonicalOutlet(value) : value;
  }
  return null;
}

function all(fields: Fields, field: StatedField): readonly string[] {
  for (const name of FIELD_NAMES[field]) {
    const values =
      fields
        .get(name)
        ?.map(unlinked)
        .filter((value) => value !== "") ?? [];
    if (values.length > 0) return values;
  }
  return [];
}

/** Note programs write a name as a link to a note of that name: `[[People/Ann Lee|Ann Lee]]`. */
function unlinked(value: string): string {
  return /^\[\[(?:[^[\]|]{0,200}\|)?([^[\]|]{1,200})\]\]$/.exec(value)?.[1]?.trim() ?? value;
}

function date(written: string | null): string | null {
  return written === null ? null : (isoDate(written) ?? written);
}

function isUrl(value: string): boolean {
  return /^(?:https?|ftp|file):\/\/\S+$/i.test(value);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

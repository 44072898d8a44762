import type { Limits } from "./limits.ts";
import type { Library, Stated } from "./meta.ts";
import type { ReadResult } from "./types.ts";

/** What a parser is given. */
export interface ParserInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  /** What a side file states, the surest first. */
  readonly stated: readonly Stated[];
  readonly library: Library | null;
  readonly limits: Limits;
  /** Character set that whoever gave the file names, `null` for none. */
  readonly charset: string | null;
}

/** Takes a file; gives its articles and problems. May throw: the caller makes a problem of it. */
export type Parser = (input: ParserInput) => Promise<ReadResult>;

/** A row of the table of formats. */
export interface Format {
  readonly name: string;
  readonly endings: readonly string[];
  /** Says by a file's first bytes, as Latin letters, that it is of this format whatever its ending. */
  readonly looks: ((start: string) => boolean) | null;
  /** Loads the parser; nothing of it is loaded before the first such file. */
  readonly parser: () => Promise<Parser>;
}

/** The formats that are read, the surest looks first. */
export const FORMATS: readonly Format[] = [
  {
    name: "PDF",
    endings: ["pdf"],
    looks: (start) => start.slice(0, 1024).includes("%PDF-"),
    parser: async () => (await import("./parsers/pdf.ts")).readPdf,
  },
  {
    name: "Word",
    endings: ["docx"],
    looks: null,
    parser: async () => (await import("./parsers/docx.ts")).readDocx,
  },
  {
    name: "web archive",
    endings: ["warc", "warc.gz"],
    looks: (start) => start.startsWith("WARC/"),
    parser: async () => (await import("./parsers/warc.ts")).readWarc,
  },
  {
    name: "saved page",
    endings: ["mhtml", "mht"],
    looks: (start) =>
      /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)/i.test(start.trimStart()) &&
      /multipart\/related/i.test(start),
    parser: async () => (await import("./parsers/mime.ts")).readMhtml,
  },
  {
    name: "mail",
    endings: ["eml"],
    looks: null,
    parser: async () => (await import("./parsers/mail.ts")).readMail,
  },
  {
    name: "wire story",
    endings: ["xml", "nitf", "newsml"],
    looks: (start) =>
      /^(?:\ufeff|ï»¿)?\s*<(?:\?xml|nitf|newsItem|newsMessage|NewsML)\b/.test(start) &&
      /<(?:nitf|newsItem|newsMessage|NewsML)[\s>]/.test(start),
    parser: async () => (await import("./parsers/newsxml.ts")).readNewsXml,
  },
  {
    name: "page",
    endings: ["html", "htm", "xhtml"],
    looks: (start) => /^(?:\ufeff|ï»¿)?\s*(?:<!doctype html|<html[\s>])/i.test(start),
    parser: async () => (await import("./parsers/html.ts")).readHtml,
  },
  {
    name: "record",
    endings: ["json"],
    looks: null,
    parser: async () => (await import("./parsers/json.ts")).readJson,
  },
  {
    name: "text",
    endings: ["txt", "text", "md", "markdown", "mdown", "mkd"],
    looks: null,
    parser: async () => (await import("./parsers/text.ts")).readTextFile,
  },
];

/** Kinds of file that writers keep and that are not read, with what to do instead. */
const REFUSED: Readonly<Record<string, string>> = {
  doc: "save it as .docx in Word or LibreOffice",
  rtf: "save it as .docx or .txt",
  odt: "save it as .docx or .pdf",
  pages: "export it as .docx or .pdf",
  epub: "export the chapter you need as .html or .txt",
  wpd: "save it as .docx",
  docm: "save it as .docx",
  dotx: "save it as .docx",
  zip: "unpack it, and keep the articles in it",
  mbox: "save each mail that you need as .eml",
  emlx: "save the mail as .eml",
  url: "it is a link alone: add the page with sourceline add",
  webloc: "it is a link alone: add the page with sourceline add",
  gdoc: "it is a link alone: download the document as .docx",
  msg: "save the mail as .eml",
  webarchive: "save the page again as .html",
  wacz: "unpack it and keep the .warc.gz in it",
  xls: "copy the words you need into a .txt or .md file",
  xlsx: "copy the words you need into a .txt or .md file",
  csv: "copy the words you need into a .txt or .md file",
  pptx: "export it as .pdf",
  ppt: "export it as .pdf",
};

/** Takes a path; says whether it is an article of the corpus by its ending (not a side file, not a library). */
export function isCorpusFile(path: string): boolean {
  return byEnding(path) !== null && !isHidden(path) && !isLibraryFile(path);
}

/** Takes a path; says whether it is a library for its whole folder: any `.bib`, or `library.json`, `references.json` and the like. */
export function isLibraryFile(path: string): boolean {
  return (
    /\.(?:bib|bibtex)$/i.test(path) ||
    /(?:^|\/)(?:library|references|bibliography|sources|csl|zotero)(?:\.csl)?\.json$/i.test(path) ||
    /\.csl\.json$/i.test(path)
  );
}

/** Takes a path; gives the path of the article that it is the side file of (`a.pdf` for `a.pdf.yaml`), or `null`. */
export function sideFileOf(path: string): string | null {
  const main = /^(.+)\.ya?ml$/i.exec(path)?.[1];
  return main !== undefined && byEnding(main) !== null ? main : null;
}

/** What browsers put behind a page's name for the folder of its pictures, scripts and frames, in the languages that they speak. */
const PARTS_FOLDER =
  /^(.+)(?:[_.-]files|-Dateien|_fichiers|_archivos|_bestanden|_file|-filer|_arquivos|_ficheiros|_pliki|_soubory|_tiedostot|_elemei|_dosyalar|_datoteke|_fitxers|_fails|_bylos)\/./i;

/** Takes a path; gives the path, without its ending, of the saved page whose folder of parts it lies in, `null` where it lies in no folder of such a name. */
export function pageOfPart(path: string): string | null {
  return PARTS_FOLDER.exec(path)?.[1] ?? null;
}

/** Takes the path of a kept file that is not read; gives what to do about it, or `null` where it is nothing of the corpus's. */
export function refusal(path: string): string | null {
  const advice = REFUSED[endingOf(path)];
  return advice === undefined || isHidden(path) ? null : advice;
}

/** Takes a path and a file's bytes; gives its format by its looks, then by its ending, or `null`. */
export function formatOf(path: string, bytes: Uint8Array): Format | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const byName = byEnding(path);
  if (byName?.name === "text" && /\.(?:md|markdown|mdown|mkd)$/i.test(path)) return byName;
  return FORMATS.find((format) => format.looks?.(start)) ?? byName;
}

function byEnding(path: string): Format | null {
  const lower = path.toLowerCase();
  return FORMATS.find((format) => format.endings.some((ending) => lower.endsWith(`.${ending}`))) ?? null;
}

function endingOf(path: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}

function isHidden(path: string): boolean {
  return /(?:^|\/)(?:\.|~\$)/.test(path);
}

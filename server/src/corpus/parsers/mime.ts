import type { Email } from "postal-mime";
import { isoDate } from "../dates.ts";
import { decodeText } from "../encoding.ts";
import type { ParserInput } from "../formats.ts";
import { failed } from "../problems.ts";
import type { ReadProblem, ReadResult } from "../types.ts";
import { declaredCharset, readPage } from "./html.ts";

/** Takes a saved page with its parts (MHTML, RFC 2557); gives its page's article, with the address and time of saving. Pages in its frames are not its words. */
export async function readMhtml(input: ParserInput): Promise<ReadResult> {
  const file = lettersOf(input.bytes).trimStart();
  const head = headOf(file);
  const root = rootOf(file, head);
  const page = root === null ? await joined(input) : await decoded(input, root);
  if (page.markup.trim() === "") return failed(input.path, "holds no page; save it again as a web page or as .mhtml.");
  const url = addressOf(field(head, "snapshot-content-location")) ?? addressOf(field(head, "content-location"));
  const read = await readPage(input, page.markup, {
    url: url ?? addressOf(field(root?.head ?? "", "content-location")),
    retrieved: isoDate(field(head, "date") ?? ""),
  });
  return { articles: read.articles, problems: [...page.problems, ...read.problems] };
}

/** Takes bytes in the form of a mail (RFC 5322, RFC 2045); gives its parts; a mail within it is an attachment. */
export async function parseMime(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import("postal-mime");
  return PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000, forceRfc822Attachments: true });
}

/** A part of the file, each code unit a byte. */
interface MimePart {
  readonly head: string;
  readonly body: string;
}

interface Page {
  readonly markup: string;
  readonly problems: readonly ReadProblem[];
}

/** Most parts looked at: a page's own stands among the first. */
const MOST_PARTS = 500;

/** The part that is the page: the one that the file names as its start, else that of the page's address, else the first page in it. */
function rootOf(file: string, head: string): MimePart | null {
  const pages = partsOf(file, parameter(field(head, "content-type"), "boundary")).filter((part) =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(field(part.head, "content-type") ?? ""),
  );
  const start = parameter(field(head, "content-type"), "start");
  const url = field(head, "snapshot-content-location");
  return (
    pages.find((part) => start !== null && field(part.head, "content-id") === start) ??
    pages.find((part) => url !== null && field(part.head, "content-location") === url) ??
    pages[0] ??
    null
  );
}

function partsOf(file: string, boundary: string | null): MimePart[] {
  const parts: MimePart[] = [];
  if (boundary === null) return parts;
  const mark = `\n--${boundary}`;
  let at = file.indexOf(mark);
  while (at >= 0 && parts.length < MOST_PARTS) {
    const from = file.indexOf("\n", at + mark.length) + 1;
    const next = file.indexOf(mark, at + mark.length);
    if (from === 0) break;
    const own = file.slice(from, next < 0 ? undefined : next);
    const head = headOf(own);
    parts.push({ head, body: own.slice(head.length).replace(/^(?:\r?\n){1,2}/, "") });
    at = next;
  }
  return parts;
}

/** A page seldom says in its part what it is written in: its own first bytes do. */
async function decoded({ path }: ParserInput, { head, body }: MimePart): Promise<Page> {
  const packed = field(head, "content-transfer-encoding") ?? "8bit";
  const mail = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${packed}\r\n\r\n${body}`;
  const content = (await parseMime(bytesOf(mail))).attachments[0]?.content;
  const bytes = content instanceof ArrayBuffer ? new Uint8Array(content) : new Uint8Array();
  const charset = parameter(field(head, "content-type"), "charset") ?? declaredCharset(bytes);
  const { text, problems } = await decodeText(path, bytes, charset);
  return { markup: text, problems };
}

/** Bytes as letters of the same numbers (a decoder of that name gives those of windows-1252). */
function lettersOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
}

function bytesOf(letters: string): Uint8Array {
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** The pages of a file whose parts stand inside others. */
async function joined({ bytes }: ParserInput): Promise<Page> {
  return { markup: (await parseMime(bytes)).html ?? "", problems: [] };
}

/** Longest head of a file or part, in bytes. */
const LONGEST_HEAD = 20_000;

function headOf(file: string): string {
  const start = file.slice(0, LONGEST_HEAD);
  const end = /\r?\n\r?\n/.exec(start)?.index;
  return end === undefined ? start : start.slice(0, end);
}

/** Takes a head and a name in lower case; gives what the field of that name says, its lines put together. */
function field(head: string, name: string): string | null {
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const found = lines.find((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`);
  return found?.slice(name.length + 1).trim() ?? null;
}

function parameter(value: string | null, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, "i").exec(value ?? "");
  return found?.[1] ?? found?.[2] ?? null;
}

function addressOf(value: string | null): string | null {
  return value !== null && /^(?:https?|file):\/\/\S{1,1000}$/i.test(value) ? value : null;
}

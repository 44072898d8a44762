import type { Email } from "postal-mime";
import { isoDate } from "../dates.ts";
import type { ParserInput } from "../formats.ts";
import { failed } from "../problems.ts";
import type { ReadResult } from "../types.ts";
import { readPage } from "./html.ts";

/** Takes a saved page with its parts (MHTML); gives its page's article, with the address and time of saving. */
export async function readMhtml(input: ParserInput): Promise<ReadResult> {
  const mail = await parseMime(input.bytes);
  if (mail.html === undefined || mail.html.trim() === "")
    return failed(input.path, "holds no page; save it again as a web page or as .mhtml.");
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value ?? null;
  const url = header("snapshot-content-location") ?? header("content-location") ?? partAddress(input.bytes);
  return readPage(input, mail.html, { url, retrieved: isoDate(header("date") ?? "") });
}

/** Takes bytes in the form of a mail (RFC 5322, RFC 2045); gives its parts. */
export async function parseMime(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import("postal-mime");
  return PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 });
}

/** The address of the first part, where the file's own header gives none. */
function partAddress(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 8192));
  return /^Content-Location:\s*(https?:\/\/\S{1,1000})/im.exec(start)?.[1] ?? null;
}

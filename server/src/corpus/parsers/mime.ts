import type { Email } from "postal-mime";
import { isoDate } from "../dates.ts";
import { extractedArticle, type Part } from "../extracted.ts";
import { isCorpusFile, type ParserInput } from "../formats.ts";
import { outletOfUrl } from "../outlets.ts";
import { failed, problem } from "../problems.ts";
import type { ReadProblem, ReadResult } from "../types.ts";
import { blocksOf, parsePage } from "./dom.ts";
import { readPage } from "./html.ts";
import { textParts } from "./json.ts";
import { compact } from "./pagemeta.ts";

/** Takes a saved mail; gives it as an article: the subject its title, the sender its author, quoted replies and the signature set aside. */
export async function readMail(input: ParserInput): Promise<ReadResult> {
  const mail = await parseMime(input.bytes);
  const body =
    mail.text !== undefined && mail.text.trim() !== ""
      ? textParts(mail.text)
      : await markupParts(input, mail.html ?? "");
  if (body === null)
    return failed(
      input.path,
      `has a page in it with more than ${input.limits.nodes.toLocaleString("en")} tags; save its words as .txt.`,
    );
  const title: Part[] = mail.subject ? [{ text: mail.subject, kind: "headline" }] : [];
  const parts = [...title, ...withoutReplies(body)];
  const host = mail.from?.address?.split("@")[1];
  const stated = compact({
    title: mail.subject,
    authors: mail.from?.name ? [mail.from.name] : mail.from?.address ? [mail.from.address] : [],
    published: isoDate(mail.date ?? ""),
    kind: "mail",
  });
  const guess = host === undefined ? {} : { outlet: outletOfUrl(`https://${host}`) };
  return extractedArticle(input, { parts, stated: [stated], guess, problems: attached(input.path, mail) });
}

/** Takes a saved page with its parts (MHTML); gives its page's article, with the address and time of saving. */
export async function readMhtml(input: ParserInput): Promise<ReadResult> {
  const mail = await parseMime(input.bytes);
  if (mail.html === undefined || mail.html.trim() === "")
    return failed(input.path, "holds no page; save it again as a web page or as .mhtml.");
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value ?? null;
  const url = header("snapshot-content-location") ?? header("content-location") ?? partAddress(input.bytes);
  return readPage(input, mail.html, { url, retrieved: isoDate(mail.date ?? "") });
}

async function parseMime(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import("postal-mime");
  return PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 });
}

/** The address of the first part, where the file's own header gives none. */
function partAddress(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 8192));
  return /^Content-Location:\s*(https?:\/\/\S{1,1000})/im.exec(start)?.[1] ?? null;
}

async function markupParts(input: ParserInput, markup: string): Promise<Part[] | null> {
  if (markup.split("<").length > input.limits.nodes) return null;
  const blocks = blocksOf(await parsePage(markup));
  return blocks.map(({ text, tag }) => ({ text, kind: /^h[1-6]$/.test(tag) ? "headline" : null }));
}

const REPLY =
  /^(?:>|On .{5,120} wrote:$|-{2,}\s*(?:Original Message|Forwarded message)|From: .+ <?\S+@\S+>?|Am .{5,80} schrieb .{2,80}:$|Le .{5,80} a écrit)/i;
const SIGNATURE = /^(?:-- ?$|Sent from my |To unsubscribe|Unsubscribe\b|You (?:are receiving|received) this)/i;

/** A quoted reply is somebody else's words at second hand; what stands under `-- ` is a signature. */
function withoutReplies(parts: readonly Part[]): Part[] {
  let over = false;
  return parts.map((part) => {
    over ||= SIGNATURE.test(part.text);
    return over || REPLY.test(part.text) ? { ...part, kind: "furniture" } : part;
  });
}

function attached(path: string, mail: Email): ReadProblem[] {
  const names = mail.attachments.map((one) => one.filename ?? "").filter((name) => isCorpusFile(name));
  if (names.length === 0) return [];
  const which = names.slice(0, 3).join(", ") + (names.length > 3 ? " and others" : "");
  return [problem(path, `has attachments that are not read (${which}); save them in the corpus beside it.`, "warning")];
}

import type { Attachment, Email } from "postal-mime";
import { hasWords } from "../bodytext.ts";
import { isoDate } from "../dates.ts";
import { extractedArticle, type Part } from "../extracted.ts";
import type { ParserInput } from "../formats.ts";
import { givenFirst } from "../guess.ts";
import { stemOf } from "../meta.ts";
import { outletOfUrl } from "../outlets.ts";
import { countWords } from "../pieces.ts";
import { failed, problem } from "../problems.ts";
import type { ReadProblem, ReadResult } from "../types.ts";
import { blocksOf } from "./dom.ts";
import { textParts } from "./json.ts";
import { isPassing, letterOf, type MailPart, withoutMarks } from "./letter.ts";
import { parsePage } from "./markup.ts";
import { parseMime } from "./mime.ts";
import { compact } from "./pagemeta.ts";

/**
 * Takes a saved mail; gives it as an article: the subject its title, the sender its author, quoted replies and signatures set aside. A mail that was
 * passed on goes by who wrote it first, and when; one that is attached is an article of its own.
 */
export async function readMail(input: ParserInput): Promise<ReadResult> {
  return readNested(input, 0);
}

/** Most mails read within mails, one in the other, and attached to one. */
const MOST = { deep: 3, attached: 50 } as const;

async function readNested(input: ParserInput, depth: number, fallbackId?: string): Promise<ReadResult> {
  const mail = await parseMime(input.bytes);
  const all = mail.attachments.flatMap((one) => mailIn(one) ?? []);
  const inside = depth < MOST.deep ? all.slice(0, MOST.attached) : [];
  const own = await readLetter(input, mail, fallbackId);
  if (all.length === 0) return own;
  const cover = own.articles.filter(hasWords);
  const alone = cover.length === 0 && inside.length === 1;
  const stem = fallbackId ?? stemOf(input.path);
  const read: ReadResult[] = cover.length === 0 && inside.length > 0 ? [] : [own];
  for (const [at, bytes] of inside.entries()) {
    const one = alone ? { ...input, bytes } : { ...input, bytes, stated: [], library: null };
    read.push(await readNested(one, depth + 1, alone ? fallbackId : `${stem}-${at + 1}`));
  }
  const left = all.length === inside.length ? [] : [problem(input.path, TOO_MANY, "warning")];
  return {
    articles: read.flatMap(({ articles }) => articles),
    problems: [...read.flatMap(({ problems }) => problems), ...left],
  };
}

const TOO_MANY =
  "has mails within it that are not read, for they are too many or too deep; save those that you need as .eml.";

function mailIn({ mimeType, content }: Attachment): Uint8Array | null {
  if (mimeType !== MAIL || typeof content === "string") return null;
  return new Uint8Array(content);
}

const MAIL = "message/rfc822";

async function readLetter(input: ParserInput, mail: Email, fallbackId: string | undefined): Promise<ReadResult> {
  const body = await bodyOf(input, mail);
  if (body === null)
    return failed(
      input.path,
      `has a page in it with more than ${input.limits.nodes.toLocaleString("en")} tags; save its words as .txt.`,
    );
  const letter = letterOf(body, mail.subject ?? "", mail.from?.name ?? "");
  const subject = letter.passedOn.subject ?? mail.subject;
  const title: Part[] = subject ? [{ text: subject, kind: "headline" }] : [];
  const sender = letter.passedOn.from ?? (mail.from?.name || mail.from?.address);
  const address = letter.passedOn.address ?? mail.from?.address;
  const stated = compact({
    title: subject,
    authors: sender ? [givenFirst(sender) ?? sender] : [],
    published: isoDate(letter.passedOn.date ?? "") ?? isoDate(headerOf(mail, "date") ?? ""),
    kind: "mail",
  });
  const host = address?.split("@")[1];
  const guess = host === undefined ? {} : { outlet: outletOfUrl(`https://${host}`) };
  const parts = [...title, ...letter.parts];
  return extractedArticle(input, {
    parts,
    stated: [stated],
    guess,
    problems: attached(input.path, mail),
    ...(fallbackId === undefined ? {} : { fallbackId }),
  });
}

/** Takes a mail; gives a header's value as written, `null` where it has none. */
function headerOf(mail: Email, name: string): string | null {
  return mail.headers.find((one) => one.key === name)?.value ?? null;
}

/** The plain words of a mail, or those of its page where there are far more of them: some programs write only "see the HTML" in plain. */
async function bodyOf(input: ParserInput, mail: Email): Promise<MailPart[] | null> {
  const plain = withoutMarks((mail.text ?? "").trim());
  const markup = mail.html ?? "";
  const plainParts = () => textParts(plain).map(({ text }) => ({ text, quoted: false }));
  if (markup === "") return plainParts();
  if (markup.split("<").length > input.limits.nodes) return plain === "" ? null : plainParts();
  const parts = await markupParts(markup);
  const words = parts.reduce((sum, { text }) => sum + countWords(text), 0);
  return plain !== "" && countWords(plain) * 1.5 >= words ? plainParts() : parts;
}

async function markupParts(markup: string): Promise<MailPart[]> {
  const blocks = blocksOf(await parsePage(markup));
  return blocks.flatMap(({ text, tag, naming }) => {
    const quoted = tag === "blockquote" || naming === "quoted";
    const heading = /^h[1-6]$/.test(tag);
    const lines = isPassing(text) || /^(?:from|von|de):/i.test(text) ? text.split("\n") : [text];
    return lines.map((line): MailPart => ({ text: line, quoted, heading, signature: naming === "signature" }));
  });
}

/** Attachments that are no part of the letter: not its pictures, not its sender's card or key. */
function attached(path: string, mail: Email): ReadProblem[] {
  const names = mail.attachments
    .filter(
      ({ mimeType, related }) => mimeType !== MAIL && !related && !/^image\/|pkcs7|pgp|vcard|calendar/i.test(mimeType),
    )
    .map(({ filename, mimeType }) => filename ?? mimeType);
  if (names.length === 0) return [];
  const which = names.slice(0, 3).join(", ") + (names.length > 3 ? " and others" : "");
  return [problem(path, `has attachments that are not read (${which}); save them in the corpus beside it.`, "warning")];
}

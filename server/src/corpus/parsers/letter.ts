import type { Part } from "../extracted.ts";
import { countWords } from "../pieces.ts";

/** A paragraph of a mail, and what its markup says of it. */
export interface MailPart {
  readonly text: string;
  /** Quoted from the mail that is answered or passed on. */
  readonly quoted: boolean;
  readonly heading?: boolean;
  readonly signature?: boolean;
}

/** Who wrote a mail that was passed on, and when, as its head says. */
export interface PassedOn {
  readonly from?: string;
  readonly address?: string;
  readonly date?: string;
  readonly subject?: string;
}

/** A mail's paragraphs with what is not its own set aside. */
export interface Letter {
  readonly parts: readonly Part[];
  readonly passedOn: PassedOn;
}

/**
 * Takes the paragraphs of a mail, its subject and its sender's name; gives them with quoted replies, signatures and heads of mails as furniture. What
 * was passed on is the letter's own, what was answered is somebody else's words at second hand.
 */
export function letterOf(body: readonly MailPart[], subject: string, sender: string): Letter {
  const reader = new Reader(subject, sender, body);
  const parts = body.map((part, at): Part => {
    const own = reader.isOwn(part, at);
    return { text: part.text, kind: own ? (part.heading ? "headline" : null) : "furniture" };
  });
  return { parts, passedOn: reader.passedOn };
}

/** Takes a paragraph; says whether it leads into a mail that is passed on. */
export function isPassing(text: string): boolean {
  return PASSING.test(text);
}

/** Takes the plain words of a mail; gives them without the mark before each line of a mail that is passed on, as some programs write it. */
export function withoutMarks(plain: string): string {
  const lines = plain.split(/\r?\n/);
  const from = lines.findIndex(isPassing) + 1;
  const passed = lines.slice(from).filter((line) => line.trim() !== "");
  if (from === 0 || !passed.every((line) => line.startsWith(">"))) return plain;
  return lines.map((line, at) => (at < from ? line : line.replace(/^> ?/, ""))).join("\n");
}

const ANSWER = /^\s*(?:re|aw|sv|antw|ref|odp)\s*:/i;
const PASSED = /^\s*(?:fwd?|wg|tr|rv|vs|enc|i)\s*:\s*/i;
const PASSING =
  /^(?:-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado)|begin forwarded message|anfang der weitergeleiteten)/i;
const QUOTING =
  /^(?:>|on .{5,160} wrote:$|-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine)|am .{5,120} schrieb .{2,100}:$|le .{5,120} a écrit\s?:$|el .{5,120} escribió:$)/i;
const HEAD =
  /^\*?(from|von|de|sent|gesendet|envoyé|enviado|date|datum|fecha|to|an|à|para|cc|subject|betreff|objet|asunto|reply-to)\s?:\*?\s*(.*)$/i;
const SIGNATURE =
  /^(?:-- ?$|sent from my |get outlook for |to unsubscribe|unsubscribe\b|you (?:are receiving|received) this|view (?:this|it) in (?:your|a) browser)/i;
const FAREWELL =
  /^(?:(?:with )?(?:best|kind|kindest|warm|many)(?: (?:regards|wishes|thanks))?|regards|sincerely|yours(?: \w+)?|cheers|thanks|thank you|all the best|(?:mit )?(?:freundlichen|besten|herzlichen|viele|beste) grüßen?n?|cordialement|bien à vous|saludos(?: cordiales)?)[,.!]?$/i;

/** Goes over the paragraphs in order and knows what it stands in. */
class Reader {
  passedOn: PassedOn = {};
  #within: "letter" | "signature" | "head" | "answered" = "letter";
  readonly #answer: boolean;
  readonly #names: Set<string>;
  readonly #body: readonly MailPart[];

  constructor(subject: string, sender: string, body: readonly MailPart[]) {
    this.#answer = ANSWER.test(subject);
    this.#names = new Set([sender.toLowerCase()].filter((name) => name !== ""));
    this.#body = body;
    if (PASSED.test(subject)) this.passedOn = { subject: subject.replace(PASSED, "") };
  }

  isOwn(part: MailPart, at: number): boolean {
    const { text } = part;
    if (PASSING.test(text)) this.#within = "head";
    else if (this.#isHead(text, at)) this.#head(text);
    else if (this.#within === "head") this.#within = this.#answer ? "answered" : "letter";
    if (this.#within === "answered" || this.#within === "head" || part.signature) return false;
    if (QUOTING.test(text)) return this.#quoting(text);
    if (part.quoted && this.passedOn.from === undefined) return false;
    return this.#isLetters(text);
  }

  /** A head begins with who wrote, and has a second line; inside it each such line belongs to it. */
  #isHead(text: string, at: number): boolean {
    if (!HEAD.test(text)) return false;
    return (
      this.#within === "head" || (/^\*?(?:from|von|de)\s?:/i.test(text) && HEAD.test(this.#body[at + 1]?.text ?? ""))
    );
  }

  #head(text: string): void {
    this.#within = "head";
    const [, name = "", value = ""] = HEAD.exec(text) ?? [];
    if (this.#answer) return;
    if (/^(?:from|von|de)$/i.test(name)) {
      const address = /<?([^\s<>@]+@[^\s<>]+)>?/.exec(value)?.[1];
      const from =
        value
          .replace(/[<[].*$/, "")
          .replace(/["*]/g, "")
          .trim() || address;
      if (from !== undefined) this.#names.add(from.toLowerCase());
      this.passedOn = {
        ...this.passedOn,
        ...(from === undefined ? {} : { from }),
        ...(address === undefined ? {} : { address }),
      };
    } else if (/^(?:date|datum|fecha|sent|gesendet|envoyé|enviado)$/i.test(name))
      this.passedOn = { ...this.passedOn, date: value };
    else if (/^(?:subject|betreff|objet|asunto)$/i.test(name) && value !== "")
      this.passedOn = { ...this.passedOn, subject: value.replace(PASSED, "") };
  }

  /** "On Monday Ann wrote:" in an answer, with nothing marked as quoted below it, leads into all that was answered. */
  #quoting(text: string): boolean {
    const marked = text.startsWith(">") || this.#body.some((part) => part.quoted || part.text.startsWith(">"));
    if (!marked && this.#answer) this.#within = "answered";
    return false;
  }

  /** A signature goes on over short lines without a stop; a paragraph ends it, but not one below `-- `. */
  #isLetters(text: string): boolean {
    if (SIGNATURE.test(text)) {
      this.#within = "signature";
      this.#firm = true;
      return false;
    }
    const short = countWords(text) <= 10 && !/[.!?]["”’)]*$/.test(text);
    if (FAREWELL.test(text) || this.#names.has(text.split("\n")[0]?.trim().toLowerCase() ?? "")) {
      this.#within = "signature";
      this.#firm = false;
      return false;
    }
    if (this.#within === "signature" && (short || this.#firm)) return false;
    this.#within = "letter";
    return true;
  }

  #firm = false;
}

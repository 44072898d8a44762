import { extract } from "../extract/index.ts";
import type { Extraction, Quotation } from "../extract/types.ts";
import { figureFields, speakerFields } from "./fields.ts";
import { answerLines } from "./jsonlines.ts";

/**
 * Reads lines `{"id","text"}` and writes a line of figures and quotations for each, in order, waiting where the reader of the output is slow.
 * A line that is not such an object gets an answer with its number and an `error`, and the rest goes on.
 * Gives the exit code: 0, or 1 where a line could not be read.
 */
export async function runExtract(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<number> {
  return answerLines(input, output, answerTo);
}

function answerTo(line: string, number: number): object {
  const request = requestOf(line);
  if (typeof request === "string") return { id: null, error: `line ${number}: ${request}` };
  return {
    id: request.id,
    ...printed(extract(request.text, { published: request.published, language: request.language }), request.text),
  };
}

interface Request {
  readonly id: string | number;
  readonly text: string;
  readonly published: string | null;
  readonly language: string | null;
}

function requestOf(line: string): Request | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not JSON; write one object a line";
  }
  if (typeof value !== "object" || value === null) return 'not an object; write {"id", "text"}';
  const { id, text, published, language } = value as Record<string, unknown>;
  if (typeof id !== "string" && typeof id !== "number") return '"id" is missing; give a string or a number';
  if (typeof text !== "string") return '"text" is missing; give a string';
  return { id, text, published: stringOr(published), language: stringOr(language) };
}

function stringOr(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function printed({ figures, quotes }: Extraction, text: string): object {
  return {
    figures: figures.map(figureFields),
    quotes: quotes.flatMap((quote) => printedQuote(quote, text)),
  };
}

/** A quotation that is interrupted, or that runs over paragraphs, is given whole, and then each of its pieces with `partOf`: where the whole begins. */
function printedQuote({ start, end, parts, speaker }: Quotation, text: string): object[] {
  const said = speakerFields(speaker);
  const whole = { start, end, text: text.slice(start, end), speaker: said };
  if (parts.length < 2) return [whole];
  const pieces = parts.map((part) => ({
    start: part.start,
    end: part.end,
    text: text.slice(part.start, part.end),
    speaker: said,
    partOf: start,
  }));
  return [whole, ...pieces];
}

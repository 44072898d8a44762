import { isoDate } from "../dates.ts";
import { extractedArticle } from "../extracted.ts";
import type { ParserInput } from "../formats.ts";
import { type Guess, splitNames } from "../guess.ts";
import { failed, problem, reasonOf } from "../problems.ts";
import type { ReadProblem, ReadResult } from "../types.ts";
import { linesOf, type PageLine, type TextItem } from "./pdflines.ts";
import { paragraphsOf } from "./pdfparagraphs.ts";
import { withHeads } from "./rows.ts";
import { isJunkTitle } from "./titles.ts";

/** The part of pdf.js that is used. */
interface PdfDocument {
  readonly numPages: number;
  getPage(
    number: number,
  ): Promise<{ getTextContent(): Promise<{ readonly items: readonly unknown[] }>; cleanup(): unknown }>;
  getMetadata(): Promise<{ readonly info: unknown }>;
  destroy(): Promise<void>;
}

/** Takes a PDF; gives its article with the page of each paragraph. Running heads and feet are furniture. */
export async function readPdf(input: ParserInput): Promise<ReadResult> {
  const { getDocumentProxy } = await import("unpdf");
  let document: PdfDocument;
  try {
    document = (await getDocumentProxy(new Uint8Array(input.bytes), {
      isEvalSupported: false,
      verbosity: 0,
    })) as unknown as PdfDocument;
  } catch (error) {
    return failed(input.path, unopened(error));
  }
  try {
    return await readPages(input, document);
  } finally {
    await document.destroy();
  }
}

async function readPages(input: ParserInput, document: PdfDocument): Promise<ReadResult> {
  const { path, limits } = input;
  const problems: ReadProblem[] = [];
  const pages: PageLine[][] = [];
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number++)
    pages.push(await readPage(path, document, number, problems));
  if (document.numPages > limits.pages)
    problems.push(
      problem(
        path,
        `has ${document.numPages} pages; only the first ${limits.pages} are read. Split it to have the rest read.`,
        "warning",
      ),
    );
  if (pages.every((lines) => lines.length === 0))
    return { articles: [], problems: [...problems, problem(path, NO_TEXT)] };
  const empty = pages.filter((lines) => lines.length === 0).length;
  if (empty > pages.length / 2)
    problems.push(
      problem(
        path,
        `has no text on ${empty} of its ${pages.length} pages, which may be pictures; figures on them are not found.`,
        "warning",
      ),
    );
  const parts = withHeads(paragraphsOf(pages));
  return extractedArticle(input, { parts, stated: [], guess: await properties(document), problems });
}

const NO_TEXT = "holds pictures of pages and no text; make its text searchable (OCR) and save it again.";

async function readPage(
  path: string,
  document: PdfDocument,
  number: number,
  problems: ReadProblem[],
): Promise<PageLine[]> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return linesOf(items.filter(isTextItem), number);
  } catch (error) {
    problems.push(
      problem(
        path,
        `could not be read on page ${number} (${reasonOf(error)}); figures on it are not found.`,
        "warning",
      ),
    );
    return [];
  }
}

function isTextItem(item: unknown): item is TextItem {
  return typeof item === "object" && item !== null && "str" in item && "transform" in item;
}

async function properties(document: PdfDocument): Promise<Guess> {
  const { info } = await document.getMetadata().catch(() => ({ info: null }));
  const of = (key: string) => {
    const value = (info as { [key: string]: unknown } | null)?.[key];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const title = of("Title");
  const authors = splitNames(of("Author") ?? "");
  const published = isoDate((of("CreationDate") ?? "").replace(/^D:/, "").slice(0, 8));
  return {
    ...(title === null || isJunkTitle(title) ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(published === null ? {} : { published }),
  };
}

function unopened(error: unknown): string {
  if (error instanceof Error && error.name === "PasswordException")
    return "is locked with a password; save a copy without one.";
  return `is damaged or not a PDF (${reasonOf(error)}); download it again.`;
}

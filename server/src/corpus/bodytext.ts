import type { Article, BlockKind } from "./types.ts";

const KEPT: ReadonlySet<BlockKind> = new Set<BlockKind>(["headline", "body", "caption", "pullquote"]);

/** Takes a kind of block; says whether its figures and quotations may support anything. */
export function isReadable(kind: BlockKind): boolean {
  return KEPT.has(kind);
}

/** Takes an article; says whether more than its title can be read. */
export function hasWords({ blocks }: Pick<Article, "blocks">): boolean {
  return blocks.some(({ kind }) => isReadable(kind) && kind !== "headline");
}

/**
 * Takes an article; gives a string as long as its text in which all but headline, body, captions and pull quotes is
 * blanked by spaces. Line ends and the marks of block quotations stay, so offsets and line numbers in the result are those of `article.text`.
 */
export function bodyText(article: Pick<Article, "text" | "blocks">): string {
  const { text, blocks } = article;
  const parts: string[] = [];
  let at = 0;
  for (const block of blocks) {
    if (!isReadable(block.kind)) continue;
    parts.push(blank(text.slice(at, block.start)), text.slice(block.start, block.end));
    at = block.end;
  }
  parts.push(blank(text.slice(at)));
  return parts.join("");
}

/** Takes a text; gives as many spaces, with its line ends kept, and the marks of lines that go on as a block quotation. */
function blank(text: string): string {
  if (!text.includes(">")) return text.replace(WORDS, " ");
  return text
    .split(LINES)
    .map((line) => line.replace(/^[>\s]*$/.test(line) ? WORDS_OR_SPACE : WORDS, " "))
    .join("");
}

const LINES = /(?<=[\r\n\u2028\u2029])/;
const WORDS = /[^\r\n\u2028\u2029]/g;
const WORDS_OR_SPACE = /[^>\r\n\u2028\u2029]/g;

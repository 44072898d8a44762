import type { Draft, DraftFormat } from "./index.ts";

/** Signs that a format takes for something else, each written so that it shows itself; those that are written so already stay. */
const WRITTEN: Readonly<Partial<Record<DraftFormat, (words: string) => string>>> = {
  latex: (words) => words.replace(/\\?[%$&#_]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`)),
  html: (words) => words.replace(/&(?!#?\w{1,31};)/g, "&amp;").replace(/<(?=[\p{L}/!?])/gu, "&lt;"),
};

/** Takes words and the format of a draft; gives them as they are written in it: "80%" is "80\%" in LaTeX, where the rest of the line would be lost. */
export function writtenIn(words: string, format: DraftFormat): string {
  return WRITTEN[format]?.(words) ?? words;
}

/** Takes words, a draft and the offset where they go; gives them as they are written there: behind "\" a sign has its own already. */
export function writtenAt(words: string, { text, format }: Pick<Draft, "text" | "format">, at: number): string {
  const written = writtenIn(words, format);
  return text[at - 1] === "\\" && written.startsWith("\\") ? written.slice(1) : written;
}

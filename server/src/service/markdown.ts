/** Characters that mean something in Markdown or in a reader's extensions of it, anywhere in a line. */
const SPECIAL = /[\\`*_{}[\]<>#|~!&$^=@]/g;
/** What opens a list, a heading or a rule at the start of a line. */
const OPENING = /^(\s*)([-+:]|\d{1,9}(?=[.)]))/;

/**
 * Takes words from anywhere; gives Markdown that shows just these words, on one line: no markup, no HTML, no link, no image, no
 * command and no icon of theirs gets through, addresses included.
 */
export function escapeText(words: string): string {
  return words
    .replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ")
    .replace(SPECIAL, "\\$&")
    .replace(/:(?=\/|\\)/g, "\\:")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(OPENING, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** Takes words with stretches of them in view (in order, apart); gives them escaped, the stretches in bold where Markdown can show them so. */
export function emphasizeText(words: string, stretches: readonly Stretch[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    if (start < at || start >= end) continue;
    const before = escapePart(words, at, start);
    const inside = escapePart(words, start, end);
    const bold = canEmphasize(words.slice(0, start), words.slice(start, end), words.slice(end));
    pieces.push(before, bold && /^\S(?:.*\S)?$/.test(inside) ? `**${inside}**` : inside);
    at = end;
  }
  return [...pieces, escapePart(words, at, words.length)].join("");
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Only what begins a line can open a list. */
function escapePart(words: string, start: number, end: number): string {
  const part = words.slice(start, end);
  return /[^\s\p{Cc}\p{Bidi_Control}]/u.test(words.slice(0, start))
    ? escapeText(`.${part}`).slice(1)
    : escapeText(part);
}

/** Takes a URI and words; gives a Markdown link that shows the words. Only addresses of files, pages and of the product's own views are linked. */
export function linkText(words: string, uri: string): string {
  if (!/^(?:file|https?|vscode-remote|vscode-vfs|untitled|sourceline-source):/i.test(uri)) return escapeText(words);
  const target = uri.replace(
    /[\s()<>[\]\\"'`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
  return `[${escapeText(words)}](${target})`;
}

/** Stars count as bold only where no letter stands right outside and a mark right inside them. */
function canEmphasize(before: string, inside: string, after: string): boolean {
  if (/^\s|\s$/.test(inside)) return false;
  const opens = /^[\p{L}\p{N}]/u.test(inside) || before === "" || /[\s\p{P}\p{S}]$/u.test(before);
  const closes = /[\p{L}\p{N}]$/u.test(inside) || after === "" || /^[\s\p{P}\p{S}]/u.test(after);
  return opens && closes;
}

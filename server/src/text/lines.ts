/** Turns offsets of a text into lines and columns and back; both count from 0, columns in UTF-16 code units. */
export interface LineIndex {
  position(offset: number): { line: number; character: number };
  offset(line: number, character: number): number;
  readonly lines: number;
}

/** Takes a text; gives its line index. Lines end at "\n", "\r\n" or "\r", as in the Language Server Protocol. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return {
    lines: starts.length,
    position(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      const line = lastAtOrBefore(starts, at);
      return { line, character: at - (starts[line] as number) };
    },
    offset(line, character) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      const end = line + 1 < starts.length ? (starts[line + 1] as number) : text.length;
      return Math.min((starts[line] as number) + Math.max(0, character), end);
    },
  };
}

/** Takes rising offsets (or other numbers) and one; gives the index of the last that is not behind it, -1 where all are. */
export function lastAtOrBefore(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Takes words of a text; gives them on one line, white space as single blanks, without the marks that the lines of a block quotation begin with. */
export function onOneLine(words: string): string {
  return words.replace(/\s+(?:>+\s+)*/g, (gap) => (/[\r\n]/.test(gap) ? " " : gap.replace(/\s+/g, " ")));
}

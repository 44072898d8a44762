/** Takes words and a number of columns; gives them broken into lines at blanks. A word longer than a line keeps a line of its own. */
export function wrap(words: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** Takes text from anywhere; gives it as long as it was, without characters that would move a terminal's cursor, command it, or turn the text about. */
export function inert(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\uFFFD");
}

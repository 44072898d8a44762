/** How a word is written: with a capital first letter; in capitals alone, two or more; in letters of ASCII and apostrophes; in the letters a to z. */
export const CAPITAL = 1;
export const ACRONYM = 2;
export const PLAIN = 4;
export const SMALL = 8;

/** Takes a text and the range of a word of any letters; gives the bits of its shape, PLAIN and SMALL never among them. */
export function shapeOf(text: string, start: number, end: number): number {
  if (!isCapitalLetter(text.charCodeAt(start))) return 0;
  return end - start > 1 && isUpper(text, start, end) ? CAPITAL | ACRONYM : CAPITAL;
}

function isCapitalLetter(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

function isUpper(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) return false;
    if (code >= 0x80) return text.slice(start, end) === text.slice(start, end).toUpperCase();
  }
  return true;
}

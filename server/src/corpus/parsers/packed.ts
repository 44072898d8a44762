/** What comes between the start of packed data and the data: its type, and how it is written. */
const HEAD = /^data:[\w/+.-]{1,60};base64,/;
const LONGEST_HEAD = 80;

/**
 * Takes the markup of a saved page; gives it without the pictures and fonts that a browser packed into it.
 * Goes over the data by hand: a regular expression over megabytes of it may run out of stack.
 */
export function withoutPackedData(markup: string): string {
  let kept = "";
  let from = 0;
  for (let at = markup.indexOf("data:"); at >= 0; at = markup.indexOf("data:", at)) {
    const head = HEAD.exec(markup.slice(at, at + LONGEST_HEAD))?.[0];
    if (head === undefined) at += 5;
    else {
      kept += markup.slice(from, at);
      at = endOfData(markup, at + head.length);
      from = at;
    }
  }
  return kept + markup.slice(from);
}

function endOfData(markup: string, from: number): number {
  let at = from;
  while (at < markup.length && isBase64(markup.charCodeAt(at))) at++;
  return at;
}

/** A letter, a digit, "+", "/" or "=". */
function isBase64(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return true;
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || code === 0x2b || code === 0x2f || code === 0x3d;
}

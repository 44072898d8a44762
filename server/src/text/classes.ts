/** Classes of code units. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const FRACTION = 4;
export const BREAK = 5;
export const OTHER = 0;

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < classes.length; code++) classes[code] = code < EAST ? classOf(code) : classInEast(code);
  return classes;
}

function classOf(code: number): number {
  if (
    code === 0x0a ||
    code === 0x0d ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x0c ||
    code === 0x0b ||
    code === 0x85
  )
    return BREAK;
  if (code <= 0x20 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200d)) return SPACE;
  if (code === 0x202f || code === 0x205f || code === 0x2060 || code === 0x3000 || code === 0x7f || code === 0xad)
    return SPACE;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if ((code >= 0xbc && code <= 0xbe) || (code >= 0x2150 && code <= 0x215e)) return FRACTION;
  return /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) ? LETTER : OTHER;
}

/** From here on all are letters but surrogates, private use and full-width marks. */
const EAST = 0x3040;

function classInEast(code: number): number {
  if (code === 0xfeff) return SPACE;
  const mark = (code >= 0xd800 && code <= 0xf8ff) || (code >= 0xff00 && code <= 0xff20) || code >= 0xfff0;
  return mark ? OTHER : LETTER;
}

/** Takes a code unit; gives its class. NaN, which stands behind the end of a text, is OTHER. */
export function classAt(code: number): number {
  return code < 0x10000 ? (CLASSES[code] as number) : OTHER;
}

const CLASSES = buildClasses();

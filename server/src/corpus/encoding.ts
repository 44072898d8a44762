import type { ReadProblem } from "./types.ts";

/** A decoded file: its text without a byte order mark, the encoding's usual name, and what was wrong. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly problems: readonly ReadProblem[];
}

/**
 * Takes a path (for messages), bytes, and the encoding that the file or its server declares, where it does. A byte
 * order mark comes first, then UTF-8 if the bytes are that, then what is declared, then detection (chardet, iconv-lite).
 * Bytes that fit no encoding are replaced by U+FFFD, with a warning.
 */
export async function decodeText(path: string, bytes: Uint8Array, declared: string | null = null): Promise<Decoded> {
  const quick = decodeUnicode(bytes);
  if (quick !== null) return { ...quick, problems: [] };
  if (looksBinary(bytes)) return { text: decodeLoosely(bytes), encoding: "binary", problems: [binary(path)] };
  if (declared !== null && !/^utf-?8$/i.test(declared)) {
    const decoded = await decodeAs(path, bytes, declared);
    if (decoded !== null) return decoded;
  }
  return detect(path, bytes);
}

/** Takes bytes; gives their text where a byte order mark or valid UTF-8 settles it, else `null`. */
export function decodeUnicode(bytes: Uint8Array): { text: string; encoding: string } | null {
  const marked =
    MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.encoding ?? unmarkedUtf16(bytes);
  if (marked !== null && marked !== "utf-8") return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return null;
  }
}

const MARKS: readonly { mark: readonly number[]; encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];

/** Text in UTF-16 without a mark has a zero in nearly every second byte, on one side only. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 1000) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > length * 0.35 && even === 0) return "utf-16le";
  return even > length * 0.35 && odd === 0 ? "utf-16be" : null;
}

async function detect(path: string, bytes: Uint8Array): Promise<Decoded> {
  const loose = decodeLoosely(bytes);
  const broken = loose.split("\ufffd").length - 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: anything beyond ASCII is what is counted
  const beyond = loose.replace(/[\x00-\x7f\ufffd]+/g, "").length;
  if (beyond > broken * 4) return { text: loose, encoding: "utf-8", problems: [damaged(path, "UTF-8", loose)] };
  const chardet = await import("chardet");
  const named = chardet.default.detect(bytes.subarray(0, 200_000));
  const decoded = await decodeAs(path, bytes, SAME_LETTERS.get(named ?? "") ?? named ?? "windows-1252");
  return decoded ?? { text: loose, encoding: "utf-8", problems: [damaged(path, "UTF-8", loose)] };
}

/** Encodings that browsers read as their Windows supersets. */
const SAME_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ISO-8859-1", "windows-1252"],
  ["ASCII", "windows-1252"],
  ["UTF-8", "windows-1252"],
  ["ISO-8859-9", "windows-1254"],
]);

async function decodeAs(path: string, bytes: Uint8Array, encoding: string): Promise<Decoded | null> {
  const iconv = (await import("iconv-lite")).default;
  const name = SAME_LETTERS.get(encoding.toUpperCase()) ?? encoding;
  if (!iconv.encodingExists(name)) return null;
  const text = iconv.decode(bytes as Parameters<typeof iconv.decode>[0], name);
  return { text, encoding: name.toLowerCase(), problems: text.includes("\ufffd") ? [damaged(path, name, text)] : [] };
}

function decodeLoosely(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4000);
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) odd++;
  }
  return odd > length * 0.1;
}

function damaged(path: string, encoding: string, text: string): ReadProblem {
  const at = text.indexOf("\ufffd");
  const message = `${path}: some bytes are not valid ${encoding} and are shown as \ufffd; save the file again as UTF-8 if words are missing.`;
  return { path, severity: "warning", message, span: at < 0 ? null : { start: at, end: at + 1 } };
}

function binary(path: string): ReadProblem {
  return {
    path,
    severity: "error",
    message: `${path} holds binary data, not text; open it in its own program and save it as text or PDF.`,
    span: null,
  };
}

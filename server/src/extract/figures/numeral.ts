import { codeAt, isMark, isNumber, joined, type Scan, word } from "./scan.ts";
import { SCALE_AFTER_DIGITS } from "./words.ts";

/** A number in digits: its value, the step it is rounded to, the token after it, and whether it is bare digits ("2017", not "2,017"). */
export interface Numeral {
  value: number;
  step: number;
  to: number;
  plain: boolean;
}

/** More digits than this are an identifier, not a quantity. */
const MOST_DIGITS = 18;

const VULGAR: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
  ["⅖", 2 / 5],
  ["⅗", 3 / 5],
  ["⅘", 4 / 5],
  ["⅙", 1 / 6],
  ["⅚", 5 / 6],
  ["⅐", 1 / 7],
  ["⅛", 1 / 8],
  ["⅜", 3 / 8],
  ["⅝", 5 / 8],
  ["⅞", 7 / 8],
  ["⅑", 1 / 9],
  ["⅒", 1 / 10],
]);

/** Takes the index of a NUMBER token; gives the numeral that starts there, `null` where the digits make no number ("1.2.3", "007"). */
export function readNumeral(scan: Scan, at: number): Numeral | null {
  if (!isNumber(scan, at)) return null;
  const vulgar = vulgarAt(scan, at);
  if (vulgar !== undefined) return { value: vulgar, step: 0.01, to: at + 1, plain: false };
  const pointFirst = isPointFirst(scan, at);
  const read = (pointFirst ? null : readWhole(scan, at)) ?? readSigned(scan, at, pointFirst);
  if (read === null) return null;
  if (read.plain) {
    readGroups(scan, at, read);
    readParted(scan, at, read);
  }
  readMixed(scan, read);
  readExponent(scan, read);
  return read;
}

/** Most digits that make a whole number exactly, one by one. */
const MOST_EXACT = 15;

/** "43", "1,600": digits alone, or in groups of three; `null` where they are written otherwise. */
function readWhole({ text, tokens, decimalComma }: Scan, at: number): Numeral | null {
  const from = tokens.start[at] as number;
  const to = tokens.end[at] as number;
  let value = 0;
  let zeros = 0;
  let group = 0;
  let groups = 0;
  for (let next = from; next < to; next++) {
    const digit = text.charCodeAt(next) - 0x30;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      zeros = digit === 0 ? zeros + 1 : 0;
      group++;
    } else {
      if (digit !== COMMA || decimalComma || (groups === 0 ? group > 3 : group !== 3)) return null;
      group = 0;
      groups++;
    }
  }
  const length = to - from - groups;
  if (length > MOST_EXACT || (groups > 0 && group !== 3)) return null;
  if (length > 1 && text.charCodeAt(from) === 0x30) return null;
  return { value, step: POWERS[Math.min(zeros, length - 1)] as number, to: at + 1, plain: groups === 0 };
}

const COMMA = 0x2c - 0x30;

/** Digits with separators of any kind. */
function readSigned(scan: Scan, at: number, pointFirst: boolean): Numeral | null {
  const raw = scan.tokens.raw(at);
  const numeral = parseDigits(pointFirst ? `0.${raw}` : raw, scan.decimalComma);
  return numeral && { value: numeral.value, step: numeral.step, to: at + 1, plain: isPlain(raw) && !pointFirst };
}

/** Says whether the number is written ".25", its point being the mark before it. */
export function isPointFirst(scan: Scan, at: number): boolean {
  if (!isMark(scan, at - 1, 0x2e) || !joined(scan, at)) return false;
  return !joined(scan, at - 1) && isPlain(scan.tokens.raw(at));
}

/** Takes digits with separators; gives value and rounding step, `null` where they are grouped as no number is. */
export function parseDigits(raw: string, decimalComma: boolean): { value: number; step: number } | null {
  if (raw.length > MOST_DIGITS * 2) return null;
  const digits = plainDigits(raw, decimalComma);
  if (digits === null || digits.length > MOST_DIGITS + 4) return null;
  return { value: Number(digits), step: stepOf(digits) };
}

/** The value of the vulgar fraction at a token; `undefined` where there is none. */
export function vulgarAt(scan: Scan, at: number): number | undefined {
  return codeAt(scan, at) < 0xbc ? undefined : VULGAR.get(scan.tokens.raw(at));
}

function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) < 0x30) return false;
  return true;
}

/** The digits with a point for the decimal sign alone. */
function plainDigits(raw: string, decimalComma: boolean): string | null {
  const comma = raw.lastIndexOf(",");
  const point = raw.lastIndexOf(".");
  if (comma < 0 && point < 0) return raw.length > 1 && raw.charCodeAt(0) === 0x30 ? null : raw;
  if (comma >= 0 && point >= 0) return comma > point ? bothSigns(raw, ".", ",") : bothSigns(raw, ",", ".");
  return comma >= 0 ? oneSign(raw, ",", decimalComma) : oneSign(raw, ".", !decimalComma);
}

function bothSigns(raw: string, group: string, decimal: string): string | null {
  const [whole, part, ...more] = raw.split(decimal);
  if (more.length > 0 || whole === undefined || part === undefined || part.includes(group)) return null;
  const joinedGroups = grouped(whole.split(group));
  return joinedGroups === null ? null : `${joinedGroups}.${part}`;
}

function oneSign(raw: string, sign: string, isDecimal: boolean): string | null {
  const at = raw.indexOf(sign);
  if (at !== raw.lastIndexOf(sign)) return grouped(raw.split(sign));
  const whole = raw.slice(0, at);
  const part = raw.slice(at + 1);
  if (!isDecimal && part.length === 3 && whole.length <= 3 && !whole.startsWith("0")) return whole + part;
  return whole.length > 1 && whole.startsWith("0") ? null : `${whole}.${part}`;
}

/** Groups of three, or of two and three as in India, joined; `null` where they are neither. */
function grouped(parts: readonly string[]): string | null {
  const first = parts[0] as string;
  const last = parts.length - 1;
  if (first.length > 3 || first.startsWith("0") || last < 1 || (parts[last] as string).length !== 3) return null;
  let indian = last > 1 && first.length < 3;
  let usual = true;
  for (let i = 1; i < last; i++) {
    const { length } = parts[i] as string;
    indian &&= length === 2;
    usual &&= length === 3;
  }
  return indian || usual ? parts.join("") : null;
}

/** Powers of ten, which are asked for with every number. */
const POWERS = Array.from({ length: MOST_DIGITS + 6 }, (_, power) => 10 ** power);
const PARTS = Array.from({ length: MOST_DIGITS + 6 }, (_, power) => 10 ** -power);

function stepOf(digits: string): number {
  const point = digits.indexOf(".");
  if (point >= 0) return PARTS[digits.length - point - 1] as number;
  let zeros = 0;
  while (zeros < digits.length - 1 && digits.charCodeAt(digits.length - 1 - zeros) === 0x30) zeros++;
  return POWERS[zeros] as number;
}

/** "1 600" and "1 414 021 100": groups of exactly three digits behind one blank. */
function readGroups(scan: Scan, at: number, read: Numeral): void {
  if (lengthOf(scan, at) > 3 || codeAt(scan, at) === 0x30 || isNumber(scan, at - 1)) return;
  let to = at + 1;
  while (to < at + 7 && isGroup(scan, to)) to++;
  if (to === at + 1 || isNumber(scan, to)) return;
  let digits = "";
  for (let group = at; group < to; group++) digits += scan.tokens.raw(group);
  if (digits.length > MOST_DIGITS) return;
  const value = parseDigits(digits, false);
  if (value === null) return;
  Object.assign(read, value, { to, plain: false });
}

/** "32 . 99 %", "$ 46 . 8 million", "80 , 000": separators that a tokenizer has set apart. */
function readParted(scan: Scan, at: number, read: Numeral): void {
  const behind = at + 2;
  if (read.to !== at + 1 || !isNumber(scan, behind) || joined(scan, at + 1) || joined(scan, behind)) return;
  if (!isShort(scan, at, 3) || !isShort(scan, behind, 4)) return;
  const comma = isMark(scan, at + 1, 0x2c) && lengthOf(scan, behind) === 3;
  const point = isMark(scan, at + 1, 0x2e) && isMeasured(scan, at, behind + 1);
  if (!comma && !point) return;
  const value = parseDigits(scan.tokens.raw(at) + (comma ? "" : ".") + scan.tokens.raw(behind), false);
  if (value !== null) Object.assign(read, value, { to: behind + 1, plain: false });
}

/** A sign or a scale behind, a currency before, or a zero tell a decimal from the end of a sentence. */
function isMeasured(scan: Scan, at: number, behind: number): boolean {
  if (codeAt(scan, at) === 0x30 || codeAt(scan, at - 1) === 0x24 || codeAt(scan, behind) === 0x25) return true;
  if (SCALE_AFTER_DIGITS.has(scan.tokens, behind) || word(scan, behind) === "percent") return true;
  return lengthOf(scan, behind - 1) === 4 && !/^(?:19|20)/.test(scan.tokens.raw(behind - 1));
}

function isGroup(scan: Scan, at: number): boolean {
  if (!isNumber(scan, at) || joined(scan, at)) return false;
  if (!isOneBlank(scan, scan.tokens.end[at - 1] as number, scan.tokens.start[at] as number)) return false;
  const raw = scan.tokens.raw(at);
  return (raw.length === 3 || (raw.length > 3 && raw.charAt(3) === ".")) && isPlain(raw.slice(0, 3));
}

/** One blank, or the two thin ones that stand for `\,` in LaTeX. */
function isOneBlank({ text }: Scan, from: number, to: number): boolean {
  return to - from === 1 || (to - from === 2 && text.charCodeAt(from) === THIN && text.charCodeAt(from + 1) === THIN);
}

const THIN = 0x2009;

function lengthOf(scan: Scan, at: number): number {
  return (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number);
}

/** "1½", "2 1/2", "3/4". */
function readMixed(scan: Scan, read: Numeral): void {
  if (!read.plain) return;
  const vulgar = isNumber(scan, read.to) ? vulgarAt(scan, read.to) : undefined;
  if (vulgar !== undefined) add(read, vulgar, read.to + 1);
  else if (isSlashFraction(scan, read.to - 1)) {
    read.value /= numberAt(scan, read.to + 1);
    read.to += 2;
    read.step = 0.01;
    read.plain = false;
  } else if (
    isNumber(scan, read.to) &&
    isSlashFraction(scan, read.to) &&
    numberAt(scan, read.to) < numberAt(scan, read.to + 2)
  )
    add(read, numberAt(scan, read.to) / numberAt(scan, read.to + 2), read.to + 3);
}

function add(read: Numeral, fraction: number, to: number): void {
  read.value += fraction;
  read.step = 0.01;
  read.to = to;
  read.plain = false;
}

/** "3/4" from its first token; not a date ("5/17/2018"), not a label ("24/7"). */
function isSlashFraction(scan: Scan, at: number): boolean {
  if (!isMark(scan, at + 1, 0x2f) || joined(scan, at + 1) !== joined(scan, at + 2)) return false;
  if (!isShort(scan, at, 3) || !isShort(scan, at + 2, 3) || isMark(scan, at + 3, 0x2f)) return false;
  const below = numberAt(scan, at + 2);
  return below > 1 && numberAt(scan, at) < below;
}

function isShort(scan: Scan, at: number, most: number): boolean {
  return isNumber(scan, at) && lengthOf(scan, at) <= most && isPlain(scan.tokens.raw(at));
}

function numberAt(scan: Scan, at: number): number {
  return Number(scan.tokens.raw(at));
}

/** "1e10", "1.3x10^6", "6 × 10−5", "1.1^23". */
function readExponent(scan: Scan, read: Numeral): void {
  const { to } = read;
  if (joined(scan, to) && word(scan, to) === "e") raise(scan, read, to + 1, 10, true);
  else if (isTimesTen(scan, to)) raise(scan, read, isMark(scan, to + 2, 0x5e) ? to + 3 : to + 2, 10, true);
  else if (isMark(scan, to, 0x5e) && joined(scan, to)) raise(scan, read, to + 1, read.value, false);
}

function isTimesTen(scan: Scan, at: number): boolean {
  const sign = codeAt(scan, at);
  if (sign !== 0xd7 && sign !== 0x78) return false;
  return lengthOf(scan, at) === 1 && scan.tokens.raw(at + 1) === "10" && joined(scan, at + 2);
}

function raise(scan: Scan, read: Numeral, at: number, base: number, multiply: boolean): void {
  let from = at;
  let sign = 1;
  while (from < at + 2 && "+-−".includes(scan.tokens.raw(from)) && scan.tokens.raw(from) !== "" && joined(scan, from)) {
    if (scan.tokens.sign(from++) !== "+") sign = -1;
  }
  if (!isShort(scan, from, 3) || !joined(scan, from)) return;
  const power = base ** (sign * numberAt(scan, from));
  const value = multiply ? read.value * power : power;
  if (!Number.isFinite(value)) return;
  Object.assign(read, { value, step: multiply ? read.step * power : 0, to: from + 1, plain: false });
}

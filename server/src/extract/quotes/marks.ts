import type { TextDocument } from "../../text/document.ts";
import { MARK, NUMBER, type Tokens, WORD } from "../../text/tokens.ts";

/** A quotation mark in the text. */
export interface Mark {
  /** Its first token, and the token after it: two accents or apostrophes in a row are one mark. */
  readonly token: number;
  readonly next: number;
  /** Whether what stands beside it lets it open or close; both where nothing tells. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** 0 for the usual marks, 1 for guillemets: each closes only its own kind. */
  readonly family: 0 | 1;
  readonly paragraph: number;
}

/** The marks of a text in order, doubles and singles apart. */
export interface Marks {
  readonly doubles: readonly Mark[];
  readonly singles: readonly Mark[];
}

const NONE = 0;
const DOUBLE = 1;
const SINGLE = 2;
const GUILLEMET = 3;
const ACCENT = 4;
const LETTERLIKE = 5;

const KINDS = new Map<number, number>([
  [0x22, DOUBLE],
  [0x201c, DOUBLE],
  [0x201d, DOUBLE],
  [0x201e, DOUBLE],
  [0x201f, DOUBLE],
  [0x301d, DOUBLE],
  [0x301e, DOUBLE],
  [0xff02, DOUBLE],
  [0x2033, DOUBLE],
  [0xab, GUILLEMET],
  [0xbb, GUILLEMET],
  [0x27, SINGLE],
  [0x2018, SINGLE],
  [0x2019, SINGLE],
  [0x201a, SINGLE],
  [0x201b, SINGLE],
  [0x2039, SINGLE],
  [0x203a, SINGLE],
  [0x60, ACCENT],
]);
const TYPED_OPEN = new Set([0x201c, 0x201e, 0x201f, 0xab, 0x2018, 0x201a, 0x201b, 0x2039, 0x60]);
/** What may stand before an opening mark without a space. */
const BEFORE_OPENING = "([{—–-/“\"‘'«„‚>*_|…";
const ELISIONS = new Set(
  "em tis twas til cause bout n round cos im er ere neath tween twill twould nuff fraid gainst".split(" "),
);

/** Takes a text cut up; gives its quotation marks in one pass; apostrophes, inches and feet left out as far as what stands beside tells. */
export function readMarks(document: TextDocument): Marks {
  const { tokens, paragraphTokens } = document;
  const doubles: Mark[] = [];
  const singles: Mark[] = [];
  let paragraph = -1;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] !== MARK || !mayQuote(tokens.text.charCodeAt(tokens.start[at] as number))) continue;
    while (paragraph + 1 < paragraphTokens.length && (paragraphTokens[paragraph + 1] as number) <= at) paragraph++;
    const mark = markAt(tokens, at, paragraph);
    if (!mark) continue;
    (mark.kind === SINGLE ? singles : doubles).push(mark);
    at = mark.next - 1;
  }
  return { doubles, singles };
}

/** A cheap first look: most marks are commas and stops. */
function mayQuote(code: number): boolean {
  return code >= 0xab || code === 0x22 || code === 0x27 || code === 0x60;
}

function markAt(tokens: Tokens, at: number, paragraph: number): (Mark & { kind: number }) | null {
  const code = tokens.text.charCodeAt(tokens.start[at] as number);
  let kind = KINDS.get(code) ?? NONE;
  let next = at + 1;
  if (kind === NONE || kind === LETTERLIKE) return null;
  const twin = isTwin(tokens, at, code);
  if (twin) next++;
  if (kind === ACCENT)
    return twin ? { ...sides(tokens, at, next, true), token: at, next, family: 0, paragraph, kind: DOUBLE } : null;
  if (kind === SINGLE && twin) kind = DOUBLE;
  if (kind === DOUBLE && isInches(tokens, at, code)) return null;
  if (kind === SINGLE && isElision(tokens, at, code)) return null;
  return {
    ...sides(tokens, at, next, TYPED_OPEN.has(code)),
    token: at,
    next,
    family: kind === GUILLEMET ? 1 : 0,
    paragraph,
    kind,
  };
}

function isTwin(tokens: Tokens, at: number, code: number): boolean {
  if (code !== 0x60 && code !== 0x27 && code !== 0x2018 && code !== 0x2019) return false;
  return tokens.gap[at + 1] === 0 && tokens.raw(at) === tokens.raw(at + 1) && tokens.raw(at + 2) !== tokens.raw(at);
}

/** 5'10", 6'2": a number, feet, a number. */
function isInches(tokens: Tokens, at: number, code: number): boolean {
  if (code !== 0x22 && code !== 0x201d && code !== 0x2033) return false;
  if (tokens.kind[at - 1] !== NUMBER || tokens.gap[at] !== 0) return false;
  if (code === 0x2033) return true;
  const feet = tokens.raw(at - 2);
  return tokens.gap[at - 1] === 0 && (feet === "'" || feet === "’" || feet === "′") && tokens.kind[at - 3] === NUMBER;
}

function isElision(tokens: Tokens, at: number, code: number): boolean {
  if (standsForAnd(tokens, at)) return true;
  const joined = tokens.gap[at + 1] === 0;
  if (tokens.gap[at] === 0 && tokens.kind[at - 1] === NUMBER && tokens.kind[at + 1] === NUMBER && joined) return true;
  if (code === 0x2018 || code === 0x201a || !joined || (tokens.gap[at] === 0 && tokens.kind[at - 1] === WORD))
    return false;
  return tokens.kind[at + 1] === NUMBER
    ? /^\d0s?$|^\d\d$/.test(tokens.raw(at + 1)) && tokens.sign(at + 2) !== "'"
    : ELISIONS.has(tokens.lower(at + 1));
}

/** Either mark of "rock ‘n’ roll". */
function standsForAnd(tokens: Tokens, at: number): boolean {
  const first = tokens.lower(at + 1) === "n" ? at : tokens.lower(at - 1) === "n" ? at - 2 : -1;
  return (
    first >= 0 &&
    KINDS.get(tokens.text.charCodeAt(tokens.start[first] as number)) === SINGLE &&
    tokens.gap[first + 1] === 0
  );
}

function sides(tokens: Tokens, at: number, next: number, typedOpen: boolean): { opens: boolean; closes: boolean } {
  const left = at > 0 && tokens.gap[at] === 0;
  const right = next < tokens.count && tokens.gap[next] === 0;
  if (!left && right) return { opens: true, closes: false };
  if (left && !right)
    return {
      opens: typedOpen && tokens.kind[at - 1] === MARK && BEFORE_OPENING.includes(tokens.raw(at - 1)),
      closes: true,
    };
  if (!left) return { opens: true, closes: !typedOpen };
  if (isOpeningContext(tokens, at - 1) && startsWord(tokens, next))
    return { opens: true, closes: "—–-…".includes(tokens.raw(at - 1)) };
  if (startsWord(tokens, next) || typedOpen) return { opens: true, closes: true };
  return { opens: false, closes: true };
}

function isOpeningContext(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === MARK && BEFORE_OPENING.includes(tokens.raw(at));
}

function startsWord(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === WORD || tokens.kind[at] === NUMBER || "“‘\"'[($£€…".includes(tokens.raw(at));
}

import { stem } from "../../text/stem.ts";
import { sentenceOf } from "../reach.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

/** What is to be done to so many, in the words before the number: "will close 14", "has promised to cut taxes and to build 80,000". */
const TO_DO =
  /\b(?:will|(?:plan|hope|aim|want|intend|promis|pledg|vow|threaten|prepar|propos|agree)\p{Ll}*\sto|(?:is|are)\s(?:due\s|set\s|expected\s)?to)\s(\p{Ll}+)((?:\s[\p{L}\p{N}'’%\p{Sc}.-]+){0,14})\s$/u;
const AND_DO = /\band\s(?:to\s)?(\p{Ll}+)(?:\s[\p{L}'’-]+){0,3}$/u;
/** Who were to do it, in the words behind: "9 million people were entitled to vote". */
const TO_BE_DONE_BY =
  /^(?:\s[\p{L}'’-]+){0,4}?\s(?:told|ordered|urged|asked|advised|entitled|eligible|allowed|registered|due|expected)\sto\s(\p{Ll}+)/u;
const BEFORE = 140;
const BEHIND = 80;

/** Takes a fact and a candidate with its value; says whether the source gives the number for what is still to be done ("plans to open four camps"), and the draft says that very thing as done ("has opened four"). */
export function isUndone(fact: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const at = theirs.start - passage.start;
  const end = at + theirs.text.length;
  const [left, right] = [passage.text.slice(Math.max(0, at - BEFORE), at), passage.text.slice(end, end + BEHIND)];
  const [, verb, words = ""] = (left.includes(" to ") || left.includes("will ") ? TO_DO.exec(left) : null) ?? [];
  const behind = right.includes(" to ") ? TO_BE_DONE_BY.exec(right)?.[1] : undefined;
  const further = AND_DO.exec(words)?.[1];
  return [verb, further, behind].some((one) => one !== undefined && saysDone(sentenceOf(fact), one));
}

const HAS = /^(?:has|have|had|was|were|been)$/;
/** How far before the verb "has" may stand: "has already closed". */
const NEAR = 2;

/** The verb stands in the past: "opened", "has cut". */
function saysDone(sentence: string, verb: string): boolean {
  const base = stem(verb);
  const words = sentence.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  return words.some((word, i) => {
    if (stem(word) !== base || /(?:s|ing)$/.test(word)) return false;
    const before = words.slice(Math.max(0, i - NEAR), i);
    return !before.includes("to") && (word !== verb || before.some((one) => HAS.test(one)));
  });
}

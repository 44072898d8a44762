import { stem } from "../../text/stem.ts";
import { sentenceOf } from "../reach.ts";
import { keptLast } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

/** What a source only fears, expects, plans or asks for, in the words straight before the number. */
const NOT_YET =
  /\b(?:(?:could|might)\s(?:\p{L}+\s){0,2}|(?:expects?|forecasts?|predicts?|projects)\s(?:that\s)?(?:(?:[\p{L}'’-]+\s){1,4}of\s)?|(?:target|goal|forecast|aim)\s(?:is|was|of)\s(?:always\s|still\s|only\s)?(?:for\s|to\s\p{L}+\s)?|(?:plans?|hopes?|aims?|wants?|intends?)\sto\s(?:\p{L}+\s){1,2}|would\sneed\s|(?:ask|call|argu|press|push|campaign)(?:s|es|ed|ing)?\sfor\s|(?:seek|seeks|seeking|sought|demand(?:s|ed|ing)?)\s)(?:(?:about|some|around|up\sto|at\sleast|more\sthan|nearly|another|an|a|additional)\s)*$/iu;
const COULD_BEHIND = /^\s(?:\p{L}+\s){0,3}(?:could|might)\s/u;

/** What a draft says that means the same, in whichever words. */
const SAYS_NOT_YET =
  /\b(?:will|would|could|may|might|should|if|to(?!\s(?:the|an?|its|their|his|her|about|nearly|some|more|[\d\p{Sc}]))|promis\p{L}*|pledg\p{L}*|vow\p{L}*|sees?|anticipat\p{L}*|guidance|outlook|expect\p{L}*|forecast\p{L}*|predict\p{L}*|project\p{L}*|plan\p{L}*|hope\p{L}*|aim\p{L}*|target\p{L}*|goal|want\p{L}*|intend\p{L}*|need\p{L}*|likely|propos\p{L}*|demand\p{L}*|seek\p{L}*|sought|argu\p{L}*|press(?:ed|ing)|fear\p{L}*|risk\p{L}*|threat\p{L}*|call\p{L}*|ask\p{L}*|due|next|potential\p{L}*|possibl\p{L}*|facing|faces?)\b/iu;

/** What is to be done to so many, in the last words before the number that say so: "will close 14", "has promised to cut taxes and to build 80,000", "had been due to last eight". */
const TO_DO =
  /^.*\b(?:will|would|(?:plan|hope|aim|want|intend|promis|pledg|vow|threaten|prepar|propos|agree|offer)\p{Ll}*\sto|(?:is|are|was|were|been)\s(?:due\s|set\s|expected\s|supposed\s|scheduled\s)?to)\s(\p{Ll}+)((?:\s[\p{L}\p{N}'’%\p{Sc}.-]+){0,14})\s$/su;
const AND_DO = /\band\s(?:to\s)?(\p{Ll}+)(?:\s[\p{L}'’-]+){0,3}$/u;
/** Who were to do it, in the words behind: "9 million people were entitled to vote". */
const TO_BE_DONE_BY =
  /^(?:\s[\p{L}'’-]+){0,4}?\s(?:told|ordered|urged|asked|advised|entitled|eligible|allowed|registered|due|expected)\sto\s(\p{Ll}+)/u;
/** ", Larch Homes," behind somebody named: as much as left out. */
const APPOSED = /,\s(?:\p{Lu}[\p{L}'’.-]*(?:\s|(?=,))){1,4},/gu;
const BEFORE = 140;
const BEHIND = 80;
const COULD_WITHIN = 60;

/**
 * Takes a fact and a candidate with its value; says whether the source gives the number only as what could be, is expected, planned or asked for ("if the dam breaks, 9,000 people
 * could die"), and the draft as what is; or for what is still to be done ("plans to open four camps"), and the draft says that very thing as done.
 */
export function isPending(fact: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const at = theirs.start - passage.start;
  const end = at + theirs.text.length;
  const before = passage.text.slice(Math.max(0, at - BEFORE), at);
  const behind = passage.text.slice(end, end + BEHIND);
  const isOnlyMeant = NOT_YET.test(before) || COULD_BEHIND.test(behind.slice(0, COULD_WITHIN));
  if (isOnlyMeant && !saysNotYet(fact)) return true;
  return stillToDo(before, behind).some((verb) => saysDone(sentenceOf(fact), verb));
}

const saysNotYet = keptLast((fact: FigureFact) => SAYS_NOT_YET.test(sentenceOf(fact)));

const MAY_BE_TO_DO = /\s(?:to|will|would)\s/;

/** What is still to be done to so many, or by them. */
function stillToDo(before: string, behind: string): string[] {
  const [, verb, words = ""] = (MAY_BE_TO_DO.test(before) ? TO_DO.exec(before.replace(APPOSED, "")) : null) ?? [];
  const theirs = behind.includes(" to ") ? TO_BE_DONE_BY.exec(behind)?.[1] : undefined;
  return [verb, AND_DO.exec(words)?.[1], theirs].filter((one) => one !== undefined);
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

const STILL_TO_COME = /\b(?:will|would|plan(?:s|ned)?|propos(?:es|ed)|(?:is|are|was|were|due|set)\sto|to\sbe)\b/;

/** Takes a candidate; says whether its sentence tells of something to come, so that it bears out nothing as done. */
export function tellsOfWhatIsToCome({ stored: { passage } }: Candidate): boolean {
  return STILL_TO_COME.test(passage.text);
}

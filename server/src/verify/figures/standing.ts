import { sentenceOf } from "../reach.ts";
import { keptLast } from "../recent.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

/** What a source only fears, expects, plans or asks for, in the words straight before the number. */
const NOT_YET =
  /\b(?:(?:could|might)\s(?:\p{L}+\s){0,2}|(?:expects?|forecasts?|predicts?|projects)\s(?:that\s)?(?:(?:[\p{L}'’-]+\s){1,4}of\s)?|(?:target|goal|forecast|aim)\s(?:is|was|of)\s(?:to\s\p{L}+\s)?|(?:plans?|hopes?|aims?|wants?|intends?)\sto\s(?:\p{L}+\s){1,2}|would\sneed\s)(?:(?:about|some|around|up\sto|at\sleast|more\sthan|nearly|another|an|a|additional)\s)*$/iu;
const COULD_BEHIND = /^\s(?:\p{L}+\s){0,3}(?:could|might)\s/u;

/** What a draft says that means the same, in whichever words. */
const SAYS_NOT_YET =
  /\b(?:will|would|could|may|might|should|if|to(?!\s(?:the|an?|its|their|his|her|about|nearly|some|more|[\d\p{Sc}]))|promis\p{L}*|pledg\p{L}*|vow\p{L}*|sees?|anticipat\p{L}*|guidance|outlook|expect\p{L}*|forecast\p{L}*|predict\p{L}*|project\p{L}*|plan\p{L}*|hope\p{L}*|aim\p{L}*|target\p{L}*|goal|want\p{L}*|intend\p{L}*|need\p{L}*|likely|propos\p{L}*|demand\p{L}*|seek\p{L}*|fear\p{L}*|risk\p{L}*|threat\p{L}*|call\p{L}*|ask\p{L}*|due|next|potential\p{L}*|possibl\p{L}*|facing|faces?)\b/iu;

/** Takes a fact and a candidate with its value; says whether the source gives the number only as what could be, is expected, planned or asked for ("if the dam breaks, 9,000 people could die"), and the draft as what is. */
export function isNotYet(fact: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  if (saysNotYet(fact)) return false;
  const at = theirs.start - passage.start;
  const before = passage.text.slice(Math.max(0, at - 120), at);
  const behind = passage.text.slice(at + theirs.text.length, at + theirs.text.length + 60);
  return NOT_YET.test(before) || COULD_BEHIND.test(behind);
}

const saysNotYet = keptLast((fact: FigureFact) => SAYS_NOT_YET.test(sentenceOf(fact)));

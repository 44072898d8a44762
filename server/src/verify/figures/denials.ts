import { sentenceOf } from "../reach.ts";
import type { FigureFact } from "../types.ts";
import type { Candidate } from "./types.ts";

const DENIED_BEFORE =
  /\b(?:(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing))\s(?:that|having|killing|ever|it|(?:the\s|earlier\s|media\s)?(?:reports?|claims?|allegations?|accusations?|suggestions?))|(?:not|no longer)\strue\sthat|(?:untrue|false|wrong)\sthat|no\sevidence\s(?:that|of)|(?:falsely|wrongly)\s(?:said|claimed|reported|stated))\b[^.;]{0,80}$/i;
const DENIED_BEHIND =
  /^[^.;,]{0,40}?\b(?:was|were|is|are)\s(?:wrong|false|untrue|incorrect|exaggerated|not\strue|fake|fabricated)\b/i;
/** "92 keys rather than 88" */
const INSTEAD_OF = /\b(?:rather\sthan|instead\sof|as\sopposed\sto)\s(?:the\s|a\s|an\s|usual\s|some\s|about\s)*$/i;
const DENIES =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject|dismiss|refut|not|never|no|false|falsely|untrue|wrong|wrongly|disput|rather|instead|opposed|usual|n['’]t)/i;

/** Takes a fact and a candidate with its value; says whether the source gives the number only to deny it ("denied that it had killed 30", "reports of 44 dead were wrong", "92 rather than 88"), and the draft does not. */
export function isDeniedAlone(fact: FigureFact, { stored: { figure: theirs, passage } }: Candidate): boolean {
  const at = theirs.start - passage.start;
  const before = passage.text.slice(Math.max(0, at - 140), at);
  const behind = passage.text.slice(at + theirs.text.length, at + theirs.text.length + 80);
  if (!DENIED_BEFORE.test(before) && !INSTEAD_OF.test(before) && !DENIED_BEHIND.test(behind)) return false;
  return !DENIES.test(sentenceOf(fact));
}

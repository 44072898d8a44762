import type { FigureFact } from "../types.ts";
import { stemsOf, wordsOfDraft } from "./segments.ts";
import type { Candidate, Found } from "./types.ts";

const NUMBER =
  "(?:\\d[\\d,.]*(?:\\s?%|\\sper\\s?cent)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|none|most|some|many)";
const THE = "(?:(?:the|its|their|his|her|all|some|about|\\p{L}+['’]s?)\\s)*";
/** "three of the nine authors", "70 percent of Lissa's 40,000", "Of 4,712 members, …". */
const WHOLE_BEFORE = new RegExp(`(?:\\b${NUMBER}\\s(?:out\\s)?of|(?:^|[.;,]\\s)of|\\bamong)\\s${THE}$`, "iu");
/** How a draft tells of a whole. */
const TELLS_WHOLE =
  /\b(?:of|among|all|total|the|its|their|both|has|have|had|are|were|is|was|with)\s(?:(?:the|its|their|all|some|about|nearly|over|more|than)\s)*$/i;
const REACH = 40;
const TELLS_PART = /^\s(?:out\s)?of\s(?:the|its|their|his|her|these|those|them)\b/i;

/**
 * Takes a fact, a passage with its value and all that was found; says whether the passage gives the number as a whole of which it tells a part, and the draft tells of the
 * number what the passage tells of the part, or sources of another number: "nine of the authors took fees" where three of the nine did.
 */
export function isWholeForPart(
  { figure, text }: FigureFact,
  { stored: { figure: theirs, passage } }: Candidate,
  { other }: Found,
): boolean {
  if (figure.dimension !== "count") return false;
  const at = theirs.start - passage.start;
  const share = WHOLE_BEFORE.exec(passage.text.slice(Math.max(0, at - REACH), at));
  if (share === null) return false;
  if (TELLS_PART.test(text.slice(figure.end, figure.end + 20))) return true;
  const before = text.slice(Math.max(figure.sentence.start, figure.start - REACH), figure.start);
  if (TELLS_WHOLE.test(before) || WHOLE_BEFORE.test(before)) return false;
  if (isToldOfPart({ figure, text }, passage.text, Math.max(0, at - REACH) + share.index, at)) return true;
  const { verb, head } = figure.measure;
  if (verb === null) return false;
  return (
    theirs.measure.verb === verb ||
    other.some(({ stored, measure }) => {
      const one = stored.figure.measure;
      const isOfIt = head === null ? stored.passage.start === passage.start : one.head === head;
      return one.verb === verb && isOfIt && measure.conflicts.length === 0;
    })
  );
}

const OPENS_WITH_OF = /^\W*of\s/i;
const LEAST_TOLD = 2;

/** What is told of a part stands before it ("power is back in 60 percent of the …"), or behind its whole ("of the 230 wells, 77 cannot be …"): the draft's verb, or as many of its words. */
function isToldOfPart(
  { figure, text }: Pick<FigureFact, "figure" | "text">,
  passage: string,
  share: number,
  at: number,
) {
  const isBehind = OPENS_WITH_OF.test(passage.slice(share));
  const comma = isBehind ? passage.indexOf(",", at + figure.text.length) : -1;
  if (isBehind && comma < 0) return false;
  const [part, rest] = isBehind
    ? [passage.slice(comma), passage.slice(0, comma)]
    : [passage.slice(0, share), passage.slice(share)];
  const [ofPart, ofRest] = [stemsOf(part), stemsOf(rest)];
  const { verb } = figure.measure;
  if (verb !== null && ofPart.has(verb) && !ofRest.has(verb)) return true;
  const told = [...wordsOfDraft(text, figure)].filter((word) => ofPart.has(word) && !ofRest.has(word));
  return told.length >= (isBehind ? 1 : LEAST_TOLD);
}

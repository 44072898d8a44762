import type { FigureFact } from "../types.ts";
import type { Candidate, Found } from "./types.ts";

const NUMBER =
  "(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|none|most|some|many)";
const THE = "(?:(?:the|its|their|his|her|all|some|about)\\s)*";
/** "three of the nine authors", "Of 4,712 members, …". */
const WHOLE_BEFORE = new RegExp(`(?:\\b${NUMBER}\\s(?:out\\s)?of|(?:^|[.;,]\\s)of|\\bamong)\\s${THE}$`, "i");
/** How a draft tells of a whole. */
const TELLS_WHOLE =
  /\b(?:of|among|all|total|the|its|their|both|has|have|had|are|were|is|was|with)\s(?:(?:the|its|their|all|some|about|nearly|over|more|than)\s)*$/i;
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
  if (!WHOLE_BEFORE.test(passage.text.slice(Math.max(0, at - 40), at))) return false;
  if (TELLS_PART.test(text.slice(figure.end, figure.end + 20))) return true;
  if (TELLS_WHOLE.test(text.slice(Math.max(figure.sentence.start, figure.start - 40), figure.start))) return false;
  const { verb, head } = figure.measure;
  if (verb === null || head === null) return false;
  return (
    theirs.measure.verb === verb ||
    other.some(({ stored, measure }) => {
      const one = stored.figure.measure;
      return one.verb === verb && one.head === head && measure.conflicts.length === 0;
    })
  );
}

import { wordSet } from "../../text/lexicon.ts";
import { type FigureTokens, isCapital, type SentenceView } from "./sentence.ts";

const BY = wordSet("by");
const NOT_ACTORS = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
);
const ACTOR_HEADS =
  /^(?:coalition|forces?|army|military|troops|police|militants|rebels|government|regime|strikes?|airstrikes?|gunm[ae]n|bombers?|jets?|drones?)$/;

/** Takes a sentence and one of its figures; gives who did it, where a "by" phrase after it says so ("killed by the US-led coalition"). */
export function readActor(view: SentenceView, at: number): string | null {
  const { tokens } = view;
  const { next } = view.figures[at] as FigureTokens;
  const limit = Math.min(view.figures[at + 1]?.begin ?? view.to, next + 16);
  for (let token = next; token < limit; token++) {
    if (!BY.has(tokens, token)) continue;
    const actor = actorAt(view, token + 1, limit);
    if (actor) return actor;
  }
  return null;
}

function actorAt(view: SentenceView, from: number, limit: number): string | null {
  const { tokens } = view;
  let start = from;
  while (/^(?:the|a|an|its|their)$/.test(tokens.lower(start))) start++;
  let end = start;
  while (
    end < limit &&
    end < start + 6 &&
    (isCapital(tokens, end) ||
      /^(?:-|led|backed|air|so|called)$/.test(tokens.lower(end)) ||
      ACTOR_HEADS.test(tokens.lower(end)))
  )
    end++;
  if (end === start || NOT_ACTORS.has(tokens.lower(start))) return null;
  return tokens.text.slice(tokens.start[start], tokens.end[end - 1]);
}

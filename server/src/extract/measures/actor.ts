import { wordSet } from "../../text/lexicon.ts";
import { TELLS_BY } from "./content.ts";
import { type FigureTokens, isCapital, type SentenceView } from "./sentence.ts";

const BY = wordSet("by");
const NOT_ACTORS = wordSet(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december",
);
const ACTOR_WORDS = wordSet(
  "coalition force forces army military troops police militants rebels government regime strike strikes airstrike airstrikes gunman gunmen bomber bombers jet jets drone drones led backed air so called",
);
const ARTICLES = wordSet("the a an its their");

/** Takes a sentence and one of its figures; gives who did it, where a "by" phrase after it says so ("killed by the US-led coalition"). */
export function readActor(view: SentenceView, at: number): string | null {
  if (!(view.bits & TELLS_BY)) return null;
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
  while (ARTICLES.has(tokens, start)) start++;
  let end = start;
  while (
    end < limit &&
    end < start + 6 &&
    (isCapital(tokens, end) || ACTOR_WORDS.has(tokens, end) || tokens.sign(end) === "-")
  )
    end++;
  if (end === start || NOT_ACTORS.has(tokens, start)) return null;
  return tokens.text.slice(tokens.start[start], tokens.end[end - 1]);
}

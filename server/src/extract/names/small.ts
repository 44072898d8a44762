import type { Tokens } from "../../text/tokens.ts";
import { bodyKey } from "./bodies.ts";
import { bare } from "./name.ts";
import { isCapital } from "./shapes.ts";
import { BODY_NOUNS } from "./words.ts";

/** Takes tokens and an index; gives the key of the known body whose name begins there in small letters ("coalition", "task force"), or `undefined`. */
export function smallBody(tokens: Tokens, at: number): string | undefined {
  if (isCapital(tokens, at)) return undefined;
  const word = bare(tokens, at);
  if (!BODY_NOUNS.has(word) && word !== "task") return undefined;
  const two = tokens.gap[at + 1] === 1 ? bodyKey(`${word} ${bare(tokens, at + 1)}`) : undefined;
  return two ?? bodyKey(word);
}

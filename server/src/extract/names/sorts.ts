import { type TextDocument, tokenAt } from "../../text/document.ts";
import { hashWord, type Tokens, WORD } from "../../text/tokens.ts";
import { bodyNames } from "./bodies.ts";
import { resolveBody } from "./identify.ts";
import type { Registry } from "./registry.ts";
import { isCapital } from "./shapes.ts";
import { ADVERBS, DETERMINERS, PREPOSITIONS } from "./words.ts";

/** Nouns for bodies of one sort: "the ministry" is no army and no charity, whoever spoke last. */
const SORTS = new Set(
  "ministry department court army navy university college council union bank airline hospital school parliament senate congress embassy consulate police church club broadcaster newspaper museum".split(
    " ",
  ),
);
const LOOK_BACK = 400;

/** Takes the noun of a phrase ("ministry"); says whether it tells the sort of its body. */
export function isSort(head: string): boolean {
  return SORTS.has(head);
}

/** Takes a body's key and a noun; says whether the noun may mean that body: any body where the noun tells no sort. */
export function mayBe(key: string, head: string): boolean {
  return !isSort(head) || bodyNames(key).some((name) => name.split(" ").includes(head));
}

/**
 * Takes a text cut up, its names, an offset and a noun that tells a sort; gives the key of the body of that sort last named before the offset
 * ("the Gaza health ministry"), or `undefined`. Looks at a bounded number of tokens.
 */
export function namedBefore(
  document: TextDocument,
  registry: Registry,
  offset: number,
  head: string,
): string | undefined {
  if (!isSort(head)) return undefined;
  const { tokens } = document;
  const hash = hashWord(head);
  const from = tokenAt(tokens, offset) - 1;
  for (let at = from; at >= Math.max(1, from - LOOK_BACK); at--) {
    if (tokens.hash[at] !== hash) continue;
    const start = nameStart(tokens, at);
    if (start < at) return resolveBody(registry, tokens.text.slice(tokens.start[start], tokens.end[at]).toLowerCase());
  }
  return undefined;
}

const LONGEST = 3;

/** Back over the words that tell which one: "health", "Gaza health", "defence". */
function nameStart(tokens: Tokens, head: number): number {
  let at = head;
  while (at > 0 && head - at < LONGEST && tells(tokens, at - 1)) at--;
  return at;
}

function tells(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at);
  if (tokens.kind[at] !== WORD || DETERMINERS.has(word) || PREPOSITIONS.has(word) || ADVERBS.has(word)) return false;
  return isCapital(tokens, at) || SUBJECTS.has(word);
}

/** What a ministry or a department is for, in small letters. */
const SUBJECTS = new Set(
  "health defence defense foreign interior justice finance education labour labor agriculture trade energy transport environment information culture oil planning fire police supreme high appeals district federal state city county town central national teachers nurses doctors miners farmers public local military".split(
    " ",
  ),
);

import { stretchOf, type TextDocument } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";
import { apposedBody, resolveBody } from "./identify.ts";
import { bodyIn } from "./issuers.ts";
import { isBodyName, nameOf } from "./name.ts";
import type { Phrase } from "./phrases.ts";
import type { Registry } from "./registry.ts";
import { isCapital } from "./shapes.ts";
import { smallBody } from "./small.ts";
import { sentenceSubject } from "./topics.ts";
import { ROLES } from "./words.ts";

const RANKS = wordSet(
  "col colonel gen general lt lieutenant maj major capt captain cmdr commander brig brigadier adm admiral sgt sergeant",
);

/**
 * Takes a text cut up, its names and a person's key; gives the key of the body for which the person speaks, wherever the text says so: in
 * an apposition ("Col. Scott Rawlinson, a coalition spokesman"), before the name ("Airwars director Chris Woods"), or in the sentence
 * before an officer's first words ("A coalition spokesman gave a lower toll."); `null` where it does not.
 */
export function affiliationInText(document: TextDocument, registry: Registry, key: string): string | null {
  const runs = registry.runsOf(key);
  for (const run of runs) {
    const found = apposedBody(document.tokens, registry, run.to) ?? bodyBefore(document.tokens, registry, run.from);
    if (found) return found;
  }
  const first = runs[0];
  return first ? foretold(document, registry, first) : null;
}

/** "Airwars director Chris Woods", "Amnesty's Donatella Rovera". */
function bodyBefore(tokens: Tokens, registry: Registry, at: number): string | null {
  let end = at;
  while (end > at - 4 && ROLES.has(tokens.lower(end - 1)) && !isCapital(tokens, end - 1)) end--;
  if (end === at && !/['’]s$/.test(tokens.raw(at - 1))) return null;
  const small =
    smallBody(tokens, end - 1) ?? (tokens.lower(end - 1) === "force" ? smallBody(tokens, end - 2) : undefined);
  if (small) return small;
  let start = end;
  while (start > end - 5 && isCapital(tokens, start - 1)) start--;
  return start < end && isBodyName(tokens, start, end) ? resolveBody(registry, nameOf(tokens, start, end)) : null;
}

/** An officer whose rank is all that stands by the name speaks for whom the sentence before the words announces. */
function foretold(document: TextDocument, registry: Registry, run: Phrase): string | null {
  const { tokens, paragraphTokens, sentenceTokens } = document;
  if (!isOfficer(tokens, run.from)) return null;
  const own = stretchOf(sentenceTokens, run.from);
  const paragraph = stretchOf(sentenceTokens, paragraphTokens[stretchOf(paragraphTokens, run.from)] as number);
  return announced(document, registry, own - 1) ?? announced(document, registry, paragraph - 1);
}

function isOfficer(tokens: Tokens, at: number): boolean {
  return RANKS.has(tokens, at) || RANKS.has(tokens, at - 1) || RANKS.has(tokens, at - 2);
}

/** "A U.S.-led coalition spokesman gave …": the body of a spokesperson with no name. */
function announced({ tokens, sentenceTokens }: TextDocument, registry: Registry, sentence: number): string | null {
  const start = sentenceTokens[sentence];
  if (start === undefined || !["a", "an", "one"].includes(tokens.lower(start))) return null;
  const subject = sentenceSubject(tokens, start, Math.min(sentenceTokens[sentence + 1] ?? tokens.count, start + 16));
  if (!subject) return null;
  for (let at = subject.from; at < subject.to; at++) {
    if (tokens.lower(at).startsWith("spokes")) return bodyIn(tokens, registry, subject) ?? null;
  }
  return null;
}

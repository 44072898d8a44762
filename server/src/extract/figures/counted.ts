import { wordSet } from "../../text/lexicon.ts";
import { follows, isCapital, isWord, type Scan, word } from "./scan.ts";

/** Plurals without an s, and words that stand for those counted. */
const COUNTED = wordSet(
  "people persons men women children civilians troops police staff others more additional new dead killed injured wounded missing detained displaced arrested sheep fish aircraft personnel media data criteria police-men policemen policewomen firefighters fishermen wives lives feet teeth mice geese years days weeks months hours minutes percent per cent million billion thousand hundred such different separate",
);
/** Words in s that are no plurals. */
const NOT_PLURAL = wordSet(
  "is was has as its his us this thus does plus minus across perhaps always towards besides unless whereas less yes series news says goes gas bus press class address crisis analysis business loss pass process access success progress congress witness mass boss focus bonus status virus campus versus ours yours theirs hers sometimes afterwards backwards overseas",
);

/** Takes the index behind a number; says whether a plural noun stands there, itself or behind an adjective. */
export function isCounted(scan: Scan, at: number): boolean {
  return (
    isPlural(scan, at) || (isLowerWord(scan, at) && !FUNCTION_WORDS.has(scan.tokens, at) && isPlural(scan, at + 1))
  );
}

/** Takes the index behind a number; says whether a plural noun stands right there. */
export function isPlural(scan: Scan, at: number): boolean {
  if (!isLowerWord(scan, at)) return false;
  if (COUNTED.has(scan.tokens, at)) return true;
  const name = word(scan, at);
  return (
    name.length > 3 &&
    name.endsWith("s") &&
    !name.endsWith("'s") &&
    !name.endsWith("ss") &&
    !NOT_PLURAL.has(scan.tokens, at)
  );
}

function isLowerWord(scan: Scan, at: number): boolean {
  return isWord(scan, at) && follows(scan, at) && !isCapital(scan, at);
}

/** Words of grammar, which are never counted. */
export const FUNCTION_WORDS = wordSet(
  "a an the and or but nor so yet if then than that which who whom whose what when where while because since until although though as at by for from in into of off on onto out over under up down to toward towards through throughout during before after between among within without with about against along around behind below beneath beside beyond near upon via is was were are am be been being has have had having do does did doing can could will would shall should may might must not no it he she they we you i him her them us me his its their our your my this these those there here also only just even still already again later earlier ago yesterday today tomorrow said says say told according per s both either neither",
);

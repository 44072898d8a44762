import { wordSet } from "../../text/lexicon.ts";
import { type Tokens, WORD } from "../../text/tokens.ts";
import { canonicalPlace, FIRST_OF_PLACES, isKnownPlace } from "./gazetteer.ts";
import { NOT_PLACES, PLACE_PREPOSITIONS } from "./lexicon.ts";
import { type FigureTokens, isCapital, type SentenceView } from "./sentence.ts";

/** A place named in a sentence, by its canonical name, and the token where it is named. */
export interface NamedPlace {
  readonly name: string;
  readonly token: number;
}

/** Takes the places of a sentence and one of its figures; gives the places, nearest first, none twice. */
export function placesNear(found: readonly NamedPlace[], { first }: FigureTokens): readonly string[] {
  if (found.length === 0) return NOWHERE;
  if (found.length === 1) return [(found[0] as NamedPlace).name];
  const sorted = [...found].sort((a, b) => Math.abs(a.token - first) - Math.abs(b.token - first));
  return [...new Set(sorted.map(({ name }) => name))];
}

const NOWHERE: readonly string[] = [];

/** Takes a sentence; gives the places that it names, in order. */
export function placesIn(view: SentenceView): NamedPlace[] {
  const { tokens, from, to } = view;
  const found: NamedPlace[] = [];
  let last = -1;
  for (let at = from; at < to; at++) {
    if (!isCapital(tokens, at)) continue;
    const end = endOfName(view, at);
    const known = mayBeKnown(tokens, at) ? canonicalPlace(nameOf(view, at, end)) : null;
    const listed = known !== null && isKnownPlace(known);
    if (isPlace(view, at, end, listed) || (listed && last > 0 && joins(view, last, at))) {
      found.push({ name: known ?? nameOf(view, at, end), token: at });
      last = end;
    }
    at = end - 1;
  }
  return found;
}

/** Whether a name in the table begins with that word, with or without its "'s". */
function mayBeKnown(tokens: Tokens, at: number): boolean {
  return FIRST_OF_PLACES.has(tokens, at) || tokens.lower(at).endsWith("'s");
}

/** "Syria and Iraq", "Iraq, Syria": what stands in a row with a place is one. */
function joins({ tokens }: SentenceView, end: number, at: number): boolean {
  return (
    at - end <= 2 &&
    (AND.has(tokens, end) || tokens.sign(end) === ",") &&
    (at - end === 1 || AND_IN.has(tokens, at - 1))
  );
}

const AND = wordSet("and or");
const AND_IN = wordSet("and or in");

function isPlace(view: SentenceView, at: number, end: number, listed: boolean): boolean {
  const { tokens, from } = view;
  const before = at > from ? (BEFORE_PLACE.has(tokens, at - 1) ? at - 2 : at - 1) : -1;
  if (listed && tokens.lower(before) === "of" && NAMED_AFTER.has(tokens, before - 1)) return false;
  if (listed) return PLACE_PREPOSITIONS.has(tokens, before) || isAdjective(view, at, end);
  if (NEAR.has(tokens, before)) return !NOT_PLACES.has(tokens, at) && !isSpeaker(view, end);
  if (!PLACE_NOUNS.has(tokens, at - 2) || tokens.lower(before) !== "of") return false;
  return !NOT_PLACES.has(tokens, at) && !isSpeaker(view, end);
}

const BEFORE_PLACE = wordSet("the northern southern eastern western central");
const PLACE_NOUNS = wordSet("city town village province district capital region island state county area suburb port");
/** "Voice of America", "the Bank of England": a name of its own with a place in it. */
const NAMED_AFTER = wordSet(
  "academy archbishop bank bishop chamber church college duke earl institute journal museum press prince princess radio times tribune university voice",
);
const NEAR = wordSet("in at near from around outside inside across throughout");

/** "the Syrian city": an adjective that tells where a place lies. */
function isAdjective({ tokens }: SentenceView, at: number, end: number): boolean {
  return end === at + 1 && PLACE_NOUNS.has(tokens, end);
}

function endOfName({ tokens, to }: SentenceView, at: number): number {
  let end = at + 1;
  while (end < to && end < at + 4 && tokens.kind[end] === WORD && isCapital(tokens, end)) end++;
  return end;
}

function nameOf({ tokens }: SentenceView, at: number, end: number): string {
  let name = tokens.lower(at);
  for (let next = at + 1; next < end; next++) name += ` ${tokens.lower(next)}`;
  return name.endsWith("'s") ? name.slice(0, -2) : name;
}

const SPEAKS = wordSet("said says told who");

/** "in Prime Minister …" is no place: a verb of saying follows a person. */
function isSpeaker({ tokens }: SentenceView, end: number): boolean {
  return SPEAKS.has(tokens, end);
}

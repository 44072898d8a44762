import { WORD } from "../../text/tokens.ts";
import { canonicalPlace, isKnownPlace } from "./gazetteer.ts";
import { NOT_PLACES, PLACE_PREPOSITIONS } from "./lexicon.ts";
import { type FigureTokens, isCapital, type SentenceView } from "./sentence.ts";

interface Named {
  readonly name: string;
  readonly token: number;
}

/** Takes a sentence; gives a reader of the places near each of its figures, nearest first. The sentence is read once. */
export function placesOf(view: SentenceView): (at: number) => readonly string[] {
  const found = findPlaces(view);
  if (found.length === 0) return () => [];
  return (at) => {
    const { first } = view.figures[at] as FigureTokens;
    const sorted =
      found.length === 1 ? found : [...found].sort((a, b) => Math.abs(a.token - first) - Math.abs(b.token - first));
    return [...new Set(sorted.map(({ name }) => name))];
  };
}

function findPlaces(view: SentenceView): Named[] {
  const { tokens, from, to } = view;
  const found: Named[] = [];
  for (let at = from; at < to; at++) {
    if (!isCapital(tokens, at)) continue;
    const end = endOfName(view, at);
    const name = nameOf(view, at, end);
    const place = canonicalPlace(name);
    if (
      isKnownPlace(place) ||
      (followsPreposition(view, at) && !NOT_PLACES.has(tokens.lower(at)) && !hasTitle(view, end))
    ) {
      found.push({ name: place, token: at });
    }
    at = end - 1;
  }
  return found;
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

function followsPreposition({ tokens, from }: SentenceView, at: number): boolean {
  const word = tokens.lower(at - 1);
  if (at > from && PLACE_PREPOSITIONS.has(word))
    return word !== "of" && word !== "for" && word !== "to"
      ? true
      : /^(?:city|town|village|province|district|capital|region|island|state|county)$/.test(tokens.lower(at - 2));
  return word === "the" && /^(?:in|at|near|from|across)$/.test(tokens.lower(at - 2));
}

/** "in Prime Minister …" is no place: a possessive or a verb of saying follows a person. */
function hasTitle({ tokens }: SentenceView, end: number): boolean {
  return /^(?:said|says|told|who)$/.test(tokens.lower(end));
}

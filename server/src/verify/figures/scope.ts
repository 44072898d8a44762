import { isKnownPlace, liesIn } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";

/** Takes the places of two figures; says whether they are the same. A place that holds another one named tells only where that lies; of what is left some must be the same, and all known places. */
export function isSamePlace(ours: readonly string[], theirs: readonly string[]): boolean {
  if (!ours.some((place) => theirs.includes(place))) return false;
  const [a, b] = [narrowest(ours), narrowest(theirs)];
  if (!a.some((place) => b.includes(place))) return false;
  return [...a, ...b].every((place) => !isKnownPlace(place) || (a.includes(place) && b.includes(place)));
}

function narrowest(places: readonly string[]): string[] {
  return places.filter((place) => !places.some((other) => liesIn(other, place)));
}

/** Words that any armed force may be called by. */
const ANY_HAND = new Set(
  "air strike strikes airstrike airstrikes force forces led backed attack attacks raid raids".split(" "),
);

/** Takes who did it, by two texts; says whether they may be the same: where both name somebody, the names share a word that tells. */
export function isSameHand(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}.]+/u)
      .filter((word) => word !== "" && !ANY_HAND.has(word));
  const ours = words(a);
  const theirs = words(b);
  return ours.length === 0 || theirs.length === 0 || ours.some((word) => theirs.includes(word));
}

/** Two counts of one and the same thing may lie far apart; one so many times the other counts a single event, or a part. */
const MOST_APART = 30;

/** Takes two figures; says whether they may be counts of the same whole. */
export function isOneScale(a: Figure, b: Figure): boolean {
  const [low, high] = a.low < b.low ? [a.low, b.low] : [b.low, a.low];
  return low <= 0 || high <= low * MOST_APART;
}

/** Takes a figure and another value; says whether that one counts a single case, whatever the figure's many are: "one man had died" beside 318 dead. */
export function isSingle(figure: Figure, other: Figure): boolean {
  return figure.dimension === "count" && other.high === 1 && !isOneScale(figure, other);
}

import { sameClaimant } from "../../extract/claimants/index.ts";
import { compareKinds } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";
import { familyOf, magnitudeOf } from "../../store/values.ts";
import { stem } from "../../text/stem.ts";
import { isOneScale, isSameHand, isSamePlace } from "./scope.ts";
import { nearest } from "./table.ts";
import type { Candidate } from "./types.ts";
import { FITS_WELL } from "./weights.ts";

/** What other values of the sources for the same measure come to. */
export interface Others {
  /** Values of other claimants that cannot both be true. */
  readonly disputes: readonly Candidate[];
  /** Earlier and later values of the same claimant, newest first. */
  readonly earlier: readonly Candidate[];
  readonly later: readonly Candidate[];
}

/** Takes the candidates that support a figure, and those with other values; sorts the others into quarrels and updates. */
export function sortOthers(grounds: readonly Candidate[], other: readonly Candidate[]): Others {
  const near = nearest(grounds);
  const rivals = other.filter((one) => isRival(one, near));
  const ours = near.filter((one) => one.claim === "follows");
  return { disputes: rivals.filter((one) => isQuarrel(one, ours)), ...updatesAmong(rivals, ours) };
}

/** Earlier and later values of one voice. */
function updatesAmong(rivals: readonly Candidate[], ours: readonly Candidate[]): Pick<Others, "earlier" | "later"> {
  const updates = rivals.filter((one) =>
    ours.some((ground) => isSameVoice(one, ground) && dateOf(one) !== dateOf(ground)),
  );
  const newest = ours.map(dateOf).sort().at(-1) ?? "";
  const byDate = updates.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
  return {
    earlier: byDate.filter((one) => dateOf(one) < newest),
    later: byDate.filter((one) => dateOf(one) > newest),
  };
}

/** The same thing counted with the same outcome in the same place, with a value that excludes ours. */
function isRival({ stored, measure }: Candidate, grounds: readonly Candidate[]): boolean {
  const theirs = stored.figure;
  if (measure.conflicts.length > 0 || measure.score < FITS_WELL || theirs.vague) return false;
  return grounds.some(
    ({ stored: { figure: ours } }) => measuresTheSame(ours, theirs) && !ours.vague && excludes(ours, theirs),
  );
}

function measuresTheSame(a: Figure, b: Figure): boolean {
  if (a.dimension === "duration") return isOneFamily(a, b) && spansTheSame(a, b);
  if (a.measure.head === null || b.measure.head === null || a.measure.outcome !== b.measure.outcome) return false;
  if (!isOneFamily(a, b) || (a.dimension === "money" && a.unit !== b.unit)) return false;
  const kinds = compareKinds(a.measure.head, b.measure.head);
  if (kinds !== "same" && !(kinds !== "apart" && PEOPLE.has(a.measure.head) && PEOPLE.has(b.measure.head)))
    return false;
  return a.dimension !== "count" || countsTheSame(a, b);
}

function isOneFamily(a: Figure, b: Figure): boolean {
  return (a.dimension === b.dimension && a.unit === b.unit) || familyOf(a)[0] === familyOf(b)[0];
}

/** Two tolls: of one place and one hand, neither checked one by one against the other's whole, and of one scale. */
function countsTheSame(a: Figure, b: Figure): boolean {
  return (
    isChecked(a) === isChecked(b) &&
    isSamePlace(a.measure.places, b.measure.places) &&
    isSameHand(a.measure.actor, b.measure.actor) &&
    isOneScale(a, b) &&
    (a.measure.outcome !== null || sameModifiers(a, b))
  );
}

/** "an 18-month investigation" and "the two-year investigation": what the one lasted is named beside the other. */
function spansTheSame(a: Figure, b: Figure): boolean {
  const [ours, theirs] = [a.measure.head, b.measure.head];
  if (ours !== null && theirs !== null) return compareKinds(ours, theirs) === "same";
  const named = ours ?? theirs;
  return named !== null && (ours === null ? a : b).measure.terms.slice(0, 6).includes(stem(named));
}

/** "641 deaths verified on the ground" are some of all deaths: what was checked one by one is no rival of a whole toll. */
function isChecked({ measure }: Figure): boolean {
  return measure.terms.slice(0, 8).some((term) => CHECKED.has(term));
}

const CHECKED = new Set(["verify", "confirm", "identify", "name", "names", "document", "credible"].map(stem));

/** Words that one report uses of all who died, another of civilians. */
const PEOPLE = new Set("person people civilian victim death fatality life".split(" "));

function sameModifiers(a: Figure, b: Figure): boolean {
  return a.measure.modifiers.join(" ") === b.measure.modifiers.join(" ") && a.measure.verb === b.measure.verb;
}

/** Two claims that cannot both hold: their ranges, widened by a tenth for rounding, do not meet. */
function excludes(a: Figure, b: Figure): boolean {
  const [lowA, highA] = rangeOf(a);
  const [lowB, highB] = rangeOf(b);
  return highA < lowB || highB < lowA;
}

function rangeOf(figure: Figure): readonly [low: number, high: number] {
  const { low, high } = magnitudeOf(figure);
  if (figure.bound === "more-than" || figure.bound === "at-least") return [low, Number.POSITIVE_INFINITY];
  if (figure.bound === "less-than" || figure.bound === "at-most") return [0, high];
  return figure.bound === "about" ? [low * 0.9, high * 1.1] : [low, high];
}

function isSameVoice(a: Candidate, b: Candidate): boolean {
  const one = a.stored.figure.claimant;
  const other = b.stored.figure.claimant;
  return one !== null && other !== null && ["same", "speaks-for"].includes(sameClaimant(one, other));
}

/** Nobody who gives our value gives this one as well, and somebody else does. */
function isQuarrel(one: Candidate, ours: readonly Candidate[]): boolean {
  const told = ours.filter(({ stored }) => stored.figure.claimant !== null);
  return (told.length > 0 ? told : ours).every((ground) => isAnotherVoice(one, ground));
}

/** Two that are known to be different speak, or two sources of which one names nobody. */
function isAnotherVoice(a: Candidate, b: Candidate): boolean {
  if (isSameVoice(a, b)) return a.stored.figure.dimension !== "count" && a.stored.source !== b.stored.source;
  if (a.stored.figure.claimant && b.stored.figure.claimant) return true;
  return a.stored.source !== b.stored.source;
}

function dateOf({ stored }: Candidate): string {
  return stored.published ?? "";
}

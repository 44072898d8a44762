import { knowledgeOf } from "../../extract/figures/calendar.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import { passagesLike } from "../passages.ts";
import { sentenceOf } from "../reach.ts";
import { keptOfStore } from "../recent.ts";
import type { Evidence, FigureFact, FigureVerdict, Judgement } from "../types.ts";
import { gather, IS_CLAIM } from "./candidates.ts";
import { changeInSource } from "./changes.ts";
import { givesAnotherValue, isOfAnotherBody } from "./claimants.ts";
import { derive, nearestSum, type Sum } from "./derive.ts";
import { differenceInSource } from "./differences.ts";
import { type Others, sortOthers } from "./dispute.ts";
import { type Enumeration, findEnumeration } from "./enumerate.ts";
import { evidenceOf, evidenceOfList, evidenceOfSum } from "./evidence.ts";
import { unlessMerelyHeld } from "./held.ts";
import { saidOtherwise } from "./otherwise.ts";
import { unlessAnothers } from "./owners.ts";
import { type Reckoned, reckon } from "./reckon.ts";
import { isBeside } from "./roles.ts";
import { type Case, say } from "./say.ts";
import { isOwnPart } from "./segments.ts";
import { shareInSource } from "./shares.ts";
import { spanInSource } from "./spans.ts";
import { stretchInSource } from "./stretches.ts";
import { suggest } from "./suggest.ts";
import { type SourceSum, sumInSource } from "./sums.ts";
import { nearest, type Ruling, rule } from "./table.ts";
import type { Candidate, Found } from "./types.ts";
import { isUncounted, whereTold } from "./uncounted.ts";

const MOST_EVIDENCE = 6;
const NO_OTHERS: Others = { disputes: [], earlier: [], later: [] };

/**
 * Takes a figure of a draft with its context, and the store; gives the verdict with its evidence, message and suggestions.
 * The store is asked for short lists alone, so that the time does not grow with the corpus.
 */
export function judgeFigure(fact: FigureFact, store: CorpusStore): Judgement<FigureVerdict> {
  const found = gather(fact.figure, store);
  const ruling = unlessMerelyHeld(fact.figure, unlessAnothers(fact, ruleOn(fact, found), found, store));
  const others = ruling.verdict === "supported" ? sortOthers(ruling.grounds, found.other) : NO_OTHERS;
  const { verdict, ...why } = settle(fact, found, ruling, others, store);
  const told: Case = { fact, ruling: sameNumberFirst(ruling), others, ...why, store };
  const evidence = evidenceFor(verdict, told);
  const further = furtherOf(evidence, verdict, told);
  return {
    verdict,
    message: say(verdict, told),
    evidence,
    ...(further === null ? {} : { further }),
    suggestions: suggest(fact, verdict, told.ruling),
    ...(isUnsure(fact.figure, ruling) ? { unsure: true } : {}),
  };
}

/** Sources that give the very number are told before those that it merely follows from ("at least 1,257" of "at least 1,291"), where they fit about as well. */
function sameNumberFirst(ruling: Ruling): Ruling {
  const own = nearest(ruling.grounds).filter(({ value }) => value === "equal");
  return { ...ruling, grounds: [...own, ...ruling.grounds.filter((one) => !own.includes(one))] };
}

/** A value is outdone only by one that is told as the same thing, and not by one beside it of whose words the draft has none. */
function ruleOn(fact: FigureFact, found: Found): Ruling {
  const ruling = rule(found);
  if (ruling.verdict !== "mismatched") return ruling;
  const own = found.same.filter((one) => one.measure.conflicts.length === 0 && isOwnPart(fact, one));
  const other = found.other.filter(
    (one) => !isBeside(fact, one) && !isToldToo(fact, one) && !own.some((same) => isSamePassage(same, one)),
  );
  return other.length === found.other.length ? ruling : rule({ ...found, other });
}

/** "1,800 of its 45,000 jobs": what the draft's own sentence gives for something else is not meant. */
function isToldToo({ figure, neighbours }: FigureFact, { stored: { figure: theirs } }: Candidate): boolean {
  return neighbours.some(
    ({ sentence, dimension, unit, low, high }) =>
      sentence.start === figure.sentence.start &&
      dimension === theirs.dimension &&
      unit === theirs.unit &&
      low === theirs.low &&
      high === theirs.high,
  );
}

function isSamePassage({ stored: a }: Candidate, { stored: b }: Candidate): boolean {
  return a.source === b.source && a.passage.start === b.passage.start;
}

/** A date that no source gives as such in a sentence about the same. */
function isUnsure({ dimension }: Figure, { grounds }: Ruling): boolean {
  return (
    dimension === "date" &&
    grounds.length > 0 &&
    !grounds.some(({ value, measure }) => value === "equal" && measure.score >= SAME_EVENT)
  );
}

const SAME_EVENT = -0.5;

/** What the table's verdict turns into when all else is weighed. */
interface Settled {
  readonly verdict: FigureVerdict;
  readonly sum: Sum | null;
  readonly listed: Enumeration | null;
  readonly converted: Figure | null;
  readonly added: SourceSum | null;
  readonly reckoned: Reckoned | null;
  readonly undated: "draft" | "sources" | null;
  readonly uncounted: string | null;
}

const AS_RULED = {
  uncounted: null,
  undated: null,
  reckoned: null,
  added: null,
  sum: null,
  listed: null,
  converted: null,
} as const;

/** The table's verdict, unless others dispute it, or a sum, a list in a source or another currency settles it. */
function settle(fact: FigureFact, found: Found, ruling: Ruling, others: Others, store: CorpusStore): Settled {
  const { verdict } = ruling;
  if (verdict === "misattributed" || isOfOthers(fact, ruling, store)) return { ...AS_RULED, verdict: "misattributed" };
  const given = verdict === "supported" || verdict === "imprecise";
  if (!given) return reason(fact, found, ruling, store) ?? { ...AS_RULED, verdict };
  if (isWeakShare(fact.figure, ruling)) {
    const sum = derive(fact, operandsOf(fact, store));
    if (sum) return { ...AS_RULED, verdict: "derived", sum };
  }
  if (verdict === "imprecise") return reckonedInstead(fact, found, ruling, store) ?? { ...AS_RULED, verdict };
  if (givesAnother(ruling, others) || isOfAnotherSpeaker(fact, found, ruling))
    return { ...AS_RULED, verdict: "misattributed" };
  return { ...AS_RULED, verdict: others.disputes.length > 0 && !fact.figure.vague ? "disputed" : verdict };
}

/** What bears out, or leaves open, a figure that no source gives for its measure; `null` where nothing does. */
function reason(fact: FigureFact, found: Found, ruling: Ruling, store: CorpusStore): Settled | null {
  const operands = operandsOf(fact, store);
  const sum = derive(fact, operands);
  if (sum) return { ...AS_RULED, verdict: "derived", sum };
  const missed = nearestSum(fact, operands);
  if (missed) return { ...AS_RULED, verdict: "contradicted", sum: missed };
  const converted = operands.find((one) => isConverted(fact, one)) ?? null;
  if (converted) return { ...AS_RULED, verdict: "unchecked", converted };
  const about = sourcesAbout(fact, found, store);
  const undated = whatIsUndated(fact.figure, about, store);
  if (undated) return { ...AS_RULED, verdict: "unchecked", undated };
  const added =
    sumInSource(fact.figure, about, store) ??
    changeInSource(fact, about, store) ??
    differenceInSource(fact, about, store) ??
    shareInSource(fact, about, store);
  if (added) return { ...AS_RULED, verdict: "derived", added };
  const reckoned = stretchInSource(fact.figure, about, store) ?? reckonOrSpan(fact, ruling, about, store);
  if (reckoned) return { ...AS_RULED, verdict: reckoned.sum ? "derived" : "unchecked", reckoned };
  const listed = findEnumeration(fact.figure, about, store) ?? saidOtherwise(fact, about, store);
  if (listed) return { ...AS_RULED, verdict: "derived", listed };
  const uncounted = isUncounted(fact, ruling) ? whereTold(fact.figure, about, store) : null;
  return uncounted === null ? null : { ...AS_RULED, verdict: "unchecked", uncounted };
}

/** What another value speaks against is left open by no date: only a sum that comes to the draft's stands against it. */
function reckonOrSpan(
  fact: FigureFact,
  { against }: Ruling,
  about: readonly string[],
  store: CorpusStore,
): Reckoned | null {
  const found = (against.length > 0 ? null : reckon(fact, about, store)) ?? spanInSource(fact, about, store);
  return against.length > 0 && found?.sum === null ? null : found;
}

/** "last month" in a draft without a date, and a weekday against sources that have theirs; "last week" against sources without: no day can be told from it. */
function whatIsUndated({ dimension, low, text }: Figure, about: readonly string[], store: CorpusStore) {
  if (dimension !== "date" || about.length === 0) return null;
  const known = knowledgeOf(low);
  const dated = about.some((id) => store.source(id)?.meta.published);
  if (!dated) return known === "full" && RELATIVE.test(text) ? "sources" : null;
  return known === "relative" || known === "weekday" ? "draft" : null;
}

/** What is told by the day of writing. */
const RELATIVE = /^(?:last|this|next|earlier this|yesterday|today|tomorrow)\b/i;

/** "more than two years after", of which a sentence about something else has "nearly two years": the dates of the sources tell more. */
function reckonedInstead(fact: FigureFact, found: Found, ruling: Ruling, store: CorpusStore): Settled | null {
  if (fact.figure.dimension !== "duration" || ruling.grounds.some(({ measure }) => measure.score >= SAME_EVENT))
    return null;
  const reckoned = reckon(fact, sourcesAbout(fact, found, store), store);
  return reckoned && { ...AS_RULED, verdict: reckoned.sum ? "derived" : "unchecked", reckoned };
}

/** Every passage that bears it out gives it to a body, and the draft to a person of another one. */
function isOfOthers(
  { figure: { claimant, dimension } }: FigureFact,
  { verdict, grounds }: Ruling,
  store: CorpusStore,
): boolean {
  if (claimant === null || verdict !== "supported" || dimension === "date" || dimension === "duration") return false;
  return nearest(grounds).every(({ stored }) => isOfAnotherBody(claimant, stored, store));
}

/** The draft's claimant gives another value for this very measure, and nobody says that this one is theirs. */
function givesAnother({ grounds }: Ruling, { disputes }: Others): boolean {
  return grounds.every(({ claimant }) => claimant !== "same") && disputes.some(({ claimant }) => claimant === "same");
}

function isOfAnotherSpeaker(fact: FigureFact, { other }: Found, { grounds }: Ruling): boolean {
  return IS_CLAIM.has(fact.figure.dimension) && givesAnotherValue(fact, nearest(grounds), other);
}

/** A share or a multiple of nothing in particular is likelier the draft's own sum than a source's. */
function isWeakShare({ dimension }: Figure, { grounds }: Ruling): boolean {
  return ["percent", "fraction", "multiple"].includes(dimension) && grounds.every(({ measure }) => measure.score < 0);
}

function operandsOf({ figure, neighbours }: FigureFact, store: CorpusStore): Figure[] {
  return neighbours.filter((one) => mayBeOperand(figure, one) && isGiven(one, store));
}

/** Figures too far off, or of too many, are not looked up as operands. */
function mayBeOperand(figure: Figure, other: Figure): boolean {
  return other.dimension !== "date" && other.dimension !== "ordinal" && Math.abs(other.start - figure.start) < 1500;
}

/** "$565m (£397m)": the amount before it in another currency. */
function isConverted({ figure, text }: FigureFact, before: Figure): boolean {
  if (figure.dimension !== "money" || before.dimension !== "money" || figure.unit === before.unit) return false;
  return (
    before.end <= figure.start &&
    /^\s*[([;,/]?\s*(?:or|about|around|nearly|roughly|=|≈|~)?\s*$/i.test(text.slice(before.end, figure.start))
  );
}

const MOST_LISTS = 3;

/** The sources that may list what the draft counts: those it cites, then those that share most with its sentence. */
function sourcesAbout(fact: FigureFact, found: Found, store: CorpusStore): string[] {
  const near = [...found.same, ...found.other].map(({ stored }) => stored.source);
  const words = sentenceOf(fact).split(/\s+/);
  const like = passagesLike(store, words, MOST_LISTS).map(({ passage }) => passage.source);
  const known: string[] = [];
  for (const id of new Set([...fact.cited, ...like, ...near])) {
    if (known.length === MOST_LISTS) break;
    if (store.source(id) !== null) known.push(id);
  }
  return known.length > 0 ? known : [...fewSources(store)];
}

/** All sources of a small corpus; none of a large one, where nothing tells which of them is meant. */
const fewSources = keptOfStore((store): readonly string[] =>
  store.size > MOST_LISTS ? [] : store.sources().map(({ meta }) => meta.id),
);

/** Whether sources give a figure that the draft reckons with, whoever says it and whatever its bound. */
function isGiven(figure: Figure, store: CorpusStore): boolean {
  return gather(figure, store).same.some(({ measure }) => measure.conflicts.length === 0);
}

function evidenceFor(verdict: FigureVerdict, { ruling, others, listed, added, reckoned, store }: Case): Evidence[] {
  if (listed) return [evidenceOfList(listed, store)];
  if (added ?? reckoned) return [evidenceOfSum((added ?? reckoned) as SourceSum | Reckoned, store)];
  const relation = verdict === "mismatched" ? "mentions" : "supports";
  const against = againstOf(verdict, { ruling, others });
  const first = ruling.grounds
    .slice(0, against.length > 0 ? MOST_EVIDENCE - 2 : MOST_EVIDENCE)
    .map((one) => evidenceOf(one, relation));
  const rest = verdict === "supported" ? "mentions" : "contradicts";
  return [...first, ...against.slice(0, MOST_EVIDENCE - first.length).map((one) => evidenceOf(one, rest))];
}

function againstOf(verdict: FigureVerdict, { ruling, others }: Pick<Case, "ruling" | "others">): Found["other"] {
  if (verdict === "disputed") return others.disputes;
  return [...others.later, ...others.earlier, ...(verdict === "supported" ? [] : ruling.against)];
}

/** Sources beyond those of the evidence, which holds the best passages alone; `null` where there are none. */
function furtherOf(evidence: readonly Evidence[], verdict: FigureVerdict, told: Case): Judgement["further"] | null {
  if (evidence.length < MOST_EVIDENCE) return null;
  const seen = new Set(evidence.map(({ source }) => source));
  const count = (candidates: readonly Candidate[]) =>
    new Set(candidates.flatMap(({ stored }) => (seen.has(stored.source) ? [] : [stored.source]))).size;
  const further = { alike: count(told.ruling.grounds), otherwise: count(againstOf(verdict, told)) };
  return further.alike + further.otherwise === 0 ? null : further;
}

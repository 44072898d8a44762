import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import type { Evidence, FigureFact, FigureVerdict, Judgement } from "../types.ts";
import { gather } from "./candidates.ts";
import { derive, nearestSum, type Sum } from "./derive.ts";
import { type Others, sortOthers } from "./dispute.ts";
import { evidenceOf } from "./evidence.ts";
import { type Case, say } from "./say.ts";
import { suggest } from "./suggest.ts";
import { type Ruling, rule } from "./table.ts";
import type { Found } from "./types.ts";

export { ALL_KINDS, DEFAULT_KINDS, type FigureKind, isChecked, kindOfFigure } from "./kinds.ts";

const MOST_EVIDENCE = 6;
const NO_OTHERS: Others = { disputes: [], earlier: [], later: [] };

/**
 * Takes a figure of a draft with its context, and the store; gives the verdict with its evidence, message and suggestions.
 * The store is asked for short lists alone, so that the time does not grow with the corpus.
 */
export function judgeFigure(fact: FigureFact, store: CorpusStore): Judgement<FigureVerdict> {
  const found = gather(fact.figure, store);
  const ruling = rule(found);
  const others = ruling.verdict === "supported" ? sortOthers(ruling.grounds, found.other, store) : NO_OTHERS;
  const { verdict, sum } = settle(fact, ruling, others, store);
  const told: Case = { fact, ruling, others, sum, store };
  return {
    verdict,
    message: say(verdict, told),
    evidence: evidenceFor(verdict, told),
    suggestions: suggest(fact, verdict, ruling),
  };
}

/** The table's verdict, unless others dispute it or a sum settles it. */
function settle(
  fact: FigureFact,
  ruling: Ruling,
  others: Others,
  store: CorpusStore,
): { verdict: FigureVerdict; sum: Sum | null } {
  if (ruling.verdict === "supported")
    return { verdict: others.disputes.length > 0 ? "disputed" : "supported", sum: null };
  if (ruling.verdict === "imprecise" || ruling.verdict === "misattributed")
    return { verdict: ruling.verdict, sum: null };
  const operands = fact.neighbours.filter((one) => isGiven(one, store));
  const sum = derive(fact, operands);
  if (sum) return { verdict: "derived", sum };
  const missed = nearestSum(fact, operands);
  return missed ? { verdict: "contradicted", sum: missed } : { verdict: ruling.verdict, sum: null };
}

/** Whether sources give a figure that the draft reckons with; its bound may be loose. */
function isGiven(figure: Figure, store: CorpusStore): boolean {
  const { verdict } = rule(gather(figure, store));
  return verdict === "supported" || verdict === "imprecise";
}

function evidenceFor(verdict: FigureVerdict, { ruling, others, store }: Case): Evidence[] {
  const relation = verdict === "mismatched" ? "mentions" : "supports";
  const against: Found["other"] =
    verdict === "disputed"
      ? others.disputes
      : [...others.later, ...others.earlier, ...(verdict === "supported" ? [] : ruling.against)];
  const first = ruling.grounds
    .slice(0, against.length > 0 ? MOST_EVIDENCE - 2 : MOST_EVIDENCE)
    .map((one) => evidenceOf(one, relation, store));
  const rest = verdict === "supported" ? "mentions" : "contradicts";
  return [...first, ...against.slice(0, MOST_EVIDENCE - first.length).map((one) => evidenceOf(one, rest, store))];
}

import type { CorpusStore } from "../../store/types.ts";
import type { Evidence, FigureFact, FigureVerdict, Judgement } from "../types.ts";
import { gather } from "./candidates.ts";
import { evidenceOf } from "./evidence.ts";
import { type Ruling, rule } from "./table.ts";

export { ALL_KINDS, DEFAULT_KINDS, type FigureKind, isChecked, kindOfFigure } from "./kinds.ts";

const MOST_EVIDENCE = 6;

/** Takes a figure of a draft with its context, and the store; gives the verdict with its evidence, message and suggestions. */
export function judgeFigure(fact: FigureFact, store: CorpusStore): Judgement<FigureVerdict> {
  const found = gather(fact.figure, store);
  const ruling = rule(found);
  return {
    verdict: ruling.verdict,
    message: { key: `figure.${ruling.verdict}`, args: { text: fact.figure.text } },
    evidence: evidenceFor(ruling, store),
    suggestions: [],
  };
}

function evidenceFor({ verdict, grounds, against }: Ruling, store: CorpusStore): Evidence[] {
  const relation = verdict === "mismatched" ? "mentions" : "supports";
  return [
    ...grounds.slice(0, MOST_EVIDENCE).map((one) => evidenceOf(one, relation, store)),
    ...against
      .slice(0, MOST_EVIDENCE - Math.min(grounds.length, 4))
      .map((one) => evidenceOf(one, "contradicts", store)),
  ];
}

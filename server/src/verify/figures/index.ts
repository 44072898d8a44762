import type { CorpusStore } from "../../store/types.ts";
import type { FigureFact, FigureVerdict, Judgement } from "../types.ts";

/** Takes a figure of a draft with its context, and the store; gives the verdict with its evidence, message and suggestions. */
export function judgeFigure(_fact: FigureFact, _store: CorpusStore): Judgement<FigureVerdict> {
  return { verdict: "unchecked", message: { key: "figure.unchecked", args: {} }, evidence: [], suggestions: [] };
}

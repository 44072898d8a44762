import type { CorpusStore, LookupLimits } from "../store/types.ts";
import { judgeFigure } from "./figures/index.ts";
import type { Evidence, FigureFact, FigureVerdict, Judgement } from "./types.ts";

/** Verdicts under which a source is said to give a figure. */
const GIVEN: ReadonlySet<FigureVerdict> = new Set(["supported", "disputed", "imprecise"]);
const MOST_EVIDENCE = 8;

/**
 * Takes a figure with its context and the store; gives the judge's verdict. What a writer cites is looked at by itself where the short lists of a
 * large corpus left it out: a cited source that gives the figure is never passed over, and its passage comes first.
 */
export function judgeCitedFigure(fact: FigureFact, store: CorpusStore): Judgement<FigureVerdict> {
  const judgement = judgeFigure(fact, store);
  const { cited } = fact;
  if (cited.length === 0) return judgement;
  if (judgement.evidence.some((one) => isFrom(one, cited) && one.relation === "supports"))
    return inFront(judgement, cited);
  const own = judgeFigure(fact, onlySources(store, cited));
  if (!GIVEN.has(own.verdict)) return judgement;
  const passages = own.evidence.filter((one) => one.relation === "supports");
  if (!GIVEN.has(judgement.verdict)) return own;
  if (own.verdict === "imprecise" && judgement.verdict !== "imprecise") return judgement;
  return { ...judgement, evidence: [...passages, ...judgement.evidence].slice(0, MOST_EVIDENCE) };
}

/** Takes a store and ids; gives a view of it in which look-ups find only what these sources hold. */
export function onlySources(store: CorpusStore, ids: readonly string[]): CorpusStore {
  const among = (limits: LookupLimits): LookupLimits => ({ ...limits, sources: ids });
  return {
    revision: store.revision,
    size: ids.length,
    put: (article, extraction) => store.put(article, extraction),
    remove: (id) => store.remove(id),
    sources: () => ids.flatMap((id) => store.source(id) ?? []),
    source: (id) => (ids.includes(id) ? store.source(id) : null),
    article: (id) => (ids.includes(id) ? store.article(id) : null),
    figuresOf: (id) => (ids.includes(id) ? store.figuresOf(id) : []),
    quotesOf: (id) => (ids.includes(id) ? store.quotesOf(id) : []),
    figuresLikeValue: (figure, limits) => store.figuresLikeValue(figure, among(limits)),
    figuresLikeMeasure: (figure, limits) => store.figuresLikeMeasure(figure, among(limits)),
    passagesLike: (words, limits) => store.passagesLike(words, among(limits)),
    passageAt: (id, start, end) => (ids.includes(id) ? store.passageAt(id, start, end) : null),
  };
}

/** The passages of cited sources before the others that support. */
function inFront(judgement: Judgement<FigureVerdict>, cited: readonly string[]): Judgement<FigureVerdict> {
  const first = judgement.evidence.filter((one) => isFrom(one, cited) && one.relation === "supports");
  return { ...judgement, evidence: [...first, ...judgement.evidence.filter((one) => !first.includes(one))] };
}

function isFrom({ source }: Evidence, ids: readonly string[]): boolean {
  return ids.includes(source);
}

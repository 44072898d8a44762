import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import { claimantName } from "../names.ts";
import type { FigureFact, FigureVerdict, Message } from "../types.ts";
import type { Sum } from "./derive.ts";
import type { Others } from "./dispute.ts";
import type { Enumeration } from "./enumerate.ts";
import { isReached } from "./held.ts";
import type { Reckoned } from "./reckon.ts";
import type { SourceSum } from "./sums.ts";
import type { Ruling } from "./table.ts";
import {
  alikeOf,
  claimArgs,
  claimantOf,
  claimsOf,
  nameOf,
  nameWhat,
  numberOf,
  sourcesOf,
  tell,
  tellWorded,
  whatOf,
} from "./tell.ts";
import type { Candidate } from "./types.ts";

/** All that a judgement is put into words from. */
export interface Case {
  readonly fact: FigureFact;
  readonly ruling: Ruling;
  readonly others: Others;
  readonly sum: Sum | null;
  readonly listed: Enumeration | null;
  readonly added: SourceSum | null;
  readonly reckoned: Reckoned | null;
  /** What has no date, of those by which a day is told: the draft itself, or the sources about it. */
  readonly undated: "draft" | "sources" | null;
  /** The source that tells of the few things which the draft counts, and does not count them. */
  readonly uncounted: string | null;
  /** The amount in another currency that the draft's is a conversion of. */
  readonly converted: Figure | null;
  readonly store: CorpusStore;
}

/** Takes a verdict and its case; gives the sentence for the writer. */
export function say(verdict: FigureVerdict, found: Case): Message {
  return SENTENCES[verdict](found);
}

const SENTENCES: Readonly<Record<FigureVerdict, (found: Case) => Message>> = {
  supported: saySupported,
  disputed: ({ ruling, others, store }) => ({
    key: "figure.disputed",
    args: { claims: claimsOf([...ruling.grounds.slice(0, 1), ...others.disputes], store, true) },
  }),
  imprecise: sayImprecise,
  derived: sayDerived,
  misattributed: ({ fact, ruling, store }) => ({
    key: "figure.misattributed",
    args: {
      ...claimArgs(ruling.grounds, store),
      claimant: firstClaimant(ruling.grounds),
      draftClaimant: fact.figure.claimant ? claimantName(fact.figure.claimant) : "",
    },
  }),
  mismatched: sayMismatched,
  contradicted: sayContradicted,
  unsupported: sayUnsupported,
  unchecked: sayUnchecked,
};

function firstClaimant(candidates: readonly Candidate[]): string {
  const claimant = candidates.find(({ stored }) => stored.figure.claimant)?.stored.figure.claimant;
  return claimant ? claimantName(claimant) : "";
}

function saySupported({ ruling, others, store }: Case): Message {
  const args = claimArgs(ruling.grounds, store);
  const claimant = firstClaimant(ruling.grounds.slice(0, 1));
  const dated = (list: readonly Candidate[]) =>
    list.slice(0, 2).map(
      (one): Message => ({
        key: "figure.claim.dated",
        args: { ...claimArgs([one], store), date: one.stored.published ?? "" },
      }),
    );
  if (others.later.length > 0)
    return { key: "figure.supported.older", args: { ...args, claimant, later: dated(others.later) } };
  if (others.earlier.length > 0)
    return { key: "figure.supported.newest", args: { ...args, claimant, earlier: dated(others.earlier) } };
  const sole = claimant === "" ? null : claimantOf(alikeOf(ruling.grounds));
  return sole === null
    ? { key: "figure.supported", args }
    : { key: "figure.supported.by", args: { ...args, claimant: sole } };
}

function sayDerived({ fact, sum, listed, added, reckoned, store }: Case): Message {
  const draft = tell(fact.figure);
  const given = added
    ? { source: added.source, sum: added.text }
    : reckoned?.sum
      ? { source: reckoned.source, sum: reckoned.sum }
      : null;
  if (given)
    return { key: "figure.derived.source", args: { draft, source: nameOf(given.source, store), sum: given.sum } };
  if (!listed) return { key: "figure.derived", args: { draft, sum: sum?.text ?? "" } };
  return { key: "figure.derived.listed", args: { draft, source: nameOf(listed.source, store), list: listed.text } };
}

function sayImprecise({ fact, ruling, store }: Case): Message {
  const best = ruling.grounds[0] as Candidate;
  const args = claimArgs(ruling.grounds, store);
  const draft = tell({ ...fact.figure, measure: { ...fact.figure.measure, counted: null, outcome: null } });
  if (fact.figure.dimension === "date") return { key: "figure.imprecise.yearless", args: { ...args, draft } };
  if (best.value !== "equal") return { key: "figure.imprecise.rounded", args: { ...args, draft } };
  const source = best.stored.figure;
  if (fact.figure.bound !== "exact" || source.bound === "exact")
    return { key: "figure.imprecise.bound", args: { ...args, draft } };
  const bound = boundWords(best);
  return { key: "figure.imprecise.dropped", args: { ...args, said: tellWorded(source, bound), bound } };
}

/** The bound as the source words it, where it stands in the passage before the number. */
function boundWords({ stored }: Candidate): string {
  const { boundSpan, bound } = stored.figure;
  const offset = stored.passage.start;
  const written =
    boundSpan && boundSpan.end <= stored.figure.start
      ? stored.passage.text.slice(boundSpan.start - offset, boundSpan.end - offset)
      : "";
  return written.toLowerCase() || bound.replace("-", " ");
}

const MOST_PLACES = 3;

function sayMismatched(found: Case): Message {
  const { fact, ruling, store } = found;
  const { figure } = fact;
  const { grounds, against } = ruling;
  const number = isNone(figure) ? "zero" : numberOf(figure);
  if (grounds.every(isReached)) {
    if (against.length > 0) return sayContradicted(found);
    const args = { draft: tell(figure), claims: claimsOf(grounds, store) };
    return { key: "figure.mismatched.reached", args };
  }
  const best = grounds[0] as Candidate;
  const facet = best.measure.conflicts[0];
  const args = { number, claims: claimsOf(grounds, store) };
  const role = ruling.role ?? (facet === "role" ? best.stored.figure.measure.role : null);
  if (role) return { key: "figure.mismatched.role", args: { ...args, role: { key: `figure.role.${role}`, args: {} } } };
  if (facet === "period") return { key: "figure.mismatched.period", args };
  if (facet === "cycle") return { key: "figure.mismatched.period", args };
  if (facet === "place") {
    const places = new Set(grounds.flatMap(({ stored }) => stored.figure.measure.places));
    const [place, draftPlace] = [[...places].slice(0, MOST_PLACES).map(title), figure.measure.places.map(title)];
    return { key: "figure.mismatched.place", args: { ...args, place, draftPlace } };
  }
  if (facet && facet !== "deed" && whatOf(best.stored.figure).length > 0 && whatOf(figure).length > 0) {
    return {
      key: "figure.mismatched.what",
      args: { number, what: nameWhat(best.stored.figure), draftWhat: nameWhat(figure) },
    };
  }
  if (against.length === 0) return { key: "figure.mismatched", args };
  const elsewhere = { key: "figure.claim", args: claimArgs(grounds, store) };
  return {
    key: "figure.mismatched.other",
    args: { number, elsewhere, claims: claimsOf(against.slice(0, 1), store) },
  };
}

function title(place: string): string {
  return place.replace(/(^|[\s-])\p{Ll}/gu, (first) => first.toUpperCase());
}

function sayUnsupported({ fact }: Case): Message {
  if (isNone(fact.figure)) return { key: "figure.unsupported.none", args: { words: wordsFrom(fact) } };
  const key = fact.figure.dimension === "date" ? "figure.unsupported.date" : "figure.unsupported";
  return { key, args: { draft: tell(fact.figure) } };
}

/** "No one was killed." */
function isNone({ low, high, text }: Figure): boolean {
  return low === 0 && high === 0 && /^(?:no|none|nobody)\b/i.test(text);
}

const MOST_WORDS = 60;

/** The draft's own words from the figure on, to the next stop or comma. */
function wordsFrom({ figure: { start, sentence }, text }: FigureFact): string {
  const rest = text.slice(start, Math.max(sentence.end, start)).replace(/\s+/g, " ");
  const clause = /^[^.,;:!?()[\]"“”]*/.exec(rest)?.[0].trim() ?? "";
  const cut = clause.length > MOST_WORDS ? `${clause.slice(0, clause.lastIndexOf(" ", MOST_WORDS))}…` : clause;
  return cut.charAt(0).toLowerCase() + cut.slice(1);
}

function sayContradicted({ fact, ruling, sum, store }: Case): Message {
  const draft = tell(fact.figure);
  if (sum) return { key: "figure.contradicted.sum", args: { draft, sum: sum.text } };
  if (isNone(fact.figure)) {
    const args = { words: wordsFrom(fact), claims: claimsOf(ruling.against, store) };
    return { key: "figure.contradicted.none", args };
  }
  return {
    key: "figure.contradicted",
    args: { draft, claims: claimsOf(ruling.against, store), sources: sourcesOf(ruling.against, store) },
  };
}

function sayUnchecked({ fact, converted, reckoned, undated, uncounted, store }: Case): Message {
  const draft = tell(fact.figure);
  if (uncounted !== null)
    return { key: "figure.unchecked.uncounted", args: { draft, source: nameOf(uncounted, store) } };
  if (undated)
    return { key: undated === "draft" ? "figure.unchecked.undated" : "figure.unchecked.sources", args: { draft } };
  if (converted) return { key: "figure.unchecked.currency", args: { draft, other: converted.text } };
  if (reckoned) {
    const args = { draft, source: nameOf(reckoned.source, store), date: reckoned.date.text };
    return { key: "figure.unchecked.reckoned", args };
  }
  return { key: "figure.unchecked", args: { draft } };
}

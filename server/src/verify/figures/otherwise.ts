import { compareKinds } from "../../extract/measures/index.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore, Passage, StoredFigure } from "../../store/types.ts";
import { stem } from "../../text/stem.ts";
import type { FigureFact } from "../types.ts";
import type { Enumeration } from "./enumerate.ts";

const MOST_TEXT = 20_000;

/** Ways in which a source gives a number without naming it. */
const WAYS: readonly ((fact: FigureFact, source: string, store: CorpusStore) => Enumeration | null)[] = [
  rankIn,
  coupleIn,
];

/** Takes a fact and the sources that may be about the same; gives the words that say its number otherwise ("his 401st marathon", "a couple of days"), `null` where there are none. */
export function saidOtherwise(fact: FigureFact, sources: readonly string[], store: CorpusStore): Enumeration | null {
  for (const source of sources) {
    for (const way of WAYS) {
      const found = way(fact, source, store);
      if (found) return found;
    }
  }
  return null;
}

const FEWEST_RANKED = 2;
const TOP = /\btop[\s-]$/i;

/** "401 marathons" of "his 401st marathon"; "a top-four finish" of "finished fourth". */
function rankIn({ figure, text }: FigureFact, source: string, store: CorpusStore): Enumeration | null {
  if (!isPlainCount(figure) || figure.low < FEWEST_RANKED) return null;
  const top = TOP.test(text.slice(Math.max(0, figure.start - 4), figure.start));
  const found = store.figuresOf(source).find((rank) => {
    if (rank.figure.dimension !== "ordinal") return false;
    return top ? rank.figure.low <= figure.low && sharesNear(figure, rank.figure) : isRankOf(figure, rank);
  });
  return found ? listed(found) : null;
}

function isPlainCount({ dimension, unit, vague, low, high }: Figure): boolean {
  return dimension === "count" && unit === null && !vague && low === high && Number.isInteger(low);
}

/** "a 54th marathon" is one that may yet be run. */
const ONE_MORE = /\b(?:an?|another|possible|next)\s+$/i;

function isRankOf({ low, measure }: Figure, { figure: rank, passage }: StoredFigure): boolean {
  if (rank.low !== low || measure.head === null || rank.measure.head === null) return false;
  if (ONE_MORE.test(passage.text.slice(0, rank.start - passage.start))) return false;
  return compareKinds(measure.head, rank.measure.head) === "same";
}

const NEAR = 4;

function sharesNear(one: Figure, other: Figure): boolean {
  const theirs = other.measure.terms.slice(0, NEAR);
  return one.measure.terms.slice(0, NEAR).some((term) => theirs.includes(term));
}

function listed({ source, passage, figure: { text, start, end } }: StoredFigure): Enumeration {
  return { source, passage, text, start, end };
}

/** "two days" of "a couple of days". */
function coupleIn({ figure }: FigureFact, source: string, store: CorpusStore): Enumeration | null {
  if (figure.dimension !== "duration" || figure.vague || figure.low !== 2 || figure.high !== 2) return null;
  return find(new RegExp(`\\b(?:an? )?couple of ${figure.unit}s\\b`, "gi"), source, store, (passage) =>
    tellsOf(passage, figure),
  );
}

function tellsOf({ text }: Passage, { measure }: Figure): boolean {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 3 && measure.terms.includes(stem(word.toLowerCase())));
}

function find(
  pattern: RegExp,
  source: string,
  store: CorpusStore,
  fits: (passage: Passage) => boolean,
): Enumeration | null {
  const text = store.article(source)?.text.slice(0, MOST_TEXT) ?? "";
  for (const found of text.matchAll(pattern)) {
    const end = found.index + found[0].length;
    const passage = store.passageAt(source, found.index, end);
    if (passage && fits(passage)) return { source, passage, text: found[0], start: found.index, end };
  }
  return null;
}

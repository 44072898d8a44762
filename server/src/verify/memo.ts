import type { Figure, Quotation } from "../extract/types.ts";
import type { Span } from "../text/span.ts";
import { Recent } from "./recent.ts";
import type { Evidence, Judgement, Suggestion } from "./types.ts";

/** A fact of a draft with all that its judgement may rest on beside the store. */
export interface Question {
  readonly fact: Figure | Quotation;
  /** Sources that the draft cites for it. */
  readonly cited: readonly string[];
  /** The draft's prose, and what of it a judge may look at. */
  readonly prose: string;
  readonly near: Span;
  /** What a judge may look at who reckons with the other figures of the paragraph, and these. */
  readonly wide: Span;
  readonly neighbours: readonly Figure[];
}

/** Judgements of the facts of a draft, kept from one check to the next; `null` for what is no fact to judge. */
export interface JudgementMemo {
  /**
   * Takes a fact; gives its judgement, moved to where the fact stands now, or makes it and keeps it. `make` gets a way to the neighbours:
   * a judge that did not ask for them is not asked again when only they change.
   */
  judged(question: Question, make: (neighbours: () => readonly Figure[]) => Judgement | null): Judgement | null;
  /** To be called when a check begins: what the check before did not use is let go; another store or revision lets go of all. */
  begin(store: object, revision: number): void;
}

interface Kept {
  readonly question: Question;
  /** True where the judge looked at the neighbours. */
  readonly reckoned: boolean;
  readonly judgement: Judgement | null;
}

type Shelf = Map<string, Kept[]>;

/** Of facts in the very same words, so many are kept: to look through more costs more than to judge anew. */
const MOST_ALIKE = 8;

/** Gives an empty memo. One memo serves one draft. */
export function createMemo(): JudgementMemo {
  let owner: object | null = null;
  let seen = -1;
  let before: Shelf = new Map();
  let now: Shelf = new Map();
  return {
    begin(store, revision) {
      before = store === owner && revision === seen ? now : new Map();
      now = new Map();
      owner = store;
      seen = revision;
    },
    judged(question, make) {
      const key = question.prose.slice(question.near.start, question.near.end);
      const known = find(now, key, question) ?? find(before, key, question);
      const kept = known === undefined ? judgeAnew(question, make) : moved(known, question);
      const shelf = now.get(key);
      if (shelf === undefined) now.set(key, [kept]);
      else if (shelf.length < MOST_ALIKE) shelf.push(kept);
      return kept.judgement;
    },
  };
}

function find(shelf: Shelf, key: string, question: Question): Kept | undefined {
  return shelf.get(key)?.find((kept) => isSame(kept, question));
}

/** The texts near the two are the same already. */
function isSame({ question: old, reckoned }: Kept, question: Question): boolean {
  const by = question.near.start - old.near.start;
  if (!isMoved(old.cited, question.cited, by) || !hasMoved(old.fact, question.fact, by)) return false;
  return !reckoned || (textOf(old) === textOf(question) && areMoved(old.neighbours, question.neighbours, by));
}

/** The figures of a paragraph are neighbours of one another: whether one has moved is asked for each of them, and worked out once. */
function areMoved(one: readonly Figure[], other: readonly Figure[], by: number): boolean {
  return one.length === other.length && one.every((figure, i) => hasMoved(figure, other[i] as Figure, by));
}

function hasMoved(one: Figure | Quotation, other: Figure | Quotation, by: number): boolean {
  const known = moves.get(other);
  if (known?.one === one && known.by === by) return known.answer;
  const answer = isMoved(one, other, by);
  moves.set(other, { one, by, answer });
  return answer;
}

const moves = new Recent<
  Figure | Quotation,
  { readonly one: Figure | Quotation; readonly by: number; readonly answer: boolean }
>(32);

function textOf({ prose, wide }: Question): string {
  return prose.slice(wide.start, wide.end);
}

function judgeAnew(question: Question, make: (neighbours: () => readonly Figure[]) => Judgement | null): Kept {
  let reckoned = false;
  const judgement = make(() => {
    reckoned = true;
    return question.neighbours;
  });
  return { question, reckoned, judgement: judgement && moveJudgement(judgement, 0) };
}

function moved({ question: old, reckoned, judgement }: Kept, question: Question): Kept {
  const by = question.near.start - old.near.start;
  return { question, reckoned, judgement: by === 0 ? judgement : judgement && moveJudgement(judgement, by) };
}

/** Takes two values of plain data; says whether they are the same but for offsets ("start", "end"), which are all `by` more in the second. */
export function isMoved(one: unknown, other: unknown, by: number): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let i = 0; i < one.length; i++) if (!isMoved(one[i], other[i], by)) return false;
    return true;
  }
  return !Array.isArray(other) && haveMoved(one as Record<string, unknown>, other as Record<string, unknown>, by);
}

function haveMoved(one: Record<string, unknown>, other: Record<string, unknown>, by: number): boolean {
  const keys = Object.keys(one);
  if (Object.keys(other).length !== keys.length) return false;
  for (const key of keys) {
    const a = one[key];
    const b = other[key];
    if (typeof a === "number" && (key === "start" || key === "end")) {
      if (b !== a + by) return false;
    } else if (a === undefined ? !(key in other) || b !== undefined : a !== b && !isMoved(a, b, by)) return false;
  }
  return true;
}

/** All that counts in the draft: the spans of suggestions and of differing words. What does not move stays the same object. */
function moveJudgement(judgement: Judgement, by: number): Judgement {
  return {
    ...judgement,
    suggestions: judgement.suggestions.map((one): Suggestion => ({ ...one, span: movedSpan(one.span, by) })),
    evidence: judgement.evidence.some(({ differences }) => differences.length > 0)
      ? judgement.evidence.map((one) => moveEvidence(one, by))
      : judgement.evidence,
  };
}

function moveEvidence(evidence: Evidence, by: number): Evidence {
  if (evidence.differences.length === 0) return evidence;
  return {
    ...evidence,
    differences: evidence.differences.map(({ draft, source }) => ({
      draft: { ...movedSpan(draft, by), text: draft.text },
      source,
    })),
  };
}

/** The span and nothing that a judge hung on it. */
function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

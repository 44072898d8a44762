import { type CountsReader, createCountsReader } from "../extract/index.ts";
import type { Figure, Quotation } from "../extract/types.ts";
import type { CorpusStore } from "../store/types.ts";
import type { Span } from "../text/span.ts";
import type { Evidence, Judgement, Suggestion } from "./types.ts";

/** A fact of a draft with all that its judgement may rest on beside the store. */
export interface Question {
  readonly fact: Figure | Quotation;
  /** Sources that the draft cites for it. */
  readonly cited: readonly string[];
  /** What of the prose a judge may look at. */
  readonly near: Span;
}

/** The facts of a paragraph, in order. */
export interface Paragraph {
  readonly prose: string;
  /** What of it a judge may look at who reckons with the other figures of the paragraph. */
  readonly wide: Span;
  readonly questions: readonly Question[];
}

/** Judges a fact: it gets a way to the figures beside it, and what did not ask for them is not asked again when only they change. */
export type Judge = (question: Question, neighbours: () => readonly Figure[]) => Judgement | null;

/** What was read of a draft and judged of its facts, kept from one check to the next. */
export interface JudgementMemo {
  /** Reads the quantities of the draft, again only around what has changed. */
  readonly readCounts: CountsReader;
  /**
   * Takes the paragraphs of a draft, the store that they are judged by, and the judge; gives the judgements of each paragraph's facts, `null` for what is
   * no fact to judge: those of the check before, moved to where the facts stand now, and new ones where anything that they rest on has changed.
   */
  judged(paragraphs: readonly Paragraph[], store: CorpusStore, judge: Judge): (readonly (Judgement | null)[])[];
}

interface Kept {
  /** True where the judge looked at the neighbours. */
  readonly reckoned: boolean;
  readonly judgement: Judgement | null;
}

/** A paragraph with what was made of each of its questions. */
interface KeptParagraph {
  readonly paragraph: Paragraph;
  readonly kept: readonly Kept[];
}

/** What was made of one question, with the paragraph that it stands in. */
interface KeptQuestion extends Kept {
  readonly paragraph: Paragraph;
  readonly at: number;
}

/** Of paragraphs and facts in the very same words, so many are kept: to look through more costs more than to judge anew. */
const MOST_ALIKE = 8;
/** The figures beside one that it may be reckoned from: a paragraph of a thousand costs a thousand times as much as one. */
const BESIDE = 12;

/** Gives an empty memo. One memo serves one draft. */
export function createMemo(): JudgementMemo {
  let owner: CorpusStore | null = null;
  let seen = -1;
  let before = new Shelf<KeptParagraph>();
  return {
    readCounts: createCountsReader(),
    judged(paragraphs, store, judge) {
      if (store !== owner || store.revision !== seen) before = new Shelf();
      [owner, seen] = [store, store.revision];
      const found = paragraphs.map((paragraph) => before.find(textOf(paragraph), (one) => isSame(one, paragraph)));
      const singly = questionsOf(before, new Set(found));
      const now = new Shelf<KeptParagraph>();
      const all = paragraphs.map((paragraph, i) => {
        const known = found[i];
        const made = known === undefined ? judgeEach(paragraph, singly, judge) : moved(known, paragraph);
        now.put(textOf(paragraph), made);
        return made.kept.map(({ judgement }) => judgement);
      });
      before = now;
      return all;
    },
  };
}

/** Things by the words that they rest on, a few of each. */
class Shelf<T> {
  private readonly places = new Map<string, T[]>();

  find(words: string, is: (one: T) => boolean): T | undefined {
    return this.places.get(words)?.find(is);
  }

  put(words: string, one: T): void {
    const place = this.places.get(words);
    if (place === undefined) this.places.set(words, [one]);
    else if (place.length < MOST_ALIKE) place.push(one);
  }

  *all(): Iterable<T> {
    for (const place of this.places.values()) yield* place;
  }
}

/** Nothing of the paragraph has changed but where it stands. */
function isSame({ paragraph: old }: KeptParagraph, paragraph: Paragraph): boolean {
  const by = paragraph.wide.start - old.wide.start;
  const { questions } = paragraph;
  return (
    questions.length === old.questions.length &&
    questions.every((question, i) => hasMoved(old.questions[i] as Question, question, by))
  );
}

function hasMoved(old: Question, { fact, cited }: Question, by: number): boolean {
  return isMoved(old.cited, cited, by) && isMoved(old.fact, fact, by);
}

function moved({ paragraph: old, kept }: KeptParagraph, paragraph: Paragraph): KeptParagraph {
  const by = paragraph.wide.start - old.wide.start;
  return { paragraph, kept: by === 0 ? kept : kept.map((one) => movedBy(one, by)) };
}

function movedBy({ reckoned, judgement }: Kept, by: number): Kept {
  return { reckoned, judgement: judgement && moveJudgement(judgement, by) };
}

/** The questions of the paragraphs that stand there no more as they were. */
function questionsOf(shelf: Shelf<KeptParagraph>, found: ReadonlySet<KeptParagraph | undefined>): Shelf<KeptQuestion> {
  const singly = new Shelf<KeptQuestion>();
  for (const one of shelf.all()) if (!found.has(one)) putEach(singly, one);
  return singly;
}

function putEach(singly: Shelf<KeptQuestion>, { paragraph, kept }: KeptParagraph): void {
  for (const [at, one] of kept.entries()) singly.put(nearOf(paragraph, at), { ...one, paragraph, at });
}

/** What is made anew is kept for the questions that follow. */
function judgeEach(paragraph: Paragraph, singly: Shelf<KeptQuestion>, judge: Judge): KeptParagraph {
  const kept = paragraph.questions.map((question, at): Kept => {
    const words = nearOf(paragraph, at);
    const known = singly.find(words, (one) => isStill(one, paragraph, at));
    if (known !== undefined) return movedBy(known, question.near.start - questionOf(known).near.start);
    const made = judgeAnew(paragraph, at, judge);
    singly.put(words, { ...made, paragraph, at });
    return made;
  });
  return { paragraph, kept };
}

/** The texts near the two are the same already. */
function isStill(known: KeptQuestion, paragraph: Paragraph, at: number): boolean {
  const old = questionOf(known);
  const question = paragraph.questions[at] as Question;
  const by = question.near.start - old.near.start;
  if (!hasMoved(old, question, by)) return false;
  if (!known.reckoned) return true;
  const [theirs, ours] = [neighboursOf(known.paragraph, known.at), neighboursOf(paragraph, at)];
  return textOf(known.paragraph) === textOf(paragraph) && isMoved(theirs, ours, by);
}

function judgeAnew(paragraph: Paragraph, at: number, judge: Judge): Kept {
  let neighbours: readonly Figure[] | null = null;
  const judgement = judge(paragraph.questions[at] as Question, () => {
    neighbours ??= neighboursOf(paragraph, at);
    return neighbours;
  });
  return { reckoned: neighbours !== null, judgement: judgement && moveJudgement(judgement, 0) };
}

function questionOf({ paragraph, at }: KeptQuestion): Question {
  return paragraph.questions[at] as Question;
}

/** The nearest figures on both sides, in order. */
function neighboursOf({ questions }: Paragraph, at: number): Figure[] {
  if (!isFigure((questions[at] as Question).fact)) return [];
  const figures: Figure[] = [];
  for (let i = at - 1; i >= 0 && figures.length < BESIDE; i--) addFigure(questions[i], figures);
  figures.reverse();
  const most = figures.length + BESIDE;
  for (let i = at + 1; i < questions.length && figures.length < most; i++) addFigure(questions[i], figures);
  return figures;
}

function addFigure(question: Question | undefined, figures: Figure[]): void {
  if (question !== undefined && isFigure(question.fact)) figures.push(question.fact);
}

/** Takes a fact; says whether it is a figure, and no quotation. */
export function isFigure(fact: Figure | Quotation): fact is Figure {
  return "measure" in fact;
}

function nearOf({ prose, questions }: Paragraph, at: number): string {
  const { start, end } = (questions[at] as Question).near;
  return prose.slice(start, end);
}

function textOf({ prose, wide }: Paragraph): string {
  return prose.slice(wide.start, wide.end);
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

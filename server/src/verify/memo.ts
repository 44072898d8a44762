import type { Span } from "../text/span.ts";
import type { Evidence, Judgement, Suggestion } from "./types.ts";

/** Judgements of the paragraphs of a draft, kept from one check to the next; `null` for what is no fact to judge. */
export interface JudgementMemo {
  /** Takes the key of a paragraph and where it begins now; gives its judgements moved there, or makes them and keeps them. */
  judged(key: string, base: number, make: () => (Judgement | null)[]): readonly (Judgement | null)[];
  /** To be called when a check begins: what the check before did not use is let go; another store or revision lets go of all. */
  begin(store: object, revision: number): void;
}

interface Kept {
  readonly base: number;
  readonly judgements: readonly (Judgement | null)[];
}

/** Gives an empty memo. One memo serves one draft. */
export function createMemo(): JudgementMemo {
  let owner: object | null = null;
  let seen = -1;
  let before = new Map<string, Kept>();
  let now = new Map<string, Kept>();
  return {
    begin(store, revision) {
      before = store === owner && revision === seen ? now : new Map();
      now = new Map();
      owner = store;
      seen = revision;
    },
    judged(key, base, make) {
      const kept = now.get(key) ??
        before.get(key) ?? { base, judgements: make().map((one) => one && moveJudgement(one, 0)) };
      now.set(key, kept);
      const moved = base - kept.base;
      return moved === 0 ? kept.judgements : kept.judgements.map((one) => one && moveJudgement(one, moved));
    },
  };
}

/** Takes facts and where their paragraph begins; gives them as text in which offsets count from there, so that equal text means equal facts. */
export function relativeText(facts: unknown, base: number): string {
  return JSON.stringify(facts, (key, value: unknown) =>
    typeof value === "number" && (key === "start" || key === "end") ? value - base : value,
  );
}

/** All that counts in the draft: the spans of suggestions and of differing words. */
function moveJudgement(judgement: Judgement, by: number): Judgement {
  return {
    ...judgement,
    suggestions: judgement.suggestions.map((one): Suggestion => ({ ...one, span: movedSpan(one.span, by) })),
    evidence: judgement.evidence.map(
      (one): Evidence => ({
        ...one,
        differences: one.differences.map(({ draft, source }) => ({
          draft: { ...movedSpan(draft, by), text: draft.text },
          source,
        })),
      }),
    ),
  };
}

/** The span and nothing that a judge hung on it. */
function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

import type { CorpusStore } from "../../store/types.ts";
import type { Evidence, Relation } from "../types.ts";
import type { Enumeration } from "./enumerate.ts";
import type { Candidate } from "./types.ts";

/** Takes a candidate, how it relates, and the store; gives the passage as evidence. */
export function evidenceOf({ stored }: Candidate, relation: Relation, store: CorpusStore): Evidence {
  const { source, figure, passage } = stored;
  return {
    source,
    relation,
    start: passage.start,
    end: passage.end,
    passage: passage.text,
    focus: { start: figure.start, end: figure.end, text: figure.text },
    claimant: figure.claimant?.text ?? null,
    differences: [],
    place: { paragraph: passage.paragraph, page: passage.page },
    published: store.source(source)?.meta.published ?? null,
  };
}

/** Takes a list that a source gives, and the store; gives its passage as evidence. */
export function evidenceOfList({ source, passage, text, start, end }: Enumeration, store: CorpusStore): Evidence {
  return {
    source,
    relation: "supports",
    start: passage.start,
    end: passage.end,
    passage: passage.text,
    focus: { start, end, text },
    claimant: null,
    differences: [],
    place: { paragraph: passage.paragraph, page: passage.page },
    published: store.source(source)?.meta.published ?? null,
  };
}

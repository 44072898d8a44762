import type { CorpusStore, Passage } from "../../store/types.ts";
import { claimantName } from "../names.ts";
import type { Evidence, Relation } from "../types.ts";
import type { Enumeration } from "./enumerate.ts";
import type { Candidate } from "./types.ts";

/** Takes a candidate and how it relates; gives the passage as evidence. */
export function evidenceOf({ stored }: Candidate, relation: Relation): Evidence {
  const { figure, passage, published } = stored;
  const focus = { start: figure.start, end: figure.end, text: figure.text };
  return {
    ...shown(passage, published),
    relation,
    focus,
    claimant: figure.claimant ? claimantName(figure.claimant) : null,
  };
}

/** Takes a list that a source gives, and the store; gives its passage as evidence. */
export function evidenceOfList({ passage, text, start, end }: Enumeration, store: CorpusStore): Evidence {
  return { ...evidenceOfPassage(passage, store), focus: { start, end, text } };
}

/** Takes what is worked out from figures of one sentence, and the store; gives the sentence as evidence. */
export function evidenceOfSum({ passage }: { readonly passage: Passage }, store: CorpusStore): Evidence {
  return evidenceOfPassage(passage, store);
}

function evidenceOfPassage(passage: Passage, store: CorpusStore): Evidence {
  return shown(passage, store.source(passage.source)?.meta.published ?? null);
}

function shown({ source, start, end, text, paragraph, page }: Passage, published: string | null): Evidence {
  const place = { paragraph, page };
  return {
    source,
    relation: "supports",
    start,
    end,
    passage: text,
    focus: null,
    claimant: null,
    differences: [],
    place,
    published,
  };
}

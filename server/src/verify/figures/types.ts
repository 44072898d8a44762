import type { Figure } from "../../extract/types.ts";
import type { StoredFigure } from "../../store/types.ts";
import type { Claim } from "./bounds.ts";
import type { ValueRelation } from "./values.ts";

/** Who says so, in the draft against the source; `open` where one of them does not say. */
export type ClaimantRelation = "same" | "other" | "open";

/** In what a source's figure measures something else. */
export type Facet =
  | "outcome"
  | "counted"
  | "place"
  | "period"
  | "unit"
  | "negation"
  | "role"
  | "cycle"
  | "deed"
  | "context";

/** How what the draft's figure measures stands to what a source's figure measures. */
export interface MeasureMatch {
  /** How well the contexts fit, as log odds that they measure the same. */
  readonly score: number;
  /** The share of the words of the draft's sentence, by weight, that stand in the source's too. */
  readonly closeness: number;
  /** The facets that exclude one another; none where they may be the same. */
  readonly conflicts: readonly Facet[];
  /** True where the same thing is counted with the same outcome, by what both texts say. */
  readonly sure: boolean;
}

/** A source's figure held against the draft's. */
export interface Candidate {
  readonly stored: StoredFigure;
  readonly value: ValueRelation;
  readonly claim: Claim;
  readonly measure: MeasureMatch;
  readonly claimant: ClaimantRelation;
}

/** A figure of the draft with all that was found for it. */
export interface Found {
  readonly figure: Figure;
  /** What a context must score at least to be about the same measure. */
  readonly leastFit: number;
  /** Candidates whose claim follows or is loosely the same, the best fitting first. */
  readonly same: readonly Candidate[];
  /** Candidates with another value, the best fitting first. */
  readonly other: readonly Candidate[];
}

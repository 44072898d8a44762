/** What two contexts are compared by; each counts from 0 to 1. */
export type Feature =
  | "sameHead"
  | "relatedHead"
  | "headInContext"
  | "otherHead"
  | "sameUnit"
  | "sameOutcome"
  | "nearTerms"
  | "clauseTerms"
  | "sentenceTerms";

/**
 * Weights of the linear score of two contexts, as log odds that both figures measure the same: a logistic regression over figures of
 * summaries that people marked as right (the source's figure with that value against its other figures) and as wrong (the source's figures with
 * that value), as `test/quality/fit.ts` does it. Rounded; `relatedHead` is raised by hand, for a wider word names the same people.
 */
export const WEIGHTS: Readonly<Record<Feature | "constant", number>> = {
  constant: -1.45,
  sameHead: 1.05,
  relatedHead: 0.7,
  headInContext: 1,
  otherHead: -0.6,
  sameUnit: 0.45,
  sameOutcome: 0.25,
  nearTerms: 1.1,
  clauseTerms: 0.75,
  sentenceTerms: 0.4,
};

/**
 * A same value whose context scores below this is for something else. The more sources a value is looked up in, the likelier it stands somewhere by
 * chance, so that the least fit rises with each doubling of the sources that hold candidates.
 */
export const LEAST_FIT = -1.95;
export const RISE_BY_DOUBLING = 0.2;
/** The most that any number of sources asks for. */
export const HIGHEST_LEAST_FIT = -0.9;
/** Another value of the sources takes the measure when its context fits better by this much, and scores at least the second. */
export const BETTER_BY = 1.5;
export const FITS_WELL = -0.1;

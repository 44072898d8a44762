/** What two contexts are compared by; each counts from 0 to 1. */
export type Feature =
  | "sameHead"
  | "relatedHead"
  | "headInContext"
  | "otherHead"
  | "otherDimension"
  | "common"
  | "sameUnit"
  | "sameOutcome"
  | "sameVerb"
  | "samePlace"
  | "nearTerms"
  | "clauseTerms"
  | "sentenceTerms";

/** Weights of the linear score of two contexts, as log odds. */
export const WEIGHTS: Readonly<Record<Feature | "constant", number>> = {
  constant: -2,
  sameHead: 1.2,
  relatedHead: 0.6,
  headInContext: 0.4,
  otherHead: -0.8,
  otherDimension: -0.5,
  common: 0,
  sameUnit: 0.8,
  sameOutcome: 0.8,
  sameVerb: 0.5,
  samePlace: 0.3,
  nearTerms: 1.5,
  clauseTerms: 1.5,
  sentenceTerms: 1,
};

/** A same value whose context scores below this is for something else. */
export const LEAST_FIT = -2.6;
/** Another value of the sources takes the measure when its context fits better by this much, and fits well at all. */
export const BETTER_BY = 1.4;
export const FITS_WELL = 0.3;

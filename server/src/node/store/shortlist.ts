/** How many candidates of a look-up are read and ranked, those with most votes first. */
export interface Shortlist {
  readonly most: number;
  /** So many where the last ones have equally many votes. */
  readonly tied: number;
  /** Beyond `ALWAYS`, only those with at least so much of the votes of the first. */
  readonly share: number;
}

/** Candidates that are looked at however few votes they have. */
export const ALWAYS = 8;

const WIDE: Shortlist = { most: Number.POSITIVE_INFINITY, tied: Number.POSITIVE_INFINITY, share: 0.4 };
/** Beside so many sources a figure has more that are alike than can be looked at, and those that share most of its context tell as much as all of them. */
const MANY_SOURCES = 30_000;
const BESIDE_MANY = {
  value: { most: 10, tied: 24, share: 0.75 },
  measure: { most: 12, tied: 12, share: 0.8 },
} as const;

/** What is looked at of keys that are less sure than those asked before them. */
export const FURTHER: Shortlist = { most: ALWAYS, tied: ALWAYS, share: WIDE.share };

/** Takes by what is looked up, how many are asked for, and the number of sources; gives how many are looked at: `ALWAYS` at least. */
export function shortlistOf(by: keyof typeof BESIDE_MANY, limit: number, sources: number): Shortlist {
  const { most, tied, share } = sources > MANY_SOURCES ? BESIDE_MANY[by] : WIDE;
  return { most: Math.max(ALWAYS, Math.min(limit, most)), tied: Math.min(limit, tied), share };
}

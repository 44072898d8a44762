import type { Bound } from "../types.ts";

type Bounding = Exclude<Bound, "exact">;

/** Phrases right before a figure, parted by commas; the longest that fits is taken, so "no more than" is not "more than". */
export const BEFORE: Readonly<Record<Bounding, string>> = {
  "more-than":
    "more than,greater than,higher than,larger than,bigger than,better than,longer than,older than,heavier than,faster than," +
    "over,well over,just over,a little over,slightly over,above,well above,just above,beyond,in excess of,north of," +
    "exceeding,exceeded,exceeds,exceed,topping,topped,tops,surpassed,surpassing,surpasses,upwards of,upward of," +
    "climbs past,climbed past,rises past,rose past,risen past,grows past,grew past,soars past,soared past,surges past,surged past,goes past,went past",
  "at-least":
    "at least,no fewer than,no less than,not less than,not fewer than,as few as,as little as,a minimum of,minimum of,from as little as",
  "less-than":
    "less than,fewer than,lower than,smaller than,shorter than,younger than,lighter than,slower than,under,just under,a little under," +
    "slightly under,well under,below,just below,well below,beneath,short of,just short of,shy of,just shy of",
  "at-most":
    "at most,at the most,up to,as many as,as much as,as high as,as long as,no more than,not more than,no greater than,no longer than," +
    "no higher than,no larger than,no bigger than,a maximum of,maximum of,not exceeding,capped at,maximum",
  about:
    "about,around,roughly,approximately,aproximately,approx,some,an estimated,estimated,estimated at,nearly,almost,virtually,practically," +
    "close to,in the region of,in the order of,of the order of,on the order of,order of,circa,near,nears,neared,nearing,approaches,approached,approaching," +
    "somewhere around,in the neighborhood of,in the neighbourhood of,in the vicinity of,perhaps,maybe,a reported,more or less," +
    "pretty much,something like,an approximate,approximate,nominally,getting on for",
};

/** Phrases right behind a figure or the thing that it counts. */
export const AFTER: Readonly<Record<Exclude<Bounding, "more-than" | "less-than">, string>> = {
  "at-least":
    "or more,or above,or over,or greater,or higher,or older,or longer,or better,and above,and over,and up,and older,and counting,and more," +
    "at least,at the least,at a minimum,plus",
  "at-most":
    "or less,or fewer,or under,or below,or lower,or younger,and under,and below,at most,at the most,at a maximum",
  about: "or so,or thereabouts,give or take,odd,ish,more or less,approximately,nominally,on average or so",
};

/** Signs right before a figure. */
export const SIGNS: ReadonlyMap<string, Bounding> = new Map([
  ["~", "about"],
  ["∼", "about"],
  ["≈", "about"],
  ["≃", "about"],
  ["≅", "about"],
  ["≳", "about"],
  ["≲", "about"],
  [">", "more-than"],
  ["<", "less-than"],
  ["≥", "at-least"],
  ["⩾", "at-least"],
  ["≧", "at-least"],
  ["≤", "at-most"],
  ["⩽", "at-most"],
  ["≦", "at-most"],
]);

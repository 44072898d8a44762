import type { Dimension, Figure } from "../extract/types.ts";

/** A figure's value made comparable: figures of one family count in the same unit. */
export interface Magnitude {
  /** "count", "share" (percent and fraction), "time", "length", … ; figures of two families are never compared. */
  readonly family: string;
  /** Lowest and highest value in the family's own unit (shares: 1 is the whole; time: days; dates: days since 1970-01-01). */
  readonly low: number;
  readonly high: number;
  /** How far a value may lie off and still round to this one. */
  readonly slack: number;
}

type Quantified = Pick<Figure, "low" | "high" | "dimension" | "unit" | "precision" | "bound">;

const FAMILIES: Readonly<Record<Dimension, readonly [family: string, scale: number]>> = {
  count: ["count", 1],
  percent: ["share", 0.01],
  fraction: ["share", 1],
  money: ["money", 1],
  duration: ["time", 1],
  date: ["date", 1],
  multiple: ["multiple", 1],
  measure: ["measure", 1],
  ordinal: ["ordinal", 1],
};

/** Units that turn into one another: unit, family, and how many of the family's unit it is. */
const UNITS: ReadonlyMap<string, readonly [family: string, scale: number]> = new Map(
  Object.entries({
    time: "second 1.1574074074074073e-5,minute 6.944444444444445e-4,hour 0.041666666666666664,day 1,night 1,week 7,weekend 2,fortnight 14,month 30.4375,quarter 91.3125,season 91.3125,year 365.25,decade 3652.5,century 36525",
    length:
      "mm 0.001,millimetre 0.001,cm 0.01,centimetre 0.01,m 1,metre 1,meter 1,km 1000,kilometre 1000,kilometer 1000,inch 0.0254,in 0.0254,foot 0.3048,feet 0.3048,ft 0.3048,yard 0.9144,yd 0.9144,mile 1609.344,mi 1609.344,nautical mile 1852",
    area: "m2 1,square metre 1,square meter 1,km2 1e6,square kilometre 1e6,square kilometer 1e6,square mile 2589988.11,square foot 0.09290304,square feet 0.09290304,hectare 10000,ha 10000,acre 4046.8564224",
    mass: "mg 1e-6,g 0.001,gram 0.001,kg 1,kilo 1,kilogram 1,kilogramme 1,tonne 1000,t 1000,ton 907.18474,pound 0.45359237,lb 0.45359237,ounce 0.028349523,oz 0.028349523",
    volume:
      "ml 0.001,l 1,litre 1,liter 1,m3 1000,cubic metre 1000,cubic meter 1000,gallon 3.785411784,barrel 158.987294928",
    speed: "km/h 1,kmh 1,kph 1,kilometre per hour 1,mph 1.609344,mile per hour 1.609344,knot 1.852,m/s 3.6",
    energy: "wh 1,watt-hour 1,kwh 1000,kilowatt-hour 1000,mwh 1e6,gwh 1e9,twh 1e12",
    power: "w 1,watt 1,kw 1000,kilowatt 1000,mw 1e6,megawatt 1e6,gw 1e9,gigawatt 1e9",
  }).flatMap(([family, list]) =>
    list.split(",").map((entry): [string, [string, number]] => {
      const cut = entry.lastIndexOf(" ");
      return [entry.slice(0, cut), [family, Number(entry.slice(cut + 1))]];
    }),
  ),
);

/** Takes a figure; gives its value in the unit of its family. Linear units alone are turned: temperatures stay as written. */
export function magnitudeOf(figure: Quantified): Magnitude {
  const [family, scale] = familyOf(figure);
  const low = Math.min(figure.low, figure.high) * scale;
  const high = Math.max(figure.low, figure.high) * scale;
  return { family, low, high, slack: slackOf(figure) * scale };
}

/** Takes a figure's dimension and unit; gives the family of values that it can be compared with, and what turns it into the family's unit. */
export function familyOf(figure: Pick<Figure, "dimension" | "unit">): readonly [family: string, scale: number] {
  const { dimension, unit } = figure;
  if (dimension === "duration" || dimension === "measure") {
    const known = unit === null ? undefined : UNITS.get(unit.toLowerCase());
    if (known !== undefined) return known;
    if (unit !== null) return [`measure:${unit.toLowerCase()}`, 1];
  }
  return FAMILIES[dimension];
}

/** A bound holds of all that lies within a whole step ("more than 1,200" of 1,291), a plain value of what rounds to it. */
function slackOf(figure: Quantified): number {
  if (figure.dimension === "date" || !(figure.precision > 0)) return 0;
  const step = figure.precision * (figure.bound === "exact" ? 0.5 : 1);
  return Math.min(step, Math.max(Math.abs(figure.low), Math.abs(figure.high)) * 0.5);
}

/** Takes two magnitudes; says whether one equals the other, lies in its range or rounds to it. */
export function agree(a: Magnitude, b: Magnitude): boolean {
  return a.family === b.family && (reaches(a, b) || reaches(b, a));
}

function reaches(wide: Magnitude, narrow: Magnitude): boolean {
  const slip = Math.max(Math.abs(wide.low), Math.abs(wide.high)) * 1e-9;
  return narrow.high >= wide.low - wide.slack - slip && narrow.low <= wide.high + wide.slack + slip;
}

/** Takes two magnitudes of one family; gives 1 for equal ones, less the further they lie apart, 0 for far apart. */
export function closeness(a: Magnitude, b: Magnitude): number {
  const size = Math.max(Math.abs(a.low), Math.abs(a.high), Math.abs(b.low), Math.abs(b.high));
  if (size === 0) return 1;
  const apart = (Math.abs(a.low - b.low) + Math.abs(a.high - b.high)) / (2 * size);
  return Math.max(0, 1 - apart);
}

/** Bucket of what spans too much for buckets of its own. */
export const WIDE = "~";
/** Most buckets that one figure is filed under, and asked for under. */
const MOST_FILED = 14;
const MOST_ASKED = 70;

/** Takes a magnitude; gives the names of the buckets under which a source's figure is filed: its own values, or `WIDE` alone. */
export function bucketsOfSource(magnitude: Magnitude): readonly string[] {
  return bucketsBetween(magnitude.family, magnitude.low, magnitude.high, MOST_FILED) ?? [WIDE];
}

/**
 * Takes a magnitude; gives the names of all buckets in which a source's figure that agrees with it may be filed, its own first,
 * or `null` where it spans so much that buckets are of no use.
 */
export function bucketsToAsk(magnitude: Magnitude): readonly string[] | null {
  const { family, low, high, slack } = magnitude;
  const own = bucketsBetween(family, low - slack, high + slack, MOST_ASKED);
  if (own === null) return null;
  const all = new Set([...(bucketsBetween(family, low, high, MOST_ASKED) ?? []), ...own]);
  if (family !== "date") for (const value of rounded(low, high)) all.add(bucketOf(family, value));
  all.add(WIDE);
  return [...all];
}

/** What a source that rounded these values to one or two digits would have written. */
function rounded(low: number, high: number): number[] {
  return [low, high].flatMap((value) =>
    value === 0 || !Number.isFinite(value) ? [] : [Number(value.toPrecision(1)), Number(value.toPrecision(2))],
  );
}

function bucketsBetween(family: string, low: number, high: number, most: number): string[] | null {
  if (low === high) return [bucketOf(family, low)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  if (family !== "date" && low <= 0 && high >= 0) return null;
  const [first, last] = [indexOf(family, low), indexOf(family, high)];
  const [from, to] = [Math.min(first, last), Math.max(first, last)];
  if (to - from >= most) return null;
  const sign = low < 0 && family !== "date" ? "-" : "";
  return Array.from({ length: to - from + 1 }, (_, i) => `${sign}${from + i}`);
}

function bucketOf(family: string, value: number): string {
  if (family === "date") return `${indexOf(family, value)}`;
  if (value === 0 || !Number.isFinite(value)) return `${value}=`;
  return `${value < 0 ? "-" : ""}${indexOf(family, value)}`;
}

/** A tenth of an order of magnitude (a month for dates): 1,600 and 1,700 fall together or side by side. */
function indexOf(family: string, value: number): number {
  return family === "date" ? Math.floor(value / 31) : Math.floor(Math.log10(Math.abs(value)) * 10 + 1e-9);
}

import { anyOf, Lexicon } from "../../text/lexicon.ts";
import type { Dimension } from "../types.ts";
import { codeAt, follows, isCapital, isDash, isHyphen, isMark, isWord, joined, type Scan, word } from "./scan.ts";

/** What follows a number and says what it is a number of. */
export interface Unit {
  readonly dimension: Dimension;
  readonly unit: string;
  /** The token after the unit. */
  readonly to: number;
}

const DURATIONS: Readonly<Record<string, string>> = {
  millisecond: "millisecond milliseconds ms",
  second: "second seconds sec secs",
  minute: "minute minutes min mins",
  hour: "hour hours hr hrs",
  day: "day days",
  night: "night nights",
  week: "week weeks wk wks",
  fortnight: "fortnight fortnights",
  month: "month months",
  year: "year years yr yrs yo",
  season: "seasons",
  decade: "decade decades",
  century: "century centuries",
};

const MEASURES: Readonly<Record<string, string>> = {
  km: "km kms kilometer kilometers kilometre kilometres",
  m: "metre metres meter meters m",
  cm: "cm cms centimetre centimetres centimeter centimeters",
  mm: "mm millimetre millimetres millimeter millimeters",
  dm: "dm decimetre decimeter",
  micrometre: "μm µm micron microns micrometre micrometres",
  nm: "nm nanometre nanometres nanometer nanometers",
  mile: "mile miles mi",
  yard: "yard yards yd yds",
  foot: "foot feet ft",
  inch: "inch inches",
  "nautical mile": "nmi",
  kg: "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
  g: "gram grams gramme grammes g",
  mg: "mg milligram milligrams",
  microgram: "μg µg mcg microgram micrograms microgrammes",
  tonne: "tonne tonnes t",
  ton: "ton tons",
  kiloton: "kiloton kilotons kilotonne kilotonnes",
  pound: "lb lbs pound pounds",
  ounce: "ounce ounces oz",
  stone: "stone",
  litre: "litre litres liter liters l",
  ml: "ml millilitre millilitres milliliter milliliters",
  gallon: "gallon gallons gal",
  pint: "pint pints",
  barrel: "barrel barrels bbl bpd",
  cup: "cup cups",
  tablespoon: "tablespoon tablespoons tbsp",
  teaspoon: "teaspoon teaspoons tsp",
  hectare: "hectare hectares ha",
  acre: "acre acres",
  mph: "mph",
  "km/h": "kph kmh kmph",
  knot: "knot knots",
  watt: "watt watts w",
  kW: "kw kilowatt kilowatts",
  MW: "mw megawatt megawatts",
  GW: "gw gigawatt gigawatts",
  kWh: "kwh",
  volt: "volt volts v",
  hertz: "hz hertz",
  kHz: "khz",
  MHz: "mhz",
  GHz: "ghz",
  eV: "ev",
  joule: "joule joules",
  calorie: "calorie calories kcal",
  byte: "byte bytes",
  bit: "bit bits",
  KB: "kb kilobyte kilobytes",
  MB: "mb megabyte megabytes",
  GB: "gb gigabyte gigabytes",
  TB: "tb terabyte terabytes",
  pixel: "pixel pixels px",
  megapixel: "megapixel megapixels mp",
  kelvin: "kelvin k",
  bar: "bar bars",
  mmHg: "mmhg",
  kPa: "kpa",
  MPa: "mpa",
  ppm: "ppm",
  ppb: "ppb",
  Mbps: "mbps mbit",
  Gbps: "gbps gbit",
  decibel: "db decibel decibels",
  carat: "carat carats",
  horsepower: "hp bhp horsepower",
  "light-year": "lightyear lightyears",
  radian: "rad radian radians",
};

/** Letters that are a unit only in this case and where nothing else is likelier. */
const CASED: ReadonlyMap<string, string> = new Map([
  ["K", "kelvin"],
  ["W", "watt"],
  ["V", "volt"],
  ["L", "litre"],
  ["C", "°C"],
  ["F", "°F"],
]);

/** Units that are words of other trades too: taken behind digits alone. */
const AFTER_DIGITS_ALONE = new Set(
  "m g t l k w v ha mi gal rad min sec ms mp db mb gb kb tb bar bars ev cup cups bit bits stone".split(" "),
);

function entriesOf(table: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(table).flatMap(([unit, words]) =>
    words.split(" ").map((name): [string, string] => [name, unit]),
  );
}

/** Units of time, by each of their names. */
export const PERIOD_UNITS = new Lexicon<string>(entriesOf(DURATIONS));
const MEASURE_UNITS = new Lexicon<string>(entriesOf(MEASURES));
const POWERS = new Lexicon<string>([
  ["square", "square"],
  ["sq", "square"],
  ["cubic", "cubic"],
  ["cu", "cubic"],
  ["metric", ""],
  ["nautical", "nautical"],
  ["long", ""],
  ["short", ""],
]);
const PERCENT_WORDS = new Lexicon<true>(
  ["percent", "percents", "pct", "percentage", "pc"].map((name) => [name, true] as const),
);

const SCALES_OF_HEAT = new Lexicon<string>([
  ["c", "°C"],
  ["celsius", "°C"],
  ["celcius", "°C"],
  ["centigrade", "°C"],
  ["centigrate", "°C"],
  ["f", "°F"],
  ["fahrenheit", "°F"],
  ["farenheit", "°F"],
]);

/** All words with which a unit may begin. */
export const UNIT_WORDS = anyOf(
  [PERIOD_UNITS, MEASURE_UNITS, POWERS, PERCENT_WORDS, SCALES_OF_HEAT],
  "per basis bps bp degrees degree deg parts st inch inches",
);

const NAMED: ReadonlyMap<string, string> = new Map([...entriesOf(MEASURES), ...entriesOf(DURATIONS)]);

/** Takes a lower-case word; gives the unit that it is a name of ("kilometres": "km"), else `null`. */
export function unitNamed(word: string): string | null {
  return NAMED.get(word) ?? null;
}

/** Takes the index behind a number and whether it is in digits; gives the unit that stands there, hyphen or blank before it alike, else `null`. */
export function readUnit(scan: Scan, at: number, digits: boolean): Unit | null {
  if (!follows(scan, at)) return null;
  const percent = readPercent(scan, at);
  if (percent !== null) return percent;
  const degrees = readDegrees(scan, at) ?? readParts(scan, at);
  if (degrees !== null) return degrees;
  const from =
    isHyphen(scan, at) || (isDash(scan, at) && joined(scan, at) === joined(scan, at + 1) && !digits) ? at + 1 : at;
  return isWord(scan, from) ? (readDuration(scan, from) ?? readMeasure(scan, from, digits)) : null;
}

/** "410 parts per million". */
function readParts(scan: Scan, at: number): Unit | null {
  if (word(scan, at) !== "parts" || word(scan, at + 1) !== "per") return null;
  const whole = word(scan, at + 2);
  const unit = whole === "million" ? "ppm" : whole === "billion" ? "ppb" : null;
  return unit === null ? null : { dimension: "measure", unit, to: at + 3 };
}

/** "%", "percent", "per cent", "percentage points", "points", "basis points". */
function readPercent(scan: Scan, at: number): Unit | null {
  if (isMark(scan, at, 0x25)) return percentAt(at + 1, scan);
  const from = isHyphen(scan, at) ? at + 1 : at;
  if (PERCENT_WORDS.has(scan.tokens, from))
    return word(scan, from) === "pc" && !joined(scan, from) ? null : percentAt(from + 1, scan);
  const first = word(scan, from);
  if (first === "per" && word(scan, from + 1) === "cent") return percentAt(from + 2, scan);
  const points = isHyphen(scan, from + 1) ? from + 2 : from + 1;
  if (first === "basis" && word(scan, points).startsWith("point"))
    return { dimension: "percent", unit: "basis point", to: points + 1 };
  return first === "bps" || first === "bp" ? { dimension: "percent", unit: "basis point", to: from + 1 } : null;
}

function percentAt(to: number, scan: Scan): Unit {
  const points = isHyphen(scan, to) ? to + 1 : to;
  const next = word(scan, points);
  if (next === "point" || next === "points") return { dimension: "percent", unit: "percentage point", to: points + 1 };
  return { dimension: "percent", unit: "percent", to };
}

/** "°C", "degrees Celsius", "degrees", "Celsius". */
function readDegrees(scan: Scan, at: number): Unit | null {
  const sign = isMark(scan, at, 0xb0) || isMark(scan, at, 0xba);
  const from = isHyphen(scan, at) ? at + 1 : at;
  const first = word(scan, from);
  const named = first === "degrees" || first === "degree" || first === "deg";
  if (!sign && !named) {
    const alone = first.length > 1 ? SCALES_OF_HEAT.find(scan.tokens, from) : undefined;
    return alone === undefined ? null : { dimension: "measure", unit: alone, to: from + 1 };
  }
  const behind = isHyphen(scan, from + 1) ? from + 2 : from + 1;
  const scale = SCALES_OF_HEAT.find(scan.tokens, behind);
  const compass = scale === undefined && sign && /^[NSEW]$/.test(scan.tokens.raw(from + 1));
  return { dimension: "measure", unit: scale ?? "degree", to: scale === undefined && !compass ? from + 1 : behind + 1 };
}

function readDuration(scan: Scan, at: number): Unit | null {
  const found = PERIOD_UNITS.find(scan.tokens, at);
  return found === undefined ? null : { dimension: "duration", unit: found, to: at + 1 };
}

function readMeasure(scan: Scan, at: number, digits: boolean): Unit | null {
  const power = POWERS.find(scan.tokens, at);
  const from = power === undefined ? at : isMark(scan, at + 1, 0x2e) || isHyphen(scan, at + 1) ? at + 2 : at + 1;
  const found = measureAt(scan, from, digits);
  if (found === undefined) return null;
  const raised = from + 1 < scan.tokens.count && joined(scan, from + 1) ? powerSign(scan, from + 1) : "";
  const unit = [raised || power, found].filter(Boolean).join(" ");
  const to = raised === "" ? from + 1 : from + 2;
  return readPer(scan, { dimension: "measure", unit, to });
}

function measureAt(scan: Scan, at: number, digits: boolean): string | undefined {
  const name = word(scan, at);
  if (name === "st") return digits && joined(scan, at) && scan.tokens.raw(at) === "st" ? "stone" : undefined;
  if (name === "inch" || name === "inches") return "inch";
  if (!digits && AFTER_DIGITS_ALONE.has(name)) return undefined;
  if (name.length === 1) {
    if ((isDash(scan, at + 1) || (name === "c" && isMark(scan, at + 1, 0x2f))) && joined(scan, at + 1))
      return undefined;
    const cased = CASED.get(scan.tokens.raw(at));
    if (cased !== undefined) return cased;
    if (isCapital(scan, at)) return undefined;
  }
  return MEASURE_UNITS.find(scan.tokens, at);
}

function powerSign(scan: Scan, at: number): string {
  const code = codeAt(scan, at);
  if (code === 0xb2 || scan.tokens.raw(at) === "2") return "square";
  return code === 0xb3 || scan.tokens.raw(at) === "3" ? "cubic" : "";
}

/** "miles an hour", "km/h", "metres per second". */
function readPer(scan: Scan, unit: Unit): Unit {
  const link = word(scan, unit.to);
  const slash = isMark(scan, unit.to, 0x2f) && joined(scan, unit.to);
  if (!slash && link !== "per" && link !== "an" && link !== "a") return unit;
  const time = slash && word(scan, unit.to + 1) === "h" ? "hour" : PERIOD_UNITS.find(scan.tokens, unit.to + 1);
  if (time === undefined) return unit;
  return { dimension: "measure", unit: `${unit.unit}/${time}`, to: unit.to + 2 };
}

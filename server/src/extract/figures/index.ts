import { type TextDocument, tokenAt } from "../../text/document.ts";
import { NUMBER, WORD } from "../../text/tokens.ts";
import type { ExtractOptions, Quantity } from "../types.ts";
import { readAge, readTens } from "./ages.ts";
import { boundBefore } from "./bounds.ts";
import { parseIsoDate } from "./calendar.ts";
import { type DateReading, readDate } from "./dates.ts";
import { type Draft, finishDraft, readDraft } from "./figure.ts";
import { boundShared, isBetween, isOdds, oddsOf, readLinked, shareCurrency } from "./links.ts";
import { behindLabels, isName } from "./names.ts";
import { readCentury, readPeriod, readYear } from "./periods.ts";
import { isNumber, type Scan, scanOf, word } from "./scan.ts";
import { behindUrl, skipFrom } from "./skips.ts";
import {
  isPronoun,
  ordinalBehind,
  readMultiple,
  readNegative,
  readOrdinal,
  readRatio,
  type Special,
} from "./special.ts";
import { type Opening, openingAt } from "./triggers.ts";

/**
 * Reads every quantity of a text: counts, money, percentages, durations and ages, dates, multiples, fractions, measures, ordinals.
 * Takes a document and what is known of it; gives the quantities in order of `start`, none overlapping another, in linear time.
 * Names, models, addresses, list marks, versions and times of day are left out. Dates without a year are resolved against
 * `options.published`, else as calendar.ts says. Never throws.
 */
export function readQuantities(document: TextDocument, options: ExtractOptions): Quantity[] {
  return readQuantitiesIn(document, options, { from: 0, to: document.tokens.count, before: [] });
}

/** A stretch of a text, by token, with the quantities that were read before it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly before: readonly Quantity[];
}

/** As `readQuantities`, of those that begin in a stretch of whole paragraphs. */
export function readQuantitiesIn(
  document: TextDocument,
  options: ExtractOptions,
  { from, to, before }: Stretch,
): Quantity[] {
  const scan = scanOf(document, options, parseIsoDate(options.published));
  const reader = new Reader(scan, before);
  const { kind } = document.tokens;
  for (let at = from; at < to; ) {
    const opening = kind[at] === WORD ? openingAt(scan, at) : undefined;
    if (opening !== undefined) at = reader.readWord(at, opening);
    else at = kind[at] === NUMBER ? reader.readNumber(at) : at + 1;
  }
  return before.length === 0 ? reader.found : reader.found.slice(before.length);
}

/** Reads from left to right; each method takes the token where something may open and gives the token to go on from. */
class Reader {
  readonly found: Quantity[];
  private readonly scan: Scan;
  /** The first token that belongs to no figure yet. */
  private free: number;

  constructor(scan: Scan, before: readonly Quantity[]) {
    this.scan = scan;
    this.found = [...before];
    this.free = before.length === 0 ? 0 : tokenAt(scan.tokens, (before.at(-1) as Quantity).end);
  }

  readNumber(at: number): number {
    const skipped = skipFrom(this.scan, at);
    if (skipped > at) return skipped;
    const date = readDate(this.scan, at) ?? readYear(this.scan, at);
    if (date !== null) return this.pushDate(date);
    const ordinal = readOrdinal(this.scan, at) ?? readRatio(this.scan, at);
    return ordinal === null ? this.readAmount(at) : this.pushSpecial(ordinal);
  }

  readWord(at: number, opening: Opening): number {
    if (opening === "url") return behindUrl(this.scan, at);
    if (opening === "date") return this.pushDate(readDate(this.scan, at) ?? readPeriod(this.scan, at), at);
    if (opening === "amount" || opening === "article") return isPronoun(this.scan, at) ? at + 1 : this.readAmount(at);
    if (opening === "multiple") return this.pushSpecial(readMultiple(this.scan, at), at);
    if (opening === "none") return this.pushSpecial(readNegative(this.scan, at), at);
    const century = readCentury(this.scan, at);
    return century === null ? this.pushSpecial(readOrdinal(this.scan, at), at) : this.pushDate(century);
  }

  private readAmount(at: number): number {
    const between = isBetween(this.scan, at);
    const draft = readDraft(this.scan, at, this.free, { money: false, apart: between });
    if (draft === null) return at + 1;
    const { amount } = draft;
    const ordinal = amount.form === "words" ? ordinalBehind(this.scan, amount.from, amount.to, amount.low) : null;
    if (ordinal !== null) return this.pushSpecial(ordinal);
    if (this.isRate(amount.from)) return amount.to;
    readTens(this.scan, draft);
    if (isName(this.scan, draft)) return Math.max(behindLabels(this.scan, draft.to), at + 1);
    return this.readRange(draft, between);
  }

  /** "64 cents a dozen": what the money is paid for. */
  private isRate(from: number): boolean {
    return word(this.scan, from) === "a" && this.free === from && this.found.at(-1)?.dimension === "money";
  }

  private readRange(draft: Draft, between: boolean): number {
    const linked = readLinked(this.scan, draft, between);
    if (linked === null || isName(this.scan, linked.second)) return this.push(draft);
    if (linked.range) {
      const { second } = linked;
      const low = Math.min(draft.low, second.low);
      const high = Math.max(draft.high, second.high);
      const vague = draft.vague || second.vague;
      return this.push({ ...second, low, high, vague, from: draft.from, step: Math.min(draft.step, second.step) });
    }
    if (isOdds(draft, linked)) return this.pushSpecial(oddsOf(draft, linked));
    this.push(draft);
    return linked.link === "dash" ? this.push(linked.second) : draft.to;
  }

  private push(draft: Draft): number {
    readAge(this.scan, draft);
    shareCurrency(this.scan, draft, this.found);
    const quantity = finishDraft(this.scan, draft, this.free);
    const shared = quantity.bound === "exact" ? boundShared(this.scan, draft, this.found.at(-1)) : null;
    this.found.push(shared === null ? quantity : { ...quantity, bound: shared });
    this.free = Math.max(draft.to, this.free + 1);
    return Math.max(this.free, draft.unit === null ? 0 : draft.behind);
  }

  private pushSpecial(special: Special | null, at = 0): number {
    if (special === null) return at + 1;
    const { from, to, value, dimension } = special;
    return this.pushWhole(from, to, value, value, dimension, null);
  }

  private pushDate(date: DateReading | null, at = 0): number {
    if (date === null) return at + 1;
    return this.pushWhole(date.from, date.to, date.low, date.high, "date", date.unit);
  }

  private pushWhole(
    from: number,
    to: number,
    low: number,
    high: number,
    dimension: Quantity["dimension"],
    unit: string | null,
  ): number {
    const { text, tokens } = this.scan;
    const words = dimension === "ordinal" ? null : boundBefore(this.scan, from);
    const fits = dimension !== "date" || words?.bound === "about";
    const own = words !== null && words.from >= this.free && fits ? words : null;
    const boundSpan =
      own === null ? null : { start: tokens.start[own.from] as number, end: tokens.end[own.to - 1] as number };
    const start = tokens.start[from] as number;
    const end = tokens.end[to - 1] as number;
    const precision = isNumber(this.scan, from) || dimension === "date" ? 1 : 0;
    this.found.push({
      start,
      end,
      text: text.slice(start, end),
      low,
      high,
      bound: own?.bound ?? "exact",
      dimension,
      unit,
      vague: false,
      precision,
      boundSpan,
    });
    this.free = to;
    return to;
  }
}

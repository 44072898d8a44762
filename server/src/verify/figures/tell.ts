import { sameClaimant } from "../../extract/claimants/index.ts";
import { knowledgeOf } from "../../extract/figures/calendar.ts";
import { isPerson, kindOf } from "../../extract/measures/index.ts";
import { OUTCOME_STEMS } from "../../extract/measures/lexicon.ts";
import type { Claimant, Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import { singular, stem } from "../../text/stem.ts";
import { claimantName } from "../names.ts";
import type { Message, MessageArgument } from "../types.ts";
import { nounOf, startsWithUnit } from "./nouns.ts";
import type { Candidate } from "./types.ts";

/** Takes a figure; gives it in words with its bound and what it counts: "more than 1,600 civilians killed", "hundreds of civilians killed". */
export function tell(figure: Figure): Message {
  const amount = figure.bound === "less-than" && figure.dimension !== "count" ? ".amount" : "";
  return { key: `figure.said.${figure.bound}${amount}`, args: amountArgs(figure) };
}

/** Takes a figure and the words of its bound as its text has them ("almost"); gives it in words with these: "almost 80% of Raqqa". */
export function tellWorded(figure: Figure, bound: string): Message {
  return { key: "figure.said.worded", args: { bound, ...amountArgs(figure) } };
}

function amountArgs(figure: Figure): { number: string; what: MessageArgument } {
  const parts = whatOf(figure);
  const [first] = parts;
  const unit = typeof first === "string" && isJoined(figure) ? (/^\p{L}+(?:-\p{L}+)*/u.exec(first)?.[0] ?? "") : "";
  const rest = unit === "" ? parts : [(first as string).slice(unit.length).trim(), ...parts.slice(1)];
  return {
    number: unit === "" ? numberOf(figure) : `${numberOf(figure)}-${unit}`,
    what: spaced(
      rest.filter((part) => part !== ""),
      takesOf(figure) ? ".of" : "",
    ),
  };
}

/** "16-year-old girl", "7.4-kilometre river": the unit is joined to the number where it stands in the singular before what is counted. */
function isJoined(figure: Figure): boolean {
  const { dimension, low, measure } = figure;
  if ((dimension !== "duration" && dimension !== "measure") || low === 1) return false;
  const [, first = "", rest = ""] = /^(\p{L}+)(.*)$/u.exec(measure.counted ?? "") ?? [];
  return (
    (rest !== "" || dimension === "duration") &&
    startsWithUnit(figure, first) &&
    /^\p{L}{3,}$/u.test(first) &&
    !/(?:s|feet)$/i.test(first)
  );
}

/** Shares and heaps are of something: "80% of Raqqa", "tens of thousands of strikes". */
function takesOf({ dimension, vague, text }: Figure): boolean {
  if (dimension === "percent" || dimension === "fraction") return true;
  return vague && /(?:hundreds|thousands|millions|billions|dozens|scores)$/i.test(text);
}

/** Days that are told by the day of writing: each draft and source has its own. */
const TOLD_BY_WEEK =
  /^(?:(?:last|this|next)\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow)$/i;

/** Takes a figure; gives its number as it stands within a sentence, a weekday with its date where that is known. */
export function numberOf(figure: Figure): string {
  const { dimension, low, high, text } = figure;
  const isDay = dimension === "date" && low === high && TOLD_BY_WEEK.test(text) && knowledgeOf(low) === "full";
  return isDay ? `${wordsOf(figure)} (${isoOf(low)})` : wordsOf(figure);
}

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function wordsOf({ text: written, dimension, low, high }: Figure): string {
  const whole = low !== high && dimension !== "date" && / and /.test(written) ? `between ${written}` : written;
  const text = whole.replace(/ %$/, "%");
  const opens = dimension === "date" ? /^(?:Last|This|Next|Earlier|Late|Early|Mid|Since)\b/ : /^[A-Z][a-z]/;
  return opens.test(text) && !/^[A-Z]{2}/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Takes a figure; gives what it counts and what befell them, without the number: "civilians killed"; empty where the text names neither. */
export function whatOf(figure: Figure): readonly (string | Message)[] {
  const { outcome } = figure.measure;
  const noun = nounOf(figure);
  const parts: (string | Message)[] = noun === "" ? [] : [trim(noun)];
  if (outcome !== null && figure.dimension === "count" && !saysOutcome(noun) && (noun === "" || takesOutcome(figure)))
    parts.push({ key: `outcome.${outcome}`, args: {} });
  return parts;
}

/** Something befalls people and things in a row: reports are of those killed, and are not killed. */
function takesOutcome({ measure: { head, outcome } }: Figure): boolean {
  return head === null || isPerson(head) || outcome === "evacuated";
}

/** Takes what a figure counts; gives it as one argument with blanks between the parts and one in front, or "of". */
function spaced(parts: readonly (string | Message)[], of: "" | ".of"): MessageArgument {
  const [one, two] = parts;
  if (one === undefined) return "";
  return two === undefined
    ? { key: `figure.word${of}`, args: { one } }
    : { key: `figure.words${of}`, args: { one, two } };
}

/** Takes what a figure counts; gives it as one argument, or the words for something unnamed. */
export function nameWhat(figure: Figure): MessageArgument {
  const [one, two] = whatOf(figure);
  if (one === undefined) return { key: "figure.nothing", args: {} };
  if (two !== undefined) return { key: "figure.pair", args: { one, two } };
  return typeof one === "string" ? one : { key: "figure.those", args: { one } };
}

function saysOutcome(noun: string): boolean {
  const words = noun.toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => OUTCOME_STEMS.has(stem(word)));
}

/** The words of a headline as they stand within a sentence: common words lose their capitals, names keep them. */
function trim(counted: string): string {
  const words = counted.split(" ");
  return words.map((word) => (isCommon(word) ? word.toLowerCase() : word)).join(" ");
}

function isCommon(word: string): boolean {
  if (!/^[A-Z][a-z]+$/.test(word)) return false;
  const lower = word.toLowerCase();
  return kindOf(singular(lower)) !== null || OUTCOME_STEMS.has(stem(lower));
}

/** Takes candidates and the store; gives the names of their sources, each once: outlets, or titles or ids where there is none. */
export function sourcesOf(candidates: readonly Candidate[], store: CorpusStore): readonly string[] {
  return [...new Set(candidates.map(({ stored }) => stored.outlet ?? nameOf(stored.source, store)))];
}

/** Takes a source's id; gives its outlet, or else its title, or else the id. */
export function nameOf(id: string, store: CorpusStore): string {
  const meta = store.source(id)?.meta;
  return meta?.outlet ?? meta?.title ?? id;
}

/** Takes candidates that say the same; gives who gives what: the arguments of every sentence of the form "VOA and Sputnik give more than 1,600". */
export function claimArgs(candidates: readonly Candidate[], store: CorpusStore): Message["args"] {
  const first = candidates[0] as Candidate;
  const alike = alikeOf(candidates);
  const sources = sourcesOf(alike, store);
  return {
    sources: listed(sources),
    give: { key: sources.length > 1 ? "figure.give.many" : "figure.give.one", args: {} },
    said: tell(first.stored.figure),
  };
}

/** More names than this are counted. */
const MOST_NAMES = 5;

function listed(names: readonly string[]): MessageArgument {
  if (names.length <= MOST_NAMES) return names;
  const shown = names.slice(0, MOST_NAMES - 1);
  return [...shown, { key: "list.more", args: { count: names.length - shown.length } }];
}

/** Takes candidates that say the same; gives the name of whom their sources give it to, `null` where none does, or where they name different ones. */
export function claimantOf(candidates: readonly Candidate[]): string | null {
  const claimants = candidates.flatMap(({ stored }) => stored.figure.claimant ?? []);
  const [first, ...others] = claimants;
  if (first === undefined || others.some((one) => isAnother(first, one))) return null;
  return claimantName(first);
}

/** "The army" and "the mayor" are two, whoever they are; "officials" and "a report" may be anybody's. */
function isAnother(one: Claimant, other: Claimant): boolean {
  const relation = sameClaimant(one, other);
  return relation === "different" || (relation === "unknown" && isDefinite(one) && isDefinite(other));
}

function isDefinite({ text }: Claimant): boolean {
  return /^(?:[Tt]he\b|(?!An?\b)\p{Lu})/u.test(text);
}

/** Takes candidates; gives those of them that give the first one's very figure. */
export function alikeOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first] = candidates;
  return first === undefined ? [] : candidates.filter(({ stored }) => isAlike(stored.figure, first.stored.figure));
}

function isAlike(a: Figure, b: Figure): boolean {
  return a.low === b.low && a.high === b.high && a.bound === b.bound && a.unit === b.unit;
}

const MOST_CLAIMS = 3;

/** Takes candidates; gives their claims, those that give one value together, at most three. A headline's bare number is not told beside its text's "more than" it. */
export function claimsOf(
  candidates: readonly Candidate[],
  store: CorpusStore,
  withClaimant = false,
): readonly Message[] {
  const groups: Candidate[][] = [];
  for (const candidate of candidates.filter((one) => !candidates.some((other) => tellsMore(other, one)))) {
    const group = groups.find(([first]) => first && isAlike(first.stored.figure, candidate.stored.figure));
    if (group) group.push(candidate);
    else if (groups.length < MOST_CLAIMS) groups.push([candidate]);
  }
  const claims = groups.map((group): Message => {
    const claimant = withClaimant ? claimantOf(group) : null;
    const args = claimArgs(group, store);
    return claimant !== null ? { key: "figure.claim.by", args: { ...args, claimant } } : { key: "figure.claim", args };
  });
  return oneForEach(claims);
}

/** "The Mail gives two months and 18 months": what the same sources give is told in one claim. */
function oneForEach(claims: readonly Message[]): Message[] {
  const byWhom = new Map<string, Message[]>();
  for (const claim of claims) {
    const whom = JSON.stringify([claim.key, claim.args["sources"], claim.args["claimant"]]);
    byWhom.set(whom, [...(byWhom.get(whom) ?? []), claim]);
  }
  return [...byWhom.values()].map((all) => {
    const [first] = all as [Message];
    return { ...first, args: { ...first.args, said: all.map(({ args }) => args["said"] as Message) } };
  });
}

/** The same number of the same article, with a bound where the other has none. */
function tellsMore({ stored: a }: Candidate, { stored: b }: Candidate): boolean {
  const isBounded = a.figure.bound !== "exact" && b.figure.bound === "exact";
  return isBounded && a.source === b.source && a.figure.low === b.figure.low && a.figure.high === b.figure.high;
}

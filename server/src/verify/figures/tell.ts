import { OUTCOME_STEMS } from "../../extract/measures/lexicon.ts";
import type { Figure } from "../../extract/types.ts";
import type { CorpusStore } from "../../store/types.ts";
import { stem } from "../../text/stem.ts";
import type { Message, MessageArgument } from "../types.ts";
import type { Candidate } from "./types.ts";

/** Takes a figure; gives it in words with its bound and what it counts: "more than 1,600 civilians killed". */
export function tell(figure: Figure): Message {
  const amount = figure.bound === "less-than" && figure.dimension !== "count" ? ".amount" : "";
  return { key: `figure.said.${figure.bound}${amount}`, args: { number: figure.text, what: spaced(whatOf(figure)) } };
}

/** Takes a figure; gives what it counts and what befell them, without the number: "civilians killed"; empty where the text names neither. */
export function whatOf(figure: Figure): readonly (string | Message)[] {
  const { counted, outcome } = figure.measure;
  const parts: (string | Message)[] = counted === null || figure.dimension === "date" ? [] : [trim(counted)];
  if (outcome !== null && figure.dimension === "count" && !saysOutcome(counted))
    parts.push({ key: `outcome.${outcome}`, args: {} });
  return parts;
}

/** Takes what a figure counts; gives it as one argument with blanks between the parts and one in front. */
function spaced(parts: readonly (string | Message)[]): MessageArgument {
  if (parts.length === 0) return "";
  if (parts.length === 1) return { key: "figure.word", args: { one: parts[0] as string | Message } };
  return { key: "figure.words", args: { one: parts[0] as string | Message, two: parts[1] as string | Message } };
}

/** Takes what a figure counts; gives it as one argument, or the words for something unnamed. */
export function nameWhat(figure: Figure): MessageArgument {
  const [one, two] = whatOf(figure);
  if (one === undefined) return { key: "figure.nothing", args: {} };
  return two === undefined ? one : { key: "figure.pair", args: { one, two } };
}

function saysOutcome(counted: string | null): boolean {
  const words = (counted ?? "").toLowerCase().split(/[^\p{L}]+/u);
  return words.some((word) => OUTCOME_STEMS.has(stem(word)));
}

function trim(counted: string): string {
  return counted.replace(/\s+/g, " ").slice(0, 80);
}

/** Takes candidates and the store; gives the names of their sources, each once: outlets, or titles or ids where there is none. */
export function sourcesOf(candidates: readonly Candidate[], store: CorpusStore): readonly string[] {
  return [...new Set(candidates.map(({ stored }) => nameOf(stored.source, store)))];
}

/** Takes a source's id; gives its outlet, or else its title, or else the id. */
export function nameOf(id: string, store: CorpusStore): string {
  const meta = store.source(id)?.meta;
  return meta?.outlet ?? meta?.title ?? id;
}

/** Takes candidates that say the same; gives who gives what: the arguments of every sentence of the form "VOA and Sputnik give more than 1,600". */
export function claimArgs(candidates: readonly Candidate[], store: CorpusStore): Message["args"] {
  const first = candidates[0] as Candidate;
  const alike = candidates.filter(({ stored }) => isAlike(stored.figure, first.stored.figure));
  const sources = sourcesOf(alike, store);
  return {
    sources,
    give: { key: sources.length > 1 ? "figure.give.many" : "figure.give.one", args: {} },
    said: tell(first.stored.figure),
  };
}

function isAlike(a: Figure, b: Figure): boolean {
  return a.low === b.low && a.high === b.high && a.bound === b.bound && a.unit === b.unit;
}

const MOST_CLAIMS = 3;

/** Takes candidates; gives their claims, those that give one value together, at most three. */
export function claimsOf(
  candidates: readonly Candidate[],
  store: CorpusStore,
  withClaimant = false,
): readonly Message[] {
  const groups: Candidate[][] = [];
  for (const candidate of candidates) {
    const group = groups.find(([first]) => first && isAlike(first.stored.figure, candidate.stored.figure));
    if (group) group.push(candidate);
    else if (groups.length < MOST_CLAIMS) groups.push([candidate]);
  }
  return groups.map((group) => {
    const claimant = withClaimant ? group.find(({ stored }) => stored.figure.claimant)?.stored.figure.claimant : null;
    const args = claimArgs(group, store);
    return claimant
      ? { key: "figure.claim.by", args: { ...args, claimant: claimant.text } }
      : { key: "figure.claim", args };
  });
}

import type { Claimant } from "../../extract/types.ts";
import { claimantName } from "../names.ts";
import type {
  Evidence,
  Judgement,
  Message,
  MessageArgument,
  QuoteFact,
  QuoteVerdict,
  Relation,
  Suggestion,
} from "../types.ts";
import type { SpokenMatch } from "./mouths.ts";
import type { PatternItem } from "./pattern.ts";
import { restoredWords } from "./restore.ts";
import { hidesDenial, turnedRound } from "./sense.ts";
import type { Ground, Outcome } from "./table.ts";

/** What a judgement is put into words from. */
export interface Found {
  readonly fact: QuoteFact;
  readonly pattern: readonly PatternItem[];
  /** Sources that have the very words. */
  readonly exact: readonly SpokenMatch[];
  /** All sources that have them or come near, the nearest first. */
  readonly matches: readonly SpokenMatch[];
}

/** Passages shown at most for one quotation. */
const MOST_EVIDENCE = 6;
/** Changes told one by one; more are told by the first ones. */
const MOST_CHANGES = 3;
const NEAREST_LENGTH = 160;

/** Takes a key and arguments; gives the judgement that a quotation was not checked, and why. */
export function unchecked(key: string, args: Message["args"]): Judgement<QuoteVerdict> {
  return { verdict: "unchecked", message: { key, args }, evidence: [], suggestions: [] };
}

/** Takes the verdict with its ground and what was found; gives the judgement with message, evidence and suggestions. */
export function judgement({ verdict, ground }: Outcome, found: Found): Judgement<QuoteVerdict> {
  return {
    verdict,
    message: MESSAGES[ground](found),
    evidence: evidenceFor(ground, found),
    suggestions: SUGGESTIONS[ground]?.(found) ?? [],
  };
}

const MESSAGES: Readonly<Record<Ground, (found: Found) => Message>> = {
  stands: standing,
  "speakers-differ": ({ exact }) => ({ key: "quote.disputed", args: { claims: claims(exact) } }),
  "other-speaker": otherSpeaker,
  "own-words": ({ fact, exact }) => ({
    key: "quote.misattributed.own",
    args: {
      sources: names(exact),
      have: inNumber("quote.have", exact.length),
      possessive: inNumber("quote.own", exact.length),
      draftSpeaker: told(fact.quote.speaker),
    },
  }),
  turned: ({ exact }) => ({
    key: "quote.altered.sense",
    args: { source: name(exact[0]!), before: wordsBefore(exact[0]!) },
  }),
  hidden: ({ exact }) => ({
    key: "quote.altered.hidden",
    args: { source: name(exact[0]!), skipped: skippedDenial(exact[0]!) },
  }),
  bracket: ({ exact }) => ({
    key: "quote.altered.bracket",
    args: { source: name(exact[0]!), nearest: nearestWords(exact[0]!) },
  }),
  changed: ({ matches }) => ({ key: "quote.altered", args: changeArgs(matches[0]!) }),
  edge: ({ matches }) => ({ key: "quote.altered.edge", args: changeArgs(matches[0]!) }),
  nothing: ({ fact }) => ({ key: "quote.unsupported", args: { text: short(fact.quote.text) } }),
  nearest: ({ fact, matches }) => ({
    key: "quote.unsupported.nearest",
    args: { text: short(fact.quote.text), source: name(matches[0]!), nearest: nearestWords(matches[0]!) },
  }),
  translated: ({ matches }) => ({
    key: "quote.unchecked.translated",
    args: { source: name(matches[0]!), nearest: nearestWords(matches[0]!) },
  }),
};

function skippedDenial({ alignment }: SpokenMatch): string {
  return (alignment.skipped.find(hidesDenial) ?? []).join(" ");
}

function standing({ exact }: Found): Message {
  const have = inNumber("quote.have", exact.length);
  const speaker = exact.find((one) => one.speaker)?.speaker;
  if (!speaker) return { key: "quote.supported.words", args: { sources: names(exact), have } };
  return { key: "quote.supported", args: { sources: names(exact), have, speaker: claimantName(speaker) } };
}

function otherSpeaker(found: Found): Message {
  const others = found.exact.filter((one) => one.mouth === "other");
  const draftSpeaker = told(found.fact.quote.speaker);
  const speakers = new Set(others.map(({ speaker }) => speaker?.key));
  if (speakers.size > 1) return { key: "quote.misattributed.each", args: { claims: claims(others), draftSpeaker } };
  const args = {
    sources: names(others),
    give: inNumber("figure.give", others.length),
    speaker: told(others[0]?.speaker),
    draftSpeaker,
  };
  return { key: "quote.misattributed", args };
}

function told(speaker: Claimant | null | undefined): string {
  return speaker ? claimantName(speaker) : "";
}

function claims(exact: readonly SpokenMatch[]): MessageArgument {
  return exact
    .filter(({ speaker }) => speaker)
    .map((one) => ({ key: "quote.claim", args: { source: name(one), speaker: told(one.speaker) } }));
}

function changeArgs(match: SpokenMatch): Message["args"] {
  const changes = match.alignment.differences.slice(0, MOST_CHANGES).map(
    ({ draft, source }): Message => ({
      key:
        draft.text === "" ? "quote.change.dropped" : source.text === "" ? "quote.change.added" : "quote.change.changed",
      args: { draft: draft.text, source: source.text },
    }),
  );
  return { source: name(match), changes };
}

function wordsBefore({ article, alignment }: SpokenMatch): string {
  const before = turnedRound(article.text, alignment);
  return before ? article.text.slice(before.start, before.end).trim() : "";
}

function nearestWords({ article, alignment }: SpokenMatch): string {
  return short(article.text.slice(alignment.start, alignment.end));
}

function short(text: string): string {
  const flat = text
    .replace(/\s+/g, " ")
    .replace(/[\s.,;:]+$/, "")
    .trim();
  return flat.length <= NEAREST_LENGTH ? flat : `${flat.slice(0, NEAREST_LENGTH - 1).trimEnd()}…`;
}

function names(matches: readonly SpokenMatch[]): MessageArgument {
  return [...new Set(matches.map(name))];
}

function name({ article }: SpokenMatch): string {
  return article.meta.outlet ?? article.meta.title ?? article.meta.id;
}

/** Grounds on which only the very words count as evidence; on the others the nearest passages are shown. */
const ON_EXACT: ReadonlySet<Ground> = new Set(["stands", "speakers-differ", "other-speaker", "own-words", "turned"]);

function evidenceFor(ground: Ground, { exact, matches }: Found): Evidence[] {
  if (ground === "nothing") return [];
  if (ON_EXACT.has(ground))
    return ranked(exact)
      .slice(0, MOST_EVIDENCE)
      .map((one) => evidence(one, relationOf(ground, one)));
  const relation: Relation = ground === "changed" || ground === "edge" ? "contradicts" : "mentions";
  return matches
    .slice(0, ground === "changed" ? 3 : 1)
    .filter((one) => one.alignment.edits <= matches[0]!.alignment.edits + 2)
    .map((one) => evidence(one, relation));
}

/** Those who give the words to the draft's speaker first, then the newest. */
function ranked(exact: readonly SpokenMatch[]): SpokenMatch[] {
  const rank = ({ mouth }: SpokenMatch) => (mouth === "same" ? 0 : mouth === "unknown" ? 1 : 2);
  return [...exact].sort((a, b) => rank(a) - rank(b));
}

function relationOf(ground: Ground, { mouth }: SpokenMatch): Relation {
  if (ground === "turned" || ground === "hidden" || ground === "bracket") return "contradicts";
  return mouth === "other" || mouth === "own-words" ? "contradicts" : "supports";
}

function evidence({ article, passage, alignment, speaker }: SpokenMatch, relation: Relation): Evidence {
  const { start, end } = alignment;
  return {
    source: article.meta.id,
    relation,
    start: passage.start,
    end: passage.end,
    passage: passage.text,
    focus: { start, end, text: article.text.slice(start, end) },
    claimant: speaker ? claimantName(speaker) : null,
    differences: alignment.differences,
    place: { paragraph: passage.paragraph, page: passage.page },
    published: article.meta.published,
  };
}

const SUGGESTIONS: Readonly<Partial<Record<Ground, (found: Found) => Suggestion[]>>> = {
  changed: restoreQuote,
  edge: restoreQuote,
  "other-speaker": correctSpeaker,
};

function restoreQuote({ fact, pattern, matches }: Found): Suggestion[] {
  const match = matches[0]!;
  const { start, end } = fact.quote;
  const newText = restoredWords(fact, pattern, match);
  if (newText === null || newText === fact.text.slice(start, end)) return [];
  return [{ kind: "restore-quote", span: { start, end }, newText, source: match.article.meta.id }];
}

function correctSpeaker({ fact, exact }: Found): Suggestion[] {
  const match = exact.find((one) => one.mouth === "other" && one.speaker);
  if (!fact.quote.speaker || !match?.speaker) return [];
  const { start, end } = fact.quote.speaker;
  const newText = claimantName(match.speaker);
  return [{ kind: "correct-speaker", span: { start, end }, newText, source: match.article.meta.id }];
}

/** A word in the number that its sources are in. */
function inNumber(key: string, count: number): Message {
  return { key: `${key}.${count > 1 ? "many" : "one"}`, args: {} };
}

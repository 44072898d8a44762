import { readClaimants } from "../../extract/claimants/index.ts";
import { namesOf, sameClaimant } from "../../extract/claimants/same.ts";
import { sideOf } from "../../extract/claimants/sides.ts";
import type { Claimant } from "../../extract/types.ts";
import type { CorpusStore, Passage } from "../../store/types.ts";
import { readDocument } from "../../text/document.ts";
import { contains, overlaps, type Span } from "../../text/span.ts";
import type { QuoteMatch } from "./search.ts";

/** Who says the words in a source, held against the draft's speaker. */
export type Mouth = "same" | "other" | "unknown" | "own-words";

export interface SpokenMatch extends QuoteMatch {
  /** Whom the source gives the words to; `null` where it says them itself or names nobody. */
  readonly speaker: Claimant | null;
  readonly mouth: Mouth;
  /** What stands between the source's marks there, of that speaker; none where the source says the words itself. */
  readonly parts: readonly Span[];
}

/** Takes a match, the store and the draft's speaker; gives the match with the source's speaker and whether it is the same one. */
export function heardFrom(match: QuoteMatch, store: CorpusStore, speaker: Claimant | null): SpokenMatch {
  const near = store.quotesOf(match.article.meta.id).filter(({ quote }) => overlaps(quote, match.alignment));
  const [quoted] = near;
  const theirs = quoted ? quoted.quote.speaker : statedBy(match);
  const passage = quoted && isShowable(quoted.passage, match.alignment) ? quoted.passage : match.passage;
  const parts = near.flatMap(({ quote }) => (quote.speaker?.key === theirs?.key ? quote.parts : []));
  return { ...match, passage, speaker: theirs, mouth: mouthOf(match, speaker, theirs, quoted !== undefined), parts };
}

/** Above this length, in code units, a source is not read again for who states a sentence of its own. */
const MOST_TEXT = 200_000;

/** Who states words that the source puts between no marks ("Nobody was hurt, said Lund"), where it has the very words. */
function statedBy({ article, alignment }: QuoteMatch): Claimant | null {
  if (alignment.edits > 0 || article.text.length > MOST_TEXT) return null;
  const { claimants } = readClaimants(readDocument(article.text), [alignment], [], {});
  return claimants[0] ?? null;
}

/** A passage with the attribution is shown rather than the words alone, unless it runs on and on. */
const LONGEST_PASSAGE = 800;

function isShowable(passage: Passage, words: Span): boolean {
  return contains(passage, words) && passage.end - passage.start <= LONGEST_PASSAGE;
}

function mouthOf(match: QuoteMatch, speaker: Claimant | null, theirs: Claimant | null, quoted: boolean): Mouth {
  if (!speaker) return "unknown";
  const mouth = theirs ? relation(match, speaker, theirs) : "unknown";
  if (mouth !== "unknown" || (theirs && quoted)) return mouth;
  if (isNamedNear(match, speaker)) return "same";
  return quoted || theirs || isOutlet(match, speaker) ? "unknown" : "own-words";
}

/** Where the source leaves its speaker unnamed, a person whom it names nowhere is not shown to have spoken. */
function relation({ article }: QuoteMatch, speaker: Claimant, theirs: Claimant): Mouth {
  if (isOwned(speaker, theirs) || isOwned(theirs, speaker)) return "other";
  const mouth = RELATIONS[sameClaimant(speaker, theirs)];
  if (mouth !== "unknown") return mouth;
  if (speaker.kind === "unnamed" && theirs.kind === "person") return holderOf(article.text, speaker, theirs);
  if (speaker.kind === "person" && theirs.kind === "unnamed" && isUntied(article.text, theirs, speaker)) return "other";
  if (speaker.kind === "person" && !isNamedIn(article.text.toLowerCase(), speaker)) return "other";
  const [person, body] = speaker.kind === "person" ? [speaker, theirs] : [theirs, speaker];
  const apart = person.kind === "person" && body.kind === "body" && mayTell(body);
  return apart && !tied(article.text, person, body) ? "other" : "unknown";
}

/** "Lund's deputy" is not Lund. */
function isOwned(one: Claimant, owner: Claimant): boolean {
  const owned = /(\p{L}+)['’]s?\s+\p{Ll}[\p{L} -]*$/u.exec(one.text)?.[1]?.toLowerCase();
  return owned !== undefined && owner.kind === "person" && owner.key.split(" ").at(-1) === owned;
}

const HELD =
  /\b(mayor|minister|chief|governor|president|premier|chancellor|ambassador|coroner|judge|sheriff|captain|coach|manager|chairman|chairwoman|deputy|bishop|archbishop|pope|king|queen|headteacher|principal|auditor|prosecutor)$/;

/** An office that there is one of, and that no sentence about the person names. */
function isUntied(text: string, office: Claimant, person: Claimant): boolean {
  const head = /^the /i.test(office.text) ? HELD.exec(office.key)?.[1] : undefined;
  const near = sentencesAround(text, person);
  return head !== undefined && near.length > 0 && !near.some((one) => one.toLowerCase().includes(head));
}

/** "the mayor": whom the source calls so; nobody else where it calls somebody else so. */
function holderOf(text: string, office: Claimant, person: Claimant): Mouth {
  const head = /^the /i.test(office.text) ? HELD.exec(office.key)?.[1] : undefined;
  if (head === undefined || sentencesAround(text, person).some((near) => near.toLowerCase().includes(head)))
    return "unknown";
  return new RegExp(`\\b${head} \\p{Lu}`, "iu").test(text) ? "other" : "unknown";
}

/** A paper may be anyone's, and so may the words of "the group". */
function mayTell(body: Claimant): boolean {
  return isProper(body) || sideOf(body) !== undefined;
}

/** Whether a source ties a person to a body: by its name close by, by a side that both are on, or by an office that speaks for some body. */
function tied(text: string, person: Claimant, body: Claimant): boolean {
  if (namedTogether(text, person, body)) return true;
  return !isProper(body) && (sideOf(person) === sideOf(body) || holdsOffice(text, person));
}

/** "the WHO", not "the ministry". */
function isProper({ text }: Claimant): boolean {
  return /\p{Lu}/u.test(text.replace(/^The /, ""));
}

/** How far from a person's name, in code units, the name of the body that they may speak for is looked for. */
const BESIDE = 100;

/** Whether a source names the body close by the person in one sentence: who they are to each other it may tell in any words. */
function namedTogether(text: string, person: Claimant, body: Claimant): boolean {
  return sentencesAround(text, person).some((near) => namesOf(body).some((name) => isNamed(name, near)));
}

const OFFICE =
  /\b(?:director|chief|head|chair\w*|spokes\w+|president|minister|secretary|leader|manager|executive|officer|commissioner|general|col|capt|captain|editor|founder|owner|representative|coach|lawyer|attorney)\b/i;

function holdsOffice(text: string, person: Claimant): boolean {
  return sentencesAround(text, person).some((near) => OFFICE.test(near));
}

/** What stands close by a person's name in its sentences. */
function sentencesAround(text: string, person: Claimant): string[] {
  const lower = text.toLowerCase();
  const name = lower.includes(person.key) ? person.key : person.key.slice(person.key.lastIndexOf(" ") + 1);
  const found: string[] = [];
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    const before =
      text
        .slice(Math.max(0, at - BESIDE), at)
        .split(/[.?!"”]\s/)
        .at(-1) ?? "";
    const after = text.slice(at, at + BESIDE).split(/[.?!"”]\s/)[0] ?? "";
    found.push(before + after);
  }
  return found;
}

const SHORT = 4;

/** Short names are acronyms: "WHO" is no "who". */
function isNamed(name: string, text: string): boolean {
  return name.length <= SHORT ? text.split(/\P{L}+/u).includes(name.toUpperCase()) : text.toLowerCase().includes(name);
}

const RELATIONS: Readonly<Record<ReturnType<typeof sameClaimant>, Mouth>> = {
  same: "same",
  "speaks-for": "same",
  different: "other",
  unknown: "unknown",
};

/** Words that the source does not put between marks may still be given to the speaker in the same paragraph ("…, said Rovera"). */
function isNamedNear({ article, alignment }: QuoteMatch, speaker: Claimant): boolean {
  const block = article.blocks.find((one) => overlaps(one, alignment));
  if (!block) return false;
  const paragraph = article.text.slice(block.start, block.end).toLowerCase();
  return isNamedIn(paragraph, speaker) || /\b(?:s?he|they) (?:said|added|told|says)\b/.test(paragraph);
}

function isNamedIn(lowerText: string, speaker: Claimant): boolean {
  return [speaker.key, speaker.text, ...speaker.aliases].some((name) => namesIt(lowerText, name));
}

function namesIt(paragraph: string, name: string): boolean {
  const last = name.toLowerCase().trim();
  const surname = last.slice(last.lastIndexOf(" ") + 1);
  return surname.length > 2 && paragraph.includes(surname);
}

function isOutlet({ article }: QuoteMatch, speaker: Claimant): boolean {
  const outlet = article.meta.outlet?.toLowerCase();
  return outlet !== undefined && (outlet.includes(speaker.key) || speaker.key.includes(outlet));
}

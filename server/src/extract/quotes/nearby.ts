import { stretchOf, type TextDocument } from "../../text/document.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import { isAcronym, isCapital, isPronoun, type Phrase, phraseAfter, sentenceSubject } from "../names/index.ts";
import { DAYS, DETERMINERS, JOINERS, PLACES, ROLES } from "../names/words.ts";
import { cueAt, isPassive, speakerOfVerb } from "./cues.ts";
import type { Piece } from "./pieces.ts";
import type { Spoken } from "./runs.ts";

/**
 * Takes a text cut up, a piece that is a sentence of its own and the words spoken before it; gives the phrase that the sentence before
 * it introduces its speaker by ("Rovera was scathing."), or `null`.
 */
export function introduced(document: TextDocument, piece: Piece, before: Spoken | undefined): Phrase | null {
  const { tokens, sentenceTokens } = document;
  const sentence = stretchOf(sentenceTokens, piece.open);
  if (sentenceTokens[sentence] !== piece.open || sentence === 0) return null;
  const start = sentenceTokens[sentence - 1] as number;
  const end = piece.open;
  const trailing = trailingTag(tokens, Math.max(start, before?.piece.after ?? 0), end);
  if (trailing) return trailing;
  if (before && before.piece.after > start) return null;
  const said = verbIn(document, start, end);
  const goesOn = before?.speech && before.piece.paragraph >= piece.paragraph - 1;
  const colon = tokens.sign(end - 1) === ":";
  return said ?? (goesOn && !colon ? null : topicOf(document, start, end, colon));
}

const LONGEST_TAG = 24;

/** "…, said the group's chairman, Per Lund." / "…, he said.": the tag that ends the sentence before. */
function trailingTag(tokens: Tokens, start: number, end: number): Phrase | null {
  for (let at = end - 1; at >= Math.max(start, end - LONGEST_TAG); at--) {
    const cue = cueAt(tokens, at);
    if (cue?.strength !== "say" || cue.form === "ing") continue;
    const found = endsTag(tokens, at + 1, end) ? speakerOfVerb(tokens, at, start, end) : invertedAt(tokens, at, end);
    if (found && tokens.sign(Math.min(at, found.from) - 1) === ",") return found;
  }
  return null;
}

function invertedAt(tokens: Tokens, at: number, end: number): Phrase | null {
  const phrase = tokens.lower(at) === "told" ? null : phraseAfter(tokens, at + 1, end);
  return phrase && endsTag(tokens, phrase.to, end) ? phrase : null;
}

function endsTag(tokens: Tokens, at: number, end: number): boolean {
  return tokens.kind[at] === MARK || DAYS.has(tokens.lower(at + 1)) || at >= end;
}

function verbIn(document: TextDocument, start: number, end: number): Phrase | null {
  const { tokens } = document;
  for (let at = end - 1; at >= Math.max(start, end - 60); at--) {
    if (tokens.lower(at) === "according" && tokens.lower(at + 1) === "to") {
      const phrase = phraseAfter(tokens, at + 2, end);
      if (phrase) return phrase;
    }
    const cue = cueAt(tokens, at);
    if (!cue || cue.strength === "find" || isPassive(tokens, at)) continue;
    const phrase = speakerOfVerb(tokens, at, start, end);
    if (phrase) return phrase;
  }
  return null;
}

function topicOf(document: TextDocument, start: number, end: number, colon: boolean): Phrase | null {
  const { tokens } = document;
  if (colon && tokens.kind[start] !== MARK) {
    const label = phraseAfter(tokens, start, end);
    if (label && (isCapital(tokens, label.from) || isAcronym(tokens, label.from))) return label;
  }
  const subject = sentenceSubject(tokens, start, end);
  return subject && maySpeak(tokens, subject) ? subject : null;
}

/** A sentence about a person, a body or people may introduce what they say next; one about the weather may not. */
function maySpeak(tokens: Tokens, { from, to }: Phrase): boolean {
  if (isPronoun(tokens, from)) return tokens.lower(from) !== "it";
  if (isCapital(tokens, from) && !DETERMINERS.has(tokens.lower(from))) return !PLACES.has(tokens.lower(from));
  for (let at = from; at < to && !JOINERS.has(tokens.lower(at)); at++) {
    if (ROLES.has(tokens.lower(at)) || (at > from && isCapital(tokens, at))) return true;
  }
  return false;
}

import { stretchOf, type TextDocument } from "../../text/document.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import { isAcronym, isCapital, isPronoun, type Phrase, phraseAfter, sentenceSubject } from "../names/index.ts";
import { DETERMINERS, JOINERS, PLACES, ROLES } from "../names/words.ts";
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
  if (before && before.piece.after > start) return null;
  const said = verbIn(document, start, end);
  const goesOn = before?.speech && before.piece.paragraph >= piece.paragraph - 1;
  const colon = tokens.raw(end - 1) === ":";
  return said ?? (goesOn && !colon ? null : topicOf(document, start, end, colon));
}

function verbIn(document: TextDocument, start: number, end: number): Phrase | null {
  const { tokens } = document;
  for (let at = end - 1; at >= Math.max(start, end - 60); at--) {
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

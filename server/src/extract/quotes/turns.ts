import type { TextDocument } from "../../text/document.ts";
import type { Claimant } from "../types.ts";
import type { Spoken } from "./runs.ts";

/** The first and last index of the pieces of one paragraph that begins with a quotation. */
interface Turn {
  readonly first: number;
  readonly last: number;
}

const FEWEST = 3;

/**
 * Takes a text cut up and its pieces with their speakers; where paragraph after paragraph begins with a quotation, two speak by turns and one
 * asks, gives the words without an attribution to whose turn it is.
 */
export function takeTurns(document: TextDocument, spoken: Spoken[]): void {
  for (let from = 0; from < spoken.length; ) {
    const turns = turnsFrom(document, spoken, from);
    const parties = turns.length < FEWEST ? null : partiesOf(document, spoken, turns);
    if (parties) giveTurns(spoken, turns, parties);
    from = (turns.at(-1)?.last ?? from) + 1;
  }
}

function turnsFrom(document: TextDocument, spoken: readonly Spoken[], from: number): Turn[] {
  const turns: Turn[] = [];
  for (let at = from; at < spoken.length && beginsTurn(document, spoken, at, turns.length > 0); ) {
    const first = at;
    const { paragraph } = (spoken[at] as Spoken).piece;
    while (at < spoken.length && (spoken[at] as Spoken).piece.paragraph === paragraph) at++;
    turns.push({ first, last: at - 1 });
  }
  return turns;
}

function beginsTurn(document: TextDocument, spoken: readonly Spoken[], at: number, next: boolean): boolean {
  const { piece } = spoken[at] as Spoken;
  if (!piece.closed || piece.open !== document.paragraphTokens[piece.paragraph]) return false;
  return !next || piece.paragraph === (spoken[at - 1] as Spoken).piece.paragraph + 1;
}

/** The two who speak by turns, the first of them first; `null` where the attributions do not show two, or nobody asks. */
function partiesOf(document: TextDocument, spoken: readonly Spoken[], turns: readonly Turn[]): Claimant[] | null {
  const parties: (Claimant | undefined)[] = [undefined, undefined];
  let asks = false;
  for (const [turn, { first, last }] of turns.entries()) {
    const { attribution, speaker } = spoken[first] as Spoken;
    asks ||= document.tokens.sign((spoken[last] as Spoken).piece.last) === "?";
    if (!attribution || !speaker) continue;
    const known = parties[turn % 2];
    if (known && known.key !== speaker.key) return null;
    parties[turn % 2] = speaker;
  }
  const [one, other] = parties;
  return asks && one && other && one.key !== other.key ? [one, other] : null;
}

function giveTurns(spoken: Spoken[], turns: readonly Turn[], parties: readonly Claimant[]): void {
  for (const [turn, { first, last }] of turns.entries()) {
    const speaker = parties[turn % 2] as Claimant;
    for (let at = first; at <= last; at++) {
      const one = spoken[at] as Spoken;
      if (one.attribution || (spoken[first] as Spoken).attribution) break;
      spoken[at] = { ...one, speaker, speech: true };
    }
  }
}

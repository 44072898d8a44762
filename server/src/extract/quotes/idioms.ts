import { Lexicon } from "../../text/lexicon.ts";
import { MARK, type Tokens } from "../../text/tokens.ts";
import type { Cue, CueStrength } from "../names/index.ts";

/** A verb that gives words to a speaker only with the word behind it; `ends`: and only where nothing but a mark follows. */
interface Idiom {
  readonly particles: ReadonlySet<string>;
  readonly cue: Cue;
  readonly ends: boolean;
}

const LINES: readonly (readonly [strength: CueStrength, verbs: string, particles: string, ends?: "ends"])[] = [
  ["call", "spoke speaks talked complained bragged boasted", "of about"],
  ["say", "shot shoots hit hits fired fires struck strikes bit bites snapped snaps came comes", "back"],
  ["say", "chimed chimes weighed weighs butted cut", "in", "ends"],
  ["say", "piped pipes", "up", "ends"],
  ["say", "went goes carried carries", "on", "ends"],
  ["say", "cried cries called burst bursts", "out", "ends"],
];

/** Verbs of such idioms. */
export const IDIOMS = new Lexicon(
  LINES.flatMap(([strength, verbs, particles, ends]) =>
    verbs.split(" ").map((verb): [string, Idiom] => [verb, idiomOf(verb, strength, particles, ends !== undefined)]),
  ),
);

function idiomOf(verb: string, strength: CueStrength, particles: string, ends: boolean): Idiom {
  const form = verb.endsWith("s") ? "finite" : "past";
  return { particles: new Set(particles.split(" ")), cue: { strength, form, noun: false }, ends };
}

/** Takes tokens and an index; gives the cue of the verb and particle that stand there ("shot back", "spoke of"), or `null`. */
export function idiomAt(tokens: Tokens, at: number): Cue | null {
  const idiom = IDIOMS.find(tokens, at);
  if (!idiom?.particles.has(tokens.lower(at + 1))) return null;
  return idiom.ends && tokens.kind[at + 2] !== MARK ? null : idiom.cue;
}

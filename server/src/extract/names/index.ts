export { bodyKey, bodyNames } from "./bodies.ts";
export { type Phrase, phraseAfter, subjectBefore } from "./phrases.ts";
export { isAbbreviationStop, isAcronym, isCapital } from "./shapes.ts";
export { registryOf, Trail } from "./trail.ts";
export { type Cue, type CueForm, type CueStrength, cueOf } from "./verbs.ts";

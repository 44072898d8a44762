export { bodyKey, bodyNames } from "./bodies.ts";
export { type Phrase, phraseAfter } from "./phrases.ts";
export { isPlaceName } from "./places.ts";
export { isAbbreviationStop, isAcronym, isCapital, isManner, isNounLike, isPronoun } from "./shapes.ts";
export { subjectBefore } from "./subjects.ts";
export { sentenceSubject } from "./topics.ts";
export { registryOf, Trail } from "./trail.ts";
export { CUES, type Cue, type CueForm, type CueStrength, cueOf } from "./verbs.ts";

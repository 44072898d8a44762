import { Lexicon } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";

/**
 * Verbs that give words to a speaker. Each line: how strongly they do so, then bases; forms are made by rule, odd ones are listed.
 * "say" verbs introduce speech on their own, "tag" verbs only as a tag; "call" verbs hold a few quoted words inside a sentence of the writer's, "mind" verbs what the speaker of an outer verb thinks; "find" verbs
 * state what a body found out, and matter for figures more than for quotations.
 */
export type CueStrength = "say" | "tag" | "call" | "mind" | "find";
export type CueForm = "finite" | "past" | "ing" | "base";

export interface Cue {
  readonly strength: CueStrength;
  readonly form: CueForm;
  /** The same word is a common noun: "claims", "report". */
  readonly noun: boolean;
}

const SAY =
  "say add tell ask reply respond answer note explain argue claim warn insist declare announce admit acknowledge concede stress emphasise emphasize write tweet retweet post state remark comment observe conclude recall joke quip shout yell scream whisper mutter murmur exclaim report testify allege assert maintain contend confirm deny reveal disclose boast brag counter retort interject reiterate advise caution remind reassure assure wonder agree read promise pledge vow predict complain lament suggest plead beg order urge opine reckon proclaim chant muse estimate stipulate texted text email inform elaborate interrupt speculate quote grumble enthuse demand implore exhort theorise theorize affirm indicate rule gloat marvel scoff apologise apologize concur deadpan interpose counsel vouch admonish taunt jeer sniff blurt bemoan recount relate";
/** Verbs that give words to a speaker only where they stand as a tag, right beside them: "she smiled". */
const TAG =
  "continue begin start finish smile grin laugh sigh cry beam gush fume rage sing snap pause allow point swear reason correct cheer gesture nod wince shrug frown weep sob sneer snort chuckle giggle gasp stammer snarl shriek hiss growl roar bellow mumble whine moan groan croak rasp wail bark thunder chip chime intone dish preach lecture crow vent reflect signal venture persist protest repeat sum open";
const CALL =
  "call offer describe dub label brand term name accuse condemn denounce criticise criticize slam blast hail praise characterise characterize deem consider refer cite denote decry deride dismiss reject voice express applaud welcome depict portray blame brush attack rebuke ridicule mock compare liken regard view see propose appeal hear deplore downplay lie lambast lambaste chide castigate rail bemoan commend salute thank credit invoke rap tout defend cast paint treat coin";
const MIND = "want hope fear feel think believe see know consider understand";
const FIND =
  "find show put count document record verify determine calculate tally gather identify conclude suggest reveal list log establish discover uncover";

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  hear: ["hears", "heard", "hearing"],
  lie: ["lies", "lied", "lying"],
  say: ["says", "said", "saying"],
  tell: ["tells", "told", "telling"],
  write: ["writes", "wrote", "writing"],
  read: ["reads", "read", "reading"],
  think: ["thinks", "thought", "thinking"],
  go: ["goes", "went", "going"],
  begin: ["begins", "began", "beginning"],
  feel: ["feels", "felt", "feeling"],
  see: ["sees", "saw", "seeing"],
  speak: ["speaks", "spoke", "speaking"],
  seek: ["seeks", "sought", "seeking"],
  send: ["sends", "sent", "sending"],
  find: ["finds", "found", "finding"],
  show: ["shows", "showed", "showing"],
  know: ["knows", "knew", "knowing"],
  understand: ["understands", "understood", "understanding"],
  weep: ["weeps", "wept", "weeping"],
  put: ["puts", "put", "putting"],
  set: ["sets", "set", "setting"],
  sing: ["sings", "sang", "singing"],
  swear: ["swears", "swore", "swearing"],
  cast: ["casts", "cast", "casting"],
};
const DOUBLED = new Set([
  "quip",
  "admit",
  "brag",
  "beg",
  "dub",
  "slam",
  "snap",
  "log",
  "rap",
  "chip",
  "nod",
  "shrug",
  "sob",
  "grin",
  "sum",
]);
const NOUNS = new Set(
  "claim claims report reports comment comments note notes call calls post posts order orders promise promises pledge pledges vow vows demand demands tweet tweets estimate estimates answer answers reply replies state states list lists show shows count counts record records document documents place places term terms name names brand brands label labels view views want hope hopes fear fears use uses praise blame attack attacks issue issues release releases credit credits joke jokes cry cries stress caution point points quote quotes text texts protest protests signal signals detail details outline cast set sets put register sum log logs rap defend rage attack welcome see log rail counter laugh think go bark wail beam crow vent talk talks conclude email".split(
    " ",
  ),
);

/** All forms of the verbs that may give words to a speaker. */
export const CUES = new Lexicon(buildCues());

/** Takes tokens and an index; gives what kind of cue the word there may be, or `undefined`. */
export function cueOf(tokens: Tokens, at: number): Cue | undefined {
  return CUES.find(tokens, at);
}

function buildCues(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const [strength, list] of [
    ["find", FIND],
    ["call", CALL],
    ["mind", MIND],
    ["tag", TAG],
    ["say", SAY],
  ] as const) {
    for (const base of list.split(" ")) addForms(cues, base, strength);
  }
  cues.set("labelled", { strength: "call", form: "past", noun: false });
  cues.set("labelling", { strength: "call", form: "ing", noun: false });
  cues.set("signalled", { strength: "say", form: "past", noun: false });
  return cues;
}

function addForms(cues: Map<string, Cue>, base: string, strength: CueStrength): void {
  const [third, past, ing] = IRREGULAR[base] ?? regularForms(base);
  cues.set(base, { strength, form: "base", noun: NOUNS.has(base) });
  cues.set(third as string, { strength, form: "finite", noun: NOUNS.has(third as string) });
  cues.set(ing as string, { strength, form: "ing", noun: false });
  cues.set(past as string, { strength, form: "past", noun: NOUNS.has(past as string) && past !== base });
}

function regularForms(base: string): string[] {
  const last = base.at(-1) as string;
  if (DOUBLED.has(base)) return [`${base}s`, `${base}${last}ed`, `${base}${last}ing`];
  if (last === "e") return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (last === "y" && !/[aeiou]y$/.test(base))
    return [`${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  if (/(s|sh|ch|x|z)$/.test(base)) return [`${base}es`, `${base}ed`, `${base}ing`];
  return [`${base}s`, `${base}ed`, `${base}ing`];
}

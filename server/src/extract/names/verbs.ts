/**
 * Verbs that give words to a speaker. Each line: how strongly they do so, then bases; forms are made by rule, odd ones are listed.
 * "say" verbs introduce speech on their own; "call" verbs hold a few quoted words inside a sentence of the writer's, "mind" verbs what the speaker of an outer verb thinks; "find" verbs
 * state what a body found out, and matter for figures more than for quotations.
 */
export type CueStrength = "say" | "call" | "mind" | "find";
export type CueForm = "finite" | "past" | "ing" | "base";

export interface Cue {
  readonly strength: CueStrength;
  readonly form: CueForm;
  /** The same word is a common noun: "claims", "report". */
  readonly noun: boolean;
}

const SAY =
  "say add tell ask reply respond answer note explain argue claim warn insist declare announce admit acknowledge concede stress emphasise emphasize write tweet retweet post state remark comment observe continue conclude recall joke quip shout yell scream cry whisper mutter murmur exclaim report testify allege assert maintain contend confirm deny reveal disclose boast brag counter retort interject repeat reiterate advise caution remind reassure assure wonder agree read promise pledge vow predict complain lament suggest plead beg order urge opine reckon proclaim chant sing snap sigh laugh fume rage gush muse vent estimate point stipulate texted text email inform elaborate interrupt chime chip reflect sum speculate quote protest beam grumble enthuse crow demand implore exhort theorise theorize affirm swear signal indicate intone rasp croak wail bark rule smile grin nod wince shrug frown weep sob gesture pause cheer reason allow offer venture start finish sneer snort gloat marvel correct scoff chuckle giggle gasp stammer snarl shriek hiss growl roar bellow mumble whine moan groan apologise apologize thunder concur dish deadpan persist interpose counsel lecture vouch admonish preach cheer taunt jeer sniff testify blurt bemoan recount relate begin";
const CALL =
  "call describe dub label brand term name accuse condemn denounce criticise criticize slam blast hail praise characterise characterize deem consider refer cite denote decry deride dismiss reject voice express applaud welcome depict portray blame brush attack rebuke ridicule mock compare liken regard view see propose deplore lambast lambaste chide castigate rail bemoan commend salute thank credit invoke rap tout defend decide cast paint";
const MIND = "want hope fear feel think believe see know consider understand";
const FIND =
  "find show put count document record verify determine calculate tally gather identify conclude suggest reveal list log register place set outline detail establish discover";

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
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

const CUES = buildCues();

/** Takes a word in lower case; gives what kind of cue it is, or `undefined`. */
export function cueOf(word: string): Cue | undefined {
  return CUES.get(word);
}

function buildCues(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const [strength, list] of [
    ["find", FIND],
    ["call", CALL],
    ["mind", MIND],
    ["say", SAY],
  ] as const) {
    for (const base of list.split(" ")) addForms(cues, base, strength);
  }
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

/**
 * Things that news counts, as a tree: kind, the wider kind it belongs to ("" at the top), and the words (lemmas) for it.
 * Two words of one row are synonyms; a row above is a hypernym; rows with different topmost kinds exclude one another.
 * Words of many meanings ("head", "title", "round") are left out.
 */
const ROWS: readonly (readonly [kind: string, under: string, words: string])[] = [
  [
    "person",
    "",
    "person people human individual life soul victim casualty citizen death fatality dead toll other member crew",
  ],
  ["civilian", "person", "civilian noncombatant non-combatant bystander innocent"],
  ["resident", "person", "resident villager townspeople local inhabitant"],
  [
    "fighter",
    "person",
    "fighter militant rebel insurgent combatant gunman jihadist terrorist extremist attacker militiaman",
  ],
  ["soldier", "person", "soldier troop serviceman servicewoman marine airman conscript peacekeeper personnel"],
  ["officer", "person", "officer police policeman policewoman constable"],
  ["child", "person", "child kid minor toddler infant baby youngster schoolchild"],
  ["pupil", "person", "pupil student"],
  ["boy", "child", "boy schoolboy"],
  ["girl", "child", "girl schoolgirl"],
  ["woman", "person", "woman lady"],
  ["man", "person", "man gentleman"],
  ["male", "person", "male"],
  ["female", "person", "female"],
  ["relative", "person", "wife mother sister daughter husband father brother son parent sibling relative"],
  ["worker", "person", "worker employee staff staffer labourer laborer colleague"],
  ["patient", "person", "patient sufferer"],
  ["passenger", "person", "passenger traveller traveler"],
  ["displaced person", "person", "refugee migrant asylum-seeker evacuee"],
  ["prisoner", "person", "prisoner inmate detainee captive hostage"],
  ["suspect", "person", "suspect defendant"],
  ["witness", "person", "witness survivor"],
  ["journalist", "person", "journalist reporter correspondent"],
  ["player", "person", "player teammate footballer"],
  ["teenager", "person", "teenager teen youth adolescent"],
  [
    "trade",
    "person",
    "sailor cook driver guard teacher nurse doctor engineer pilot farmer fisherman lawyer actor singer scientist researcher volunteer",
  ],
  [
    "visitor",
    "person",
    "tourist visitor fan voter customer shopper pedestrian cyclist hiker climber swimmer scout pilgrim protester demonstrator",
  ],
  ["attack", "", "attack assault offensive"],
  ["strike", "attack", "strike airstrike air-strike raid air-raid bombardment bombing sortie"],
  ["shell", "", "missile rocket bomb munition"],
  ["allegation", "", "allegation report accusation complaint"],
  ["home", "", "house home dwelling household"],
  ["family", "home", "family"],
  ["firm", "", "firm company business corporation enterprise"],
  ["plane", "", "plane aircraft jet airplane aeroplane airliner"],
  ["vehicle", "", "vehicle car lorry truck automobile van"],
  ["vessel", "", "vessel ship boat"],
  ["job", "", "job post position"],
  ["game", "", "game match fixture"],
  ["win", "", "win victory success triumph"],
  ["loss", "", "defeat"],
  ["book", "", "book"],
  ["location", "", "location site place spot"],
  ["study", "", "investigation study inquiry probe"],
  ["war", "", "campaign war battle"],
];

/** Kinds of person that exclude one another, as they stand in the same count. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ["civilian", "fighter", "soldier", "officer"],
  ["resident", "fighter", "soldier"],
  ["child", "fighter", "soldier", "officer"],
  ["man", "woman"],
  ["man", "child"],
  ["woman", "child"],
  ["boy", "girl"],
  ["male", "female"],
  ["male", "woman"],
  ["female", "man"],
  ["journalist", "fighter", "soldier"],
];

/** Kinds of which one stands for the other: who loses 650 jobs are 650 workers, and as many families. */
const STANDS_FOR: readonly (readonly [string, string])[] = [
  ["job", "worker"],
  ["job", "person"],
  ["job", "family"],
];

const KIND_OF = new Map(ROWS.flatMap(([kind, , words]) => words.split(" ").map((word) => [word, kind] as const)));
const PARENT = new Map(ROWS.map(([kind, under]) => [kind, under] as const));
/** Each kind with what it lies under, the topmost last. */
const CHAINS = new Map(ROWS.map(([kind]) => [kind, chainFrom(kind)] as const));

function chainFrom(kind: string): readonly string[] {
  const parent = PARENT.get(kind);
  return parent ? [kind, ...chainFrom(parent)] : [kind];
}

/** How one thing counted stands to another. */
export type KindRelation = "same" | "wider" | "narrower" | "akin" | "apart" | "unknown";

/** Takes a lemma; gives its kind ("militant" → "fighter"), `null` where the table has none. */
export function kindOf(lemma: string): string | null {
  return KIND_OF.get(lemma) ?? null;
}

/** Takes a lemma; says whether it is a word for people. */
export function isPerson(lemma: string): boolean {
  const kind = KIND_OF.get(lemma);
  return kind !== undefined && chainOf(kind).includes("person");
}

/** Takes two lemmas; says whether the first means the same as, includes, is included in, is akin to (may be the same ones under another name) or excludes the second. */
export function compareKinds(one: string, other: string): KindRelation {
  if (one === other) return "same";
  const a = KIND_OF.get(one);
  const b = KIND_OF.get(other);
  if (a === undefined || b === undefined) return "unknown";
  if (a === b) return "same";
  const [chainA, chainB] = [chainOf(a), chainOf(b)];
  if (chainB.includes(a)) return "wider";
  if (chainA.includes(b)) return "narrower";
  if (STANDS_FOR.some((pair) => pair.includes(a) && pair.includes(b))) return "akin";
  return exclude(chainA, chainB) ? "apart" : "akin";
}

function chainOf(kind: string): readonly string[] {
  return CHAINS.get(kind) ?? [kind];
}

/** Two kinds exclude one another where a row above says so, or where their topmost kinds differ. */
function exclude(chainA: readonly string[], chainB: readonly string[]): boolean {
  if (chainA.at(-1) !== chainB.at(-1)) return true;
  return EXCLUSIVE.some((row) => {
    const one = chainA.find((kind) => row.includes(kind));
    const other = chainB.find((kind) => row.includes(kind));
    return one !== undefined && other !== undefined && one !== other;
  });
}

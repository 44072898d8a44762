/**
 * Things that news counts, as a tree: each row is a kind, the wider kind it belongs to ("" at the top), and the words (lemmas) for it.
 * Two words of one row are synonyms; a row above is a hypernym; rows of one parent marked `apart` exclude one another.
 */
const ROWS: readonly { kind: string; under: string; words: string; apart?: boolean }[] = [
  {
    kind: "person",
    under: "",
    words:
      "person people human individual life soul victim body head name casualty member citizen figure death fatality dead",
  },
  {
    kind: "civilian",
    under: "person",
    words: "civilian noncombatant non-combatant bystander innocent resident villager townspeople local inhabitant",
    apart: true,
  },
  {
    kind: "fighter",
    under: "person",
    words: "fighter militant rebel insurgent combatant gunman jihadist terrorist extremist attacker militiaman bomber",
    apart: true,
  },
  {
    kind: "soldier",
    under: "person",
    words: "soldier troop serviceman servicewoman marine personnel airman sailor conscript peacekeeper",
    apart: true,
  },
  { kind: "officer", under: "person", words: "officer police policeman policewoman constable", apart: true },
  {
    kind: "child",
    under: "person",
    words: "child kid minor toddler infant baby youngster pupil schoolchild",
    apart: true,
  },
  { kind: "boy", under: "child", words: "boy son schoolboy", apart: true },
  { kind: "girl", under: "child", words: "girl daughter schoolgirl", apart: true },
  { kind: "woman", under: "person", words: "woman female wife mother sister lady widow", apart: true },
  { kind: "man", under: "person", words: "man male husband father brother gentleman", apart: true },
  { kind: "worker", under: "person", words: "worker employee staff staffer labourer laborer miner colleague" },
  { kind: "patient", under: "person", words: "patient sufferer" },
  { kind: "passenger", under: "person", words: "passenger traveller traveler" },
  { kind: "displaced person", under: "person", words: "refugee migrant asylum-seeker evacuee" },
  { kind: "prisoner", under: "person", words: "prisoner inmate detainee captive hostage" },
  { kind: "suspect", under: "person", words: "suspect defendant accused" },
  { kind: "witness", under: "person", words: "witness survivor" },
  { kind: "journalist", under: "person", words: "journalist reporter correspondent" },
  { kind: "player", under: "person", words: "player teammate footballer" },
  { kind: "attack", under: "", words: "attack assault offensive operation" },
  { kind: "strike", under: "attack", words: "strike airstrike air-strike raid air-raid bombardment bombing sortie" },
  { kind: "shell", under: "", words: "shell round missile rocket bomb munition" },
  { kind: "allegation", under: "", words: "allegation report claim accusation complaint" },
  { kind: "incident", under: "", words: "incident event episode case" },
  { kind: "building", under: "", words: "building house home structure property dwelling" },
  { kind: "firm", under: "", words: "firm company business corporation enterprise" },
  { kind: "plane", under: "", words: "plane aircraft jet airplane aeroplane airliner" },
  { kind: "vehicle", under: "", words: "vehicle car lorry truck automobile van" },
  { kind: "vessel", under: "", words: "vessel ship boat" },
  { kind: "job", under: "", words: "job post position role" },
  { kind: "game", under: "", words: "game match fixture meeting" },
  { kind: "win", under: "", words: "win victory success triumph" },
  { kind: "loss", under: "", words: "loss defeat" },
  { kind: "book", under: "", words: "book title volume" },
  { kind: "territory", under: "", words: "territory land area" },
  { kind: "nation", under: "", words: "nation country state" },
  { kind: "witnessing", under: "", words: "interview conversation" },
  { kind: "location", under: "", words: "location site place spot" },
  { kind: "study", under: "", words: "investigation study inquiry probe research" },
  { kind: "fight", under: "", words: "campaign war battle fighting conflict" },
];

const KIND_OF = new Map(ROWS.flatMap(({ kind, words }) => words.split(" ").map((word) => [word, kind] as const)));
const PARENT = new Map(ROWS.map(({ kind, under }) => [kind, under] as const));
const APART = new Set(ROWS.filter(({ apart }) => apart).map(({ kind }) => kind));

/** How one thing counted stands to another. */
export type KindRelation = "same" | "wider" | "narrower" | "apart" | "unknown";

/** Takes a lemma; gives its kind ("militant" → "fighter"), `null` where the table has none. */
export function kindOf(lemma: string): string | null {
  return KIND_OF.get(lemma) ?? null;
}

/** Takes two lemmas; says whether the first means the same as, includes, is included in, or excludes the second. */
export function compareKinds(one: string, other: string): KindRelation {
  if (one === other) return "same";
  const a = KIND_OF.get(one);
  const b = KIND_OF.get(other);
  if (a === undefined || b === undefined) return "unknown";
  if (a === b) return "same";
  if (ancestors(b).includes(a)) return "wider";
  if (ancestors(a).includes(b)) return "narrower";
  return exclude(a, b) ? "apart" : "unknown";
}

function ancestors(kind: string): string[] {
  const parent = PARENT.get(kind);
  return parent ? [parent, ...ancestors(parent)] : [];
}

/** Two kinds exclude one another where both are marked so, or where their topmost kinds differ. */
function exclude(a: string, b: string): boolean {
  const topA = ancestors(a).at(-1) ?? a;
  const topB = ancestors(b).at(-1) ?? b;
  return topA !== topB || (APART.has(a) && APART.has(b));
}

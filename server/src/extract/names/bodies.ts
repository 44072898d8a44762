/** Well-known bodies: the first name of a line is the key, the others are names of the same body. Lower case, without "the". */
const LINES = `
amnesty international|amnesty
us-led coalition|coalition|us coalition|u.s.-led coalition|u.s. led coalition|us led coalition|anti-is coalition|global coalition|international coalition|operation inherent resolve|oir|jtf-oir|cjtf-oir|joint task force|task force|combined joint task force|joint task force-operation inherent resolve|combined joint task force-operation inherent resolve
us department of defense|pentagon|department of defense|defense department|dod|u.s. department of defense|us defense department|u.s. defense department
us central command|centcom|u.s. centcom|us centcom|u.s. central command|central command
us military|u.s. military|american military|us forces|u.s. forces
us government|washington|us|u.s.|united states|usa|america|u.s. government|american government|us officials
white house|us administration|trump administration|biden administration|obama administration
us state department|state department|u.s. state department|department of state
us department of justice|justice department|doj|department of justice
federal bureau of investigation|fbi
central intelligence agency|cia
uk ministry of defence|ministry of defence|mod|british ministry of defence|uk mod
uk foreign office|foreign office|fco|fcdo
uk government|britain|uk|united kingdom|british government|downing street|no 10|number 10
united nations|un|u.n.
un security council|security council|u.n. security council
un high commissioner for refugees|unhcr|un refugee agency|u.n. refugee agency
un children's fund|unicef
un human rights office|ohchr
world health organization|who|world health organisation
international committee of the red cross|icrc|red cross
doctors without borders|msf|medecins sans frontieres|médecins sans frontières
human rights watch|hrw
syrian observatory for human rights|sohr|observatory|syrian observatory
syrian democratic forces|sdf
islamic state|is|isis|isil|daesh|islamic state group|islamic state militant group|so-called islamic state
north atlantic treaty organization|nato
european union|eu
european commission|commission
international monetary fund|imf
world bank
international criminal court|icc
israel defense forces|idf|israeli military|israeli army|israeli defense forces|israel defence forces
israeli government|israel|jerusalem
russian government|russia|moscow|kremlin
russian defence ministry|russian ministry of defence|russian defense ministry|russian ministry of defense
chinese government|china|beijing
iranian government|iran|tehran
syrian government|damascus|assad regime|syrian regime
french government|france|paris
german government|germany|berlin
ukrainian government|ukraine|kyiv|kiev
turkish government|turkey|ankara
reuters|reuters news agency
associated press|ap|the ap
agence france-presse|afp
british broadcasting corporation|bbc|bbc news
voice of america|voa
radio free europe/radio liberty|rfe/rl|rferl|rfe
cable news network|cnn
new york times|nyt
wall street journal|wsj
washington post
gaza health ministry|health ministry in gaza|hamas-run health ministry|gaza's health ministry
centers for disease control and prevention|cdc
food and drug administration|fda
national health service|nhs
metropolitan police|met police|met|scotland yard
`;

const KEYS = new Map<string, string>();
const NAMES = new Map<string, readonly string[]>();
for (const line of LINES.trim().split("\n")) {
  const names = line.split("|");
  for (const name of names) KEYS.set(name, names[0] as string);
  NAMES.set(names[0] as string, names);
}

/** Takes a body's name in lower case without "the"; gives the key under which the table knows it, or `undefined`. */
export function bodyKey(name: string): string | undefined {
  return KEYS.get(name) ?? (name.includes(".") ? KEYS.get(name.replaceAll(".", "")) : undefined);
}

/** Takes a key; gives all names that the table has for it, the key first ([key] where it is not in the table). */
export function bodyNames(key: string): readonly string[] {
  return NAMES.get(key) ?? [key];
}

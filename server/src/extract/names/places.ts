import type { Tokens } from "../../text/tokens.ts";
import type { Phrase } from "./phrases.ts";
import { PLACES } from "./words.ts";

/** Countries and cities of more than one word. */
const LONG = new Set(
  `burkina faso|south korea|north korea|saudi arabia|new zealand|sri lanka|sierra leone|costa rica|el salvador|south africa|south sudan|hong kong|new york|los angeles|san francisco|tel aviv|ivory coast|côte d'ivoire|papua new guinea|dominican republic|czech republic|central african republic|equatorial guinea|guinea-bissau|east timor|cape verde|puerto rico|northern ireland|new south wales|west virginia|north carolina|south carolina|north dakota|south dakota|new jersey|new mexico|new hampshire|rhode island|new delhi|tamil nadu|uttar pradesh|andhra pradesh|madhya pradesh|west bengal|kuala lumpur|addis ababa|buenos aires|rio de janeiro|são paulo|sao paulo|mexico city|cape town|west bank|great britain|united arab emirates`.split(
    "|",
  ),
);

/** Takes a name in lower case; says whether it is a country or a city of more than one word. */
export function isLongPlace(name: string): boolean {
  return LONG.has(name);
}

/** Takes tokens and a phrase; says whether it is a place and nothing else. */
export function isPlaceName(tokens: Tokens, { from, to }: Phrase): boolean {
  if (to - from === 1) return PLACES.has(tokens.lower(from));
  return isLongPlace(tokens.text.slice(tokens.start[from], tokens.end[to - 1]).toLowerCase());
}

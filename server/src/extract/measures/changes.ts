import { Lexicon } from "../../text/lexicon.ts";

/** Which way something goes. */
export type Sense = "rise" | "fall";

const words = new Set<string>();

function senses(rows: Readonly<Record<Sense, string>>): Lexicon<Sense> {
  const pairs = Object.entries(rows).flatMap(([sense, list]) =>
    list.split(/\s+/).map((word): [string, Sense] => [word, sense as Sense]),
  );
  for (const [word] of pairs) words.add(word);
  return new Lexicon(pairs);
}

/** What rises and falls by itself: the figure after it is how far. */
export const MOVES = senses({
  rise: `rise rises rose risen rising climb climbs climbed climbing grow grows grew grown growing jump jumps jumped jumping surge surges surged surging soar soars
  soared soaring increase increases increased increasing rocketed swelled swollen rallied rebounded accelerated up`,
  fall: `fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing slip slips slipped
  slipping slide slides slid sliding plunge plunges plunged plunging tumble tumbles tumbled tumbling shrink shrinks shrank shrunk shrinking sink sinks sank sunk
  slump slumps slumped slumping dip dips dipped contracted eased dwindled down`,
});

/** What somebody does to something: only a share after it, or an amount after "by", is how far. */
export const PUSHES = senses({
  rise: "raise raises raised raising gain gains gained gaining add adds added adding advance advances advanced boost boosts boosted lift lifts lifted expand expands expanded hike hiked",
  fall: "cut cuts cutting reduce reduces reduced reducing lose loses lost losing shed sheds lower lowers lowered slash slashes slashed trim trims trimmed",
});

/** "an increase of 10%", "a 6 percent drop". */
export const CHANGES = senses({
  rise: "rise rises increase increases gain gains growth jump surge hike upturn uptick raise boost",
  fall: "fall falls drop drops decline declines decrease decreases cut cuts reduction reductions dip slump slide loss losses contraction plunge fewer",
});

/** "12 percent higher", "3,300 fewer than in January". */
export const DEGREES = senses({ rise: "more higher up greater", fall: "fewer less lower down" });

/** All words of the lists above. */
export const CHANGE_WORDS: ReadonlySet<string> = words;

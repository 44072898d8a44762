import type { SpeakerCase } from "./speakers.cases.ts";

export const INTERRUPTED: readonly SpeakerCase[] = [
  ['"They razed the city," she said, "and nobody counted."', "she"],
  ["“They razed the city,” said Rovera, “and nobody counted.”", "Rovera"],
  ["“They razed the city,” said Rovera. “Nobody counted.”", "Rovera", "Rovera"],
  ["“They razed the city,” Rovera said. “Nobody counted. Nobody asked.”", "Rovera", "Rovera"],
  ["“If,” he began, “we had known.”", "he"],
  ["“They razed the city,” Rovera told AFP, adding: “Nobody counted.”", "Rovera", "Rovera"],
  ["“They razed the city,” Rovera said, adding that “nobody counted”.", "Rovera", "Rovera"],
  ["“They razed the city,” said Rovera, describing it as “a crime”.", "Rovera", "Rovera"],
  ["“Yes,” he said. “No,” she replied. “Perhaps,” said Lund.", "he", "she", "Lund"],
  ["“Yes,” he said, but Lund said: “No.”", "he", "Lund"],
  ["Lund said “yes” but Price said “no”.", "Lund", "Price"],
  ["“Why?” asked Lund. “Because I can,” said Price.", "Lund", "Price"],
  ["“They razed the city – all of it – and,” she paused, “nobody counted.”", "she"],
  ["“They razed the city” – she stops – “and nobody counted.”", "-", "-"],
  ["“Well,” said the 30-year-old, “I never did.”", "the 30-year-old"],
  ["“Oh,” Ms Bell said with a laugh, “I never did.”", "Ms Bell"],
  ["“Nobody,” the minister told parliament on Monday, “is above the law.”", "the minister"],
  ["“Nobody is above the law,” the minister said; “not even the king.”", "the minister", "the minister"],
];

export const PARAGRAPHS: readonly SpeakerCase[] = [
  ["“One,” said Rovera.\n\n“Two is a longer sentence of hers.”", "Rovera", "Rovera"],
  ["Rovera said: “One.\n\n“Two.\n\n“Three.”", "Rovera"],
  ["“One,” said Rovera.\n\nChris Woods was not convinced. “Two is a longer sentence of his,” he said.", "Rovera", "he"],
  ["Rovera was scathing.\n\n“They razed the city and nobody counted.”", "Rovera"],
  ["Rovera dismissed the claim.\n\n“They razed the city and nobody counted,” she said.", "she"],
  ["Rovera said the claim was false.\n\n“They razed the city and nobody counted.”", "Rovera"],
  ["The MOD spokesman added:\n\n“They razed the city and nobody counted.”", "The MOD spokesman"],
  ["Here is what the mayor told us:\n\n“They razed the city and nobody counted.”", "the mayor"],
  ["“One,” Lund said.\n\n“Two is the answer,” Price said.\n\n“Three is the last of it.”", "Lund", "Price", "Price"],
  ["Rovera had seen it. “They razed the city and nobody counted.”", "Rovera"],
  ["Rovera said she had seen it. “They razed the city and nobody counted.”", "Rovera"],
  ["Lund said he was ready.\n\nThe crowd cheered for an hour.\n\n“We want Lund,” they chanted.", "they"],
  [
    "“One and then two and then three,” Lund said. Later in the day it rained.\n\nThe game went on regardless of “foul” weather.",
    "Lund",
    "-",
  ],
  ["“It hurts,” said Lund, a carpenter. He was born in Oslo. “I want to go home to my family.”", "Lund", "Lund"],
];

export const SINGLE_MARKS: readonly SpeakerCase[] = [
  ["‘They razed the city,’ said Rovera.", "Rovera"],
  ["'They razed the city,' said Rovera.", "Rovera"],
  ["'We don't know what's next,' Rovera said.", "Rovera"],
  ["Rovera said: 'The residents' homes were destroyed, and they've nothing left.'", "Rovera"],
  ["Rovera said: ‘The residents’ homes were destroyed.’", "Rovera"],
  ["Sturgeon: 'No deal is better than a bad deal'", "Sturgeon"],
  ["Boss tells staff 'work or leave'", "Boss"],
  ["Minister denies 'cover-up' over leaked memo", "Minister"],
  ["The star, 34, gushed: 'It's the best thing I've ever done.'", "The star"],
  ["A source told The Sun: 'She's over the moon.'", "A source"],
  ["An insider dished: 'They’re done.'", "An insider"],
  ["'I'm so proud of 'em,' the coach said.", "the coach"],
  ["In the '90s, they said 'no' a lot.", "they"],
  ["'He told me \"go home\" and I went,' said Price.", "Price"],
];

export const NOT_QUOTED: readonly SpeakerCase[] = [
  ["The residents' homes and the rebels' guns were lost."],
  ["It's the '90s all over again, isn't it?"],
  ["He is 6'2\" tall and his brother is 5'10\"."],
  ["Rock 'n' roll is what they want, said Price."],
  ["The precision was obviously only as precise as the intelligence, she said."],
  ["Syria’s war, the UN’s plan and the people’s vote."],
];

export const OTHER_MARKS: readonly SpeakerCase[] = [
  ["« Ils ont rasé la ville », said Dupont.", "Dupont"],
  ["«They razed the city,» said Rovera.", "Rovera"],
  ["»They razed the city,« said Rovera.", "Rovera"],
  ["„They razed the city,“ said Rovera.", "Rovera"],
  ["„They razed the city,” said Rovera.", "Rovera"],
  ["”They razed the city,” said Rovera.", "Rovera"],
  ['“They razed the city," said Rovera.', "Rovera"],
  ['"They razed the city,” said Rovera.', "Rovera"],
  ["``They razed the city,'' said Rovera.", "Rovera"],
  ["''They razed the city,'' said Rovera.", "Rovera"],
  ["“They razed “the city” itself,” said Rovera.", "Rovera"],
  ['"They razed "the city" itself," said Rovera.', "Rovera"],
  ['Rovera said ("They razed the city") and left.', "Rovera"],
  ['Rovera said:"They razed the city."', "Rovera"],
  ["Rovera said,“They razed the city.”", "Rovera"],
  ['"They razed the city,"said Rovera.', "Rovera"],
  ['" They razed the city , " said Rovera .', "Rovera"],
];

export const BROKEN: readonly SpeakerCase[] = [
  ['Rovera said: "They razed the city.\n\nThe war went on.', "Rovera"],
  ['"They razed the city, said Rovera.', "Rovera"],
  ['"They razed the city, she said. The war went on.', "she"],
  ['They razed the city," said Rovera.', "Rovera"],
  [
    '"They razed the city," said Col. Scott Rawlinson." We asked for more information."',
    "Col. Scott Rawlinson",
    "Col. Scott Rawlinson",
  ],
  ['The report spoke of "thousands of strikes.\n\n"They razed the city," said Rovera.', "The report", "Rovera"],
  ['"They razed the city," said Rovera. Nobody counted."', "Rovera", "Rovera"],
  ['Rovera said: "They razed the city.\n\nNobody counted the dead."', "Rovera"],
];

export const BLOCKS: readonly SpeakerCase[] = [
  ["Rovera said:\n\n> They razed the city.\n> Nobody counted.", "Rovera"],
  ["A page.\n\n> They razed the city.\n>\n> — Donatella Rovera, Amnesty", "Donatella Rovera"],
  ['> "They razed the city," said Rovera.', "Rovera"],
  ["As the report put it:\n\n> They razed the city.\n\nThe war went on.", "the report"],
  ['The problem, said Chris Woods, the director of Airwars, is "much larger than that."', "Chris Woods"],
  ['The mayor, says Jane Doe, was "never in the room at all."', "Jane Doe"],
];

import assert from "node:assert/strict";
import { test } from "node:test";
import { readQuotations } from "../../server/src/extract/quotes/index.ts";
import { readDocument } from "../../server/src/text/document.ts";

/** Takes a text and its quotations as they should be read: parts parted by " | ", with "~" before those that are no speech and "…" behind those that lack a mark. */
function check(text: string, ...quotes: string[]): void {
  test(text, () => {
    const found = readQuotations(readDocument(text), {}).map(
      ({ parts, speech, closed, form }) =>
        `${speech ? "" : "~"}${form === "block" ? "> " : ""}${parts.map(({ start, end }) => text.slice(start, end)).join(" | ")}${closed ? "" : "…"}`,
    );
    assert.deepEqual(found, quotes);
  });
}

// Interrupted, and over several paragraphs
check('"They razed it," she said, "and left."', "They razed it, | and left.");
check("“They razed it – all of it,” said Rovera, “and left,” she added.", "They razed it – all of it, | and left,");
check("“They razed it,” said Rovera. “They left.”", "They razed it,", "They left.");
check(
  "Rovera said: “One is long.\n\n“Two is long.\n\n“Three is long.”",
  "One is long. | Two is long. | Three is long.",
);
check("Rovera said: “One is long.\n\nTwo is long.”", "One is long. | Two is long.");
check("“One is long.\n\n“Two is long,” said Rovera.", "One is long. | Two is long,");
check("‘One is long.\n\n‘Two is long,’ said Rovera.", "One is long. | Two is long,");
check(
  "“One is a long sentence of hers,” said Rovera.\n\n“Two is another of them.”",
  "One is a long sentence of hers,",
  "Two is another of them.",
);

// Marks that are missing
check('Rovera said: "They razed the whole city.\n\nThe war went on.', "They razed the whole city.…");
check('"They razed the whole city, said Rovera. The war went on.', "They razed the whole city,…");
check('They razed the whole city," said Rovera.', "They razed the whole city,…");
check('"One," said Rovera. They razed the whole city."', "One,", "They razed the whole city.…");
check('"We asked," said Col. Rawlinson." We were told to wait."', "We asked,", "We were told to wait.");
check('"They razed it, said Rovera. "They left."', "They razed it,…", "They left.");

// Both marks lost on the way to the page: what is left speaks as nobody but its speaker would
check(
  "This is no small matter. It is worse than we feared, said Lund.",
  "~This is no small matter. It is worse than we feared,…",
);
check(
  "The pier stood for a century. And that is nothing to your council, she said.",
  "~The pier stood for a century. And that is nothing to your council,…",
);
check(
  "It is a bad year for eels. It is a worse one for us, said Ada Lund, the harbour master.",
  "~It is a bad year for eels. It is a worse one for us,…",
);
check("We shall rebuild the pier before winter comes, said Lund.", "~We shall rebuild the pier before winter comes,…");
check("I have seen nothing like it in forty years, Lund said.", "~I have seen nothing like it in forty years,…");
check("The pier fell in the night. Nobody was hurt, said Lund.");
check("The pier is closed until the spring, police said.");
check("This bridge is closed. It was shut on Friday, police said.");
check("Eleven boats were lost in World War I, said Lund.");
check("“Nobody was hurt.” We asked her twice, said Lund.", "~Nobody was hurt.");

// Marks within marks
check("“He told me ‘go home’ and I went,” said Price.", "He told me ‘go home’ and I went,");
check("‘He told me “go home” and I went,’ said Price.", "He told me “go home” and I went,");
check("“He told me “go home” and I went,” said Price.", "He told me “go home” and I went,");
check("\"'Go home,' he told me,\" said Price.", "'Go home,' he told me,");
check('«He told me "go home" and I went,» said Price.', 'He told me "go home" and I went,');

// No quotation marks at all
check("The residents' homes, the rebels' guns and the '90s.");
check("She is 5'6\", he is 6'2\" and the door 7' high.");
check("It's what they're used to, isn't it?");
check("Rock 'n' roll, fish 'n' chips.");
check("Rock ‘n’ roll, fish ‘n’ chips.");
check("’Tis the season, ‘tis true; the ‘90s and the ’80s came back.");
check("The dogs' owners' lawyers' fees' cost.");
check("The boys’ school and the girls’ school are O’Neill’s.");
check("He's 6' 2\" tall, with a 42\" screen.");
check("Roe said: ‘We ain’t goin’ nowhere, y’all.’", "We ain’t goin’ nowhere, y’all.");
check("Roe said: 'It's the kids' future, isn't it?' He left.", "It's the kids' future, isn't it?");
check("'We're not going,' said Roe, 'and that's that.'", "We're not going, | and that's that.");
check("“I'm done, said Roe. “Me too,” said Doe.", "I'm done,…", "Me too,");
check('"I\'m done,” said Roe. “Me too," said Doe.', "I'm done,", "Me too,");
check("“I am done,“ said Roe. “Go on,“ said Doe.", "I am done,", "Go on,");
check("“One thing,” Roe said. ”Two things.”", "One thing,", "Two things.");
check("“A good one.”“A bad one,” said Roe.", "A good one.", "A bad one,");
check('A 12" pipe was found.');
check('The 12" pipe, he said, was "cracked from end to end".', "cracked from end to end");

// Words that are no speech
check("The so-called “caliphate” fell.", "~caliphate");
check("The so-called Islamic “caliphate” fell.", "~caliphate");
check("They set out to ‘liberate’ the city.", "~liberate");
check("An alliance named the “Syrian Democratic Forces” took the city.", "~Syrian Democratic Forces");
check("Ahmed “The Fox” Khan was held.", "~The Fox");
check("She read the novel “War and Peace” twice.", "~War and Peace");
check("Their song “Yesterday” was a hit.", "~Yesterday");
check("She wrote “The Long Wave”, a history of the tides.", "~The Long Wave");
check("He sang “Danny Boy” at the funeral.", "~Danny Boy");
check("She wrote: “Hold the Line.”", "Hold the Line.");
check("He has read “Hamlet” and “Macbeth” to them.", "~Hamlet", "~Macbeth");
check("The city was “safe”.", "~safe");
check("Trump called it “fake news”.", "fake news");
check("Rovera called it “horrific”.", "horrific");
check("Rovera said “no”.", "no");

// Block quotations
check("Rovera said:\n\n> They razed it.\n> They left.\n\nThe war went on.", "> They razed it. | They left.");
check("> They razed it.\n>\n> — Donatella Rovera", "> They razed it.");
check('> "They razed it," said Rovera.', "They razed it,");
check("Five > four and 3 > 2.");

// Where marks stand wrong, or blanks do
check('Rovera said:"They razed it."', "They razed it.");
check('"They razed it,"said Rovera.', "They razed it,");
check('" They razed it , " said Rovera .', "They razed it ,");
check("Rovera said (“they razed it all”) that.", "they razed it all");
check("Rovera said—“they razed it all”—that.", "they razed it all");
check("*“They razed it all,”* said Rovera.", "They razed it all,");
check("“They razed … it [the city] all,” said Rovera.", "They razed … it [the city] all,");
check('"I thought—" she began.', "I thought—");
check('"They razed it" "They left it," said Rovera.', "They razed it", "They left it,");
check("Rovera said: “ ”.");

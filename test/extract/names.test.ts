import assert from "node:assert/strict";
import { test } from "node:test";
import { readQuotations } from "../../server/src/extract/quotes/index.ts";
import { readDocument } from "../../server/src/text/document.ts";

/** Takes a text and the keys of the speakers of its quotations, in order: whom the words beside them mean. */
function check(text: string, ...keys: string[]): void {
  test(text, () => {
    const found = readQuotations(readDocument(text), {}).map(({ speaker }) => speaker?.key ?? "-");
    assert.deepEqual(found, keys);
  });
}

// One person under several names
check("Donatella Rovera saw it. “It was bad,” said Rovera.", "donatella rovera");
check("“It was bad,” said Rovera. Donatella Rovera left.", "donatella rovera");
check("“It was bad,” said Amnesty’s Donatella Rovera.", "donatella rovera");
check("“It was bad,” said Ms Rovera. Donatella Rovera left.", "donatella rovera");
check("“It was bad,” said Col. Scott Rawlinson.", "scott rawlinson");
check("“It was bad,” said U.N. Secretary-General Antonio Guterres.", "antonio guterres");
check("“It was bad,” said Martin Luther King Jr.", "martin luther king jr");
check("“It was bad,” said Bashar al-Assad. “It is good,” Assad added.", "bashar al-assad", "bashar al-assad");
check("“It was bad,” said Airwars director Chris Woods.", "chris woods");
check("“It was bad,” said the director of Airwars, Chris Woods.", "chris woods");
check("“It was bad,” said head of policy Dr Ian Marlow.", "ian marlow");

// The ministry last named, and no body of another sort
const MINISTRY = "The coalition said no. “It was bad,” the ministry said.";
check(`The Ministry of Health met. ${MINISTRY}`, "ministry of health");
check(`The Gaza health ministry met. ${MINISTRY}`, "gaza health ministry");
check(`The Health Ministry met. ${MINISTRY}`, "health ministry");
check(`The Foreign Ministry met. The Health Ministry met. ${MINISTRY}`, "health ministry");
check(`The RAF met. ${MINISTRY}`, "ministry");
check(
  "“It was bad,” said the General Hospital. The RAF met. “It is good,” the hospital said.",
  "general hospital",
  "general hospital",
);
check("The General Hospital was full, its director Dr. Amina Sall said. “It was bad,” she said.", "amina sall");

// One body under several names
check(
  "“It was bad,” the Ministry of Defence (MOD) said. “It is good,” the MOD said.",
  "uk ministry of defence",
  "uk ministry of defence",
);
check("The Owl Research Group (ORG) met. “It was bad,” the ORG said.", "owl research group");
check(
  "“It was bad,” Amnesty said. “It is good,” Amnesty International said.",
  "amnesty international",
  "amnesty international",
);
check("“It was bad,” the Joint Task Force said.", "us-led coalition");
check("“It was bad,” the task force said.", "us-led coalition");
check("“It was bad,” the Pentagon said.", "us department of defense");
check("“It was bad,” NATO said.", "north atlantic treaty organization");
check("Human Rights Watch met. “It was bad,” the group said.", "human rights watch");
check("The Health Ministry met. “It was bad,” the ministry said.", "health ministry");

// Who is meant
check("“One is long,” said Kumi Naidoo.\n\n“Two is long,” he added.", "kumi naidoo", "kumi naidoo");
check("Donatella Rovera met John Price. “It was bad,” she said.", "donatella rovera");
check("Donatella Rovera met John Price. “It was bad,” he said.", "john price");
check(
  "“One is long,” said Mary Hart. “Two is long,” said Tom Price. “Three is long,” she said.",
  "mary hart",
  "tom price",
  "mary hart",
);
check(
  "“One is long,” said Mary Hart.\n\nClara Benson disagreed with that. “Two is long,” she said.",
  "mary hart",
  "clara benson",
);
check(
  "“One is long,” said Mary Hart.\n\nShe left. Tom Price stayed. “Two is long,” she said.",
  "mary hart",
  "mary hart",
);
check("“One is long,” Amnesty said. “Two is long,” it added.", "amnesty international", "amnesty international");
check(
  "“One,” a spokesman for the MOD said. “Two is long,” the spokesman added.",
  "uk ministry of defence spokesman",
  "uk ministry of defence spokesman",
);
check(
  "“One,” a Pentagon spokesman said. “Two is long,” he added.",
  "us department of defense spokesman",
  "us department of defense spokesman",
);
check(
  "“One,” said Col. Ryan Dillon, a spokesman for the coalition. “Two is long,” Dillon said.",
  "ryan dillon",
  "ryan dillon",
);
check("“One,” a spokesman for Second Great Eastern said.", "second great eastern spokesman");
check("“One,” said Friends of the Earth campaigner Omar Khalil.", "omar khalil");
check("“One,” said a resident of Raqqa.", "resident");
check("“One,” said the ambassador to Ethiopia.", "ambassador");

/** Takes a text and, for each of its quotations, a body for which its speaker speaks ("-" for none). */
function speaksFor(text: string, ...bodies: string[]): void {
  test(`for whom: ${text}`, () => {
    const found = readQuotations(readDocument(text), {}).map(({ speaker }, i) =>
      speaker?.aliases.includes(bodies[i] ?? "")
        ? bodies[i]
        : (speaker?.aliases.filter((alias) => !speaker.key.includes(alias))[0] ?? "-"),
    );
    assert.deepEqual(found, bodies);
  });
}

speaksFor("“It was bad,” said Col. Scott Rawlinson, a coalition spokesman.", "us-led coalition");
speaksFor("“It was bad,” said Col. Scott Rawlinson, a spokesman for the coalition.", "us-led coalition");
speaksFor("“It was bad,” said Scott Rawlinson, spokesman for the task force.", "us-led coalition");
speaksFor("“It was bad,” said Rovera of Amnesty.", "amnesty international");
speaksFor("“It was bad,” said Amnesty’s Rovera.", "amnesty international");
speaksFor("Donatella Rovera, from Amnesty, saw it. “It was bad,” Rovera said.", "amnesty international");
speaksFor("“One is long,” said Rovera. Amnesty’s Donatella Rovera left.", "amnesty international");
speaksFor("Airwars director Chris Woods saw it. “It was bad,” he said.", "airwars");
speaksFor("“It was bad,” said Mary Hart, a nurse from Leeds.", "-");
speaksFor("A coalition spokesman gave a lower toll.\n\n“We count 318,” said Col. Scott Rawlinson.", "us-led coalition");
speaksFor("A coalition spokesman gave a lower toll.\n\n“They lie,” said Mary Hart.", "-");
speaksFor("A report by Amnesty and Airwars came out. “It was bad,” the report said.", "airwars");
speaksFor("Strikes by U.S. jets hit it, Amnesty said. “It was bad,” the report said.", "amnesty international");
speaksFor("The coalition’s own count is lower. Its records say “318 died there”.", "us-led coalition");

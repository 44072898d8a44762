import type { Diagnostic } from "vscode-languageserver";
import type { Client, Folder } from "./client.ts";

export const ALPHA = `---
id: alpha
outlet: Alpha Times
published: 2024-03-02
---

The flood killed 43 people in Norland, the interior ministry said on Friday.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.
`;
export const BETA = `---
id: beta
outlet: Beta Post
---

Rescuers pulled 120 people out of the water in Norland, the fire service said.
`;
export const DRAFT = `The flood killed 43 people in Norland [@alpha].

The flood killed 57 people in Norland, officials said.
`;
export const OTHER = "The flood killed 43 people in Norland.[^alpha]\n\n[^alpha]: Alpha Times.\n";
export const files = { "corpus/alpha.md": ALPHA, "corpus/beta.md": BETA, "draft.md": DRAFT, "other.md": OTHER };
export const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

export const codesOf = (items: readonly Pick<Diagnostic, "code">[]) => items.map(({ code }) => code);

/** Opens the draft of a fresh folder in a fresh server; gives its URI. */
export async function opened(client: Client, folder: Folder, text = DRAFT): Promise<string> {
  const uri = folder.uri("draft.md");
  await client.open(uri, text);
  return uri;
}

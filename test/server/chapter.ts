import type { Diagnostic } from "vscode-languageserver";

export const ALPHA = `---
id: alpha
title: Flood kills 43 in Norland
outlet: Alpha Times
published: 2024-03-02
---

The flood killed 43 people in Norland, the interior ministry said on Friday.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.
`;
export const BETA = `---
id: beta
title: Norland counts its dead
outlet: Beta Post
published: 2024-03-03
---

Rescuers pulled 120 people out of the water in Norland, the fire service said.
`;
export const DRAFT = `# The flood

The flood killed 43 people in Norland.

The flood killed 57 people in Norland, officials said.

"We were never warned in time by anyone in the capital," said Mayor Ana Brandt.

Rescuers pulled 120 people out of the water in Norland [@beta].
`;
export const files = { "corpus/alpha.md": ALPHA, "corpus/beta.md": BETA, "draft.md": DRAFT };

export const codesOf = (items: readonly Pick<Diagnostic, "code">[]) => items.map(({ code }) => code);
export const wordsOf = (message: Diagnostic["message"] | undefined) =>
  typeof message === "string" ? message : (message?.value ?? "");
export const PROBLEMS = ["citation/uncited", "figure/contradicted", "quote/altered"];

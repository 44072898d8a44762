import type { Diagnostic } from "vscode-languageserver";
import * as flood from "./flood.ts";

export { codesOf } from "./flood.ts";

/** The sources of the flood, with their titles. */
export const ALPHA = flood.ALPHA.replace("outlet:", "title: Flood kills 43 in Norland\noutlet:");
export const BETA = flood.BETA.replace(
  "outlet: Beta Post",
  "title: Norland counts its dead\noutlet: Beta Post\npublished: 2024-03-03",
);
export const DRAFT = `# The flood

The flood killed 43 people in Norland.

The flood killed 57 people in Norland, officials said.

"We were never warned in time by anyone in the capital," said Mayor Ana Brandt.

Rescuers pulled 120 people out of the water in Norland [@beta].
`;
export const files = { "corpus/alpha.md": ALPHA, "corpus/beta.md": BETA, "draft.md": DRAFT };

export const wordsOf = (message: Diagnostic["message"] | undefined) =>
  typeof message === "string" ? message : (message?.value ?? "");
export const PROBLEMS = ["citation/uncited", "figure/contradicted", "quote/altered"];

import { type DraftFormat, prepareDraft } from "../../server/src/draft/index.ts";
import { type CheckedDraft, checkText } from "../../server/src/service/check.ts";
import type { LanguageContext } from "../../server/src/service/language.ts";
import { defaultSettings, type Settings } from "../../server/src/service/settings.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { fixture } from "../verify/fixture.ts";

/** Two sources that most tests of the language service rest on. */
export const SOURCES = `
== alpha | Alpha Times | 2024-03-02
The flood killed more than 43 people in Norland, the interior ministry said on Friday.

"We were not warned in time by anyone in the capital," said Mayor Ana Brandt.

Rescuers pulled 120 people out of the water in Norland, the fire service said.
== beta | Beta Post | 2024-03-03
The flood killed more than 43 people in Norland, the interior ministry said.

About 5,000 people were displaced in Norland, the Red Cross said.
`;

/** A draft that was checked against sources, with what features ask for. */
export interface Desk {
  readonly text: string;
  readonly checked: CheckedDraft;
  readonly context: LanguageContext;
  readonly store: CorpusStore;
}

/** Takes a draft, settings and sources; gives it checked. The cursor of a draft is written "¦" and is no part of it. */
export function desk(
  draft: string,
  settings: Partial<Settings> = {},
  format: DraftFormat = "markdown",
  sources = SOURCES,
): Desk & { readonly cursor: { line: number; character: number }; readonly offset: number } {
  const offset = Math.max(0, draft.indexOf("¦"));
  const text = draft.replace("¦", "");
  const { store } = fixture(`draft\n${sources}`);
  const all = { ...defaultSettings, ...settings };
  const checked = checkText(text, format, store, all);
  const links = {
    uriOf: (meta: { path: string }) => `file:///corpus/${meta.path}`,
    hrefOf: (meta: { path: string }) => `corpus/${meta.path}`,
  };
  const context = { store, settings: all, links };
  return { text, checked, context, store, cursor: checked.lines.position(offset), offset };
}

/** Takes a text and a format; gives it prepared. */
export function prepared(text: string, format: DraftFormat = "markdown") {
  return prepareDraft(text, format);
}

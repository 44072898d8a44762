import { type CheckedDraft, checkText } from "../../server/src/service/check.ts";
import type { LanguageContext } from "../../server/src/service/language.ts";
import type { ProtocolPosition } from "../../server/src/service/protocol.ts";
import { defaultSettings, type Settings } from "../../server/src/service/settings.ts";
import { fixture } from "../verify/fixture.ts";

/** A checked draft with its context, and the position of the mark ‸ in it. */
export interface Served {
  readonly checked: CheckedDraft;
  readonly context: LanguageContext;
  readonly position: ProtocolPosition;
}

/** Takes a fixture string whose draft holds one mark ‸ (or none), and settings that differ from the usual; gives the draft checked. */
export function serve(text: string, settings: Partial<Settings> = {}): Served {
  const { draft, store } = fixture(text);
  const all = { ...defaultSettings, ...settings };
  const checked = checkText(draft.replace("‸", ""), "markdown", store, all);
  const links = {
    uriOf: ({ id }: { id: string }) => `file:///corpus/${id}.txt`,
    hrefOf: ({ id }: { id: string }) => `corpus/${id}.txt`,
  };
  return {
    checked,
    context: { store, settings: all, links },
    position: checked.lines.position(Math.max(0, draft.indexOf("‸"))),
  };
}

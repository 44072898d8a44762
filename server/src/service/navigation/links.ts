import type { DocumentLink } from "vscode-languageserver-types";
import { resolveCitations, sourceName } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { type LanguageContext, locate, rangeOf } from "../language.ts";
import { say } from "../words.ts";

/** Takes a checked draft; gives a link to the source on each citation key that names one. Links that the draft writes itself are the editor's. */
export function documentLinks({ draft, lines }: CheckedDraft, context: LanguageContext): DocumentLink[] {
  return resolveCitations(draft, context.store).flatMap(({ key, mark, sources }) => {
    const [id] = sources;
    const location = id === undefined || mark.style === "link" ? null : locate(context, id, null);
    if (id === undefined || location === null) return [];
    const tooltip = say("link.source", { source: sourceName(context.store, id) });
    const { line, character } = location.range.start;
    const target = /^file:/.test(location.uri) ? `${location.uri}#L${line + 1},${character + 1}` : location.uri;
    return [{ range: rangeOf(lines, key), target, tooltip }];
  });
}

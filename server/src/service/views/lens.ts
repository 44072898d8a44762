import type { CodeLens } from "vscode-languageserver-types";
import type { CheckedDraft } from "../check.ts";
import type { LanguageContext } from "../language.ts";
import { overviewOf } from "../overview.ts";
import { lensCommand } from "../protocol.ts";
import { say } from "../words.ts";

/** Takes a checked draft and its URI; gives one lens above it that tells its coverage; none unless the settings ask for it. */
export function coverageLens(checked: CheckedDraft, uri: string, context: LanguageContext): CodeLens[] {
  if (!context.settings.codeLens) return [];
  const { figures, quotes, cited, counts } = overviewOf([checked], context.store, context.settings);
  const all = figures.all + quotes.all;
  const title = say(all === 0 ? "lens.none" : "lens.coverage", {
    stand: figures.stand + quotes.stand,
    all,
    cited: cited.stand,
    open: counts.fix + counts.decide + counts.cite,
  });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return [{ range, command: { title, command: lensCommand, arguments: [uri] } }];
}

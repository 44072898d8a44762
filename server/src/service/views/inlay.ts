import type { InlayHint } from "vscode-languageserver-types";
import { sourceName } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { type LanguageContext, offsetAt } from "../language.ts";
import type { ProtocolRange } from "../protocol.ts";
import { tell } from "../words.ts";

/** Takes a checked draft and a range of it; gives the name of the best source behind each fact that a source supports; none unless the settings ask for them. */
export function inlayHints(checked: CheckedDraft, range: ProtocolRange, context: LanguageContext): InlayHint[] {
  if (!context.settings.inlayHints) return [];
  const [from, to] = [offsetAt(checked, range.start), offsetAt(checked, range.end)];
  return checked.findings.flatMap((finding) => {
    const best = finding.evidence.find(({ relation }) => relation === "supports");
    if (best === undefined || finding.end < from || finding.start > to) return [];
    return [
      {
        position: checked.lines.position(finding.end),
        label: sourceName(context.store, best.source),
        paddingLeft: true,
        tooltip: tell(finding.message),
      },
    ];
  });
}

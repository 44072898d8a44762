import type { CompletionItem, CompletionList } from "vscode-languageserver-types";
import type { CheckedDraft } from "../check.ts";
import { type LanguageContext, offsetAt } from "../language.ts";
import type { ProtocolPosition } from "../protocol.ts";
import { figureItems } from "./figures.ts";
import { keyItems } from "./keys.ts";
import { quoteItems } from "./quotes.ts";

/** Signs at which an editor should ask for completions: those that begin a citation, a number or a quotation. */
export const triggers: readonly string[] = [..."@^[({<,", ..."0123456789", ...'"“‘«„'];

/** What a completion is worked out from. */
export interface CompletionPlace {
  readonly checked: CheckedDraft;
  readonly context: LanguageContext;
  readonly offset: number;
}

/**
 * Takes a checked draft and a position; gives what may be written there: keys of sources in a citation, figures of the sources where one is
 * being typed, what sources say in a quotation that was opened. Empty anywhere else.
 */
export function completionsAt(
  checked: CheckedDraft,
  position: ProtocolPosition,
  context: LanguageContext,
): CompletionList {
  const place = { checked, context, offset: offsetAt(checked, position) };
  const items = keyItems(place) ?? quoteItems(place) ?? figureItems(place) ?? [];
  return { isIncomplete: items.length > 0, items: items.map(inOrder) };
}

/** Editors sort by label unless they are told otherwise. */
function inOrder(item: CompletionItem, at: number): CompletionItem {
  return { ...item, sortText: String(at).padStart(4, "0") };
}

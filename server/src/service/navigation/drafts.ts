import type { CheckedDraft } from "../check.ts";

/** A draft of the folder, open or as saved, with the URI that opens it. */
export interface NamedDraft {
  readonly uri: string;
  readonly checked: CheckedDraft;
}

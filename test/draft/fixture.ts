import assert from "node:assert/strict";
import { type DraftFormat, prepareDraft } from "../../server/src/draft/index.ts";
import type { PreparedDraft } from "../../server/src/verify/types.ts";

/** Takes a draft, and its prose as it should be with every run of blanks made one; fails where it differs. */
export function checkProse(text: string, expected: string, format: DraftFormat = "markdown"): void {
  const { prose } = prepareDraft(text, format);
  assert.equal(prose.length, text.length);
  assert.equal(prose.replace(/\s+/g, " ").trim(), expected);
}

/** Takes a draft, and its citations as they should be: "pandoc voa, rferl | footnote 1". */
export function checkCitations(text: string, expected: string, format: DraftFormat = "markdown"): void {
  const draft = prepareDraft(text, format);
  assert.equal(describe(draft), expected);
  for (const mark of draft.citations) {
    assert.equal(text.slice(mark.start, mark.end), mark.text);
    for (const key of mark.keys) assert.equal(text.slice(key.start, key.end), key.text);
  }
}

function describe({ citations }: PreparedDraft): string {
  return citations.map(({ style, keys }) => `${style} ${keys.map(({ text }) => text).join(", ")}`).join(" | ");
}

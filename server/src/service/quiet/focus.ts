import type { CheckedDraft } from "../check.ts";

/**
 * Takes a checked draft and the offset at which the writer is writing (`null` where nothing is being written); gives the draft without the
 * findings of the sentence there: they are held back until the cursor leaves it.
 */
export function withoutHeld(checked: CheckedDraft, writing: number | null): CheckedDraft {
  if (writing === null) return checked;
  const findings = checked.findings.filter((finding) => {
    const { start, end } = finding.figure?.sentence ?? finding.quote?.sentence ?? finding;
    return writing < start || writing > end;
  });
  const slips = checked.slips.filter(({ start, end }) => writing < start || writing > end);
  const same = findings.length === checked.findings.length && slips.length === checked.slips.length;
  return same ? checked : { ...checked, findings, slips };
}

import type { Figure, Quotation } from "../extract/types.ts";

/** Takes a figure; gives what every list of figures in JSON says of it. */
export function figureFields({ start, end, text, low, high, bound, dimension, unit, measure, claimant }: Figure) {
  const { counted, outcome } = measure;
  const value = { low, high, bound, dimension, unit };
  return { start, end, text, ...value, counted, outcome, claimant: claimant?.text ?? null };
}

/** Takes a speaker, `null` for none; gives what every list of quotations in JSON says of them. */
export function speakerFields(speaker: Quotation["speaker"]) {
  return speaker === null ? null : { start: speaker.start, end: speaker.end, text: speaker.text };
}

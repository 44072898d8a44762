import type { Span } from "../text/span.ts";

/** A stretch that is not prose, and what stands for it: spaces, or `keep` (shorter than the stretch) followed by spaces. */
export interface Masked extends Span {
  readonly keep?: string;
  /** True where `keep` goes to the end of the stretch: the last of its characters then touches what follows. */
  readonly right?: boolean;
  /** True where `keep` may stand in place of a line break too. */
  readonly joins?: boolean;
}

/**
 * Takes a text and stretches of it in any order (they may overlap: the first to begin wins);
 * gives a text of the same length with those stretches blanked out, line breaks kept.
 */
export function blank(text: string, stretches: readonly Masked[]): string {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: string[] = [];
  let at = 0;
  for (const stretch of sorted) {
    if (stretch.end <= at) continue;
    const start = Math.max(at, stretch.start);
    pieces.push(text.slice(at, start), cover(text.slice(start, stretch.end), start === stretch.start ? stretch : {}));
    at = stretch.end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

function cover(covered: string, { keep = "", right = false, joins = false }: Partial<Masked>): string {
  const spaces = covered.replace(joins ? /[\s\S]/g : /[^\n\r]/g, " ");
  if (keep === "" || keep.length > covered.length || (!joins && /[\n\r]/.test(covered))) return spaces;
  return right ? spaces.slice(keep.length) + keep : keep + spaces.slice(keep.length);
}

import { hashText } from "../../store/hash.ts";
import type { Finding } from "../../verify/index.ts";

/** Words on each side of a fact that tell it from another with the same words. */
const NEIGHBOURS = 4;
/** Code units on each side in which they are looked for; never beyond a line or what looks like the end of a sentence. */
const REACH = 160;
const STOP = /[.!?]["”’»)]{0,2}\s|[\r\n]/;

/**
 * Takes the text of a draft and a finding in it; gives 16 hex digits that stay the same while the fact and the words beside it do,
 * wherever the fact moves to in the draft, and however its case, spaces and marks change.
 */
export function fingerprint(
  text: string,
  { kind, start, end, text: words }: Pick<Finding, "kind" | "start" | "end" | "text">,
): string {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(STOP)
      .at(-1) ?? "";
  const after = text.slice(end, end + REACH).split(STOP)[0] ?? "";
  const beside = [wordsOf(before).slice(-NEIGHBOURS), wordsOf(after).slice(0, NEIGHBOURS)];
  const key = [kind, ...[wordsOf(words), ...beside].map((all) => all.join(" "))].join("\n");
  return hex(hashText(key)) + hex(hashText(key, hashText("sourceline")));
}

/** Takes a text of a draft; gives its words and numbers in small letters, without citations: adding one must not make a fact another. */
export function wordsOf(text: string): string[] {
  const bare = text.replace(/\[\^[^\][\n]{1,200}\]|\[[^\][\n]{0,200}@[^\][\n]{1,200}\]/g, " ");
  return bare.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*/gu) ?? [];
}

function hex(hash: number): string {
  return hash.toString(16).padStart(8, "0");
}

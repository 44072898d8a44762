import path from "node:path";
import type { IndexState } from "../../node/examine.ts";
import { type Complaint, complaint } from "./types.ts";

type Kind = readonly [level: Complaint["level"], message: string, advice: string, fix: Complaint["fix"]];

const REBUILD = "It is built anew by the next check, or now by sourceline doctor --fix; no article is touched.";

/** What is said of an index that is not as it should be; FILE and WHY stand for its file and what is wrong with it. */
const COMPLAINTS: Partial<Readonly<Record<IndexState["state"], Kind>>> = {
  busy: [
    "note",
    "The index FILE is being written by another window or command.",
    "Nothing is lost; if that lasts and none runs, end what holds the file open.",
    "none",
  ],
  old: ["note", "The index FILE is out of date: WHY.", REBUILD, "can"],
  foreign: [
    "warning",
    "Where the index belongs there is another file, FILE: WHY.",
    "sourceline doctor --fix puts it aside, under the same name with .aside behind it, and builds the index.",
    "can",
  ],
  damaged: [
    "error",
    "The index FILE is damaged (WHY).",
    "sourceline doctor --fix builds it anew; no article is touched.",
    "can",
  ],
  unreadable: [
    "error",
    "The index FILE cannot be opened (WHY).",
    "Make the file readable and writable for you, or delete it; it holds nothing that is not made anew.",
    "none",
  ],
};

/** Takes the file of an index, how it is, and whether that has been mended; complains where it is not as it should be. */
export function lookAtIndex(file: string, { state, why }: IndexState, mended: boolean): Complaint[] {
  const kind = COMPLAINTS[state];
  if (kind === undefined) return [];
  const [level, message, advice, fix] = kind;
  const said = message.replace("FILE", () => file).replace("WHY", () => why);
  if (mended && fix === "can") return [complaint(level, `index/${state}`, said, "It was built anew.", "done")];
  return [complaint(level, `index/${state}`, said, advice, fix)];
}

/** Takes the file of an index, and the names of those that other versions have made of the same corpus; notes them. */
export function lookAtOthers(file: string, others: readonly string[]): Complaint[] {
  if (others.length === 0) return [];
  const message = `In ${path.dirname(file)} lie indexes that other versions made of this corpus: ${others.join(", ")}.`;
  return [complaint("note", "index/others", message, "Delete them, unless you still use those versions.")];
}

import picocolors from "picocolors";
import type { Surroundings } from "../corpus/open.ts";
import { columnsOf, count, oneLine } from "../corpus/table.ts";
import { wrap } from "../wrap.ts";
import type { Complaint } from "./types.ts";

const INDENT = "         ";
const LEVELS: readonly Complaint["level"][] = ["error", "warning", "note"];

/** Takes what was found, what the corpus holds ("" where it was not gone over), a format and where it goes; prints it, the gravest first. */
export function printDoctor(
  complaints: readonly Complaint[],
  summary: string,
  format: "pretty" | "json",
  to: Surroundings,
): void {
  const sorted = LEVELS.flatMap((level) => complaints.filter((one) => one.level === level));
  if (format === "json") to.output.write(`${JSON.stringify({ version: 1, complaints: sorted })}\n`);
  else printPretty(sorted, summary, to);
}

function printPretty(complaints: readonly Complaint[], summary: string, to: Surroundings): void {
  const colors = picocolors.createColors(to.output.isTTY === true && picocolors.isColorSupported);
  const paint = { error: colors.red, warning: colors.yellow, note: colors.cyan };
  const room = Math.max(20, columnsOf(to) - INDENT.length);
  for (const { level, message, advice, fix } of complaints) {
    const head =
      fix === "done" ? colors.green("mended".padEnd(INDENT.length)) : paint[level](level.padEnd(INDENT.length));
    const lines = [oneLine(message), advice].filter((text) => text !== "").flatMap((text) => wrapped(text, room));
    for (const [i, line] of lines.entries()) to.output.write(`${i === 0 ? head : INDENT}${line}\n`);
  }
  to.output.write(`${complaints.length > 0 ? "\n" : ""}${closing(complaints, summary)}\n`);
}

function wrapped(text: string, room: number): string[] {
  return room === Number.POSITIVE_INFINITY ? [text] : wrap(text, room);
}

function closing(complaints: readonly Complaint[], summary: string): string {
  const open = complaints.filter(({ level, fix }) => level !== "note" && fix !== "done");
  const behind = summary === "" ? "" : ` (${summary})`;
  if (open.length === 0) return `All is in order${behind}.`;
  const fixable = open.filter(({ fix }) => fix === "can").length;
  const does =
    fixable === 0 ? "" : `; sourceline doctor --fix does ${fixable === open.length ? "that" : `${fixable} of them`}`;
  return `${count(open.length, "thing")} to do${does}${behind}.`;
}

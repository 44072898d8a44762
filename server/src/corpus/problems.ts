import type { ReadProblem, ReadResult } from "./types.ts";

/** Takes a path and what is wrong, as the end of a sentence that begins with the path; gives a problem. */
export function problem(path: string, what: string, severity: ReadProblem["severity"] = "error"): ReadProblem {
  return { path, severity, message: `${path} ${what}`, span: null };
}

/** Takes a path and what is wrong, as the end of a sentence that begins with the path; gives a result with that problem alone. */
export function failed(path: string, what: string): ReadResult {
  return { articles: [], problems: [problem(path, what)] };
}

/** Takes anything thrown; gives its reason in one short line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.slice(0, 1000).replace(/\s+/g, " ").slice(0, 200).trim() || "no reason given";
}

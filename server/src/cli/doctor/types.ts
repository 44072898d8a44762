/** Something that the doctor found. */
export interface Complaint {
  /** What it is about, for programs: "index/damaged", "source/published". */
  readonly code: string;
  /** `error` and `warning` are to be done; a `note` is worth a look, and all works without. */
  readonly level: "error" | "warning" | "note";
  /** What is wrong, a full sentence. */
  readonly message: string;
  /** What to do, or what would be done, a full sentence; "" where the message says it. */
  readonly advice: string;
  /** Whether `--fix` can do it, and whether it has been done. */
  readonly fix: "none" | "can" | "done";
}

/** Takes the parts of a complaint; gives it. */
export function complaint(
  level: Complaint["level"],
  code: string,
  message: string,
  advice = "",
  fix: Complaint["fix"] = "none",
): Complaint {
  return { code, level, message, advice, fix };
}

const SHOWN = 8;

/** Takes names; gives them in a row, the first few where there are many. */
export function some(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return names.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest.toLocaleString("en")} more` : "");
}

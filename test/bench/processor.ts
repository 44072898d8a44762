import { readFileSync } from "node:fs";

/** Takes the id of a process; gives the milliseconds that it has computed for, all threads together; 0 where the system does not tell. See proc(5), "stat": fields 14 and 15, in hundredths of a second. */
export function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return 0;
  }
}

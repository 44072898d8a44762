import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Sources from which a corpus counts as large. */
const LARGE = 5000;

/**
 * Takes the number of sources of a corpus; where they are many, has V8 let this process's heap grow by two fifths at a time instead of up to twice as much, as
 * long as the process lives: beside a large index less room is left for garbage, at the price of collecting it more often.
 */
export function growLittleBeside(sources: number): void {
  if (sources >= LARGE) setFlagsFromString("--heap-growing-percent=40");
}

/**
 * For a process that keeps all cores busy for some seconds: has V8 optimize only what is used most, for optimizing takes time from the cores that work.
 * Holds for this process and the threads that it starts from now on.
 */
export function optimizeLittle(): void {
  setFlagsFromString("--invocation-count-for-turbofan=50000");
}

let collect: ((options: { readonly type: "minor" }) => unknown) | null | undefined;

/**
 * Collects what is young and unused, where V8 lets it be asked for: called when everything is answered, it spares the next key most of its wait for
 * garbage. Does nothing where it cannot be asked for.
 */
export function collectYoung(): void {
  if (collect === undefined) collect = collector();
  collect?.({ type: "minor" });
}

/** V8 gives its `gc` to contexts made after the flag is set. */
function collector(): typeof collect {
  try {
    setFlagsFromString("--expose-gc");
    const found: unknown = runInNewContext("gc");
    return typeof found === "function" ? (found as NonNullable<typeof collect>) : null;
  } catch {
    return null;
  }
}

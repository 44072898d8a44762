import picocolors from "picocolors";
import type { CheckOptions, Environment } from "./check-command.ts";
import { type Printer, printers, type Screen } from "./printers.ts";
import { deliver, type TextOutput, writeTo } from "./reports/output.ts";
import type { DraftResult } from "./session.ts";
import { Spools } from "./spools.ts";

/** A report that is printed as results come, or written to a file when all have. */
export interface OpenReport {
  add(result: DraftResult): Promise<void>;
  end(): Promise<void>;
  /** Lets go of what was kept; what was not printed is lost. */
  close(): void;
}

/** Takes options and what the command works with, and what is called before something is printed; gives a report of no draft yet. */
export function openReport(
  options: CheckOptions,
  environment: Environment & { readonly beforePrinting: () => void },
): OpenReport {
  const spools = new Spools();
  const { output, beforePrinting } = environment;
  const close = () => spools.close();
  if (options.output === undefined) {
    const printer: Printer = printers[options.format](options, screenOf(output), spools.open);
    const write = (text: string) => {
      if (text !== "") beforePrinting();
      return writeTo(output, text);
    };
    return {
      add: (result) => write(printer.add(result)),
      end: async () => {
        for (const piece of printer.end()) await write(piece);
      },
      close,
    };
  }
  const printer: Printer = printers[options.format](options, {}, spools.open);
  const spool = spools.open();
  return {
    add: async (result) => spool.add(printer.add(result)),
    end: () => deliver(joined(spool.pieces(), printer.end()), options.output, environment),
    close,
  };
}

/** Colours are for terminals, and for those that want them (https://no-color.org). */
function screenOf({ isTTY, columns }: TextOutput): Screen {
  return { colors: isTTY === true && picocolors.isColorSupported, columns };
}

function* joined(...parts: readonly Iterable<string>[]): Generator<string> {
  for (const part of parts) yield* part;
}

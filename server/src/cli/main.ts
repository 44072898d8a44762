#!/usr/bin/env node
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, workerData } from "node:worker_threads";
import { Command, InvalidArgumentError, Option } from "commander";
import { speak } from "../service/words.ts";
import { type AddCommandOptions, runAdd } from "./add-command.ts";
import { type Environment, runCheck } from "./check-command.ts";
import { addCorpusCommands } from "./corpus/index.ts";
import { runExtract } from "./extract-command.ts";
import { serveChecks } from "./gate/worker.ts";
import { addReportCommands, languageOption } from "./reports/index.ts";
import { runVerify } from "./verify-command.ts";
import { version } from "./version.ts";

const FORMATS = ["pretty", "json", "markdown", "html", "sarif", "github", "junit"] as const;
/** The format that a file's ending tells of. */
const BY_ENDING: Readonly<Record<string, (typeof FORMATS)[number]>> = {
  ".html": "html",
  ".htm": "html",
  ".md": "markdown",
  ".markdown": "markdown",
  ".json": "json",
  ".sarif": "sarif",
  ".xml": "junit",
};
const CODES = `
Ends with 0 where there is nothing at or above --fail-on, with 1 where there is,
with 2 where something could not be checked.`;
const LEVELS = ["error", "warning", "information", "hint", "never"] as const;

/** Takes the arguments after the program's name; runs the command and gives the exit code: 0, 1 (findings) or 2 (could not run). */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command("sourceline")
    .description("Checks every figure and quotation of a draft against the articles it reports from.")
    .version(version, "-V, --version", "print the version")
    .showHelpAfterError("(sourceline --help says more)")
    .exitOverride();
  program
    .command("check")
    .description("check drafts against their corpus")
    .argument("[files...]", "drafts, folders or patterns; all drafts below the current folder when none is given")
    .option("--corpus <dir>", "folder of the articles (else from sourceline.json, else ./corpus)")
    .addOption(
      new Option(
        "--format <format>",
        "how findings are printed (else by the ending of the output file, else pretty)",
      ).choices(FORMATS),
    )
    .addOption(
      new Option(
        "--fail-on <level>",
        "end with 1 at findings of this level or graver (else from sourceline.json, else warning)",
      ).choices(LEVELS),
    )
    .option("--changed [revision]", "only facts on lines that changed since a git revision (HEAD where none is given)")
    .option("-o, --output <file>", "write to a file")
    .option("--jobs <count>", "threads to check with (else as many as there are cores)", count)
    .option("--all", "list supported and cited facts too")
    .option("--width <columns>", "columns to wrap to", positive)
    .addOption(languageOption())
    .addHelpText("after", CODES)
    .action(async (files: string[], options) => {
      speak(options.lang ?? null);
      const changed = options.changed === true ? "HEAD" : options.changed;
      const format = options.format ?? formatFor(options.output ?? "");
      code = await runCheck(files, { ...options, format, changed }, environment());
    });
  program
    .command("extract")
    .description('read lines {"id","text"} and print the figures and quotations of each')
    .requiredOption("--jsonl", "JSON lines in, JSON lines out")
    .action(async () => {
      code = await runExtract(process.stdin, process.stdout);
    });
  program
    .command("verify")
    .description('read lines {"id","draft","sources":[{"id","text"}]} and print the findings of each')
    .requiredOption("--jsonl", "JSON lines in, JSON lines out")
    .action(async () => {
      code = await runVerify(process.stdin, process.stdout);
    });
  program
    .command("add")
    .description("put sources into the corpus: files, pages at addresses (fetched now), or - for standard input")
    .argument("<things...>", "files, http or https addresses, or -")
    .option("--corpus <dir>", "folder of the articles (else from sourceline.json, else ./corpus)")
    .option("--allow-private", "fetch from this machine and the local network too")
    .action(async (things: string[], options: AddCommandOptions) => {
      code = await runAdd(things, options, { ...environment(), input: process.stdin });
    });
  const finish = (ended: number) => {
    code = ended;
  };
  addReportCommands(program, environment, finish);
  addCorpusCommands(program, environment, finish);
  for (const command of program.commands) command.showHelpAfterError(`(sourceline ${command.name()} --help says more)`);
  return program.parseAsync(args, { from: "user" }).then(
    () => code,
    (error: { exitCode?: number; code?: string }) => {
      if (error.code?.startsWith("commander.")) return error.exitCode === 0 ? 0 : 2;
      throw error;
    },
  );
}

function environment(): Environment {
  const program = fileURLToPath(import.meta.url);
  return { cwd: process.cwd(), output: process.stdout, errors: process.stderr, program };
}

function formatFor(output: string): (typeof FORMATS)[number] {
  return BY_ENDING[path.extname(output).toLowerCase()] ?? "pretty";
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("expected a whole number, 1 or more");
  return number;
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 20)
    throw new InvalidArgumentError("expected a number of columns, 20 or more");
  return number;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
if (isMainThread) {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => {
      process.stderr.write(`sourceline: ${error.message}\n`);
      process.exitCode = 2;
    },
  );
} else if (workerData?.sourceline === "check") serveChecks();

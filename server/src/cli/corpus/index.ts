import { type Command, Option } from "commander";
import { type DoctorOptions, runDoctor } from "../doctor/index.ts";
import { sayTo } from "../reports/output.ts";
import { type ConfirmOptions, runConfirm } from "./confirm.ts";
import { type ListingOptions, runFigures, runQuotes } from "./listing.ts";
import type { Surroundings } from "./open.ts";
import { runSources, type SourcesOptions } from "./sources.ts";

const CORPUS = "folder of the articles (else from sourceline.json, else ./corpus)";

/** Takes the program, what gives the surroundings of a run, and what takes its exit code; adds the commands that show the corpus and keep it in order. */
export function addCorpusCommands(
  program: Command,
  environment: () => Surroundings,
  finish: (code: number) => void,
): void {
  const run = (work: (to: Surroundings) => Promise<number>) => {
    const to = environment();
    return work(to).then(finish, (error: Error) => {
      sayTo(to)(error.message);
      finish(2);
    });
  };
  program
    .command("sources")
    .description("list the corpus: each source with what was read from it, what was guessed, and what is wrong")
    .option("--corpus <dir>", CORPUS)
    .addOption(
      new Option("--format <format>", "how it is printed").choices(["table", "json", "jsonl"]).default("table"),
    )
    .option("--furniture", "show the paragraphs that were set aside")
    .action((options: SourcesOptions) => run((to) => runSources(options, to)));
  addListing(program, "figures", "list the figures read from sources, each with its passage", (options) =>
    run((to) => runFigures(options, to)),
  );
  addListing(program, "quotes", "list the quotations read from sources, each with its speaker and passage", (options) =>
    run((to) => runQuotes(options, to)),
  );
  program
    .command("confirm")
    .description("write what was guessed of a source into its front matter, or into a side file")
    .argument("<ids...>", "sources")
    .option("--corpus <dir>", CORPUS)
    .option(
      "--set <field=value>",
      "write this instead, once or more: outlet=…, published=2019-04-25, authors='A; B'",
      also,
    )
    .option("--guesses", "with --set, write what was guessed too")
    .option("--dry-run", "say what would be written")
    .action((ids: string[], options: ConfirmOptions) => run((to) => runConfirm(ids, options, to)));
  program
    .command("doctor")
    .description(
      "say what is wrong with corpus, index and settings, and what to do; ends with 1 where there is something",
    )
    .option("--corpus <dir>", CORPUS)
    .option("--fix", "build an index anew that cannot be used; articles are never touched")
    .addOption(new Option("--format <format>", "how it is printed").choices(["pretty", "json"]).default("pretty"))
    .action((options: DoctorOptions) => run((to) => runDoctor(options, to)));
}

function addListing(
  program: Command,
  name: string,
  description: string,
  action: (options: ListingOptions) => Promise<void>,
): void {
  program
    .command(name)
    .description(description)
    .option("--corpus <dir>", CORPUS)
    .option("--source <ids...>", "only from these sources")
    .option("--matching <words>", "only with these words in the passage or in the name of who says so")
    .addOption(new Option("--format <format>", "how it is printed").choices(["table", "jsonl"]).default("table"))
    .action(action);
}

/** An option that may be given again. */
function also(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

import { type Command, Option } from "commander";
import { languages, speak } from "../../service/words.ts";
import { type AnnotateOptions, annotatedFormats, runAnnotate, runClean } from "./annotate.ts";
import { type BibliographyOptions, runBibliography } from "./bibliography.ts";
import { runLock, runVerifyLock } from "./lock.ts";
import { type Output, sayTo } from "./output.ts";

const CORPUS = "folder of the articles (else from sourceline.json, else ./corpus)";

/** The option that says in which language a report speaks; JSON, for programs, speaks English. */
export function languageOption(): Option {
  return new Option("--lang <code>", "language of the report").choices(Object.keys(languages)).default("en");
}

/** Takes the program, what gives the surroundings of a run, and what takes its exit code; adds the commands that make files from drafts. */
export function addReportCommands(
  program: Command,
  environment: () => Output & { readonly program: string },
  finish: (code: number) => void,
): void {
  const run = (work: (to: Output & { readonly program: string }) => Promise<number>) => {
    const to = environment();
    return work(to).then(finish, (error: Error) => {
      sayTo(to)(error.message);
      finish(2);
    });
  };
  program
    .command("annotate")
    .description("write a draft with a numbered note on each fact: source, place, passage, claimant, verdict")
    .argument("<draft>", "the draft")
    .option("--corpus <dir>", CORPUS)
    .addOption(
      new Option("--format <format>", "else by the ending of the output file, else markdown").choices(annotatedFormats),
    )
    .option("-o, --output <file>", "write to a file")
    .addOption(languageOption())
    .action((file: string, options: AnnotateOptions & { lang?: string }) => {
      speak(options.lang ?? null);
      return run((to) => runAnnotate(file, options, to));
    });
  program
    .command("clean")
    .description("take every note of annotate out of a draft, and change nothing else")
    .argument("<draft>", "the annotated draft")
    .option("-o, --output <file>", "write to a file")
    .option("--in-place", "write to the draft itself")
    .action((file: string, options: { output?: string; inPlace?: boolean }) =>
      run((to) => runClean(file, options, to)),
    );
  program
    .command("lock")
    .description("pin the passages that cited facts rest on in sourceline.lock")
    .argument("[files...]", "drafts, folders or patterns; all drafts below the current folder when none is given")
    .option("--corpus <dir>", CORPUS)
    .action((files: string[], options: { corpus?: string }) => run((to) => runLock(files, options, to)));
  program
    .command("verify-lock")
    .description("say what became of the passages that sourceline.lock pins; ends with 1 where one changed or is gone")
    .argument("[folder]", "folder of the lock file, else the current one")
    .option("--corpus <dir>", CORPUS)
    .addOption(new Option("--format <format>", "how it is printed").choices(["pretty", "json"]).default("pretty"))
    .action((folder: string | undefined, options: { corpus?: string; format?: "pretty" | "json" }) =>
      run((to) => runVerifyLock(folder, options, to)),
    );
  program
    .command("bibliography")
    .description("list the sources that drafts cite, or the whole corpus, by a CSL style or for a reference manager")
    .argument("[files...]", "drafts, folders or patterns; the whole corpus when none is given")
    .option("--corpus <dir>", CORPUS)
    .option("--style <style>", "chicago, ap, apa, or the path of a .csl file", "chicago")
    .addOption(
      new Option("--format <format>", "text and html follow the style")
        .choices(["text", "html", "csl-json", "bibtex"])
        .default("text"),
    )
    .option("--footnotes", "give the draft with its citations as footnotes in the style, instead of a list")
    .option("-o, --output <file>", "write to a file")
    .action((files: string[], options: BibliographyOptions) => run((to) => runBibliography(files, options, to)));
}

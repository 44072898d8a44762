/*
 * Another checker of prose on a draft and the keys of a writer, in one process: no message has to travel. It is run from a folder of its own,
 * where the packages beside it are installed. Arguments: the checker's name, and a file that holds {"texts": [the draft after each key]}.
 * Prints one line of JSON: {"samples": [milliseconds], "problems": in the last text}.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Keys before the first that counts, and how long (in milliseconds) the others may take in all. */
const WARM = 5;
const MOST = 10_000;

const checkers = {
  async "harper.js"() {
    const { LocalLinter } = await import("harper.js");
    const { binary } = await import("harper.js/binary");
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return async (text) => (await linter.lint(text, { language: "markdown" })).length;
  },
  async "textlint with write-good"() {
    const { TextlintKernel } = await import("@textlint/kernel");
    const plugin = heldBy(await import("@textlint/textlint-plugin-markdown"));
    const rule = heldBy(await import("textlint-rule-write-good"));
    const kernel = new TextlintKernel();
    const plugins = [{ pluginId: "markdown", plugin }];
    const options = { ext: ".md", plugins, rules: [{ ruleId: "write-good", rule }] };
    return async (text) => (await kernel.lintText(text, options)).messages.length;
  },
  async markdownlint() {
    const { lint } = await import("markdownlint/sync");
    return async (essay) => lint({ strings: { essay } }).essay.length;
  },
  async cspell() {
    const { spellCheckDocument } = await import("cspell-lib");
    const options = { generateSuggestions: false, noConfigSearch: true };
    const uri = pathToFileURL("essay.md").href;
    return async (text) =>
      (await spellCheckDocument({ uri, text, languageId: "markdown", locale: "en" }, options, { language: "en" }))
        .issues.length;
  },
};

const [name, file] = process.argv.slice(2);
const { texts } = JSON.parse(readFileSync(file, "utf8"));
const check = await checkers[name]();
const samples = [];
let problems = 0;
const begun = performance.now();
for (const [i, text] of texts.entries()) {
  const pressed = performance.now();
  problems = await check(text);
  if (i >= WARM || i === texts.length - 1) samples.push(performance.now() - pressed);
  if (performance.now() - begun > MOST && samples.length > 0) break;
}
process.stdout.write(`${JSON.stringify({ samples, problems })}\n`, () => process.exit(0));

/** A module of the older kind holds its value one or two steps down. */
function heldBy(module) {
  return module.default?.default ?? module.default;
}

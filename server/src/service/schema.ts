import { type Code, codes, defaultLevels, usualKinds } from "../verify/index.ts";
import { CHOICES, defaultSettings, KINDS, settingNames } from "./settings.ts";

/** What each setting is for, in English: the description that an editor shows beside it in the project file. */
const ABOUT: Readonly<Record<string, string>> = {
  corpus: "Folder of the articles that drafts are checked against, relative to this file; `~` is the home folder.",
  citationStyle:
    "The form in which a citation is inserted: [@voa] (pandoc), [^voa] with its definition at the end of the draft (footnote), or a link in round brackets (link).",
  run: "When a draft is checked in an editor: while you write, when you save, or only by the command Check Citations.",
  failOn: "The level of findings at which the command line ends with 1.",
  check: "Kinds of figures to check or to leave alone.",
  levels: "How loud each finding is.",
  focus: "Hold back findings in the sentence being written until the cursor leaves it.",
  inlayHints: "Show the name of the source behind each supported fact.",
  codeLens: "Show the coverage of the draft above it.",
};

/** Gives the JSON schema (draft 7) of the project file, made from the tables that it is read by. */
export function projectSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Sourceline",
    description:
      "How the drafts in this folder are checked, in the editor and on the command line. Settings of the editor override it.",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      ...Object.fromEntries(settingNames.map((name) => [name, { description: ABOUT[name], ...shapeOf(name) }])),
    },
  };
}

function shapeOf(name: string): object {
  if (name === "check") return { type: "object", additionalProperties: false, default: {}, properties: kindSwitches() };
  if (name === "levels")
    return { type: "object", additionalProperties: false, default: {}, properties: levelChoices() };
  const choices = (CHOICES as Readonly<Record<string, readonly string[]>>)[name];
  const usual = (defaultSettings as unknown as Readonly<Record<string, unknown>>)[name];
  return choices === undefined ? { type: typeof usual, default: usual } : { enum: choices, default: usual };
}

function kindSwitches(): object {
  const switches = Object.entries(KINDS).map(([name, kind]) => [
    name,
    { type: "boolean", default: usualKinds.has(kind) },
  ]);
  return Object.fromEntries(switches);
}

function levelChoices(): object {
  return Object.fromEntries(
    codes.map((code: Code) => [code, { enum: CHOICES.levels, default: defaultLevels[code] ?? "off" }]),
  );
}

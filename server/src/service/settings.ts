import type { CitationStyle } from "../draft/reference.ts";
import { closestTo } from "../verify/closest.ts";
import { type Code, codes, type FigureKind, type Level, type Levels, usualKinds } from "../verify/index.ts";
import type { CountedEntry } from "./quiet/ignores.ts";
import { say } from "./words.ts";

/** When a draft is checked in an editor: at every change, when it is saved, or only by command. */
export type RunMode = "type" | "save" | "command";

/** All that can be set for a folder of drafts. */
export interface Settings {
  /** The corpus folder, relative to the folder of the project file (or of the workspace). */
  readonly corpus: string;
  readonly citationStyle: CitationStyle;
  /** Levels by code that differ from the usual ones. */
  readonly levels: Levels;
  /** Kinds of figures that are checked. */
  readonly kinds: ReadonlySet<FigureKind>;
  readonly run: RunMode;
  /** The level at which a check on the command line fails. */
  readonly failOn: Level | "never";
  /** True where findings in the sentence being written are held back until the cursor leaves it. */
  readonly focus: boolean;
  /** True where the name of the source is shown behind each supported fact. */
  readonly inlayHints: boolean;
  /** True where the coverage of the draft is shown above it. */
  readonly codeLens: boolean;
  /** Findings that are set aside: what the ignore file beside the drafts holds. */
  readonly ignores: readonly CountedEntry[];
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = {
  corpus: "corpus",
  citationStyle: "pandoc",
  levels: {},
  kinds: usualKinds,
  run: "type",
  failOn: "warning",
  focus: false,
  inlayHints: false,
  codeLens: false,
  ignores: [],
};

/** Names of the kinds of figures in settings. */
export const KINDS: Readonly<Record<string, FigureKind>> = {
  counts: "count",
  percentages: "percent",
  money: "money",
  durations: "duration",
  dates: "date",
  years: "year",
  multiples: "multiple",
  fractions: "fraction",
  measures: "measure",
  ordinals: "ordinal",
};

/** Reads one setting: takes the value and the settings so far; gives them changed, or a sentence that says what is expected. */
type Reader = (value: unknown, settings: Settings) => Settings | string;

/** Settings that are on or off. */
const onOrOff =
  (key: "focus" | "inlayHints" | "codeLens"): Reader =>
  (value, settings) =>
    typeof value === "boolean" ? { ...settings, [key]: value } : say("setting.switch");

/** What can be chosen, by setting. */
export const CHOICES = {
  citationStyle: ["pandoc", "footnote", "link"],
  run: ["type", "save", "command"],
  failOn: ["error", "warning", "information", "hint", "never"],
  levels: ["error", "warning", "information", "hint", "off"],
} as const;

const READERS: Readonly<Record<string, Reader>> = {
  corpus: (value, settings) =>
    typeof value === "string" && value.trim() !== "" ? { ...settings, corpus: value.trim() } : say("setting.folder"),
  citationStyle: (value, settings) =>
    isOneOf(value, CHOICES.citationStyle) ? { ...settings, citationStyle: value } : choiceOf(CHOICES.citationStyle),
  run: (value, settings) => (isOneOf(value, CHOICES.run) ? { ...settings, run: value } : choiceOf(CHOICES.run)),
  failOn: (value, settings) =>
    isOneOf(value, CHOICES.failOn) ? { ...settings, failOn: value } : choiceOf(CHOICES.failOn),
  check: readKinds,
  levels: readLevels,
  focus: onOrOff("focus"),
  inlayHints: onOrOff("inlayHints"),
  codeLens: onOrOff("codeLens"),
};

/** Names of all settings. */
export const settingNames: readonly string[] = Object.keys(READERS);

/** Keys of a project file that are no settings. */
const IGNORED = new Set(["$schema"]);

/**
 * Takes layers of settings as they were found (the project file, then those of the editor), each with a name for messages;
 * gives the settings in force and a sentence for each value that was passed over. A later layer wins; `null` and, from an editor, "" count
 * as not set there.
 */
export function readSettings(layers: readonly { readonly name: string; readonly values: unknown }[]): {
  settings: Settings;
  problems: string[];
} {
  let settings = defaultSettings;
  const problems: string[] = [];
  for (const [at, { name, values }] of layers.entries()) {
    if (values === null || values === undefined) continue;
    if (typeof values !== "object" || Array.isArray(values)) {
      problems.push(say("setting.object", { name, example: '{"corpus": "corpus"}' }));
      continue;
    }
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === undefined || (at > 0 && value === "")) continue;
      const read = READERS[key]?.(value, settings);
      if (typeof read === "object") settings = read;
      else if (read !== undefined) problems.push(say("setting.wrong", { name, key, expected: read }));
      else if (at === 0 && !IGNORED.has(key)) problems.push(unknownSetting(name, key));
    }
  }
  return { settings, problems };
}

function unknownSetting(name: string, key: string): string {
  const near = closestTo(key, settingNames);
  return near === null
    ? say("setting.unknown", { name, key, names: settingNames.join(", ") })
    : say("setting.near", { name, key, near });
}

/** What a setting with a few values expects. */
function choiceOf(values: readonly string[]): string {
  return say("setting.choice", { choices: quoted(values) });
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}

function readKinds(value: unknown, settings: Settings): Settings | string {
  const names = Object.keys(KINDS).join(", ");
  if (typeof value !== "object" || value === null) return say("setting.kinds", { names });
  const kinds = new Set(settings.kinds);
  for (const [name, on] of Object.entries(value)) {
    const kind = KINDS[name];
    if (kind === undefined || typeof on !== "boolean") return say("setting.kinds.not", { names, kind: name });
    if (on) kinds.add(kind);
    else kinds.delete(kind);
  }
  return { ...settings, kinds };
}

function readLevels(value: unknown, settings: Settings): Settings | string {
  const choices = quoted(CHOICES.levels);
  if (typeof value !== "object" || value === null) return say("setting.levels", { choices });
  const levels: Partial<Record<Code, Level | "off">> = { ...settings.levels };
  for (const [code, level] of Object.entries(value)) {
    if (!isOneOf(level, CHOICES.levels)) return say("setting.levels.at", { choices, code });
    if (!codes.includes(code as Code)) return say("setting.levels.code", { code });
    levels[code as Code] = level;
  }
  return { ...settings, levels };
}

function isOneOf<T extends string>(value: unknown, allowed: readonly T[]): value is T {
  return typeof value === "string" && (allowed as readonly string[]).includes(value);
}

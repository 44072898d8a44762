import type { Draft } from "../../draft/index.ts";
import type { Mention } from "../../text/span.ts";
import { closestTo } from "../../verify/closest.ts";
import { codes, type Message } from "../../verify/index.ts";
import type { Comment } from "./comments.ts";
import { DIRECTIVES, isDirective } from "./directives.ts";

/** Words of a comment that was to set something aside and does not, for they are none that are known. */
export interface Slip extends Mention {
  readonly message: Message;
  /** What was probably meant, to be written in their place; `null` where nothing is near. */
  readonly newText: string | null;
}

/** What people ask for in other words, and what they mean. */
const MEANT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DIRECTIVES.map((one) => [one, one])),
  ignore: "disable",
  "ignore-line": "disable-line",
  "ignore-next-line": "disable-next-line",
  "ignore-file": "disable-file",
  "ignore-next": "disable-next-line",
  "disable-next": "disable-next-line",
  "disable-this-line": "disable-line",
  "disable-all": "disable-file",
  off: "disable",
  on: "enable",
};

/** What can stand behind a directive: a code, or the first part of several. */
const RULES: readonly string[] = [...new Set(codes.flatMap((code) => [code.split("/")[0] as string, code]))];

/** Takes a draft and its comments; gives the words in them that set nothing aside, though they were to. */
export function slipsIn({ format }: Draft, comments: readonly Comment[]): Slip[] {
  return comments.flatMap((comment) => {
    if (format === "plain") return isDirective(comment) ? [inPlainText(comment)] : [];
    return isDirective(comment) ? ruleSlips(comment) : wordSlip(comment);
  });
}

function inPlainText({ word }: Comment): Slip {
  return { ...word, message: { key: "directive.plain", args: { word: word.text } }, newText: null };
}

/** Where it is not for certain ours, it counts only where what is asked is near to what can be asked. */
function wordSlip({ word, to, joint, asked }: Comment): Slip[] {
  const ours = to === "sourceline" && joint === "-";
  if (!ours && closestTo(to, ["sourceline"]) === null) return [];
  const near = closestTo(asked.replaceAll("_", "-"), Object.keys(MEANT));
  if (near === null && !ours) return [];
  if (near === null)
    return [{ ...word, message: { key: "directive.unknown", args: { word: word.text, words: NAMES } }, newText: null }];
  const newText = `sourceline-${MEANT[near]}`;
  return [{ ...word, message: { key: "directive.near", args: { word: word.text, near: newText } }, newText }];
}

const NAMES: readonly string[] = DIRECTIVES.map((one) => `sourceline-${one}`);

/** Of codes that are none, those that are near to one; of the others, which may be a reason, the first. */
function ruleSlips({ rules, reason }: Comment): Slip[] {
  const wrong = rules
    .filter(({ text }) => !RULES.includes(text))
    .map((rule) => ({ rule, near: closestTo(rule.text, RULES) }));
  const far = wrong.find(({ near }) => near === null);
  return wrong.flatMap(({ rule, near }) => {
    if (near !== null)
      return [{ ...rule, message: { key: "directive.code.near", args: { code: rule.text, near } }, newText: near }];
    if (rule !== far?.rule) return [];
    const newText = reason === null ? `-- ${rule.text}` : null;
    return [{ ...rule, message: { key: "directive.code", args: { code: rule.text } }, newText }];
  });
}

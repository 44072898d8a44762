import { type TextDocument, tokenAt } from "../../text/document.ts";
import { wordSet } from "../../text/lexicon.ts";
import type { Tokens } from "../../text/tokens.ts";
import { resolveBody } from "./identify.ts";
import { endOfRun, isBodyName, nameOf, type Registry } from "./registry.ts";
import { isCapital } from "./shapes.ts";
import { subjectBefore } from "./subjects.ts";
import { PLACES } from "./words.ts";

const LOOK_BACK = 300;
const ISSUES = wordSet(
  "said says released published issued reported announced noted found added conducted launched by",
);

/**
 * Takes a text cut up, its names and an offset; gives the key of the body that last said or issued something before the offset ("a report
 * by Amnesty", "the task force said"), or `undefined`. Looks at a bounded number of tokens.
 */
export function issuerBefore(document: TextDocument, registry: Registry, offset: number): string | undefined {
  const { tokens } = document;
  const from = tokenAt(tokens, offset) - 1;
  for (let at = from; at >= Math.max(0, from - LOOK_BACK); at--) {
    if (!ISSUES.has(tokens, at)) continue;
    const found = tokens.lower(at) === "by" ? bodyAt(tokens, registry, at + 1) : subjectBody(tokens, registry, at);
    if (found) return found;
  }
  return undefined;
}

const LOOK_AHEAD = 16;

/** Takes the same; gives the key of the body named behind a paper ("reports submitted by Amnesty"), or `undefined`. */
export function issuerAfter(document: TextDocument, registry: Registry, offset: number): string | undefined {
  const { tokens } = document;
  const from = tokenAt(tokens, offset);
  for (let at = from + 1; at < Math.min(tokens.count, from + LOOK_AHEAD); at++) {
    const mark = tokens.raw(at);
    if (mark === "." || mark === ":" || '"“”'.includes(mark)) return undefined;
    if (tokens.lower(at) === "by") return bodyAt(tokens, registry, at + 1);
  }
  return undefined;
}

function bodyAt(tokens: Tokens, registry: Registry, at: number): string | undefined {
  const start = tokens.lower(at) === "the" ? at + 1 : at;
  if (!isCapital(tokens, start) || tokens.raw(start).includes("-")) return undefined;
  const end = endOfRun(tokens, start);
  return isBodyRun(tokens, start, end) ? resolveBody(registry, nameOf(tokens, start, end)) : undefined;
}

function isBodyRun(tokens: Tokens, from: number, to: number): boolean {
  return isBodyName(tokens, from, to) && !(to - from === 1 && PLACES.has(tokens.lower(from))) && tokens.raw(to) !== "-";
}

function subjectBody(tokens: Tokens, registry: Registry, verb: number): string | undefined {
  const subject = subjectBefore(tokens, verb, Math.max(0, verb - 20));
  if (!subject) return undefined;
  for (let at = subject.from; at < subject.to; at++) {
    if (!isCapital(tokens, at)) continue;
    const end = Math.min(subject.to, endOfRun(tokens, at));
    if (isBodyRun(tokens, at, end)) return resolveBody(registry, nameOf(tokens, at, end));
    at = end - 1;
  }
  return undefined;
}

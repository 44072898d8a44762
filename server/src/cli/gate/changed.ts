import { execFile } from "node:child_process";
import { promises as fs } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Span } from "../../text/span.ts";
import type { DraftResult } from "../session.ts";

/** Lines of a file, from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Lines that changed, by the absolute path of the draft; a draft that did not change is not there. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>;

const EVERYTHING: LineRange = { first: 1, last: Number.POSITIVE_INFINITY };
const run = promisify(execFile);

/**
 * Takes drafts (absolute) and a git revision; gives the lines of each that differ from where the working tree left that revision's
 * branch, or a sentence that says why git cannot tell. A file that git does not know, or a repository without a commit, counts as changed throughout.
 */
export async function changedLines(
  drafts: readonly string[],
  base: string,
): Promise<{ readonly lines: ChangedLines } | { readonly error: string }> {
  const lines = new Map<string, readonly LineRange[]>();
  const roots = new Map<string, Promise<string>>();
  const repositories = new Map<string, Promise<ChangedLines>>();
  try {
    for (const file of drafts) {
      const folder = path.dirname(file);
      const root = await kept(roots, folder, async () =>
        (await gitIn(folder)("rev-parse", "--show-toplevel")).trimEnd(),
      );
      const changed = await kept(repositories, root, () => changedIn(root, base));
      const ranges = changed.get(await realPath(file));
      if (ranges !== undefined) lines.set(file, ranges);
    }
    return { lines };
  } catch (error) {
    return { error: reasonFor(error) };
  }
}

function kept<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Takes a result, the lines that changed and the current folder; gives the result with only the facts that stand on such lines. */
export function onlyChanged(result: DraftResult, lines: ChangedLines, cwd: string): DraftResult {
  const ranges = lines.get(path.resolve(cwd, result.path)) ?? [];
  const { checked } = result;
  if (checked === null) return result;
  const lineOf = (offset: number) => checked.lines.position(offset).line + 1;
  const touched = ({ start, end }: Span) =>
    ranges.some(({ first, last }) => lineOf(start) <= last && lineOf(Math.max(start, end - 1)) >= first);
  const findings = checked.findings.filter(touched);
  const ignored = checked.ignored.filter(({ finding }) => touched(finding));
  const slips = checked.slips.filter(touched);
  return { ...result, checked: { ...checked, findings, ignored, slips } };
}

/** Takes the output of `git diff -U0`; gives the lines of each new file that the hunks add or change, by path from the repository's root. Format: git-diff(1), "Generating patch text with -p". */
export function parseDiff(diff: string): Map<string, LineRange[]> {
  const files = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  let left = 0;
  for (const line of diff.split("\n")) {
    if (left > 0 && /^[-+]/.test(line)) {
      left--;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk !== null) {
      const [removed, first, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
      left = removed + added;
      if (added > 0) ranges.push({ first, last: first + added - 1 });
    } else if (line.startsWith("+++ ")) {
      ranges = [];
      const name = unquoted(line.slice(4).replace(/\t$/, ""));
      if (name.startsWith("b/")) files.set(name.slice(2), ranges);
    }
  }
  return files;
}

const NAMED: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** Git quotes a path with signs of its own, as C does, byte by byte. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  const bytes: number[] = [];
  for (const [piece, sign, octal] of name.slice(1, -1).matchAll(/\\(?:([abtnvfr"\\])|([0-7]{3}))|[^\\]+/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (sign !== undefined) bytes.push(NAMED[sign] as number);
    else bytes.push(...new TextEncoder().encode(piece));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** What keeps git from telling what changed, in a sentence for the writer. */
class Unknown extends Error {}

type Git = (...args: readonly string[]) => Promise<string>;

function gitIn(cwd: string): Git {
  return async (...args) =>
    (await run("git", ["-c", "core.quotePath=true", ...args], { cwd, maxBuffer: 1 << 28 })).stdout;
}

/** What a repository has changed since a revision; a draft that was renamed has changed where its words did. */
async function changedIn(root: string, base: string): Promise<ChangedLines> {
  const git = gitIn(root);
  const lines = new Map<string, readonly LineRange[]>();
  const known = await commitOf(git, base);
  if (known === null && !(base === "HEAD" && (await commitOf(git, "HEAD")) === null))
    throw new Unknown(unknownBase(base));
  if (known !== null) {
    const diff = await git("diff", ...DIFF, await forkOf(git, known, base));
    for (const [name, ranges] of parseDiff(diff)) lines.set(path.join(root, name), ranges);
  }
  const unknown = await git("ls-files", "-z", "--others", "--exclude-standard");
  const unborn = known === null ? await git("ls-files", "-z") : "";
  for (const name of `${unknown}${unborn}`.split("\0").filter(Boolean)) lines.set(path.join(root, name), [EVERYTHING]);
  return lines;
}

const DIFF = "-U0 --no-color --no-ext-diff --find-renames --src-prefix=a/ --dst-prefix=b/".split(" ");

/** The commit that a revision names, `null` where there is none. */
async function commitOf(git: Git, revision: string): Promise<string | null> {
  const named = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  return git(...named).then(
    (hash) => hash.trim(),
    () => null,
  );
}

/** Where this branch left another; where they have nothing in common, the other itself. */
async function forkOf(git: Git, known: string, base: string): Promise<string> {
  const fork = await git("merge-base", known, "HEAD").catch(() => null);
  if (fork !== null) return fork.trim();
  if ((await git("rev-parse", "--is-shallow-repository")).trim() === "true") throw new Unknown(tooShallow(base));
  return known;
}

function reasonFor(error: unknown): string {
  if (error instanceof Unknown) return error.message;
  const { code, stderr } = error as { code?: unknown; stderr?: string };
  return code === "ENOENT"
    ? "--changed needs git, which could not be started; install it, or leave --changed out."
    : `git could not tell what changed (${(stderr ?? String(error)).trim()}); run it in a repository, or leave --changed out.`;
}

function unknownBase(base: string): string {
  return `git knows no commit “${base}” here; fetch it (in a workflow: fetch-depth: 0), or name another with --changed.`;
}

function tooShallow(base: string): string {
  return `this clone does not reach back to where the branch left “${base}”; fetch more of its history (git fetch --unshallow; in a workflow: fetch-depth: 0).`;
}

async function realPath(file: string): Promise<string> {
  return fs.realpath(file).catch(() => file);
}

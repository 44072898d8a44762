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
  const folders = new Map<string, Awaited<ReturnType<typeof changedIn>>>();
  for (const file of drafts) {
    const folder = path.dirname(file);
    const changed = folders.get(folder) ?? (await changedIn(folder, base));
    folders.set(folder, changed);
    if ("error" in changed) return changed;
    const ranges = changed.lines.get(await realPath(file));
    if (ranges !== undefined) lines.set(file, ranges);
  }
  return { lines };
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
  return { ...result, checked: { ...checked, findings, ignored } };
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

async function changedIn(folder: string, base: string): Promise<{ lines: ChangedLines } | { error: string }> {
  const git = (...args: string[]) =>
    run("git", ["-c", "core.quotePath=true", ...args], { cwd: folder, maxBuffer: 1 << 28 }).then(
      ({ stdout }) => stdout,
    );
  try {
    const root = (await git("rev-parse", "--show-toplevel")).trimEnd();
    const lines = new Map<string, readonly LineRange[]>();
    const known = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${base}^{commit}`).catch(
      () => null,
    );
    if (known === null && !(base === "HEAD" && (await isUnborn(git)))) return { error: unknownBase(base) };
    if (known !== null) {
      const from = await git("merge-base", known.trim(), "HEAD").catch(() => known);
      const diff = await git(
        "diff",
        "-U0",
        "--no-color",
        "--no-ext-diff",
        "--no-renames",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        from.trim(),
        "--",
        ".",
      );
      for (const [name, ranges] of parseDiff(diff)) lines.set(path.join(root, name), ranges);
    }
    const unknown = await git("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ".");
    const unborn = known === null ? await git("ls-files", "-z", "--full-name", "--", ".") : "";
    for (const name of `${unknown}${unborn}`.split("\0").filter(Boolean))
      lines.set(path.join(root, name), [EVERYTHING]);
    return { lines };
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === "ENOENT")
      return { error: "--changed needs git, which could not be started; install it, or leave --changed out." };
    return {
      error: `git could not tell what changed (${(stderr ?? String(error)).trim()}); run it in a repository, or leave --changed out.`,
    };
  }
}

async function isUnborn(git: (...args: string[]) => Promise<string>): Promise<boolean> {
  return git("rev-parse", "--verify", "--quiet", "HEAD").then(
    () => false,
    () => true,
  );
}

function unknownBase(base: string): string {
  return `git knows no commit “${base}” here; fetch it (in a workflow: fetch-depth: 0), or name another with --changed.`;
}

async function realPath(file: string): Promise<string> {
  return fs.realpath(file).catch(() => file);
}

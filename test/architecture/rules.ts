import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { SourceFile } from "./source.ts";

/** Rooms of the core in the order of the design: each knows only those before it. */
const core = ["text", "extract", "corpus", "store", "verify", "draft", "service"];
/** Shells around the core: they know all of it, and not each other. */
const shells = ["node", "cli"];
const most = 300;
const protocol = "server/src/service/protocol.ts";
/** A connection to an editor is a shell's matter. */
const connection = /^vscode-(?:languageserver|jsonrpc|languageclient)(?!-textdocument|-types)/;

/** What the command line may take of the other shell: how files, projects and the index on the disk are reached and sources added, which says nothing of LSP. */
const shared = new Set(
  ["add/index", "corpus", "drafts", "examine", "files", "project"].map((name) => `server/src/node/${name}.ts`),
);

/** Takes a file with its path from the project's folder; gives a sentence for each rule that it breaks. */
export function violationsOf(file: SourceFile): string[] {
  return [
    ...file.imports.flatMap((target) => importViolation(file.path, target)),
    ...(file.lines > most ? [`${file.path} has ${file.lines} lines; ${most} are the most`] : []),
    ...file.undocumented.map((name) => `${file.path}: ${name} is exported and has no doc comment`),
  ];
}

function importViolation(path: string, target: string): string[] {
  const reason = target.startsWith(".")
    ? whyNotRoom(path, posix.join(posix.dirname(path), target))
    : whyNotPackage(path, target);
  return reason ? [`${path} imports ${target}: ${reason}`] : [];
}

function whyNotPackage(path: string, target: string): string | null {
  if (!core.includes(roomOf(path) ?? "")) return null;
  if (isBuiltin(target)) return "the core knows nothing of Node";
  return connection.test(target) ? "the core knows nothing of connections" : null;
}

function whyNotRoom(path: string, target: string): string | null {
  if (path.startsWith("client/")) {
    return target.startsWith("client/") || target === protocol
      ? null
      : "the client knows the protocol alone of the server";
  }
  const [from, to] = [roomOf(path), roomOf(target)];
  if (from === null || from === to) return null;
  if (to === null) return shells.includes(from) && target === "package.json" ? null : "it lies outside the server";
  if (shells.includes(from))
    return shells.includes(to) && !shared.has(target) ? "the shells do not know each other" : null;
  return core.includes(to) && core.indexOf(to) < core.indexOf(from) ? null : `${from} does not know ${to}`;
}

/** The folder of server/src that a path lies in; nothing where it lies elsewhere. */
function roomOf(path: string): string | null {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

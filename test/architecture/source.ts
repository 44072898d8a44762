import { readFileSync } from "node:fs";
import { parse } from "@babel/parser";

/** What the checks need to know of a source file. */
export interface SourceFile {
  /** Path from the folder that was read, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** Every module that it imports, re-exports or loads, types too. */
  readonly imports: readonly string[];
  /** Names of exported functions and classes that have no doc comment. */
  readonly undocumented: readonly string[];
}

/** As much of a syntax tree as is read here. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Takes a folder and the path of a TypeScript file in it; gives what the checks need to know. Throws SyntaxError where it does not parse. */
export function readSource(folder: string, path: string): SourceFile {
  const text = readFileSync(`${folder}/${path}`, "utf8");
  const { program } = parse(text, { sourceType: "module", plugins: ["typescript"], attachComment: true });
  const body = program.body as unknown as readonly Node[];
  return {
    path,
    lines: text.trimEnd().split("\n").length,
    imports: importsIn(program as unknown as Node),
    undocumented: body.flatMap(undocumentedIn),
  };
}

/** Imports and re-exports by statement, `import(…)` as an expression or a type, and `require(…)`. */
function importsIn(node: Node): string[] {
  const own = importedBy(node);
  const children = Object.entries(node).flatMap(([key, value]) => (key.endsWith("Comments") ? [] : nodesOf(value)));
  return [...own, ...children.flatMap(importsIn)];
}

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "TSImportType",
  "ImportExpression",
]);

function importedBy(node: Node): string[] {
  const callee = node["callee"] as Node | undefined;
  const loads = node.type === "CallExpression" && (callee?.type === "Import" || callee?.["name"] === "require");
  const target = loads
    ? (node["arguments"] as readonly Node[])[0]
    : importing.has(node.type)
      ? (node["source"] ?? node["argument"])
      : null;
  const value = (target as Node | null | undefined)?.["value"];
  return typeof value === "string" ? [value] : [];
}

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string" ? [value as Node] : [];
}

function undocumentedIn(statement: Node): string[] {
  const declaration = statement["declaration"] as Node | null | undefined;
  if (!statement.type.startsWith("Export") || !declaration) return [];
  return hasDoc(statement) ? [] : functionsOf(declaration).map(nameOf);
}

/** A declaration where it is a function or holds one: `function f`, `const f = () => …`. */
function functionsOf(declaration: Node): Node[] {
  if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") return [declaration];
  const held = (declaration["declarations"] ?? []) as readonly Node[];
  return held.filter((it) => /Function/.test((it["init"] as Node | null)?.type ?? ""));
}

function hasDoc(node: Node): boolean {
  const comments = (node["leadingComments"] ?? []) as readonly { value: string }[];
  return comments.at(-1)?.value.startsWith("*") ?? false;
}

function nameOf(node: Node): string {
  const name = node["id"] as Node | null | undefined;
  return String(name?.["name"] ?? "default");
}

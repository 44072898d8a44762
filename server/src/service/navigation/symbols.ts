import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver-types";
import type { StoredSource } from "../../store/types.ts";
import { type Finding, sourceName } from "../../verify/index.ts";
import type { CheckedDraft } from "../check.ts";
import { type LanguageContext, locate, rangeOf } from "../language.ts";
import { say } from "../words.ts";

const KINDS: Readonly<Record<Finding["kind"], SymbolKind>> = {
  figure: SymbolKind.Number,
  quote: SymbolKind.String,
  citation: SymbolKind.Key,
};
const MOST = 200;

/** Takes a checked draft; gives a symbol for each of its findings, in order: its words, and the verdict beside them. */
export function findingSymbols(checked: CheckedDraft): DocumentSymbol[] {
  return checked.findings.map((finding) => {
    const range = rangeOf(checked.lines, finding);
    return {
      name: shown(finding),
      detail: say(`verdict.${finding.verdict}`),
      kind: KINDS[finding.kind],
      range,
      selectionRange: range,
    };
  });
}

/** Takes what was typed and the context of a corpus; gives a symbol for each source whose id, outlet, title or authors hold all the words typed. */
export function sourceSymbols(query: string, context: LanguageContext): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = context.store.sources().filter((source) => {
    const all = textOf(source);
    return words.every((word) => all.includes(word));
  });
  return found.slice(0, MOST).flatMap(({ meta }): WorkspaceSymbol[] => {
    const location = locate(context, meta.id, null);
    if (location === null) return [];
    const name = meta.title ?? meta.id;
    return [
      {
        name: `@${meta.id} ${name}`,
        kind: SymbolKind.File,
        containerName: sourceName(context.store, meta.id),
        location,
      },
    ];
  });
}

function textOf({ meta }: StoredSource): string {
  return `@${[meta.id, meta.outlet, meta.title, ...meta.authors].join(" ")}`.toLowerCase();
}

function shown({ kind, text }: Finding): string {
  const flat = text.replace(/\s+/g, " ").trim() || "…";
  const short = flat.length > 60 ? `${flat.slice(0, 58).replace(/\s\S*$/, "")} …` : flat;
  return kind === "quote" ? `“${short}”` : short;
}

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Edit } from "../draft/edits.ts";
import { type CommentFix, commentFixesIn, editsOf, type Fix, type FixPlan, fixesIn } from "../service/actions.ts";
import { citeAll } from "../service/fixall.ts";
import { rangeOf } from "../service/language.ts";
import { type IgnoredPlace, type IgnoreParams, ignoreCommand } from "../service/protocol.ts";
import { withEntry } from "../service/quiet/ignorefile.ts";
import { say } from "../service/words.ts";
import type { Span } from "../text/span.ts";
import type { ClientAbilities } from "./capabilities.ts";
import { entryOf } from "./ignore.ts";
import { fileUri } from "./links.ts";
import type { CheckedDocument } from "./session.ts";

/** Kind of the action that inserts every missing citation and does nothing else. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.sourceline`;

interface PlacedFix {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly plan: FixPlan | null;
}

/** What an action carries so that its edits can be worked out when it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** The finding to fix, or the comment, which needs no plan; `null` for all missing citations. */
  readonly fix: PlacedFix | null;
}

/** Takes a checked document and what is asked for; gives its actions, without edits where the client asks for those later. */
export function codeActions(found: CheckedDocument, params: CodeActionParams, client: ClientAbilities): CodeAction[] {
  const wants = (kind: string) => asksFor(params, kind);
  const { lines } = found.checked;
  const { start, end } = params.range;
  const range = { start: lines.offset(start.line, start.character), end: lines.offset(end.line, end.character) };
  const actions = wants(CodeActionKind.QuickFix) === false ? [] : quickFixes(found, range, params, client);
  if (wants(FIX_ALL) === true) actions.push(fixAllAction(found));
  return client.resolve ? actions : actions.map((action) => withEdit(action, found, client));
}

function quickFixes(
  found: CheckedDocument,
  range: Span,
  params: CodeActionParams,
  client: ClientAbilities,
): CodeAction[] {
  const comments = commentFixesIn(found.checked, range).map((fix) => commentAction(found, fix, params));
  return [
    ...comments,
    ...fixesIn(found.checked, range, found.context).map((fix) => actionOf(found, fix, params, client)),
  ];
}

/** Takes what is asked for; says whether any of it is served here. */
export function isServed(params: CodeActionParams): boolean {
  return asksFor(params, CodeActionKind.QuickFix) !== false || asksFor(params, FIX_ALL) === true;
}

/** `null` where no kind is named. */
function asksFor({ context }: CodeActionParams, kind: string): boolean | null {
  return context.only?.some((one) => kind === one || kind.startsWith(`${one}.`)) ?? null;
}

/** Takes an action and how to get at checked documents; gives it with its edits, or without where the draft has changed since. */
export async function resolveAction(
  action: CodeAction,
  checked: (uri: string) => Promise<CheckedDocument | null>,
  client: ClientAbilities,
): Promise<CodeAction> {
  const data = action.data as ActionData | undefined;
  const found = data === undefined ? null : await checked(data.uri);
  return found === null || found.version !== data?.version ? action : withEdit(action, found, client);
}

function commentAction({ uri, version }: CheckedDocument, fix: CommentFix, { context }: CodeActionParams): CodeAction {
  const { start, end } = fix.slip;
  const data: ActionData = { uri, version, fix: { kind: "comment", start, end, plan: null } };
  const diagnostics = diagnosticsAt(context, fix.slip);
  return { title: fix.title, kind: CodeActionKind.QuickFix, isPreferred: true, diagnostics, data };
}

function diagnosticsAt({ diagnostics }: CodeActionParams["context"], { start, end }: Span): Diagnostic[] {
  return diagnostics.filter((one) => one.data?.start === start && one.data?.end === end);
}

function actionOf(
  { uri, version }: CheckedDocument,
  fix: Fix,
  { context }: CodeActionParams,
  client: ClientAbilities,
): CodeAction {
  const { kind, start, end } = fix.finding;
  const data: ActionData = { uri, version, fix: { kind, start, end, plan: fix.plan } };
  const diagnostics = diagnosticsAt(context, fix.finding);
  const action = { title: fix.title, kind: CodeActionKind.QuickFix, isPreferred: fix.preferred, diagnostics };
  if (fix.plan.type !== "ignore" || !client.ignoreCommand) return { ...action, data };
  const argument: IgnoredPlace = { uri, kind, start, end };
  return { ...action, command: { title: fix.title, command: ignoreCommand, arguments: [argument] } };
}

function fixAllAction({ uri, version }: CheckedDocument): CodeAction {
  const data: ActionData = { uri, version, fix: null };
  return { title: say("fix.all"), kind: FIX_ALL, data };
}

function withEdit(action: CodeAction, found: CheckedDocument, client: ClientAbilities): CodeAction {
  const data = action.data as ActionData | undefined;
  if (data === undefined) return action;
  if (data.fix?.plan?.type === "ignore") {
    const edit = ignoreEdit(data.fix, found, client);
    return edit === null ? action : { ...action, edit };
  }
  const edits = editsFor(data, found);
  return edits.length === 0 ? action : { ...action, edit: workspaceEdit(found, edits, client) };
}

function editsFor({ fix }: ActionData, { checked, context }: CheckedDocument): Edit[] {
  if (fix === null) return citeAll(checked, context);
  const { plan } = fix;
  if (plan === null) return commentFixesIn(checked, fix).map(({ edit }) => edit);
  const finding = checked.findings.find(
    ({ kind, start, end }) => kind === fix.kind && start === fix.start && end === fix.end,
  );
  return finding === undefined ? [] : editsOf(checked, finding, plan, context);
}

function workspaceEdit(
  { uri, version, checked }: CheckedDocument,
  edits: Edit[],
  client: ClientAbilities,
): WorkspaceEdit {
  const changes = edits.map((edit) => ({ range: rangeOf(checked.lines, edit), newText: edit.newText }));
  if (!client.versionedEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** An edit of the ignore file, which is made where it is not there. */
function ignoreEdit(fix: PlacedFix, found: CheckedDocument, client: ClientAbilities): WorkspaceEdit | null {
  const { file, text } = found.project.ignores;
  const entry = entryOf({ ...fix, kind: fix.kind as IgnoreParams["kind"] }, found, say("ignored.editor"));
  const added = entry === null ? null : withEntry(text, entry, file);
  if (added === null || "error" in added || (text === null && !client.createFiles)) return null;
  const uri = fileUri(file);
  const lines = (text ?? "").split("\n");
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const edits = [{ range: { start: { line: 0, character: 0 }, end }, newText: added.text }];
  if (!client.versionedEdits) return { changes: { [uri]: edits } };
  const create = text === null ? [{ kind: "create" as const, uri, options: { ignoreIfExists: true } }] : [];
  return { documentChanges: [...create, { textDocument: { uri, version: null }, edits }] };
}

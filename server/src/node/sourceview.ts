import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { SourceTextParams, SourceTextResult } from "../service/protocol.ts";
import { say } from "../service/words.ts";
import { sourceOfView } from "./links.ts";
import type { Workspace } from "./workspace.ts";

/** Takes the URI of a read-only view; gives the text of its source, in which the offsets of its passages count. An unknown one is an error that says so. */
export async function readSourceView({ uri }: SourceTextParams, workspace: Workspace): Promise<SourceTextResult> {
  const named = sourceOfView(uri);
  const corpus = named === null ? null : await workspace.openCorpusAt(named.corpus);
  const article = named === null ? null : (corpus?.store.article(named.id) ?? null);
  if (article === null) throw new ResponseError(ErrorCodes.InvalidParams, say("source.gone", { uri }));
  return { text: article.text };
}

import process from "node:process";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";

/** Editors that name no transport talk over standard input and output. */
if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument)))
  process.argv.push("--stdio");

serve(createConnection(ProposedFeatures.all));

import process from "node:process";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";
import { connectStdio } from "./stdio.ts";

/** Editors that name no transport talk over standard input and output. */
const named = process.argv.find((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument)) ?? "--stdio";

serve(named === "--stdio" ? connectStdio() : createConnection(ProposedFeatures.all));

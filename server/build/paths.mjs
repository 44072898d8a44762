import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Takes path pieces; gives the absolute path inside the project. */
export function inRoot(...pieces) {
  return join(root, ...pieces);
}

/** Where a fetched Node and the stamps of finished set-up steps are kept. */
export const cacheFolder = inRoot(".cache");

/** Where the VS Code that tests run in, and the tools around it, are kept. */
export const hostFolder = inRoot(".vscode-test");

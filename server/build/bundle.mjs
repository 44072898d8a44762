import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeInAscii } from "./ascii.mjs";
import { cacheFolder, inRoot, root } from "./paths.mjs";
import { SetUpError, say } from "./run.mjs";
import { nodeGuard } from "./runtime.mjs";
import { hashOfTimes, isStamped, stamp } from "./stamp.mjs";

/** What is bundled, and from where to where (without the ending .cjs). Those that find `vscode` in the extension host stand apart. */
const onNode = {
  "server/dist/server": "server/src/node/main.ts",
  "server/dist/indexing": "server/src/node/indexing/program.ts",
  "server/dist/cli": "server/src/cli/main.ts",
};
const inExtensionHost = {
  "client/dist/extension": "client/src/extension.ts",
  "test/out/suite": "test/host/suite/index.ts",
};

/** What a bundle may change with. */
const inputs = ["server/src", "client/src", "test/host/suite", "server/build", "package-lock.json", "package.json"];

/** Bundles everything where a source is newer than the last bundles. Throws SetUpError with esbuild's own words where that fails. */
export async function bundleAll() {
  const mark = join(cacheFolder, "bundle-stamp");
  const key = hashOfTimes(inputs.map((path) => inRoot(path)));
  const outputs = Object.keys({ ...onNode, ...inExtensionHost });
  if (isStamped(mark, key) && outputs.every((to) => existsSync(inRoot(`${to}.cjs`)))) return;
  say("Building...");
  const { build } = await import("esbuild");
  const guarded = { banner: { js: `${nodeGuard()}${common.banner.js}` } };
  await Promise.all([bundle(build, onNode, guarded), bundle(build, inExtensionHost, { external: ["vscode"] })]);
  stamp(mark, key);
}

async function bundle(build, entryPoints, more = {}) {
  try {
    await build({ ...common, ...more, entryPoints });
    writeInAscii(Object.keys(entryPoints).map((to) => inRoot(`${to}.cjs`)));
  } catch (error) {
    throw new SetUpError(`Sourceline could not be bundled:\n${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Bundles are CommonJS, as the extension host wants it, with names and spaces made short; shortening syntax too would take ten times
 * the memory for a fiftieth of the size. CommonJS has no `import.meta.url`: it is made from the bundle's own file name.
 */
const common = {
  bundle: true,
  platform: "node",
  target: "node22",
  format: "cjs",
  outdir: root,
  outExtension: { ".js": ".cjs" },
  absWorkingDir: root,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: "eof",
  logLevel: "silent",
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { "import.meta.url": "__importMetaUrl" },
};

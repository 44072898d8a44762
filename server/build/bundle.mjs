import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, inRoot, root } from "./paths.mjs";
import { SetUpError, say } from "./run.mjs";
import { hashOfTimes, isStamped, stamp } from "./stamp.mjs";

const node = { platform: "node", target: "node22", format: "cjs" };

/** What is bundled, and from where. `node` bundles run on Node as they are; the client's finds `vscode` in the extension host. */
export const bundles = [
  { from: "server/src/node/main.ts", to: "server/dist/server.cjs", options: node },
  { from: "server/src/cli/main.ts", to: "server/dist/cli.cjs", options: node },
  { from: "server/src/node/indexing/program.ts", to: "server/dist/indexing.cjs", options: node },
  { from: "client/src/extension.ts", to: "client/dist/extension.cjs", options: { ...node, external: ["vscode"] } },
  {
    from: "test/host/suite/index.ts",
    to: "test/out/suite.cjs",
    options: { ...node, external: ["vscode"], minify: false },
  },
];

/** What a bundle may change with. */
const inputs = ["server/src", "client/src", "test/host/suite", "server/build", "package-lock.json", "package.json"];

/** Bundles everything where a source is newer than the last bundles. Throws SetUpError with esbuild's own words where that fails. */
export async function bundleAll() {
  const mark = join(cacheFolder, "bundle-stamp");
  const present = bundles.filter(({ from }) => existsSync(inRoot(from)));
  const key = hashOfTimes(inputs.map((path) => inRoot(path)));
  if (isStamped(mark, key) && present.every(({ to }) => existsSync(inRoot(to)))) return;
  say("Building...");
  const { build } = await import("esbuild");
  await Promise.all(present.map((bundle) => buildOne(build, bundle)));
  stamp(mark, key);
}

async function buildOne(build, { from, to, options }) {
  const common = { bundle: true, minify: true, legalComments: "none", logLevel: "silent", absWorkingDir: root };
  try {
    await build({ ...common, ...importMeta, ...options, entryPoints: [from], outfile: to });
  } catch (error) {
    throw new SetUpError(`${from} could not be bundled:\n${error instanceof Error ? error.message : error}`);
  }
}

/** A CommonJS bundle has no `import.meta.url`: it gets one from its own file name, so that `new URL(…, import.meta.url)` still works. */
const importMeta = {
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { "import.meta.url": "__importMetaUrl" },
};

import path from "node:path";
import { build } from "esbuild";
import { writeInAscii } from "../../server/build/ascii.mjs";

/** Folder of programs that the benchmark runs. */
export const bundles = path.join(import.meta.dirname, "..", "..", ".cache", "bench", "program");

const server = path.join(import.meta.dirname, "..", "..", "server", "src", "node");
/** Programs by name. */
const PROGRAMS = {
  indexing: path.join(server, "indexing", "program.ts"),
  cli: path.join(server, "..", "cli", "main.ts"),
  probe: path.join(import.meta.dirname, "probe.ts"),
  server: path.join(server, "main.ts"),
};

/** Takes names of programs; bundles each as it ships, one file each, so that starting it costs what it costs a writer. */
export async function bundle(names: readonly (keyof typeof PROGRAMS)[]): Promise<void> {
  for (const name of names) {
    const outfile = path.join(bundles, `${name}.cjs`);
    await build({
      bundle: true,
      platform: "node",
      target: "node22",
      format: "cjs",
      minifyWhitespace: true,
      logLevel: "silent",
      banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
      define: { "import.meta.url": "__importMetaUrl" },
      entryPoints: [PROGRAMS[name]],
      outfile,
    });
    writeInAscii([outfile]);
  }
}

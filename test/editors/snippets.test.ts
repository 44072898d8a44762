import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const project = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(join(project, "README.md"), "utf8");
const others = readme.slice(readme.indexOf("## Other editors"), readme.indexOf("## Where things are kept"));
const bundle = "/path/to/sourceline/server/dist/server.cjs";
const server = join(project, "server", "src", "node", "main.ts");

/** Takes a language; gives what the README has in it for other editors, with the server of this folder in place of the bundle. */
function snippets(language: string): string[] {
  const blocks = [...others.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, name, text = ""]) => (name === language ? [text.replaceAll(bundle, server)] : []));
}

function without(program: string, args: readonly string[], advice: string): string | false {
  return spawnSync(program, args).status === 0 ? false : advice;
}

const emacs = ["--batch", "--load", "package", "--funcall", "package-initialize"];
const noEmacs = without(
  "emacs",
  [...emacs, "--eval", "(progn (require 'eglot) (require 'markdown-mode))"],
  "Emacs with Eglot is not installed (on Debian: apt install emacs-nox elpa-eglot elpa-markdown-mode)",
);
const noNeovim = without("nvim", ["--version"], "Neovim is not installed (on Debian: apt install neovim)");

/** Shows the problems of the draft once there are some; Flymake is told of them and waits for nobody. */
const showing = `(setq eglot-sync-connect 30)
(find-file "draft.md")
(markdown-mode)
(call-interactively 'eglot)
(while (null (flymake-diagnostics)) (accept-process-output nil 0.1) (flymake-start))
(dolist (one (flymake-diagnostics)) (princ (format "%s\\n" (flymake-diagnostic-text one))))
(eglot-shutdown (eglot-current-server))`;

describe("the README's snippets for other editors", { timeout: 90_000 }, () => {
  it("name the server where the build puts it", () => {
    const bundles = readFileSync(join(project, "server", "build", "bundle.mjs"), "utf8");
    assert.ok(bundles.includes('"server/dist/server": "server/src/node/main.ts"'));
    const named = [...others.matchAll(/"([^"\s]*server[^"\s]*\.cjs)"/g)].map(([, path]) => path);
    assert.equal(named.length, 5);
    assert.deepEqual([...new Set(named)], [bundle]);
  });

  it("are Lua that Neovim reads", { skip: noNeovim }, () => {
    const blocks = snippets("lua");
    assert.equal(blocks.length, 2);
    for (const block of blocks) {
      const read = `lua assert(loadstring(${JSON.stringify(block)}))`;
      const { status, stderr } = spawnSync("nvim", ["--headless", "-u", "NONE", "-c", read, "-c", "qall"]);
      assert.deepEqual([status, String(stderr)], [0, ""]);
    }
  });

  it("show Emacs the findings of a draft", { skip: noEmacs }, async (context) => {
    const [snippet = ""] = snippets("elisp");
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "sourceline-emacs-")));
    context.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    await cp(join(project, "client", "sample", "draft.md"), join(folder, "draft.md"));
    await cp(join(project, "corpus"), join(folder, "corpus"), { recursive: true });
    await writeFile(join(folder, "show.el"), `${snippet}\n(require 'eglot)\n(require 'markdown-mode)\n${showing}`);
    const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
    const env = { ...process.env, PATH: path, HOME: folder, SOURCELINE_CACHE: join(folder, "cache") };
    const { stdout } = await promisify(execFile)("emacs", [...emacs, "--load", "show.el"], {
      cwd: folder,
      env,
      timeout: 60_000,
    });
    assert.match(stdout, /\[figure\/contradicted\]: No source gives 2,600 civilians killed/);
    assert.match(stdout, /\[citation\/undefined\]: The corpus has no source “unosat”/);
  });
});

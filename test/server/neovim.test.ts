import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Folder, pulls, start } from "./client.ts";

const MAIN = fileURLToPath(new URL("../../server/src/node/main.ts", import.meta.url));
const missing =
  spawnSync("nvim", ["--version"]).error === undefined ? false : "Neovim is not installed (apt-get install neovim)";

const SOURCE = `---
id: alpha
outlet: Alpha Times
---

The flood killed 43 people in Norland, the interior ministry said.
`;
const DRAFT = "The flood killed 57 people in Norland.\n\nThe flood killed 43 people in Norland.\n";

/** What Neovim does: starts the server for a buffer, waits for its diagnostics, edits, waits again, asks for a hover and a fix. */
const SCRIPT = `
local out = {}
vim.cmd("edit " .. vim.fn.fnameescape(vim.env.DRAFT))
local id = vim.lsp.start_client({
  name = "sourceline",
  cmd = { vim.env.NODE, vim.env.SERVER, "--stdio" },
  root_dir = vim.env.ROOT,
  workspace_folders = { { uri = vim.uri_from_fname(vim.env.ROOT), name = "root" } },
})
vim.lsp.buf_attach_client(0, id)
local function codes()
  local found = vim.diagnostic.get(0)
  table.sort(found, function(a, b) return a.lnum < b.lnum end)
  return vim.tbl_map(function(one) return one.user_data.lsp.code end, found)
end
local function expect(count) return vim.wait(20000, function() return #vim.diagnostic.get(0) == count end, 20) end
expect(2)
out.first = codes()
local params = { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = 0, character = 18 } }
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", params, 10000)
out.hover = hover[id].result.contents.value
params.range = { start = params.position, ["end"] = params.position }
params.context = { diagnostics = {} }
local actions = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 10000)
local action = actions[id].result[1]
out.title = action.title
if not action.edit then action = vim.lsp.buf_request_sync(0, "codeAction/resolve", action, 10000)[id].result end
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
vim.wait(20000, function() return codes()[1] ~= "figure/contradicted" end, 20)
out.second = codes()
out.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\\n")
vim.fn.writefile({ vim.fn.json_encode(out) }, vim.env.OUT)
vim.cmd("qall!")
`;

interface Outcome {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly hover: string;
  readonly title: string;
  readonly text: string;
}

describe("Neovim, which waits to be told", { timeout: 120_000, skip: missing }, () => {
  it("shows the findings that an editor that asks is given, hovers, and applies a fix", async () => {
    using folder = new Folder({
      "corpus/alpha.md": SOURCE,
      "draft.md": DRAFT,
      ".tools/script.lua": SCRIPT,
      ".tools/out.json": "",
    });
    const env = {
      ...process.env,
      NODE: process.execPath,
      SERVER: MAIN,
      ROOT: folder.path,
      DRAFT: folder.file("draft.md"),
      OUT: folder.file(".tools/out.json"),
      SOURCELINE_CACHE: folder.file(".tools/cache"),
      NVIM_LOG_FILE: folder.file(".tools/log"),
      XDG_STATE_HOME: folder.file(".tools/state"),
    };
    const args = [
      "--headless",
      "-u",
      "NONE",
      "-i",
      "NONE",
      "-n",
      "-c",
      `luafile ${folder.file(".tools/script.lua")}`,
      "-c",
      "qall!",
    ];
    const done = spawnSync("nvim", args, { env, encoding: "utf8", timeout: 100_000 });
    const written = readFileSync(path.join(folder.path, ".tools/out.json"), "utf8");
    assert.notEqual(written, "", done.stderr);
    const found = JSON.parse(written) as Outcome;
    await using client = await start({ folders: [folder], capabilities: pulls });
    await client.open(folder.uri("draft.md"), DRAFT);
    const { items } = await client.pull(folder.uri("draft.md"));
    assert.deepEqual(
      found.first,
      items.map(({ code }) => code),
    );
    assert.match(found.hover, /^\*\*Contradicted\.\*\*/);
    assert.equal(found.title, "Write “43” as Alpha Times has it");
    assert.equal(found.text, DRAFT.replace("57", "43").trimEnd());
    assert.deepEqual(found.second, ["citation/uncited", "citation/uncited"]);
  });
});

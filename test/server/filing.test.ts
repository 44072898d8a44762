import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Hover } from "vscode-languageserver";
import type { AnnotateResult, CheckResult, CleanResult, LockResult } from "../../server/src/service/protocol.ts";
import { type Client, Folder, pulls, start, waits } from "./client.ts";

const CLI = fileURLToPath(new URL("../../server/src/cli/main.ts", import.meta.url));

const ALPHA = "---\nid: alpha\noutlet: Alpha Times\n---\n\nThe flood killed 43 people in Norland, the ministry said.\n";
const BETA = "---\nid: beta\n---\n\nIt rained in Norland for a week.\n";
const DRAFT = "The flood killed 43 people in Norland [@alpha].\n";
const files = { "corpus/alpha.md": ALPHA, "draft.md": DRAFT, "desk/empty.md": "It rained.\n" };

describe("before filing", { timeout: 120_000 }, () => {
  it("the notes of an annotated draft are taken out again, edits and all", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const { content } = await client.ask<AnnotateResult>("sourceline/annotate", { uri, format: "markdown" });
    const annotated = Buffer.from(content ?? "", "base64").toString("utf8");
    assert.match(annotated, /\[\^sourceline-1\]/);
    const clean = () => client.ask<CleanResult>("sourceline/clean", { uri });
    assert.deepEqual(await clean(), {
      text: null,
      message: "This draft holds no notes of ours; there is nothing to take out.",
    });
    await client.change(uri, [{ text: `It rained. ${annotated}` }]);
    assert.deepEqual(await clean(), { text: `It rained. ${DRAFT}`, message: "" });
  });

  it("passages are pinned, and what became of them is said", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const ask = (task: "write" | "verify") => client.ask<LockResult>("sourceline/lock", { uri, task });
    const none = await ask("verify");
    assert.deepEqual([none.file, none.changed], [null, 0]);
    assert.match(none.message, /^There is no sourceline\.lock in .* yet; pin the cited passages first\.$/);

    const pinned = await ask("write");
    assert.equal(pinned.message, "sourceline.lock pins what the drafts cite (passages: 1; drafts: 1).");
    assert.equal(pinned.file, folder.uri("sourceline.lock"));
    const lock = JSON.parse(readFileSync(path.join(folder.path, "sourceline.lock"), "utf8"));
    assert.deepEqual(Object.keys(lock.drafts), ["draft.md"]);
    assert.deepEqual(
      { ...(await ask("verify")), file: null },
      {
        file: null,
        changed: 0,
        message: "1 of 1 passages stand as they were cited.",
        unread: 0,
        report: "",
      },
    );

    await changes(client, folder, "corpus/alpha.md", ALPHA.replace("43", "57"));
    const changed = await ask("verify");
    assert.deepEqual([changed.changed, changed.message], [1, "0 of 1 passages stand as they were cited."]);
    assert.match(changed.report, /Alpha Times has changed the passage that “43” in draft\\?\.md rests on/);
  });

  it("a lock that cannot be read is not written over", async () => {
    using folder = new Folder({ ...files, "sourceline.lock": "{" });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const { file, message } = await client.ask<LockResult>("sourceline/lock", { uri, task: "write" });
    assert.equal(file, null);
    assert.match(message, /sourceline\.lock is not JSON/);
    assert.ok(existsSync(path.join(folder.path, "sourceline.lock")));
    assert.equal(readFileSync(path.join(folder.path, "sourceline.lock"), "utf8"), "{");
  });
});

describe("what changed since passages were pinned", { timeout: 120_000 }, () => {
  const SINCE =
    / Since it was cited, Alpha Times has changed from “The flood killed 43 .*” to “The flood killed 57 .*”\.$/;
  const pin = async (client: Client, uri: string) => {
    const result = await client.ask<LockResult>("sourceline/lock", { uri, task: "write" });
    await client.pull(uri).catch(() => null);
    return result;
  };
  const told = async (client: Client, uri: string, wanted = true) => {
    for (;;) {
      const { items } = await client.pull(uri);
      const found = items.find(({ message }) => SINCE.test(String(message)));
      if ((found !== undefined) === wanted) return found;
      await client.next("refresh");
    }
  };

  it("is told with the fact, in its problem, its hover and the report, in the words of the command line", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await pin(client, uri);
    assert.deepEqual((await client.pull(uri)).items, []);
    await changes(client, folder, "corpus/alpha.md", ALPHA.replace("43", "57"));
    const problem = await told(client, uri);
    const position = { line: 0, character: 18 };
    const hover = await client.ask<Hover>("textDocument/hover", { textDocument: { uri }, position });
    assert.match(JSON.stringify(hover.contents), /Since it was cited, Alpha Times has changed from/);
    const { report } = await client.ask<CheckResult>("sourceline/check", { uris: [uri], folder: null });
    assert.match(report, /Since it was cited, Alpha Times has changed from/);
    const { status, stdout } = spawnSync(process.execPath, [CLI, "check", "draft.md", "--format", "json"], {
      cwd: folder.path,
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).drafts[0].findings[0].message, problem?.message);
  });

  it("is told as the draft is edited, and as the lock comes, changes and goes", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await pin(client, uri);
    const lock = readFileSync(folder.file("sourceline.lock"), "utf8");
    await changes(client, folder, "corpus/alpha.md", ALPHA.replace("43", "57"));
    await told(client, uri);
    await client.change(uri, [{ text: `It rained for a week.\n\n${DRAFT}` }]);
    await told(client, uri);
    await changes(client, folder, "sourceline.lock", lock.replaceAll("killed 43", "killed 41"));
    await told(client, uri, false);
    await changes(client, folder, "sourceline.lock", lock);
    await told(client, uri);
    folder.remove("sourceline.lock");
    await client.touch(folder.uri("sourceline.lock"), 3);
    await told(client, uri, false);
  });

  it("is sent to a client that waits", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: waits });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await pin(client, uri);
    folder.write("corpus/alpha.md", ALPHA.replace("43", "57"));
    await client.touch(folder.uri("corpus/alpha.md"));
    await client.published(uri, ({ diagnostics }) => diagnostics.some(({ message }) => SINCE.test(String(message))));
  });

  it("what rests on a source that cannot be read now stays pinned, and is told of", async () => {
    using folder = new Folder({ ...files, "corpus/beta.md": BETA });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await pin(client, uri);
    const before = readFileSync(folder.file("sourceline.lock"), "utf8");
    folder.remove("corpus/alpha.md");
    folder.write("corpus/alpha.pdf", "no PDF at all");
    for (const name of ["alpha.md", "alpha.pdf"]) await client.touch(folder.uri(`corpus/${name}`));
    await client.status(({ problems }) => problems > 0);

    const again = await pin(client, uri);
    assert.match(again.message, /passages: 1; drafts: 1.*alpha\.pdf/);
    assert.equal(again.unread, 1);
    assert.equal(readFileSync(folder.file("sourceline.lock"), "utf8"), before);
    const verified = await client.ask<LockResult>("sourceline/lock", { uri, task: "verify" });
    assert.deepEqual([verified.changed, verified.unread], [0, 1]);
    assert.match(verified.report, /Alpha Times, which “43” in draft\\?\.md rests on, could not be read/);
  });

  it("nothing is pinned, and no lock written over, where no article can be read", async () => {
    using folder = new Folder(files);
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    await pin(client, uri);
    const before = readFileSync(folder.file("sourceline.lock"), "utf8");
    folder.remove("corpus/alpha.md");
    await client.touch(folder.uri("corpus/alpha.md"), 3);
    await client.status(({ sources }) => sources === 0);
    const { file, message } = await pin(client, uri);
    assert.equal(file, null);
    assert.match(message, /holds no articles yet/);
    assert.equal(readFileSync(folder.file("sourceline.lock"), "utf8"), before);
    const { report } = await client.ask<CheckResult>("sourceline/check", { uris: [uri], folder: null });
    assert.match(report, /holds no articles yet/);
  });

  it("a lock that cannot be read is told of in the status and in the report", async () => {
    using folder = new Folder({ ...files, "sourceline.lock": "{" });
    await using client = await start({ folders: [folder], capabilities: pulls });
    const uri = folder.uri("draft.md");
    await client.open(uri, DRAFT);
    const { message } = await client.status(({ state, settings }) => state === "ready" && settings.length > 0);
    assert.match(message, /^One source in .*sourceline\.lock is not JSON/);
    const { report } = await client.ask<CheckResult>("sourceline/check", { uris: [uri], folder: null });
    assert.match(report, /## Not read\n\n- .*is not JSON/);
  });
});

async function changes(client: Client, folder: Folder, name: string, text: string): Promise<void> {
  folder.write(name, text);
  await client.touch(folder.uri(name));
}

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import type { AnnotateResult, CleanResult, LockResult } from "../../server/src/service/protocol.ts";
import { Folder, pulls, start } from "./client.ts";

const ALPHA = "---\nid: alpha\noutlet: Alpha Times\n---\n\nThe flood killed 43 people in Norland, the ministry said.\n";
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
        report: "",
      },
    );

    await client.next("refresh");
    folder.write("corpus/alpha.md", ALPHA.replace("43", "57"));
    await client.touch(folder.uri("corpus/alpha.md"));
    await client.next("refresh");
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
    assert.match(message, /^sourceline\.lock is not JSON/);
    assert.ok(existsSync(path.join(folder.path, "sourceline.lock")));
    assert.equal(readFileSync(path.join(folder.path, "sourceline.lock"), "utf8"), "{");
  });
});
